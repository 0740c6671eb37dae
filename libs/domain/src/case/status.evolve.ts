import type { CaseEvent, CaseEventType } from './case.events';
import type { CaseStatus } from './case.values';

const enters = {
  CaseAccepted: 'accepted',
  CaseDeclined: 'declined',
  CaseAnswered: 'closed',
  CaseFiled: 'filed',
  CaseHandled: 'awaiting-follow-up',
  CaseClosed: 'closed',
  CaseReopened: 'filed',
  CaseWithdrawn: 'withdrawn',
} as const satisfies Partial<Record<CaseEventType, CaseStatus>>;

/** The status after an event. `ofLead`: it is of the order that leads the current round; supporting orders move nothing. */
export function statusAfter(status: CaseStatus, { type, data }: CaseEvent, ofLead: boolean): CaseStatus {
  if (type in enters) return enters[type as keyof typeof enters];
  switch (type) {
    case 'CaseReported':
      return 'reported';
    case 'CaseImported':
      return data.outsideStatus === 'closed' ? 'archived' : 'reported';
    case 'CaseHandledOnSpot':
      return data.check ? 'awaiting-check' : 'closed';
    case 'ReworkOrdered':
      return data.workOrderId === undefined ? 'filed' : 'handling';
    default:
      return ofLead ? statusAfterLead(status, type) : status;
  }
}

function statusAfterLead(status: CaseStatus, type: CaseEventType): CaseStatus {
  switch (type) {
    case 'WorkOrderDispatched':
    case 'WorkOrderReassigned':
      return 'dispatched';
    case 'WorkOrderReturned':
      return 'filed';
    case 'WorkOrderAcknowledged':
    case 'VolunteerAssigned':
    case 'HandlingStarted':
      return status === 'dispatched' ? 'handling' : status;
    case 'ResultReported':
      return 'awaiting-check';
    default:
      return status;
  }
}
