import { z } from 'zod';
import { personal } from '../message';
import {
  CaseNumber,
  Code,
  ExternalId,
  Id,
  Instant,
  LevelName,
  LocalDate,
  Minutes,
  PersonId,
  PersonName,
  Phone,
  scoreCeiling,
  Urgency,
  Window,
  words,
  wordsOfRequester,
} from '../values';

export const CaseStatus = z.enum([
  'reported',
  'accepted',
  'filed',
  'dispatched',
  'handling',
  'awaiting-check',
  'awaiting-follow-up',
  'closed',
  'archived',
  'declined',
  'withdrawn',
  'awaiting-keys',
  'referred',
  'void',
  'merged',
]);
/** Statuses of CASE that this version can reach; the other one (suspended) comes with its command. */
export type CaseStatus = z.infer<typeof CaseStatus>;

export const Channel = z.enum(['desk', 'phone', 'web', 'proxy', 'station', 'visit', 'mobile', 'open311']);

/** A natural person under an id that belongs to this case alone; which person that is, only the key store knows. */
export const Subject = z.strictObject({
  subjectId: Id,
  name: personal(PersonName, { of: 'subject' }),
  phone: personal(Phone, { of: 'subject' }).optional(),
});

/** 诉求人. No subject: anonymous. A proxy 代报人 is a second subject of the same requester. */
export const Requester = z.strictObject({
  requesterId: Id,
  relation: z.enum(['self', 'proxy']),
  subject: Subject.optional(),
  proxy: Subject.optional(),
  /** Wants to be called back. */
  callBack: z.boolean().optional(),
  confidential: z.boolean(),
  trackingCode: personal(z.string().min(6).max(24), { of: 'requester' }),
});
export type Requester = z.infer<typeof Requester>;

/** Accounts and volunteers that one respondent keeps out. */
export const keptOutMax = 20;

/** 被反映人: who is complained about. They never see who reported. */
export const Respondent = z.strictObject({
  respondentId: Id,
  kind: z.enum(['person', 'household', 'shop', 'company']),
  name: personal(PersonName, { of: 'respondent' }),
  /** Where it is known: volunteers who are the respondent are known by it and keep out of the case. */
  phone: personal(Phone, { of: 'respondent' }).optional(),
  /** The shop or company that they are, or work for: whoever acts for it is on their side. */
  organisation: Code.optional(),
  /** Accounts and volunteers known to be them, or their kin, household or employees. */
  keptOut: z.array(PersonId).max(keptOutMax).optional(),
});

/** `compound` = 'outside' is an address too: outside every compound. `spot` is a code (stairwell, path, roof …). */
export const Place = z.strictObject({
  compound: Code,
  building: Code.optional(),
  entrance: Code.optional(),
  spot: Code.optional(),
  door: personal(z.string().min(1).max(20), { of: 'requester' }).optional(),
  /** Where no register knows the place: the words for it. */
  address: personal(z.string().min(1).max(200), { of: 'requester' }).optional(),
});
export type Place = z.infer<typeof Place>;

/** 责任人: the post, and the person who holds it that day. */
export const Accountable = z.strictObject({ post: Code, person: PersonId });
export type Accountable = z.infer<typeof Accountable>;

export const DeadlineName = z.enum([
  'acceptance',
  'dispatch',
  'acknowledgement',
  'handling',
  'follow-up',
  /** A case that climbed: until the level above has settled it. */
  'escalation',
]);
export type DeadlineName = z.infer<typeof DeadlineName>;

/** Data inside the event that starts it; runs on `recordedAt`. */
export const Deadline = z.strictObject({
  name: DeadlineName,
  clock: z.enum(['clock-hours', 'business-hours', 'workdays']),
  startedAt: Instant,
  warnAt: Instant,
  dueAt: Instant,
  policyVersion: z.int(),
  calendarVersion: z.int().optional(),
});
export type Deadline = z.infer<typeof Deadline>;
export const Deadlines = z.array(Deadline).max(10);

/** When it may be: agreed with the resident, or the policy's. */
export const Windows = z.array(Window).min(1).max(20);

/** What a work order asks of volunteers. "Now" is a window too. No door here: handlers learn it when they need it. */
export const Need = z.strictObject({
  skills: z.array(Code).max(20),
  interests: z.array(Code).max(20),
  certificates: z.array(Code).max(20),
  seats: z.int().min(1).max(10),
  place: z.strictObject({ compound: Code, building: Code.optional(), entrance: Code.optional() }),
  windows: Windows,
  minutes: Minutes,
});
export type Need = z.infer<typeof Need>;

/** 责任认定: whose matter it is, and out of whose money. */
export const ResponsibilityKind = z.enum([
  'private',
  'common-service',
  'maintenance-fund',
  'developer-warranty',
  'municipal',
  'unclear',
]);

/** Where in the organisation a case lies. */
export const UnitAt = z.strictObject({ level: LevelName, unit: Code });

const reachable = {
  name: personal(PersonName, { of: 'subject' }).optional(),
  phone: personal(Phone, { of: 'subject' }).optional(),
};
/** Who a requester is, whoever spoke for them, and whether they want to be called back. */
const identityOf = <Person extends z.ZodType>(person: Person) =>
  z.strictObject({
    subject: person.optional(),
    proxy: person.optional(),
    callBack: z.boolean().optional(),
  });

const amendment = {
  channel: Channel.optional(),
  category: Code.optional(),
  /** Left out where the category is corrected: as it was, or the category's where that is higher. */
  urgency: Urgency.optional(),
  place: Place.optional(),
  summary: wordsOfRequester.optional(),
  respondent: Respondent.optional(),
  confidential: z.boolean().optional(),
};

/** What of a report can be corrected. What is left out stays. */
export const Amendment = z.strictObject({
  ...amendment,
  /** Of the requester whom the correction names. */
  requester: identityOf(z.strictObject(reachable)).optional(),
});
export type Amendment = z.infer<typeof Amendment>;

/** The same as it is stored: names and phones under the key of whose they are. */
export const Amended = z.strictObject({
  ...amendment,
  requester: identityOf(z.strictObject({ subjectId: Id, ...reachable })).optional(),
});
export type Amended = z.infer<typeof Amended>;

/** What of another case decides whether one may be merged into it. */
export const MergeTarget = z.strictObject({
  open: z.boolean(),
  compound: Code,
  number: CaseNumber,
  confidential: z.boolean(),
  /** Whom it shuts out already. */
  organisation: Code.optional(),
  keptOut: z.array(PersonId).max(20),
  /** Whether it knows whoever is complained about here by what they are known by: their phone, or their name. */
  knowsRespondent: z.boolean(),
});
export type MergeTarget = z.infer<typeof MergeTarget>;

/** 承办: a post of the organisation, a partner or company, or volunteers to be found. */
export const Assignee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('post'), post: Code, person: PersonId }),
  z.strictObject({ kind: z.literal('organisation'), organisation: Code }),
  z.strictObject({ kind: z.literal('volunteers') }),
]);
export type Assignee = z.infer<typeof Assignee>;

export const WorkOrder = z.strictObject({
  workOrderId: Id,
  part: z.enum(['lead', 'support']),
  assignee: Assignee,
  need: Need.optional(),
});
export type WorkOrder = z.infer<typeof WorkOrder>;

/** 三方: the parties of a compound's lock. */
export const Party = z.enum(['branch', 'owners', 'property']);
export type Party = z.infer<typeof Party>;

/** 资金来源 */
export const PlanSource = z.enum([
  'service-fee',
  'public-revenue',
  'maintenance-fund',
  'warranty',
  'household',
]);

/** 方案: what the keys are turned on. Money in fen. */
export const Plan = z.strictObject({
  content: words,
  costFen: z.int().min(0).max(1_000_000_000_000),
  payer: Code,
  source: PlanSource,
  scope: words,
  /** To be done by the end of this day. */
  term: LocalDate,
});

export const PlanVersion = z.int().min(1).max(1000);
/** Who comes earlier in the order of stand-ins, and why they do not stand in. */
export const PassedOver = z.array(z.strictObject({ person: PersonId, basis: Code })).max(10);

/** Each key has a clock of its own. */
export const KeyDeadline = z.strictObject({
  party: Party,
  clock: z.enum(['clock-hours', 'business-hours', 'workdays']),
  startedAt: Instant,
  dueAt: Instant,
  policyVersion: z.int(),
  calendarVersion: z.int().optional(),
});
export type KeyDeadline = z.infer<typeof KeyDeadline>;
export const KeyDeadlines = z.array(KeyDeadline).max(3);

export const SettlementForm = z.enum(['oral', 'written']);

export const AssignmentBasis = z.enum(['offer', 'standing-consent', 'duty-roster', 'override']);
export const WorkOutcome = z.enum(['done', 'partly', 'not-done']);
/** How somebody was spoken to. */
export const ContactChannel = z.enum(['desk', 'phone', 'visit', 'web', 'sms', 'letter', 'notice']);
export const FollowUpOutcome = z.enum(['reached', 'not-reached', 'refused', 'not-possible']);
/** How far the scale goes, policy says. */
export const Score = z.int().min(1).max(scoreCeiling);
/** Who wrote down what somebody else said, and how that one said it. Today it is always who sends the command. */
export const RecordedBy = z.strictObject({ person: PersonId, channel: ContactChannel });
/** A signed sheet that staff wrote down: how it came, and where it is filed. */
export const SignedSheet = z.strictObject({ channel: ContactChannel, minutes: ExternalId });
export const RecordedFromSheet = SignedSheet.extend({ person: PersonId });
