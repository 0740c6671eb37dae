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
  readonly summary: CaseEventOf<'CaseReported'>['data']['summary'];
  readonly confidential: boolean;
  readonly category?: string | undefined;
  readonly urgency: CaseEventOf<'CaseReported'>['data']['urgency'];
  /** 责任人: until the case has ended, exactly one post and the person who holds it. */
  readonly accountable: Accountable;
  readonly level?: CaseEventOf<'CaseFiled'>['data']['level'];
  readonly unit?: string;
  /** The first, then one more per reopening; the last one is the current one. */
  readonly rounds: readonly [Round, ...Round[]];
  /** Running in the current round. */
  readonly deadlines: readonly LiveDeadline[];
  /** The handling clock, stopped by `CaseHandled`; rework lets it run on. */
  readonly stopped: readonly LiveDeadline[];
  readonly flags: CaseFlags;
  readonly imported?: ImportOrigin;
  /** Asked for and neither granted nor refused yet. */
  readonly reopeningRequests: readonly ReopeningRequest[];
  /** External notes that are recorded. */
  readonly noteIds: readonly string[];
  /** Ids of contacts, answers, follow-ups, checks, progress, orders, offers …: none is used twice. */
  readonly usedIds: readonly string[];
  /** `recordedAt` of its end; absent where it ended in another system before it came here. */
  readonly endedAt?: string | undefined;
  readonly closedAs?: ClosedAs | undefined;
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
  readonly answered?: AnsweredAbout | undefined;
  readonly followUp?: FollowUp | undefined;
  /** `recordedAt` of the attempts that did not reach them. */
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
}

export interface Order {
  readonly workOrderId: string;
  readonly part: 'lead' | 'support';
  readonly assignee: Assignee;
  readonly need?: Need | undefined;
  /** Live are `dispatched`, `acknowledged`, `handling`. `ended`: a supporting order when the case was handled or withdrawn. */
  readonly status: 'dispatched' | 'acknowledged' | 'handling' | 'done' | 'returned' | 'ended';
  readonly offers: readonly Offer[];
  /** Attempts of ranking that found nobody (any more). */
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
  readonly bookingId?: string;
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
