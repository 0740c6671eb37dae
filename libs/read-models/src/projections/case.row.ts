import type {
  Assignee,
  CaseEventOf,
  CaseStatus,
  JointResolution,
  LiveDeadline,
  Need,
  SealedAt,
  Urgency,
  Window,
} from '@threekeys/domain';

type Reported = CaseEventOf<'CaseReported'>['data'];

/**
 * Where a case lies on the dispatcher's board: `waiting` for its first order of the round, `offers` out to volunteers,
 * `nobody` found among them, `under-way` with whoever has it, `returned` by the last one who had it. A case that is not yet
 * accepted, waits for its keys or another body, or is done, lies in none.
 */
export const caseLanes = ['waiting', 'offers', 'nobody', 'under-way', 'returned'] as const;
export type CaseLane = (typeof caseLanes)[number];

/** A case as it is now, for lists, the case page and relations. Words and people stay sealed. */
export type CaseRow = {
  readonly caseId: string;
  readonly number: string;
  readonly status: CaseStatus;
  /** Neither closed, archived, declined, withdrawn, void nor merged. */
  readonly open: boolean;
  /** Where it lies on the dispatcher's board, if it does. */
  readonly lane?: CaseLane;
  readonly category?: string;
  readonly urgency: Urgency;
  readonly channel: Reported['channel'];
  readonly place: CasePlace;
  readonly compound: string;
  /** `compound/building/entrance`, empty where there is none: open cases at the same place have the same. */
  readonly placeKey: string;
  readonly summary: SealedAt;
  readonly reportedAt: string;
  readonly updatedAt: string;
  readonly occurredAt: string;
  readonly accountablePost: string;
  readonly accountablePerson: string;
  readonly unit?: string;
  readonly level?: CaseEventOf<'CaseFiled'>['data']['level'];
  readonly responsibility?: CaseEventOf<'ResponsibilityDetermined'>['data']['kind'];
  readonly round: number;
  readonly confidential: boolean;
  readonly requesters: readonly CaseRequester[];
  readonly respondent?: CaseRespondent;
  readonly orders: readonly CaseOrder[];
  /** The body outside that has it, or whose result is the round's. */
  readonly referral?: { readonly referralId: string; readonly body: string; readonly accepted?: boolean };
  /** 三方会商 of this round. */
  readonly joint?: JointResolution;
  /** Those that run. */
  readonly deadlines: readonly CaseDeadline[];
  /** Stopped by `CaseHandled`; rework lets them run on. */
  readonly stopped: readonly CaseDeadline[];
  /** Of those that run, the earliest. */
  readonly nextDueAt?: string;
  /** One that runs has been breached. */
  readonly overdue: boolean;
  /** A party's key on the plan is awaited past its time. */
  readonly keyOverdue: boolean;
  /** Since when it is urgent and nobody has taken it: told to the duty post and the secretary. */
  readonly alertedAt?: string;
  readonly flags: CaseFlags;
  readonly origin?: string;
  readonly externalId?: string;
  readonly externalParent?: string;
  /** Notes of the outside system. */
  readonly notes: number;
  /** Accounts and volunteer ids with a part in it: accountable, assigned, asked and not declined, those who did the work. */
  readonly people: readonly string[];
  /** 身份隔离: of the side that is complained about, as {@link sides} names them. */
  readonly shutOut: readonly string[];
  /** Those of `people` who are said to have done work, of whatever round. */
  readonly doneBy: readonly string[];
  /** Who did work of the present round, by whatever shows it: they neither check it nor ask how it went. */
  readonly doers: readonly string[];
  /** Asked for and neither granted nor refused yet. */
  readonly reopeningRequestIds: readonly string[];
  /** The desks on which it lies: see `desks`. */
  readonly turns: readonly string[];
  /** Of the clocks that run for whose turn it is, the earliest. */
  readonly turnDueAt?: string;
  readonly closedAs?: 'solved' | 'not-reached' | 'unrated' | 'answered' | 'on-the-spot';
  /** The case that its requesters went on to. */
  readonly mergedInto?: string;
};

export type CasePlace = Omit<Reported['place'], 'door' | 'address'> & {
  readonly door?: SealedAt;
  readonly address?: SealedAt;
};

export type CaseSubject = {
  readonly subjectId: string;
  readonly name: SealedAt;
  readonly phone?: SealedAt;
};

/** Who is of a side, as the column `shutOut` names them: accounts and volunteers by their id, whoever acts for an organisation by it. */
export const sides = {
  organisation: (organisation: string): string => `organisation:${organisation}`,
};

export type CaseRespondent = {
  readonly respondentId: string;
  readonly kind: NonNullable<Reported['respondent']>['kind'];
  readonly name: SealedAt;
  readonly phone?: SealedAt;
  readonly organisation?: string;
  readonly keptOut?: readonly string[];
};

export type CaseRequester = {
  readonly requesterId: string;
  readonly relation: 'self' | 'proxy';
  readonly subject?: CaseSubject;
  readonly proxy?: CaseSubject;
  readonly callBack?: boolean;
  readonly confidential: boolean;
  readonly trackingCode: SealedAt;
  readonly withdrawn?: boolean;
  /** Agreed that the other side hears who reported. */
  readonly disclosure?: boolean;
  readonly joinedAt: string;
  /** The last answer about the present result. */
  readonly answered?: {
    readonly at: string;
    readonly subjectOf: CaseEventOf<'RequesterAnswered'>['data']['subjectOf'];
  };
  /** That they have heard where the case goes on, since it went there. */
  readonly toldOf?: 'referral' | 'merge';
  /** When they were sought and not reached (`occurredAt`), since the case was handled. */
  readonly attempts: readonly string[];
  /** The last follow-up on the present result. */
  readonly followUp?: Omit<
    CaseEventOf<'FollowUpRecorded'>['data'],
    'followUpId' | 'requesterId' | 'words' | 'contacted'
  > & { readonly at: string };
};

/** Live are the first three. `ended`: a supporting order when the case was handled or withdrawn. */
export type CaseOrderStatus = 'dispatched' | 'acknowledged' | 'handling' | 'done' | 'returned' | 'ended';

export type CaseOrder = {
  readonly workOrderId: string;
  readonly round: number;
  readonly part: 'lead' | 'support';
  readonly assignee: Assignee;
  readonly status: CaseOrderStatus;
  readonly dispatchedAt: string;
  readonly need?: Need;
  readonly offers: readonly CaseOffer[];
  readonly assigned: readonly CaseAssignment[];
  /** The ground on which it was given back. */
  readonly returnedFor?: string;
  /** Why nobody is left to ask; gone once somebody is asked, or the order is somebody else's. */
  readonly nobodyFound?: CaseEventOf<'VolunteersExhausted'>['data']['reasons'];
  readonly outcome?: CaseEventOf<'ResultReported'>['data']['outcome'];
  readonly minutes?: number;
};

type Basis = CaseEventOf<'VolunteerOffered'>['data']['basis'];

export type CaseOffer = {
  readonly offerId: string;
  readonly volunteerId: string;
  readonly status: 'offered' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  readonly expiresAt: string;
  readonly window: Window;
  readonly basis: Basis;
  readonly wave: number;
  readonly matchRef?: string;
  /** The volunteer's own, once it is known. */
  readonly account?: string;
};

export type CaseAssignment = {
  readonly offerId: string;
  readonly volunteerId: string;
  readonly bookingId: string;
  /** `done`: the visit is over, and the work has to be done again. */
  readonly status: 'assigned' | 'checked-in' | 'done' | 'released' | 'no-show';
  readonly window: Window;
  readonly basis: Basis;
};

export type CaseDeadline = LiveDeadline;

export type CaseFlags = {
  readonly urgent: boolean;
  readonly supervised: boolean;
  readonly imported: boolean;
  /** No volunteer is left to ask for one of its orders: it lies on the dispatcher's desk. */
  readonly exhausted: boolean;
  readonly returned: number;
  readonly reworked: number;
  readonly reopened: number;
};
