/** What can be done on a case page, by what it is about; in each group in the order in which a case comes to it. */
const groups = {
  next: [
    ...['AcceptCase', 'AnswerDirectly', 'RecordHandledOnSpot', 'DeclineCase', 'FileCase'],
    ...['ConveneJointResolution', 'AcceptOffer', 'DeclineOffer', 'CheckInVolunteer'],
    ...['AcknowledgeWorkOrder', 'StartHandling', 'ReportResult', 'ReportProgress', 'ReturnWorkOrder'],
    ...['RecordSettlement', 'RecordSettlementFailure', 'RecordReferralAnswer', 'CheckResult'],
    ...['GrantReopening', 'RefuseReopening', 'CloseCase'],
    ...['TakeSafetyMeasure', 'VerifyFacts', 'DetermineResponsibility'],
  ],
  requester: [
    ...['AnswerRequester', 'RecordFollowUp', 'RecordContact', 'ConsentToDisclosure'],
    ...['RequestReopening', 'WithdrawRequest'],
  ],
  orders: [
    ...['DispatchWorkOrder', 'ReassignWorkOrder', 'OfferToVolunteer', 'WithdrawOffer'],
    ...['ReleaseVolunteer', 'RecordNoShow'],
  ],
  course: [
    ...['TransferAccountability', 'EscalateCase', 'ReferCase', 'AmendReport', 'MergeCase'],
    ...['VoidCase', 'ArchiveCase'],
  ],
} as const;

export type CommandGroup = keyof typeof groups;
export interface Grouped {
  readonly group: CommandGroup;
  readonly commands: readonly string[];
}

/** The groups that have any of these commands. */
export function groupsOf(commands: readonly string[]): readonly Grouped[] {
  return Object.entries(groups)
    .map(([group, those]) => ({
      group: group as CommandGroup,
      commands: those.filter((command) => commands.includes(command)),
    }))
    .filter((each) => each.commands.length > 0);
}
