import { refuse, type Refusal } from '../refusals';
import type { CaseEvent } from './case.events';
import type { ReportedCase } from './case.state';

/** The id of what an event adds to the case, if it adds something that has one. */
export function idOf({ type, data }: CaseEvent): string | undefined {
  switch (type) {
    case 'RequesterJoined':
      return data.requester.requesterId;
    case 'WorkOrderDispatched':
      return data.order.workOrderId;
    case 'VolunteerOffered':
      return data.offerId;
    case 'ContactAttempted':
      return data.contactId;
    case 'ProgressReported':
      return data.itemId;
    case 'ResultChecked':
      return data.checkId;
    case 'RequesterAnswered':
      return data.answerId;
    case 'FollowUpRecorded':
      return data.followUpId;
    case 'ReopeningRequested':
      return data.requestId;
    default:
      return undefined;
  }
}

/** Words are sealed, so nobody can tell whether the same id brings the same content: an id adds one thing, once. */
export function alreadyUsed({ usedIds }: ReportedCase, id: string): Refusal | undefined {
  return usedIds.includes(id) ? refuse('IdAlreadyUsed', { id }) : undefined;
}
