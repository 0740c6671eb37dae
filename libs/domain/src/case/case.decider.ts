import { decideBy, type Decider, type DecisionContext } from '../decider';
import { namingPolicy } from '../policy/policy-version';
import { refuse } from '../refusals';
import { transferAccountability } from './accountability';
import { recordAssemblyDecision, referToOwnersAssembly } from './assembly';
import { answerRequester, recordContact, recordFollowUp } from './answers';
import { checkInVolunteer, recordNoShow, releaseVolunteer } from './bookings';
import type { CaseCommand, CaseCommandType } from './case.commands';
import { evolveCase } from './case.evolve';
import type { CaseDecision, CaseHandler, DataOf } from './case.handler';
import { caseEvents, type CaseEvent } from './case.events';
import type { Case } from './case.state';
import { unlessAllowed } from './case.status';
import { checkResult } from './check';
import { closeCase } from './closing';
import { breachDeadline, warnDeadline } from './deadlines';
import { amendReport, archiveCase, voidCase } from './endings';
import { escalateCase } from './escalation';
import { determineResponsibility, takeSafetyMeasure, verifyFacts } from './findings';
import { reportProgress, reportResult, startHandling } from './handling';
import { acceptCase, answerDirectly, declineCase, fileCase, recordHandledOnSpot } from './intake';
import {
  acceptOffer,
  assignVolunteer,
  declineOffer,
  expireOffer,
  offerToVolunteer,
  reportVolunteersExhausted,
  withdrawOffer,
} from './offers';
import { acknowledgeWorkOrder, dispatchWorkOrder, reassignWorkOrder, returnWorkOrder } from './orders';
import { mergeCase } from './merging';
import { conveneJointResolution, endJointResolution, proposePlan } from './joint-resolution';
import { unlessInOrder } from './order-of-time';
import { recordKeyOverdue, refuseKey, takeKeyBack, turnKey } from './keys';
import { recordReferralAnswer, referCase } from './referral';
import { grantReopening, refuseReopening, requestReopening } from './reopening';
import { importCase, joinCase, recordExternalNote, reportCase } from './report';
import { consentToDisclosure, recordSettlement, recordSettlementFailure } from './settlement';
import { appointStandIn } from './stand-ins';
import { withdrawRequest } from './withdrawal';
import { inOwnHand, unlessOthersWord } from './written-down';

/** One handler per command; the state table has let it through before. */
const decided = decideBy<Case, CaseCommand, CaseEvent>({
  ReportCase: reportCase,
  ImportCase: importCase,
  RecordExternalNote: onReported(recordExternalNote),
  JoinCase: onReported(joinCase),
  AcceptCase: onReported(acceptCase),
  DeclineCase: onReported(declineCase),
  AnswerDirectly: onReported(answerDirectly),
  RecordHandledOnSpot: onReported(recordHandledOnSpot),
  VerifyFacts: onReported(verifyFacts),
  DetermineResponsibility: onReported(determineResponsibility),
  TakeSafetyMeasure: onReported(takeSafetyMeasure),
  EscalateCase: onReported(escalateCase),
  FileCase: onReported(fileCase),
  DispatchWorkOrder: onReported(dispatchWorkOrder),
  AcknowledgeWorkOrder: onReported(acknowledgeWorkOrder),
  ReturnWorkOrder: onReported(returnWorkOrder),
  ReassignWorkOrder: onReported(reassignWorkOrder),
  OfferToVolunteer: onReported(offerToVolunteer),
  AcceptOffer: onReported(acceptOffer),
  DeclineOffer: onReported(declineOffer),
  ExpireOffer: onReported(expireOffer),
  WithdrawOffer: onReported(withdrawOffer),
  AssignVolunteer: onReported(assignVolunteer),
  ReleaseVolunteer: onReported(releaseVolunteer),
  CheckInVolunteer: onReported(checkInVolunteer),
  RecordNoShow: onReported(recordNoShow),
  ReportVolunteersExhausted: onReported(reportVolunteersExhausted),
  TransferAccountability: onReported(transferAccountability),
  RecordContact: onReported(recordContact),
  StartHandling: onReported(startHandling),
  ReportProgress: onReported(reportProgress),
  ReportResult: onReported(reportResult),
  CheckResult: onReported(checkResult),
  AnswerRequester: onReported(answerRequester),
  RecordFollowUp: onReported(recordFollowUp),
  ReferCase: onReported(referCase),
  RecordReferralAnswer: onReported(recordReferralAnswer),
  RecordSettlement: onReported(recordSettlement),
  RecordSettlementFailure: onReported(recordSettlementFailure),
  ConsentToDisclosure: onReported(consentToDisclosure),
  ConveneJointResolution: onReported(conveneJointResolution),
  ProposePlan: onReported(proposePlan),
  TurnKey: onReported(turnKey),
  RefuseKey: onReported(refuseKey),
  TakeKeyBack: onReported(takeKeyBack),
  AppointStandIn: onReported(appointStandIn),
  ReferToOwnersAssembly: onReported(referToOwnersAssembly),
  RecordAssemblyDecision: onReported(recordAssemblyDecision),
  EndJointResolution: onReported(endJointResolution),
  RecordKeyOverdue: onReported(recordKeyOverdue),
  CloseCase: onReported(closeCase),
  RequestReopening: onReported(requestReopening),
  GrantReopening: onReported(grantReopening),
  RefuseReopening: onReported(refuseReopening),
  AmendReport: onReported(amendReport),
  VoidCase: onReported(voidCase),
  MergeCase: onReported(mergeCase),
  ArchiveCase: onReported(archiveCase),
  WithdrawRequest: onReported(withdrawRequest),
  WarnDeadline: onReported(warnDeadline),
  BreachDeadline: onReported(breachDeadline),
});
const decide = namingPolicy(caseEvents, decided);

/** The case, from report to close (CASE). What the state table does not allow in a status is refused before anything else. */
export const caseDecider: Decider<Case, CaseCommand, CaseEvent> = {
  initialState: { status: 'unreported' },
  evolve: evolveCase,
  decide: (command, state, context) =>
    unlessAllowed(command.type, state.status) ??
    unlessInOrder(command, state, context) ??
    unlessOthersWord(command, state, context) ??
    decide(inOwnHand(command, context), state, context),
};

function onReported<T extends CaseCommandType>(handler: CaseHandler<T>) {
  return (data: DataOf<T>, state: Case, context: DecisionContext): CaseDecision =>
    state.status === 'unreported' ? refuse('CaseNotReported') : handler(data, state, context);
}
