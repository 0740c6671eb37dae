import {
  Accountable,
  AssignmentBasis,
  Channel,
  Code,
  DeadlineName,
  ExternalId,
  FollowUpOutcome,
  Hash,
  Id,
  Instant,
  LevelName,
  Need,
  Party,
  PersonId,
  PlanSource,
  ResponsibilityKind,
  Role,
  Score,
  Urgency,
  Window,
  WorkOutcome,
} from '@threekeys/domain';
import { z } from 'zod';
import { ResolutionAnswer } from './joint.responses';

// What this service answers about cases. Personal fields are plain here: masked, or opened for who may read them, or absent.

/** Opened words of a person, or nothing where the caller may not read them or they are erased. */
const Opened = z.string();
/** A name or phone with its middle hidden. */
const Masked = z.string();

export const CasePlaceAnswer = z.strictObject({
  compound: Code,
  building: Code.optional(),
  entrance: Code.optional(),
  spot: Code.optional(),
  door: Opened.optional(),
  address: Opened.optional(),
});

export const CaseFlagsAnswer = z.strictObject({
  urgent: z.boolean(),
  supervised: z.boolean(),
  imported: z.boolean(),
  /** No volunteer is left to ask for one of its orders: it lies on the dispatcher's desk. */
  exhausted: z.boolean(),
  returned: z.int(),
  reworked: z.int(),
  reopened: z.int(),
});

/** One line of a list. */
export const CaseLine = z.strictObject({
  caseId: Id,
  number: z.string(),
  status: z.string(),
  category: Code.optional(),
  urgency: Urgency,
  channel: Channel,
  summary: Opened.optional(),
  place: CasePlaceAnswer,
  accountable: Accountable,
  unit: Code.optional(),
  level: LevelName.optional(),
  round: z.int(),
  reportedAt: Instant,
  updatedAt: Instant,
  nextDueAt: Instant.optional(),
  overdue: z.boolean(),
  /** A party's key is awaited past its time. */
  keyOverdue: z.boolean(),
  /** Since when it is urgent and nobody has taken it. */
  alertedAt: Instant.optional(),
  confidential: z.boolean(),
  flags: CaseFlagsAnswer,
});
export type CaseLine = z.infer<typeof CaseLine>;

export const CasePage = z.strictObject({
  cases: z.array(CaseLine),
  /** `cursor` of the next page; absent on the last one. */
  next: z.string().optional(),
});
export type CasePage = z.infer<typeof CasePage>;

const SubjectAnswer = z.strictObject({ name: Masked.optional(), phone: Masked.optional() });

export const RequesterAnswer = z.strictObject({
  requesterId: Id,
  relation: z.enum(['self', 'proxy']),
  anonymous: z.boolean(),
  name: Masked.optional(),
  phone: Masked.optional(),
  proxy: SubjectAnswer.optional(),
  callBack: z.boolean().optional(),
  confidential: z.boolean(),
  withdrawn: z.boolean(),
  /** Agreed that the other side hears who reported. */
  disclosure: z.boolean().optional(),
  joinedAt: Instant,
  answered: z.strictObject({ at: Instant, subjectOf: z.string() }).optional(),
  followUp: z
    .strictObject({
      round: z.int(),
      outcome: FollowUpOutcome,
      channel: z.string(),
      solved: z.boolean().optional(),
      outcomeScore: Score.optional(),
      serviceScore: Score.optional(),
      at: Instant,
    })
    .optional(),
});

export const OfferAnswer = z.strictObject({
  offerId: Id,
  volunteerId: Id,
  status: z.enum(['offered', 'accepted', 'declined', 'expired', 'withdrawn']),
  expiresAt: Instant,
  window: Window,
  basis: AssignmentBasis,
  wave: z.int(),
  matchRef: Id.optional(),
});

export const AssignmentAnswer = z.strictObject({
  offerId: Id,
  volunteerId: Id,
  bookingId: Id,
  status: z.enum(['assigned', 'checked-in', 'done', 'released', 'no-show']),
  window: Window,
  basis: AssignmentBasis,
});

export const OrderAnswer = z.strictObject({
  workOrderId: Id,
  round: z.int(),
  part: z.enum(['lead', 'support']),
  status: z.enum(['dispatched', 'acknowledged', 'handling', 'done', 'returned', 'rework', 'ended']),
  assignee: z.strictObject({
    kind: z.enum(['post', 'organisation', 'volunteers']),
    post: Code.optional(),
    person: PersonId.optional(),
    organisation: Code.optional(),
  }),
  dispatchedAt: Instant,
  need: Need.optional(),
  offers: z.array(OfferAnswer),
  assigned: z.array(AssignmentAnswer),
  /** The ground on which it was given back. */
  returnedFor: Code.optional(),
  /** Why nobody was left to ask: constraints and answers, each with how many it kept away. */
  nobodyFound: z.array(z.strictObject({ constraint: Code, count: z.int() })).optional(),
  outcome: WorkOutcome.optional(),
  minutes: z.int().optional(),
});

export const DeadlineAnswer = z.strictObject({
  name: DeadlineName,
  workOrderId: Id.optional(),
  startedAt: Instant,
  warnAt: Instant,
  dueAt: Instant,
  warned: z.boolean(),
  breached: z.boolean(),
});

/** 三方会商 of the present round. */
export const JointAnswer = z.strictObject({
  lock: z.enum(['shut', 'open', 'failed']),
  /** The plan on the table. */
  version: z.int().optional(),
  /** Of the plan that would be proposed next. */
  nextVersion: z.int(),
  costFen: z.int().optional(),
  source: PlanSource.optional(),
  assembly: z.enum(['awaited', 'approved', 'rejected']).optional(),
  /** A result rests, because a key was objected to: what it waited for, and waits for again once the lock is open. */
  interrupted: z.enum(['awaiting-check', 'awaiting-follow-up']).optional(),
  parties: z.array(
    z.strictObject({
      party: Party,
      key: z.enum(['awaited', 'turned', 'refused']),
      /** Who turned it; absent where all owners decided. */
      holder: PersonId.optional(),
      dueAt: Instant.optional(),
      overdue: z.boolean(),
    }),
  ),
});

/** A case as it was after some revision: what `/state` answers, and the most of `GET /api/cases/{caseId}`. */
export const CaseState = CaseLine.extend({
  occurredAt: Instant,
  requesters: z.array(RequesterAnswer),
  respondent: z
    .strictObject({
      respondentId: Id,
      kind: z.enum(['person', 'household', 'shop', 'company']),
      name: Masked.optional(),
      phone: Masked.optional(),
      organisation: Code.optional(),
      keptOut: z.array(PersonId).optional(),
    })
    .optional(),
  orders: z.array(OrderAnswer),
  responsibility: ResponsibilityKind.optional(),
  joint: JointAnswer.optional(),
  referral: z.strictObject({ referralId: Id, body: Code, accepted: z.boolean().optional() }).optional(),
  deadlines: z.array(DeadlineAnswer),
  origin: Code.optional(),
  externalId: ExternalId.optional(),
  externalParent: ExternalId.optional(),
  notes: z.int(),
  closedAs: z.enum(['solved', 'not-reached', 'unrated', 'answered', 'on-the-spot']).optional(),
  /** The case that its requesters went on to. */
  mergedInto: Id.optional(),
});
export type CaseState = z.infer<typeof CaseState>;

export const CaseDetail = CaseState.extend({
  /** For `If-Match`. */
  revision: z.int(),
  leafHash: Hash,
  /** Commands that this caller may give in this status. */
  allowed: z.array(z.string()),
  /** Whether this caller may read what happened, step by step, and replay it. */
  hasHistory: z.boolean(),
  /** Phones of who wishes to be called back about the work, for the volunteer who comes. */
  callBack: z.array(Opened).optional(),
  /** 三方会商 of the present round as it went. */
  resolution: ResolutionAnswer.optional(),
  /** Records that a correction may name: what was reported, said by who joined, corrected before. */
  correctable: z.array(z.strictObject({ eventId: Id, type: z.string(), recordedAt: Instant })),
  /** The request to reopen that waits for an answer. */
  reopeningRequestId: Id.optional(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const CaseStateAt = z.strictObject({
  caseId: Id,
  number: z.string(),
  revision: z.int(),
  recordedAt: Instant,
  state: CaseState,
});
export type CaseStateAt = z.infer<typeof CaseStateAt>;

export const HistoryEvent = z.strictObject({
  id: Id,
  revision: z.int(),
  type: z.string(),
  /** When it was known. */
  recordedAt: Instant,
  /** When it happened. */
  occurredAt: Instant,
  actor: z.strictObject({
    id: z.string(),
    role: Role,
    post: z.string().optional(),
    unit: z.string().optional(),
    onBehalfOf: z.string().optional(),
    channel: z.literal('link').optional(),
  }),
  commandId: Id,
  correlationId: z.string(),
  causationId: z.string().optional(),
  leafHash: Hash,
  /** People masked, words opened for who may read them, else absent. */
  data: z.record(z.string(), z.unknown()),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

export const CaseHistory = z.strictObject({
  caseId: Id,
  number: z.string(),
  /** After the last event listed. */
  status: z.string(),
  events: z.array(HistoryEvent),
  /** With `clock=known,true`: dated facts by when they happened, as known then. */
  facts: z
    .array(z.strictObject({ revision: z.int(), type: z.string(), occurredAt: Instant, recordedAt: Instant }))
    .optional(),
});
export type CaseHistory = z.infer<typeof CaseHistory>;

/** The stored bytes, one leaf each; personal fields are sealed in them. */
export const CaseLeaves = z.strictObject({ leaves: z.array(z.string()) });
export type CaseLeaves = z.infer<typeof CaseLeaves>;

export const RevealFields = z.enum(['requesters', 'respondent', 'summary', 'place', 'trackingCodes']);
export const Purpose = z.enum(['contact', 'visit', 'check', 'follow-up', 'audit', 'own-case', 'case-work']);
export const RevealRequest = z.strictObject({
  fields: z.array(RevealFields).min(1).max(5),
  purpose: Purpose,
});
export const Revealed = z.strictObject({
  /** `name`: a path such as `requesters/0/name`; `null`: erased. */
  fields: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
});
export type Revealed = z.infer<typeof Revealed>;

export const WorkItem = z.strictObject({
  person: z.string(),
  caseId: Id,
  number: z.string().optional(),
  workOrderId: Id,
  role: z.string(),
  status: z.string(),
  live: z.boolean(),
  offerId: Id.optional(),
  bookingId: Id.optional(),
  post: Code.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  minutes: z.int().optional(),
  updatedAt: Instant,
});
export const WorkPage = z.strictObject({ work: z.array(WorkItem), next: z.string().optional() });
export type WorkPage = z.infer<typeof WorkPage>;
