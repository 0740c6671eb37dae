import { z } from 'zod';
import { message, personal, schemasByType } from '../message';
import {
  Code,
  CaseNumber,
  ExternalId,
  Id,
  Instant,
  LevelName,
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
  Assignee,
  AssignmentBasis,
  CaseStatus,
  Channel,
  ContactChannel,
  Deadlines,
  DeadlineName,
  FollowUpOutcome,
  Place,
  RecordedBy,
  Requester,
  Respondent,
  Score,
  WorkOrder,
  WorkOutcome,
} from './case.values';

// Stored for ever. Add optional fields only; a changed meaning is a new event.

const round = z.int().min(1);
const ofOrder = { round, workOrderId: Id };
const ofOffer = { ...ofOrder, offerId: Id, volunteerId: Id };
const reason = Code;

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

export const CaseReported = message('CaseReported', { ...report, deadlines: Deadlines });
export const CaseImported = message('CaseImported', {
  ...report,
  origin: Code,
  externalId: ExternalId,
  outsideStatus: z.enum(['open', 'closed']),
  /** The outside parent's number, where that parent is not here. */
  externalParent: ExternalId.optional(),
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
});
export const CaseAccepted = message('CaseAccepted', {
  category: Code,
  urgency: Urgency,
  deadlines: Deadlines,
  policyVersion: z.int(),
});
export const CaseDeclined = message('CaseDeclined', { ground: Code, words: words.optional() });
export const CaseAnswered = message('CaseAnswered', { round, category: Code.optional() });
export const CaseHandledOnSpot = message('CaseHandledOnSpot', {
  round,
  category: Code,
  /** Drawn for a check instead of closing, by the policy's share. */
  check: z.boolean(),
  by: PersonId,
  words,
});
export const RequesterAnswered = message('RequesterAnswered', {
  requesterId: Id,
  answerId: Id,
  subjectOf: z.enum(['decline', 'result', 'answer', 'on-the-spot', 'progress']),
  channel: ContactChannel,
  words,
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
export const WorkOrderAcknowledged = message('WorkOrderAcknowledged', ofOrder);
export const WorkOrderReturned = message('WorkOrderReturned', {
  ...ofOrder,
  ground: Code,
  words: words.optional(),
});
export const WorkOrderReassigned = message('WorkOrderReassigned', {
  ...ofOrder,
  from: Assignee,
  to: Assignee,
  reason,
  words: words.optional(),
  deadlines: Deadlines,
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
});
export const OfferAccepted = message('OfferAccepted', {
  ...ofOffer,
  window: Window,
  recordedBy: RecordedBy.optional(),
});
export const OfferDeclined = message('OfferDeclined', {
  ...ofOffer,
  reason: reason.optional(),
  words: personal(Words, { of: 'volunteer' }).optional(),
  recordedBy: RecordedBy.optional(),
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
});
export const VolunteerCheckedIn = message('VolunteerCheckedIn', {
  ...ofOffer,
  recordedBy: RecordedBy.optional(),
});
export const VolunteerNoShow = message('VolunteerNoShow', { ...ofOffer, bookingId: Id });
/** Nobody is left to ask: the order lies on the dispatcher's desk, with how many were excluded or said no, and why. */
export const VolunteersExhausted = message('VolunteersExhausted', {
  ...ofOrder,
  attempt: z.int().min(1),
  asked: z.int().min(0),
  reasons: z.array(z.strictObject({ constraint: Code, count: z.int().min(1) })).max(30),
  matchRef: Id.optional(),
});
export const AccountabilityTransferred = message('AccountabilityTransferred', {
  from: Accountable,
  to: Accountable,
  reason,
  words: words.optional(),
});
export const ContactAttempted = message('ContactAttempted', {
  contactId: Id,
  requesterId: Id,
  purpose: z.enum(['clarify', 'appointment', 'answer', 'follow-up']),
  channel: ContactChannel,
  reached: z.boolean(),
  words: words.optional(),
});
export const HandlingStarted = message('HandlingStarted', ofOrder);
export const ProgressReported = message('ProgressReported', { ...ofOrder, itemId: Id, words });
export const ResultReported = message('ResultReported', {
  ...ofOrder,
  outcome: WorkOutcome,
  words,
  minutes: Minutes.optional(),
  /** Volunteers and staff who did the work: they may not check it. */
  doneBy: z.array(PersonId).min(1).max(40),
});
export const ResultChecked = message('ResultChecked', {
  round,
  checkId: Id,
  passed: z.boolean(),
  found: words,
});
export const CaseHandled = message('CaseHandled', { round, deadlines: Deadlines });
export const ReworkOrdered = message('ReworkOrdered', {
  round,
  workOrderId: Id.optional(),
  because: z.enum(['check', 'follow-up']),
  /** Absent after a follow-up: the requester's words stand in the `FollowUpRecorded` beside it, under their own key. */
  reason: words.optional(),
  /** The handling clock with the time that it had left when the case was handled; absent where it never stopped. */
  deadlines: Deadlines.optional(),
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
});
export const CaseClosed = message('CaseClosed', { round, as: z.enum(['solved', 'not-reached', 'unrated']) });
export const ReopeningRequested = message('ReopeningRequested', {
  requesterId: Id,
  requestId: Id,
  reason: wordsOfRequester,
});
export const ReopeningRefused = message('ReopeningRefused', {
  requestId: Id,
  ground: Code,
  words: words.optional(),
});
export const CaseReopened = message('CaseReopened', {
  /** The new round. */
  round,
  requestId: Id.optional(),
  accountable: Accountable,
  deadlines: Deadlines,
  supervised: z.boolean(),
});
export const RequesterWithdrew = message('RequesterWithdrew', {
  requesterId: Id,
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
  RequesterAnswered, CaseFiled, WorkOrderDispatched, WorkOrderAcknowledged, WorkOrderReturned, WorkOrderReassigned,
  VolunteerOffered, OfferAccepted, OfferDeclined, OfferExpired, OfferWithdrawn, VolunteerAssigned, VolunteerReleased,
  VolunteerCheckedIn, VolunteerNoShow, VolunteersExhausted, AccountabilityTransferred, ContactAttempted, HandlingStarted,
  ProgressReported, ResultReported, ResultChecked, CaseHandled, ReworkOrdered, FollowUpRecorded, CaseClosed, ReopeningRequested,
  ReopeningRefused, CaseReopened, RequesterWithdrew, CaseWithdrawn, DeadlineWarned, DeadlineBreached,
] as const; // prettier-ignore

export const CaseEvent = z.discriminatedUnion('type', all);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventType = CaseEvent['type'];
export type CaseEventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;
export const caseEvents = schemasByType(all);
export { CaseStatus };
