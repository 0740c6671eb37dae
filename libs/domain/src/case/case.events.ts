import { z } from 'zod';
import { message, personal, schemasByType } from '../message';
import {
  Code,
  CaseNumber,
  ExternalId,
  Hash,
  Id,
  Instant,
  LevelName,
  LocalDate,
  Minutes,
  PersonId,
  Urgency,
  Window,
  words,
  Words,
  wordsOfRequester,
} from '../values';
import {
  Accountable,
  Amended,
  Assignee,
  AssignmentBasis,
  CaseStatus,
  Channel,
  ContactChannel,
  DeadlineName,
  Deadlines,
  FollowUpOutcome,
  KeyDeadlines,
  Need,
  Party,
  PassedOver,
  Place,
  Plan,
  PlanVersion,
  RecordedBy,
  RecordedFromSheet,
  Requester,
  Respondent,
  ResponsibilityKind,
  Score,
  SettlementForm,
  UnitAt,
  Windows,
  WorkOrder,
  WorkOutcome,
} from './case.values';

// Stored for ever. Add optional fields only; a changed meaning is a new event.

const round = z.int().min(1);
const ofOrder = { round, workOrderId: Id };
const ofOffer = { ...ofOrder, offerId: Id, volunteerId: Id };
const reason = Code;
/** The version of the policy that it rested on; 0: none was adopted, and the starter policy was read. */
const policyVersion = z.int().min(0).optional();
/** Of staff who wrote down what somebody said on the phone or on paper. */
const recordedBy = RecordedBy.optional();
/** How a requester said it, where staff wrote it down. */
const saidOn = ContactChannel.optional();
/** When it is archived by itself, unless somebody asks for it again. */
const archiveAt = Instant.optional();

const report = {
  caseId: Id,
  number: CaseNumber,
  requesters: z.array(Requester).min(1).max(20),
  respondent: Respondent.optional(),
  channel: Channel,
  category: Code.optional(),
  urgency: Urgency,
  place: Place,
  summary: wordsOfRequester,
  confidential: z.boolean(),
  accountable: Accountable,
};

export const CaseReported = message('CaseReported', { ...report, deadlines: Deadlines, policyVersion });
export const CaseImported = message('CaseImported', {
  ...report,
  origin: Code,
  externalId: ExternalId,
  outsideStatus: z.enum(['open', 'closed']),
  /** The outside parent's number, where that parent is not here. */
  externalParent: ExternalId.optional(),
  policyVersion,
});
export const ExternalNoteRecorded = message('ExternalNoteRecorded', {
  noteId: Id,
  at: Instant,
  kind: Code,
  words: wordsOfRequester,
});
export const RequesterJoined = message('RequesterJoined', {
  requester: Requester,
  words: wordsOfRequester,
  channel: Channel,
  /** The case that was merged into this one, where they reported that. */
  from: Id.optional(),
});
export const CaseAccepted = message('CaseAccepted', {
  category: Code,
  urgency: Urgency,
  deadlines: Deadlines,
  policyVersion: z.int(),
});
export const CaseDeclined = message('CaseDeclined', { ground: Code, words: words.optional(), policyVersion });
export const CaseAnswered = message('CaseAnswered', {
  round,
  category: Code.optional(),
  archiveAt,
  policyVersion,
});
export const CaseHandledOnSpot = message('CaseHandledOnSpot', {
  round,
  category: Code,
  /** Drawn for a check instead of closing, by the policy's share. */
  check: z.boolean(),
  by: PersonId,
  words,
  policyVersion,
  archiveAt,
});
export const RequesterAnswered = message('RequesterAnswered', {
  requesterId: Id,
  answerId: Id,
  subjectOf: z.enum(['decline', 'result', 'answer', 'on-the-spot', 'progress', 'referral', 'merge']),
  channel: ContactChannel,
  words,
});
export const FactsVerified = message('FactsVerified', { round, verificationId: Id, found: words });
export const ResponsibilityDetermined = message('ResponsibilityDetermined', {
  round,
  kind: ResponsibilityKind,
  basis: Code,
  words: words.optional(),
  policyVersion,
});
export const SafetyMeasureTaken = message('SafetyMeasureTaken', {
  round,
  measureId: Id,
  measure: Code,
  words,
});
/** A climb. Where another post answers for the case from now on, an `AccountabilityTransferred` stands beside it. */
export const CaseEscalated = message('CaseEscalated', {
  round,
  from: UnitAt,
  to: UnitAt.extend({ post: Code, person: PersonId }),
  reason,
  words: words.optional(),
  deadlines: Deadlines,
  policyVersion: z.int(),
});
export const CaseFiled = message('CaseFiled', {
  round,
  level: LevelName,
  unit: Code,
  /** Set where the case had none: imported as closed, then reopened. */
  category: Code.optional(),
  deadlines: Deadlines,
  policyVersion: z.int(),
  catalogueVersion: z.int(),
});
export const WorkOrderDispatched = message('WorkOrderDispatched', {
  round,
  order: WorkOrder,
  deadlines: Deadlines,
  /** Set where a person overrode the catalogue's route. */
  override: z.strictObject({ reason, words: words.optional() }).optional(),
  policyVersion: z.int(),
  catalogueVersion: z.int(),
});
export const WorkOrderAcknowledged = message('WorkOrderAcknowledged', { ...ofOrder, recordedBy });
export const WorkOrderReturned = message('WorkOrderReturned', {
  ...ofOrder,
  ground: Code,
  words: words.optional(),
  policyVersion,
  recordedBy,
});
export const WorkOrderReassigned = message('WorkOrderReassigned', {
  ...ofOrder,
  from: Assignee,
  to: Assignee,
  /** What it asks of volunteers from here on; absent: what it asked before. */
  need: Need.optional(),
  reason,
  words: words.optional(),
  deadlines: Deadlines,
  policyVersion,
});
export const VolunteerOffered = message('VolunteerOffered', {
  ...ofOffer,
  window: Window,
  expiresAt: Instant,
  wave: z.int().min(1),
  basis: AssignmentBasis,
  reason: reason.optional(),
  words: words.optional(),
  /** Event id of the ranking that this choice rested on; absent where a person chose freely. */
  matchRef: Id.optional(),
  policyVersion,
});
export const OfferAccepted = message('OfferAccepted', {
  ...ofOffer,
  window: Window,
  recordedBy,
});
export const OfferDeclined = message('OfferDeclined', {
  ...ofOffer,
  reason: reason.optional(),
  words: personal(Words, { of: 'volunteer' }).optional(),
  recordedBy,
});
export const OfferExpired = message('OfferExpired', ofOffer);
export const OfferWithdrawn = message('OfferWithdrawn', { ...ofOffer, reason });
export const VolunteerAssigned = message('VolunteerAssigned', {
  ...ofOffer,
  bookingId: Id,
  window: Window,
  basis: AssignmentBasis,
  reason: reason.optional(),
  matchRef: Id.optional(),
  /** The volunteer's, whoever answered for them: who did the work does not check it. */
  account: PersonId.optional(),
});
export const VolunteerReleased = message('VolunteerReleased', {
  ...ofOffer,
  bookingId: Id,
  reason,
  words: words.optional(),
  policyVersion,
});
export const VolunteerCheckedIn = message('VolunteerCheckedIn', {
  ...ofOffer,
  recordedBy,
});
export const VolunteerNoShow = message('VolunteerNoShow', { ...ofOffer, bookingId: Id, policyVersion });
/** Nobody is left to ask: the order lies on the dispatcher's desk, with how many were excluded or said no, and why. */
export const VolunteersExhausted = message('VolunteersExhausted', {
  ...ofOrder,
  attempt: z.int().min(1),
  asked: z.int().min(0),
  reasons: z.array(z.strictObject({ constraint: Code, count: z.int().min(1) })).max(30),
  matchRef: Id.optional(),
  policyVersion,
});
export const AccountabilityTransferred = message('AccountabilityTransferred', {
  from: Accountable,
  to: Accountable,
  reason,
  words: words.optional(),
  policyVersion,
});
export const ContactAttempted = message('ContactAttempted', {
  contactId: Id,
  requesterId: Id,
  purpose: z.enum(['clarify', 'appointment', 'answer', 'follow-up']),
  channel: ContactChannel,
  reached: z.boolean(),
  words: words.optional(),
});
export const HandlingStarted = message('HandlingStarted', { ...ofOrder, recordedBy });
export const ProgressReported = message('ProgressReported', { ...ofOrder, itemId: Id, words, recordedBy });
export const ResultReported = message('ResultReported', {
  ...ofOrder,
  outcome: WorkOutcome,
  words,
  minutes: Minutes.optional(),
  costFen: z.int().min(0).optional(),
  /** Volunteers and staff who did the work: they may not check it. */
  doneBy: z.array(PersonId).min(1).max(40),
  recordedBy,
});
export const ResultChecked = message('ResultChecked', {
  round,
  checkId: Id,
  passed: z.boolean(),
  found: words,
  policyVersion,
});
export const CaseHandled = message('CaseHandled', { round, deadlines: Deadlines, policyVersion });
export const ReworkOrdered = message('ReworkOrdered', {
  round,
  workOrderId: Id.optional(),
  /** Set where the body it was referred to is asked again. */
  referralId: Id.optional(),
  because: z.enum(['check', 'follow-up']),
  /** Absent after a follow-up: the requester's words stand in the `FollowUpRecorded` beside it, under their own key. */
  reason: words.optional(),
  /** The clocks that stood still, with the time that they had left when the case was handled; absent where none did. */
  deadlines: Deadlines.optional(),
  /** When volunteers may come for it; absent: within what was agreed before, or nobody asks volunteers. */
  windows: Windows.optional(),
  policyVersion,
});
export const FollowUpRecorded = message('FollowUpRecorded', {
  round,
  followUpId: Id,
  requesterId: Id,
  outcome: FollowUpOutcome,
  channel: ContactChannel,
  contacted: z.boolean().optional(),
  solved: z.boolean().optional(),
  outcomeScore: Score.optional(),
  serviceScore: Score.optional(),
  words: wordsOfRequester.optional(),
  policyVersion,
});
export const CaseReferred = message('CaseReferred', {
  round,
  referralId: Id,
  body: Code,
  basis: Code,
  words: words.optional(),
  policyVersion: z.int(),
});
export const ReferralAnswered = message('ReferralAnswered', {
  round,
  referralId: Id,
  /** It was theirs, and this is what they did. */
  accepted: z.boolean(),
  words,
  deadlines: Deadlines,
  policyVersion,
});
const settlement = {
  ...ofOrder,
  settlementId: Id,
  mediator: PersonId,
  /** The mediator, and who held the post of the order: they do not ask how it went. */
  doneBy: z.array(PersonId).min(1).max(40),
};
export const SettlementRecorded = message('SettlementRecorded', {
  ...settlement,
  form: SettlementForm,
  requesterIds: z.array(Id).min(1).max(20),
  respondentId: Id.optional(),
  terms: words,
  term: LocalDate.optional(),
});
export const SettlementFailed = message('SettlementFailed', {
  ...settlement,
  reason,
  /** 权利告知: what else they can do was explained to both sides. */
  rightsExplained: z.literal(true),
  words: words.optional(),
  policyVersion,
});
export const DisclosureConsented = message('DisclosureConsented', {
  requesterId: Id,
  channel: saidOn,
  words: wordsOfRequester.optional(),
});
export const JointResolutionConvened = message('JointResolutionConvened', {
  round,
  parties: z.array(Party).min(1).max(3),
  keyDeadlines: KeyDeadlines,
  policyVersion: z.int(),
});
/** A new version gives every key back. Its leaf hash is what the keys are turned on. */
export const PlanProposed = message('PlanProposed', {
  round,
  version: PlanVersion,
  plan: Plan,
  keyDeadlines: KeyDeadlines,
  policyVersion: z.int(),
});
const ofKey = {
  round,
  party: Party,
  version: PlanVersion,
  /** The natural person whose word it is. */
  holder: PersonId,
  recordedBy: RecordedFromSheet.optional(),
};
/** Who asked for the link by which it was said: nobody knows who has a link in their hands. */
const linkedBy = PersonId.optional();
/** What a result waits for: its check, or that its requesters hear of it. */
const Interrupted = z.enum(['awaiting-check', 'awaiting-follow-up']);
export const KeyTurned = message('KeyTurned', { ...ofKey, planHash: Hash, linkedBy });
export const KeyRefused = message('KeyRefused', {
  ...ofKey,
  reason,
  words: words.optional(),
  policyVersion,
  linkedBy,
});
export const KeyTakenBack = message('KeyTakenBack', {
  ...ofKey,
  because: z.enum(['holder', 'objection']),
  /** Where a result is there already: what rests until the lock is open again. */
  interrupts: Interrupted.optional(),
  words: words.optional(),
  /** The party's clock begins anew. */
  keyDeadlines: KeyDeadlines,
  policyVersion,
});
export const KeyOverdue = message('KeyOverdue', { round, party: Party, dueAt: Instant, firedAt: Instant });
export const StandInAppointed = message('StandInAppointed', {
  round,
  party: Party,
  person: PersonId,
  basis: Code,
  until: Instant,
  passedOver: PassedOver.optional(),
  policyVersion: z.int(),
});
export const ReferredToOwnersAssembly = message('ReferredToOwnersAssembly', {
  round,
  version: PlanVersion,
  rule: z.enum(['owners-assembly', 'maintenance-fund']),
});
/** An approval is the owners' key on this version; after a rejection a new plan is asked for. */
export const AssemblyDecided = message('AssemblyDecided', {
  round,
  version: PlanVersion,
  approved: z.boolean(),
  minutes: ExternalId,
  words: words.optional(),
});
export const LockOpened = message('LockOpened', {
  round,
  version: PlanVersion,
  /** Where work was under way and goes on: how far its lead order is, or its result. */
  resumes: z.enum(['dispatched', 'handling', ...Interrupted.options]).optional(),
  deadlines: Deadlines,
  policyVersion,
});
export const JointResolutionFailed = message('JointResolutionFailed', {
  round,
  reason,
  words: words.optional(),
  deadlines: Deadlines,
  policyVersion,
});
export const CaseClosed = message('CaseClosed', {
  round,
  as: z.enum(['solved', 'not-reached', 'unrated']),
  archiveAt,
  policyVersion,
});
export const ReopeningRequested = message('ReopeningRequested', {
  requesterId: Id,
  requestId: Id,
  channel: saidOn,
  reason: wordsOfRequester,
  policyVersion,
});
export const ReopeningRefused = message('ReopeningRefused', {
  requestId: Id,
  ground: Code,
  words: words.optional(),
  policyVersion,
  archiveAt,
});
export const CaseReopened = message('CaseReopened', {
  /** The new round. */
  round,
  requestId: Id.optional(),
  accountable: Accountable,
  deadlines: Deadlines,
  supervised: z.boolean(),
  policyVersion,
});
export const ReportAmended = message('ReportAmended', {
  amendmentId: Id,
  requesterId: Id,
  fields: Amended,
  /** The respondent is the same, and so is their phone: sealed where it was first said, it is not said again. */
  phoneStays: z.literal(true).optional(),
  /** The case is about somebody else now: who agreed that the other side hears their name agreed to nothing of them. */
  anotherRespondent: z.literal(true).optional(),
  /** Id of the event that is corrected. */
  supersedes: Id,
  words: words.optional(),
  /** The clocks that run, where it is more or less urgent than was thought. */
  deadlines: Deadlines.optional(),
  policyVersion,
  /** Of the category, where it was corrected. */
  catalogueVersion: z.int().optional(),
});
/** One person asks for it to be void; nothing has changed yet. */
export const VoidProposed = message('VoidProposed', {
  ground: Code,
  by: PersonId,
  words: words.optional(),
  policyVersion,
});
export const CaseVoided = message('CaseVoided', {
  round,
  ground: Code,
  /** Who asked for it. */
  first: PersonId,
  /** Who did it. */
  second: PersonId,
  words: words.optional(),
  policyVersion,
});
/** Its requesters have joined the other case, and go on there. */
export const CaseMerged = message('CaseMerged', { round, into: Id, policyVersion });
export const CaseArchived = message('CaseArchived', { round, policyVersion });
export const RequesterWithdrew = message('RequesterWithdrew', {
  requesterId: Id,
  channel: saidOn,
  words: wordsOfRequester.optional(),
});
export const CaseWithdrawn = message('CaseWithdrawn', { round });
export const DeadlineWarned = message('DeadlineWarned', {
  name: DeadlineName,
  workOrderId: Id.optional(),
  dueAt: Instant,
  firedAt: Instant,
});
export const DeadlineBreached = message('DeadlineBreached', {
  name: DeadlineName,
  workOrderId: Id.optional(),
  dueAt: Instant,
  firedAt: Instant,
});

const all = [
  CaseReported, CaseImported, ExternalNoteRecorded, RequesterJoined, CaseAccepted, CaseDeclined, CaseAnswered, CaseHandledOnSpot,
  RequesterAnswered, FactsVerified, ResponsibilityDetermined, SafetyMeasureTaken, CaseEscalated, CaseFiled, WorkOrderDispatched, WorkOrderAcknowledged, WorkOrderReturned, WorkOrderReassigned,
  VolunteerOffered, OfferAccepted, OfferDeclined, OfferExpired, OfferWithdrawn, VolunteerAssigned, VolunteerReleased,
  VolunteerCheckedIn, VolunteerNoShow, VolunteersExhausted, AccountabilityTransferred, ContactAttempted, HandlingStarted,
  ProgressReported, ResultReported, ResultChecked, CaseHandled, ReworkOrdered, FollowUpRecorded,
  CaseReferred, ReferralAnswered, SettlementRecorded, SettlementFailed, DisclosureConsented, JointResolutionConvened, PlanProposed, KeyTurned, KeyRefused, KeyTakenBack, KeyOverdue, StandInAppointed,
  ReferredToOwnersAssembly, AssemblyDecided, LockOpened, JointResolutionFailed, CaseClosed, ReopeningRequested,
  ReopeningRefused, CaseReopened, ReportAmended, VoidProposed, CaseVoided, CaseMerged, CaseArchived, RequesterWithdrew, CaseWithdrawn, DeadlineWarned, DeadlineBreached,
] as const; // prettier-ignore

export const CaseEvent = z.discriminatedUnion('type', all);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventType = CaseEvent['type'];
export type CaseEventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;
export const caseEvents = schemasByType(all);
export { CaseStatus };
