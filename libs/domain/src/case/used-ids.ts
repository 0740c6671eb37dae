import { refuse, type Refusal } from '../refusals';
import { byEvent, type ByEvent } from './by-event';
import type { CaseEvent } from './case.events';
import type { ReportedCase } from './case.state';

const ids: ByEvent<void, string> = {
  RequesterJoined: ({ requester }) => requester.requesterId,
  FactsVerified: ({ verificationId }) => verificationId,
  SafetyMeasureTaken: ({ measureId }) => measureId,
  WorkOrderDispatched: ({ order }) => order.workOrderId,
  VolunteerOffered: ({ offerId }) => offerId,
  CaseReferred: ({ referralId }) => referralId,
  SettlementRecorded: ({ settlementId }) => settlementId,
  SettlementFailed: ({ settlementId }) => settlementId,
  ReportAmended: ({ amendmentId }) => amendmentId,
  ContactAttempted: ({ contactId }) => contactId,
  ProgressReported: ({ itemId }) => itemId,
  ResultChecked: ({ checkId }) => checkId,
  RequesterAnswered: ({ answerId }) => answerId,
  FollowUpRecorded: ({ followUpId }) => followUpId,
  ReopeningRequested: ({ requestId }) => requestId,
};

/** The id of what an event adds to the case, if it adds something that has one. */
export function idOf(event: CaseEvent): string | undefined {
  return byEvent(ids, event, undefined);
}

/** Words are sealed, so nobody can tell whether the same id brings the same content: an id adds one thing, once. */
export function alreadyUsed({ usedIds }: ReportedCase, id: string): Refusal | undefined {
  return usedIds.includes(id) ? refuse('IdAlreadyUsed', { id }) : undefined;
}
