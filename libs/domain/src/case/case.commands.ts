import { z } from 'zod';
import { derived, message, personal, schemasByType } from '../message';
import {
  CaseNumber,
  Code,
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
  Channel,
  ContactChannel,
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

// Every adding command carries the id of what it adds: `derived` ids may be left out over HTTP.

const reason = Code;
const ofOrder = { workOrderId: Id };
const ofOffer = { workOrderId: Id, offerId: Id };
/** 回避: the volunteer has a part in the matter themselves. Found by the service; which person is who, no case knows. */
const conflict = z.boolean().optional();

const report = {
  caseId: Id,
  number: CaseNumber,
  requester: Requester,
  respondent: Respondent.optional(),
  channel: Channel,
  category: Code.optional(),
  /** Default: the category's. */
  urgency: Urgency.optional(),
  place: Place,
  summary: wordsOfRequester,
  confidential: z.boolean(),
  accountable: Accountable,
};

/** 上报 */
export const ReportCase = message('ReportCase', report);
/** 导入: an outside case, open or closed there. */
export const ImportCase = message('ImportCase', {
  ...report,
  origin: Code,
  externalId: ExternalId,
  outsideStatus: z.enum(['open', 'closed']),
  externalParent: ExternalId.optional(),
});
export const RecordExternalNote = message('RecordExternalNote', {
  noteId: Id,
  at: Instant,
  kind: Code,
  words: wordsOfRequester,
});
/** 加入: a second caller about the same matter. */
export const JoinCase = message('JoinCase', {
  requester: Requester,
  words: wordsOfRequester,
  channel: Channel,
});
/** 受理. Urgency left out: as reported, or the category's where that is higher. */
export const AcceptCase = message('AcceptCase', { category: Code, urgency: Urgency.optional() });
/** 不予受理 */
export const DeclineCase = message('DeclineCase', { ground: Code, words: words.optional() });
/** 直接答复: a question, answered at once. */
export const AnswerDirectly = message('AnswerDirectly', {
  channel: ContactChannel,
  words,
  category: Code.optional(),
});
/** 当场办结: fixed by whoever found it. */
export const RecordHandledOnSpot = message('RecordHandledOnSpot', {
  category: Code,
  channel: ContactChannel,
  words,
  /** Drawn by the service by the policy's share, from the case id. */
  check: z.boolean().optional(),
});
/** 立案. A category only where the case has none yet: imported as closed, then reopened. */
export const FileCase = message('FileCase', { level: LevelName, unit: Code, category: Code.optional() });
/** 派单. A person who overrides the route says why. */
export const DispatchWorkOrder = message('DispatchWorkOrder', {
  order: WorkOrder,
  override: z.strictObject({ reason, words: words.optional() }).optional(),
});
/** 签收 */
export const AcknowledgeWorkOrder = message('AcknowledgeWorkOrder', ofOrder);
/** 退单 */
export const ReturnWorkOrder = message('ReturnWorkOrder', {
  ...ofOrder,
  ground: Code,
  words: words.optional(),
});
/** 改派 */
export const ReassignWorkOrder = message('ReassignWorkOrder', {
  ...ofOrder,
  to: Assignee,
  reason,
  words: words.optional(),
});
/**
 * 征询接单. With basis `standing-consent`, `duty-roster` or `override` the offer is accepted in the same append;
 * an override needs a reason.
 */
export const OfferToVolunteer = message('OfferToVolunteer', {
  ...ofOrder,
  offerId: derived(Id),
  volunteerId: Id,
  window: Window,
  wave: z.int().min(1),
  basis: AssignmentBasis,
  reason: reason.optional(),
  words: words.optional(),
  matchRef: Id.optional(),
  conflict,
});
/** 接单. First answer takes the seat. */
export const AcceptOffer = message('AcceptOffer', {
  ...ofOffer,
  recordedBy: RecordedBy.optional(),
  conflict,
});
/** 婉拒 */
export const DeclineOffer = message('DeclineOffer', {
  ...ofOffer,
  reason: reason.optional(),
  words: personal(Words, { of: 'volunteer' }).optional(),
  recordedBy: RecordedBy.optional(),
});
/** 过期, by timer. */
export const ExpireOffer = message('ExpireOffer', ofOffer);
/** 撤回 */
export const WithdrawOffer = message('WithdrawOffer', { ...ofOffer, reason });
/** 指派: the booking stands. Where the seat is gone meanwhile, the offer is withdrawn instead, so that the booking is released. */
export const AssignVolunteer = message('AssignVolunteer', {
  ...ofOffer,
  bookingId: Id,
  /** Of the volunteer, as their booking says. */
  account: PersonId.optional(),
});
/** 取消指派 */
export const ReleaseVolunteer = message('ReleaseVolunteer', { ...ofOffer, reason, words: words.optional() });
/** 到场 */
export const CheckInVolunteer = message('CheckInVolunteer', {
  ...ofOffer,
  recordedBy: RecordedBy.optional(),
});
/** 未到, by timer or staff. */
export const RecordNoShow = message('RecordNoShow', ofOffer);
export const ReportVolunteersExhausted = message('ReportVolunteersExhausted', {
  ...ofOrder,
  attempt: z.int().min(1),
  reasons: z.array(z.strictObject({ constraint: Code, count: z.int().min(1) })).max(30),
  matchRef: Id.optional(),
});
/** 移交责任 */
export const TransferAccountability = message('TransferAccountability', {
  to: Accountable,
  reason,
  words: words.optional(),
});
/** 联系 */
export const RecordContact = message('RecordContact', {
  contactId: derived(Id),
  requesterId: Id,
  purpose: z.enum(['clarify', 'appointment', 'answer', 'follow-up']),
  channel: ContactChannel,
  reached: z.boolean(),
  words: words.optional(),
});
export const StartHandling = message('StartHandling', ofOrder);
export const ReportProgress = message('ReportProgress', { ...ofOrder, itemId: derived(Id), words });
/** 反馈 */
export const ReportResult = message('ReportResult', {
  ...ofOrder,
  outcome: WorkOutcome,
  words,
  minutes: Minutes.optional(),
  /** Who did the work, where others than the speaker and the checked-in volunteers took part. */
  doneBy: z.array(PersonId).max(20).optional(),
});
/** 核查: who did it does not check it. */
export const CheckResult = message('CheckResult', {
  checkId: derived(Id),
  passed: z.boolean(),
  found: words,
});
/** 答复 */
export const AnswerRequester = message('AnswerRequester', {
  answerId: derived(Id),
  requesterId: Id,
  subjectOf: z.enum(['decline', 'result', 'progress']),
  channel: ContactChannel,
  words,
});
/** 回访 */
export const RecordFollowUp = message('RecordFollowUp', {
  followUpId: derived(Id),
  requesterId: Id,
  outcome: FollowUpOutcome,
  channel: ContactChannel,
  contacted: z.boolean().optional(),
  solved: z.boolean().optional(),
  outcomeScore: Score.optional(),
  serviceScore: Score.optional(),
  words: wordsOfRequester.optional(),
});
/** 结案 */
export const CloseCase = message('CloseCase', {});
/** 申请重开: within the policy's term it reopens at once. */
export const RequestReopening = message('RequestReopening', {
  requestId: derived(Id),
  requesterId: Id,
  reason: wordsOfRequester,
});
export const GrantReopening = message('GrantReopening', { requestId: Id });
export const RefuseReopening = message('RefuseReopening', {
  requestId: Id,
  ground: Code,
  words: words.optional(),
});
/** 撤回: the last requester's withdrawal ends the case. */
export const WithdrawRequest = message('WithdrawRequest', {
  requesterId: Id,
  words: wordsOfRequester.optional(),
});
export const WarnDeadline = message('WarnDeadline', {
  name: DeadlineName,
  workOrderId: Id.optional(),
  dueAt: Instant,
});
export const BreachDeadline = message('BreachDeadline', {
  name: DeadlineName,
  workOrderId: Id.optional(),
  dueAt: Instant,
});

const all = [
  ReportCase, ImportCase, RecordExternalNote, JoinCase, AcceptCase, DeclineCase, AnswerDirectly, RecordHandledOnSpot, FileCase,
  DispatchWorkOrder, AcknowledgeWorkOrder, ReturnWorkOrder, ReassignWorkOrder, OfferToVolunteer, AcceptOffer, DeclineOffer,
  ExpireOffer, WithdrawOffer, AssignVolunteer, ReleaseVolunteer, CheckInVolunteer, RecordNoShow, ReportVolunteersExhausted,
  TransferAccountability, RecordContact, StartHandling, ReportProgress, ReportResult, CheckResult, AnswerRequester,
  RecordFollowUp, CloseCase, RequestReopening, GrantReopening, RefuseReopening, WithdrawRequest, WarnDeadline, BreachDeadline,
] as const; // prettier-ignore

export const CaseCommand = z.discriminatedUnion('type', all);
export type CaseCommand = z.infer<typeof CaseCommand>;
export type CaseCommandType = CaseCommand['type'];
export type CaseCommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>;
export const caseCommands = schemasByType(all);
