/**
 * The schema number of each event type that has been given a field since it was first stored; 1 where it stands not here.
 * Whoever adds an optional field raises its number, so that a release that does not know the field stops and says so.
 */
export const newestSchemas: Readonly<Record<string, number>> = {
  // Who wrote it down and how it was said, from which case, when it is archived, terms of office.
  RequesterJoined: 2,
  CaseAnswered: 2,
  RequesterAnswered: 2,
  WorkOrderAcknowledged: 2,
  HandlingStarted: 2,
  ProgressReported: 2,
  ResultReported: 2,
  DisclosureConsented: 2,
  RequesterWithdrew: 2,
  RoleGranted: 2,
  RoleRevoked: 2,
  PostFilled: 2,
  // … and who the respondent was before, what it is and how urgent, and who reported it.
  ReportAmended: 4,
  // The version of the policy that each rested on.
  CaseReported: 2,
  CaseImported: 2,
  CaseDeclined: 2,
  CaseHandledOnSpot: 2,
  ResponsibilityDetermined: 2,
  WorkOrderReturned: 2,
  VolunteerOffered: 2,
  VolunteerReleased: 2,
  VolunteerNoShow: 2,
  VolunteersExhausted: 2,
  AccountabilityTransferred: 2,
  ResultChecked: 2,
  CaseHandled: 2,
  FollowUpRecorded: 2,
  ReferralAnswered: 2,
  SettlementFailed: 2,
  JointResolutionFailed: 2,
  CaseClosed: 2,
  ReopeningRequested: 2,
  ReopeningRefused: 2,
  CaseReopened: 2,
  VoidProposed: 2,
  CaseVoided: 2,
  CaseArchived: 2,
  CaseMerged: 2,
  // … and what is asked of volunteers.
  WorkOrderReassigned: 3,
  // … and when volunteers come again.
  ReworkOrdered: 2,
  // … and what of a result rests until the lock is open again.
  KeyTakenBack: 3,
  LockOpened: 3,
  // And who asked for the link by which it was said.
  KeyTurned: 2,
  KeyRefused: 3,
  BookingMade: 2,
  BookingRefused: 2,
  CertificateGranted: 2,
  CertificateExpired: 2,
  // More of what the community decides.
  PolicyAdopted: 4,
};
