import { z } from 'zod';
import { derived, message, personal, schemasByType } from '../message';
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
  Urgency,
  Window,
  words,
  Words,
  wordsOfRequester,
} from '../values';
import {
  Accountable,
  Amendment,
  Assignee,
  AssignmentBasis,
  Channel,
  ContactChannel,
  DeadlineName,
  FollowUpOutcome,
  MergeTarget,
  Need,
  Party,
  PassedOver,
  Place,
  Plan,
  PlanVersion,
  RecordedBy,
  Requester,
  Respondent,
  ResponsibilityKind,
  Score,
  SettlementForm,
  SignedSheet,
  Windows,
  WorkOrder,
  WorkOutcome,
} from './case.values';

// Every adding command carries the id of what it adds: `derived` ids may be left out over HTTP.

const reason = Code;
const ofOrder = { workOrderId: Id };
const ofOffer = { workOrderId: Id, offerId: Id };
/** Of staff who write down what somebody says on the phone or on paper. */
const recordedBy = RecordedBy.optional();
/** How a requester said it, where staff write it down. */
const saidOn = ContactChannel.optional();
/** When volunteers may come for the rework that it orders, as agreed with the resident. */
const windows = Windows.optional();
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
  /** The case that is merged into this one, where they reported that. Said by the service. */
  from: Id.optional(),
});
/** 更正: the corrected event stays; its id is named. */
export const AmendReport = message('AmendReport', {
  amendmentId: derived(Id),
  /** Whose words and whose door they are: they are sealed under this requester's key. */
  requesterId: Id,
  fields: Amendment,
  /** Id of the event that is corrected. */
  supersedes: Id,
  words: words.optional(),
  /** Whether this case holds that event, and it told some of this. Found by the service. */
  known: z.boolean().optional(),
  /** Volunteers of this round, and their accounts, who are known to be the respondent. Found by the service. */
  alike: z.array(PersonId).optional(),
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
/** 核实: what somebody found at the place. */
export const VerifyFacts = message('VerifyFacts', { verificationId: derived(Id), found: words });
/** 责任认定 */
export const DetermineResponsibility = message('DetermineResponsibility', {
  kind: ResponsibilityKind,
  basis: Code,
  words: words.optional(),
});
/** 应急处置: cordon off, shut off, warn. Asks for no order, no lock and no policy. */
export const TakeSafetyMeasure = message('TakeSafetyMeasure', {
  measureId: derived(Id),
  measure: Code,
  words,
});
/** 提级: to the post of the next level. */
export const EscalateCase = message('EscalateCase', { reason, words: words.optional() });
/** 立案. A category only where the case has none yet: imported as closed, then reopened. */
export const FileCase = message('FileCase', { level: LevelName, unit: Code, category: Code.optional() });
/** 派单. A person who overrides the route says why. */
export const DispatchWorkOrder = message('DispatchWorkOrder', {
  order: WorkOrder,
  override: z.strictObject({ reason, words: words.optional() }).optional(),
});
/** 签收 */
export const AcknowledgeWorkOrder = message('AcknowledgeWorkOrder', { ...ofOrder, recordedBy });
/** 退单 */
export const ReturnWorkOrder = message('ReturnWorkOrder', {
  ...ofOrder,
  ground: Code,
  words: words.optional(),
  recordedBy,
});
/** 改派 */
export const ReassignWorkOrder = message('ReassignWorkOrder', {
  ...ofOrder,
  to: Assignee,
  /** What is asked of volunteers; left out: what the order asks already. */
  need: Need.optional(),
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
  recordedBy,
  conflict,
});
/** 婉拒 */
export const DeclineOffer = message('DeclineOffer', {
  ...ofOffer,
  reason: reason.optional(),
  words: personal(Words, { of: 'volunteer' }).optional(),
  recordedBy,
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
  recordedBy,
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
export const StartHandling = message('StartHandling', { ...ofOrder, recordedBy });
export const ReportProgress = message('ReportProgress', {
  ...ofOrder,
  itemId: derived(Id),
  words,
  recordedBy,
});
/** 反馈 */
export const ReportResult = message('ReportResult', {
  ...ofOrder,
  outcome: WorkOutcome,
  words,
  minutes: Minutes.optional(),
  /** What it cost. More than the plan needs a new version of it. */
  costFen: z.int().min(0).optional(),
  /** Who did the work, where others than the speaker and the checked-in volunteers took part. */
  doneBy: z.array(PersonId).max(20).optional(),
  recordedBy,
});
/** 核查: who did it does not check it. */
export const CheckResult = message('CheckResult', {
  checkId: derived(Id),
  passed: z.boolean(),
  found: words,
  windows,
});
/** 答复 */
export const AnswerRequester = message('AnswerRequester', {
  answerId: derived(Id),
  requesterId: Id,
  subjectOf: z.enum(['decline', 'result', 'progress', 'referral', 'merge']),
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
  windows,
});
/** 结案 */
export const CloseCase = message('CloseCase', {});
/** 申请重开: within the policy's term it reopens at once. */
export const RequestReopening = message('RequestReopening', {
  requestId: derived(Id),
  requesterId: Id,
  channel: saidOn,
  reason: wordsOfRequester,
});
export const GrantReopening = message('GrantReopening', { requestId: Id });
export const RefuseReopening = message('RefuseReopening', {
  requestId: Id,
  ground: Code,
  words: words.optional(),
});
/** 作废: asked for by one, done by a second person on the same ground. */
export const VoidCase = message('VoidCase', { ground: Code, words: words.optional() });
/** 并单: the same matter was reported twice; its requesters join the other case before this one ends. */
export const MergeCase = message('MergeCase', {
  into: Id,
  /** The other case's compound, named where it is not this one's: nobody merges across compounds by mistake. */
  compound: Code.optional(),
  /** What has become of the other case. Found by the service: a case knows no other. */
  target: MergeTarget.optional(),
});
/** 归档, once nobody can reopen it by themself any longer. */
export const ArchiveCase = message('ArchiveCase', {});
/** 撤回: the last requester's withdrawal ends the case. */
export const WithdrawRequest = message('WithdrawRequest', {
  requesterId: Id,
  channel: saidOn,
  words: wordsOfRequester.optional(),
});
/** 转办: to a body outside that the policy names. */
export const ReferCase = message('ReferCase', {
  referralId: derived(Id),
  body: Code,
  basis: Code,
  words: words.optional(),
});
/** The body's answer: done, or not theirs. */
export const RecordReferralAnswer = message('RecordReferralAnswer', {
  referralId: Id,
  accepted: z.boolean(),
  words,
});
/** 调解成功: result and check of a neighbours' dispute in one. */
export const RecordSettlement = message('RecordSettlement', {
  ...ofOrder,
  settlementId: derived(Id),
  form: SettlementForm,
  requesterIds: z.array(Id).min(1).max(20),
  terms: words,
  /** Until when the terms are to be kept. */
  term: LocalDate.optional(),
  /** Default: whoever records it. */
  mediator: PersonId.optional(),
});
/** 调解不成, with the parties' rights explained to them. */
export const RecordSettlementFailure = message('RecordSettlementFailure', {
  ...ofOrder,
  settlementId: derived(Id),
  reason,
  rightsExplained: z.boolean(),
  words: words.optional(),
  mediator: PersonId.optional(),
});
/** 同意告知: the other side may hear who reported. */
export const ConsentToDisclosure = message('ConsentToDisclosure', {
  requesterId: Id,
  channel: saidOn,
  words: wordsOfRequester.optional(),
});
/** 召集三方会商 */
export const ConveneJointResolution = message('ConveneJointResolution', {});
/** 提出方案. `version` = the last one + 1, so that nobody proposes over a plan they have not seen. */
export const ProposePlan = message('ProposePlan', { version: PlanVersion, plan: Plan });
const ofKey = {
  party: Party,
  version: PlanVersion,
  /** Whose word it is. Staff who write it down have the signed sheet. */
  holder: PersonId,
  sheet: SignedSheet.optional(),
};
/** Who asked for the link by which it is said. Found by the service. */
const linkedBy = PersonId.optional();
/** 转钥匙 */
export const TurnKey = message('TurnKey', { ...ofKey, linkedBy });
/** 不同意, with a reason. Also after the key was turned: an earlier yes never stands for a later no. */
export const RefuseKey = message('RefuseKey', { ...ofKey, reason, words: words.optional(), linkedBy });
/** 收回钥匙: by who turned it, or by the party's objection to what staff wrote down. */
export const TakeKeyBack = message('TakeKeyBack', { ...ofKey, words: words.optional() });
/** 替补: the order is data; whoever comes earlier in it is named, with why they do not stand in. */
export const AppointStandIn = message('AppointStandIn', {
  party: Party,
  person: PersonId,
  basis: Code,
  until: Instant,
  passedOver: PassedOver.optional(),
});
/** 提交业主大会 */
export const ReferToOwnersAssembly = message('ReferToOwnersAssembly', { version: PlanVersion });
export const RecordAssemblyDecision = message('RecordAssemblyDecision', {
  version: PlanVersion,
  approved: z.boolean(),
  minutes: ExternalId,
  words: words.optional(),
});
/** 终止会商, after as many refusals and overdue keys as the policy asks for. */
export const EndJointResolution = message('EndJointResolution', { reason, words: words.optional() });
/** By timer. */
export const RecordKeyOverdue = message('RecordKeyOverdue', { party: Party, dueAt: Instant });
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
  ReportCase, ImportCase, RecordExternalNote, JoinCase, AcceptCase, DeclineCase, AnswerDirectly, RecordHandledOnSpot,
  VerifyFacts, DetermineResponsibility, TakeSafetyMeasure, EscalateCase, FileCase,
  DispatchWorkOrder, AcknowledgeWorkOrder, ReturnWorkOrder, ReassignWorkOrder, OfferToVolunteer, AcceptOffer, DeclineOffer,
  ExpireOffer, WithdrawOffer, AssignVolunteer, ReleaseVolunteer, CheckInVolunteer, RecordNoShow, ReportVolunteersExhausted,
  TransferAccountability, RecordContact, StartHandling, ReportProgress, ReportResult, CheckResult, AnswerRequester,
  RecordFollowUp, ReferCase, RecordReferralAnswer, RecordSettlement, RecordSettlementFailure, ConsentToDisclosure,
  ConveneJointResolution, ProposePlan, TurnKey, RefuseKey, TakeKeyBack, AppointStandIn,
  ReferToOwnersAssembly, RecordAssemblyDecision, EndJointResolution, RecordKeyOverdue, CloseCase, RequestReopening, GrantReopening, RefuseReopening, AmendReport, VoidCase, MergeCase, ArchiveCase, WithdrawRequest, WarnDeadline, BreachDeadline,
] as const; // prettier-ignore

export const CaseCommand = z.discriminatedUnion('type', all);
export type CaseCommand = z.infer<typeof CaseCommand>;
export type CaseCommandType = CaseCommand['type'];
export type CaseCommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>;
export const caseCommands = schemasByType(all);
