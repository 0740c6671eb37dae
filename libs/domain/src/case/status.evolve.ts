import { byEvent, type ByEvent } from './by-event';
import type { CaseEvent } from './case.events';
import type { CaseStatus } from './case.values';

const enters: ByEvent<void, CaseStatus> = {
  CaseReported: () => 'reported',
  CaseImported: ({ outsideStatus }) => (outsideStatus === 'closed' ? 'archived' : 'reported'),
  CaseAccepted: () => 'accepted',
  CaseDeclined: () => 'declined',
  CaseAnswered: () => 'closed',
  CaseHandledOnSpot: ({ check }) => (check ? 'awaiting-check' : 'closed'),
  CaseFiled: () => 'filed',
  ReworkOrdered: ({ workOrderId, referralId }) => {
    if (referralId !== undefined) return 'referred';
    return workOrderId === undefined ? 'filed' : 'handling';
  },
  CaseReferred: () => 'referred',
  CaseVoided: () => 'void',
  CaseMerged: () => 'merged',
  CaseArchived: () => 'archived',
  ReferralAnswered: ({ accepted }) => (accepted ? 'awaiting-check' : 'filed'),
  CaseHandled: () => 'awaiting-follow-up',
  CaseClosed: () => 'closed',
  CaseReopened: () => 'filed',
  CaseWithdrawn: () => 'withdrawn',
  JointResolutionConvened: () => 'awaiting-keys',
  PlanProposed: () => 'awaiting-keys',
  KeyRefused: () => 'awaiting-keys',
  KeyTakenBack: () => 'awaiting-keys',
  LockOpened: ({ resumes }) => resumes ?? 'filed',
  JointResolutionFailed: () => 'filed',
};

const takenUp = (_data: unknown, status: CaseStatus): CaseStatus =>
  status === 'dispatched' ? 'handling' : status;

const entersByLead: ByEvent<CaseStatus, CaseStatus> = {
  WorkOrderDispatched: () => 'dispatched',
  // A post may be left while the keys are waited for: its work waits on, in other hands.
  WorkOrderReassigned: (_data, status) => (status === 'awaiting-keys' ? status : 'dispatched'),
  WorkOrderReturned: () => 'filed',
  WorkOrderAcknowledged: takenUp,
  VolunteerAssigned: takenUp,
  HandlingStarted: takenUp,
  ResultReported: () => 'awaiting-check',
};

/** The status after an event. `ofLead`: it is of the order that leads the current round; supporting orders move nothing. */
export function statusAfter(status: CaseStatus, event: CaseEvent, ofLead: boolean): CaseStatus {
  const byLead = ofLead ? byEvent(entersByLead, event, status) : undefined;
  return byEvent(enters, event, undefined) ?? byLead ?? status;
}
