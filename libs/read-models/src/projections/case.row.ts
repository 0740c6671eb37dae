import type {
  Assignee,
  CaseEventOf,
  CaseStatus,
  LiveDeadline,
  Need,
  SealedAt,
  Urgency,
  Window,
} from '@threekeys/domain';

type Reported = CaseEventOf<'CaseReported'>['data'];

/** A case as it is now, for lists, the case page and relations. Words and people stay sealed. */
export type CaseRow = {
  readonly caseId: string;
  readonly number: string;
  readonly status: CaseStatus;
  /** Neither closed, archived, declined nor withdrawn. */
  readonly open: boolean;
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
  readonly round: number;
  readonly confidential: boolean;
  readonly requesters: readonly CaseRequester[];
  readonly respondent?: CaseRespondent;
  readonly orders: readonly CaseOrder[];
  /** Those that run. */
  readonly deadlines: readonly CaseDeadline[];
  /** Stopped by `CaseHandled`; rework lets them run on. */
  readonly stopped: readonly CaseDeadline[];
  /** Of those that run, the earliest. */
  readonly nextDueAt?: string;
  /** One that runs has been breached. */
  readonly overdue: boolean;
  readonly flags: CaseFlags;
  readonly origin?: string;
  readonly externalId?: string;
  readonly externalParent?: string;
  /** Notes of the outside system. */
  readonly notes: number;
  /** Accounts and volunteer ids with a part in it: accountable, assigned, asked and not declined, those who did the work. */
  readonly people: readonly string[];
  /** Those of `people` who have done work of any round: they may not check it. */
  readonly doneBy: readonly string[];
  readonly closedAs?: 'solved' | 'not-reached' | 'unrated' | 'answered' | 'on-the-spot';
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

export type CaseRespondent = {
  readonly respondentId: string;
  readonly kind: NonNullable<Reported['respondent']>['kind'];
  readonly name: SealedAt;
  readonly phone?: SealedAt;
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
  readonly joinedAt: string;
  /** The last answer about the present result. */
  readonly answered?: {
    readonly at: string;
    readonly subjectOf: CaseEventOf<'RequesterAnswered'>['data']['subjectOf'];
  };
  /** When they were sought and not reached, since the case was handled. */
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
};

export type CaseAssignment = {
  readonly offerId: string;
  readonly volunteerId: string;
  readonly bookingId: string;
  readonly status: 'assigned' | 'checked-in' | 'released' | 'no-show';
  readonly window: Window;
  readonly basis: Basis;
};

export type CaseDeadline = LiveDeadline;

export type CaseFlags = {
  readonly urgent: boolean;
  readonly supervised: boolean;
  readonly imported: boolean;
  /** No volunteer is left to ask: it lies on the dispatcher's desk. */
  readonly exhausted: boolean;
  readonly returned: number;
  readonly reworked: number;
  readonly reopened: number;
};
