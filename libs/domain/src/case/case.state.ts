import type { z } from 'zod';
import type { Window } from '../values';
import type {
  Accountable,
  Assignee,
  AssignmentBasis,
  CaseStatus,
  Channel,
  Deadline,
  FollowUpOutcome,
  Need,
  Party,
  Place,
  Requester,
} from './case.values';
import type { CaseEventOf } from './case.events';

/** A stream without events. */
export interface UnreportedCase {
  readonly status: 'unreported';
}

/** What the history of a case comes to. Personal values are carried along sealed and never looked into. */
export interface ReportedCase {
  readonly status: CaseStatus;
  readonly caseId: string;
  readonly number: string;
  readonly requesters: readonly CaseRequester[];
  readonly respondent?: CaseEventOf<'CaseReported'>['data']['respondent'];
  readonly channel: z.infer<typeof Channel>;
  readonly place: Place;
  /** `occurredAt` of its report, or of its import. */
  readonly reportedAt: string;
  /** `occurredAt` of the last result: of the lead order, of another body, on the spot, of a mediation. */
  readonly resultAt?: string | undefined;
  readonly summary: CaseEventOf<'CaseReported'>['data']['summary'];
  readonly confidential: boolean;
  readonly category?: string | undefined;
  readonly urgency: CaseEventOf<'CaseReported'>['data']['urgency'];
  /** 责任人: until the case has ended, exactly one post and the person who holds it. */
  readonly accountable: Accountable;
  readonly level?: CaseEventOf<'CaseFiled'>['data']['level'];
  readonly unit?: string;
  readonly responsibility?: Responsibility | undefined;
  /** The first, then one more per reopening; the last one is the current one. */
  readonly rounds: readonly [Round, ...Round[]];
  /** Running in the current round. */
  readonly deadlines: readonly LiveDeadline[];
  /**
   * Clocks of handling and escalation that `CaseHandled` stopped (rework lets them run on), of handling and acknowledgement
   * while the keys are waited for, of handling while another body is.
   */
  readonly stopped: readonly LiveDeadline[];
  /** `recordedAt` of the event that stopped it. */
  readonly pausedAt?: string | undefined;
  readonly flags: CaseFlags;
  readonly imported?: ImportOrigin;
  /** Asked for and neither granted nor refused yet. */
  readonly reopeningRequests: readonly ReopeningRequest[];
  /** Somebody has begun to handle it, in whatever round: it is a case, and never void. */
  readonly begun: boolean;
  /** Asked for by one person; a second one makes it void. Accepting or reopening it is the answer no. */
  readonly voidProposed?: { readonly ground: string; readonly by: string } | undefined;
  /** External notes that are recorded. */
  readonly noteIds: readonly string[];
  /** Ids of contacts, answers, follow-ups, checks, progress, orders, offers …: none is used twice. */
  readonly usedIds: readonly string[];
  /** `recordedAt` of its end; absent where it ended in another system before it came here. */
  readonly endedAt?: string | undefined;
  readonly closedAs?: ClosedAs | undefined;
  /** The case that its requesters went on to. */
  readonly mergedInto?: string;
}

export type Case = UnreportedCase | ReportedCase;

export type ClosedAs = CaseEventOf<'CaseClosed'>['data']['as'] | 'answered' | 'on-the-spot';
type AnsweredAbout = CaseEventOf<'RequesterAnswered'>['data']['subjectOf'];

export interface CaseFlags {
  /** Set by the second reopening. */
  readonly supervised: boolean;
  readonly returned: number;
  readonly reworked: number;
  readonly reopened: number;
}

/** The last determination of whose matter it is. */
export type Responsibility = Pick<CaseEventOf<'ResponsibilityDetermined'>['data'], 'kind' | 'basis'>;

export interface ImportOrigin {
  readonly origin: string;
  readonly externalId: string;
  readonly outsideStatus: 'open' | 'closed';
  readonly externalParent?: string | undefined;
}

export interface ReopeningRequest {
  readonly requestId: string;
  readonly requesterId: string;
}

/** A requester, and what they have heard and said about the present result. */
export interface CaseRequester extends Requester {
  readonly withdrawn: boolean;
  /** The case that they reported, and that was merged into this one. */
  readonly from?: string | undefined;
  readonly answered?: AnsweredAbout | undefined;
  readonly followUp?: FollowUp | undefined;
  /** Agreed that the other side hears who reported. */
  readonly disclosure?: true;
  /** `occurredAt` of the attempts that did not reach them. */
  readonly attempts: readonly string[];
}

export interface FollowUp {
  readonly outcome: Exclude<z.infer<typeof FollowUpOutcome>, 'not-reached'>;
  readonly solved?: boolean | undefined;
}

export interface Round {
  readonly round: number;
  readonly orders: readonly Order[];
  /** Who did its work: volunteers, accounts. They neither check it nor ask how it went. */
  readonly doers: readonly string[];
  readonly joint?: JointResolution | undefined;
  /** A safety measure was taken: something was dangerous, whatever the matter is called. */
  readonly madeSafe?: true;
  /** What the results of its orders have cost so far, each since the one before it. */
  readonly spentFen: number;
  /** The body outside that has it, or whose result is the round's. */
  readonly referral?: Referral | undefined;
}

export interface Referral {
  readonly referralId: string;
  /** Of a body that did something about it; absent while it is awaited. */
  readonly answered: boolean;
}

/** 三方会商 of a round: one lock, the parties' keys on one version of a plan. */
export interface JointResolution {
  readonly parties: readonly Party[];
  /** `failed`: ended without a lock; it can be convened again. */
  readonly lock: 'shut' | 'open' | 'failed';
  /** Plans proposed in this round, whoever convened for them. */
  readonly versions: number;
  readonly plan?: CurrentPlan | undefined;
  /** Turned on the current version. */
  readonly keys: readonly Key[];
  /** Refused the current version. */
  readonly refusals: readonly Party[];
  readonly standIns: readonly StandIn[];
  /** Who has turned a key since it was convened, on whatever version. */
  readonly turners: readonly string[];
  readonly clocks: readonly KeyClock[];
  /** Refusals, overdue keys and the assembly's rejections since it was convened: one of a party on a version, however often it says so. */
  readonly attempts: number;
  /** Parties whose no, or silence, on the current version counts already. */
  readonly counted: readonly Party[];
  /** Who has objected to a key on the current version: what they turn after it is theirs, by whatever way. */
  readonly objectors: readonly string[];
  /** What an objection has interrupted: where the case returns to once the lock is open again. */
  readonly interrupted?: CaseEventOf<'KeyTakenBack'>['data']['interrupts'];
}

export interface CurrentPlan {
  readonly version: number;
  /** Leaf hash of its event. Absent: not stored yet, so that nobody can have seen it. */
  readonly hash?: string | undefined;
  readonly costFen: number;
  readonly source: CaseEventOf<'PlanProposed'>['data']['plan']['source'];
  /** Of the owners' assembly, where it was referred to it. */
  readonly assembly?: 'awaited' | 'approved' | 'rejected';
}

export interface Key {
  readonly party: Party;
  /** Absent: the assembly's approval. */
  readonly holder?: string;
  /** Written down by staff, from a signed sheet. */
  readonly recorded: boolean;
  readonly writtenBy?: string;
  /** Of which sheet; absent: it was turned by a link that staff passed on, or by its holder. */
  readonly sheet?: KeySheet;
}

/** How a signed sheet came to the staff, and where it is kept. */
export type KeySheet = Pick<
  NonNullable<CaseEventOf<'KeyTurned'>['data']['recordedBy']>,
  'channel' | 'minutes'
>;

export type StandIn = Pick<CaseEventOf<'StandInAppointed'>['data'], 'party' | 'person' | 'until'>;

export interface KeyClock {
  readonly party: Party;
  readonly dueAt: string;
  readonly overdue: boolean;
}

export interface Order {
  readonly workOrderId: string;
  readonly part: 'lead' | 'support';
  readonly assignee: Assignee;
  /** Who had taken it before it was reassigned. */
  readonly formerly: readonly Assignee[];
  readonly need?: Need | undefined;
  /** Live are `dispatched`, `acknowledged`, `handling`. `ended`: a supporting order when the case was handled or withdrawn. */
  readonly status: 'dispatched' | 'acknowledged' | 'handling' | 'done' | 'returned' | 'ended';
  /** Sent by the catalogue, and by nobody's choice since. */
  readonly routed?: boolean;
  readonly offers: readonly Offer[];
  /** Attempts of ranking that found nobody (any more), since somebody was last asked. */
  readonly exhausted: readonly number[];
}

/** 征询 to one volunteer, and the seat that came of it. */
export interface Offer {
  readonly offerId: string;
  readonly volunteerId: string;
  readonly window: Window;
  readonly expiresAt: string;
  readonly basis: z.infer<typeof AssignmentBasis>;
  readonly reason?: string | undefined;
  readonly matchRef?: string | undefined;
  readonly status: OfferStatus;
  /** Why it was withdrawn. */
  readonly withdrawnFor?: string;
  /** Why the seat was given back. */
  readonly releasedFor?: string;
  readonly bookingId?: string;
  /** `recordedAt` of the booking: nobody is late for a time at which they were not expected yet. */
  readonly assignedAt?: string;
  /** The volunteer's: of their booking, or under which they themself accepted or checked in. */
  readonly account?: string;
}

export type OfferStatus =
  | 'open'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'assigned'
  | 'checked-in'
  | 'released'
  | 'no-show';

export interface LiveDeadline extends Deadline {
  /** Of this order only. */
  readonly workOrderId?: string;
  readonly warned: boolean;
  readonly breached: boolean;
}
