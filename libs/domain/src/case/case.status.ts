import { refuse, type Refusal } from '../refusals';
import type { Names } from '../values';
import type { CaseCommandType } from './case.commands';
import { CaseStatus } from './case.values';

/** A status, or a stream without events. */
export type CaseStage = CaseStatus | 'unreported';

export interface StatusRow {
  readonly names: Names;
  /** The commands that this status allows, and the statuses that each may lead to. */
  readonly commands: Readonly<Partial<Record<CaseCommandType, readonly CaseStatus[]>>>;
}

/** Steps that come whenever they come; what is over by then they leave as it is. */
const stays = <S extends CaseStatus>(status: S) =>
  ({
    ImportCase: [status],
    RecordExternalNote: [status],
    WarnDeadline: [status],
    BreachDeadline: [status],
  }) as const;

/** Steps of the booking saga and of its timers. Where no offer can be open any longer, they find nothing to do. */
const bookingSteps = <S extends CaseStatus>(status: S) =>
  ({
    ExpireOffer: [status],
    WithdrawOffer: [status],
    AssignVolunteer: [status],
    RecordNoShow: [status],
    ReportVolunteersExhausted: [status],
  }) as const;

const whileOpen = <S extends CaseStatus>(status: S) =>
  ({
    ...stays(status),
    JoinCase: [status],
    ConsentToDisclosure: [status],
    AmendReport: [status],
    TransferAccountability: [status],
    RecordContact: [status],
    AnswerRequester: [status],
    WithdrawRequest: [status, 'withdrawn'],
  }) as const;

/** What is found and done about the matter itself, from the report until it is handled. */
const findings = <S extends CaseStatus>(status: S) =>
  ({ VerifyFacts: [status], DetermineResponsibility: [status], TakeSafetyMeasure: [status] }) as const;

/** Work on live orders, lead or support, that leaves the status as it is. */
const orderWork = <S extends CaseStatus>(status: S) =>
  ({
    ...bookingSteps(status),
    AcknowledgeWorkOrder: [status],
    ReturnWorkOrder: [status],
    ReassignWorkOrder: [status],
    OfferToVolunteer: [status],
    AcceptOffer: [status],
    DeclineOffer: [status],
    ReleaseVolunteer: [status],
    CheckInVolunteer: [status],
    StartHandling: [status],
    ReportProgress: [status],
    ReportResult: [status],
  }) as const;

/** A key that staff wrote down is objected to also where a result is there: the result rests. */
const objection = { TakeKeyBack: ['awaiting-keys'] } as const;

/** From an open lock back to the keys: a new version, a no, a key taken back. */
const behindTheLock = {
  ProposePlan: ['awaiting-keys'],
  RefuseKey: ['awaiting-keys'],
  ...objection,
} as const;

/** Where a lock that opens leads to: to what waited behind it. */
const behindTheKeys = [
  'awaiting-keys',
  'filed',
  'dispatched',
  'handling',
  'awaiting-check',
  'awaiting-follow-up',
] as const;

/**
 * The state table, once, as data: the decider refuses by it, `allowedCommands` offers by it, and the documentation's
 * table is made from it. `unreported` is a stream without events.
 */
export const statusTable: Readonly<Record<CaseStage, StatusRow>> = {
  unreported: {
    names: { zh: '未登记', en: 'Not reported' },
    commands: { ReportCase: ['reported'], ImportCase: ['reported', 'archived'] },
  },
  reported: {
    names: { zh: '待受理', en: 'Awaiting acceptance' },
    commands: {
      ...whileOpen('reported'),
      ...findings('reported'),
      VoidCase: ['reported', 'void'],
      MergeCase: ['merged'],
      ReferCase: ['referred'],
      AcceptCase: ['accepted', 'withdrawn'],
      DeclineCase: ['declined'],
      AnswerDirectly: ['closed'],
      RecordHandledOnSpot: ['closed', 'awaiting-check'],
    },
  },
  accepted: {
    names: { zh: '待立案', en: 'Awaiting filing' },
    commands: {
      ...whileOpen('accepted'),
      ...findings('accepted'),
      VoidCase: ['accepted', 'void'],
      MergeCase: ['merged'],
      ReferCase: ['referred'],
      AnswerDirectly: ['closed'],
      RecordHandledOnSpot: ['closed', 'awaiting-check'],
      FileCase: ['filed'],
    },
  },
  filed: {
    names: { zh: '待派单', en: 'Awaiting dispatch' },
    commands: {
      ...whileOpen('filed'),
      ...findings('filed'),
      VoidCase: ['filed', 'void'],
      MergeCase: ['merged'],
      ...behindTheLock,
      EscalateCase: ['filed'],
      ConveneJointResolution: ['awaiting-keys'],
      ReferCase: ['referred'],
      ...orderWork('filed'),
      FileCase: ['filed'],
      DispatchWorkOrder: ['dispatched'],
    },
  },
  dispatched: {
    names: { zh: '待签收', en: 'Awaiting acknowledgement' },
    commands: {
      ...whileOpen('dispatched'),
      ...findings('dispatched'),
      VoidCase: ['dispatched', 'void'],
      MergeCase: ['merged'],
      ...behindTheLock,
      EscalateCase: ['dispatched'],
      ...orderWork('dispatched'),
      DispatchWorkOrder: ['dispatched'],
      AcknowledgeWorkOrder: ['dispatched', 'handling'],
      ReturnWorkOrder: ['dispatched', 'filed'],
      AssignVolunteer: ['dispatched', 'handling'],
      StartHandling: ['dispatched', 'handling'],
      ReportResult: ['dispatched', 'awaiting-check'],
    },
  },
  handling: {
    names: { zh: '办理中', en: 'Being handled' },
    commands: {
      ...whileOpen('handling'),
      ...findings('handling'),
      MergeCase: ['merged'],
      ...behindTheLock,
      EscalateCase: ['handling'],
      ConveneJointResolution: ['awaiting-keys'],
      ReferCase: ['referred'],
      RecordSettlement: ['awaiting-follow-up'],
      RecordSettlementFailure: ['awaiting-follow-up'],
      ...orderWork('handling'),
      DispatchWorkOrder: ['handling'],
      ReassignWorkOrder: ['handling', 'dispatched'],
      ReportResult: ['handling', 'awaiting-check'],
    },
  },
  'awaiting-keys': {
    names: { zh: '待三方会商', en: 'Awaiting the three keys' },
    commands: {
      ...whileOpen('awaiting-keys'),
      ...findings('awaiting-keys'),
      ...bookingSteps('awaiting-keys'),
      EscalateCase: ['awaiting-keys'],
      ReassignWorkOrder: ['awaiting-keys'],
      AcknowledgeWorkOrder: ['awaiting-keys'],
      ReleaseVolunteer: ['awaiting-keys'],
      ProposePlan: ['awaiting-keys'],
      TurnKey: behindTheKeys,
      RefuseKey: ['awaiting-keys'],
      ...objection,
      AppointStandIn: ['awaiting-keys'],
      ReferToOwnersAssembly: ['awaiting-keys'],
      RecordAssemblyDecision: behindTheKeys,
      EndJointResolution: ['filed'],
      ReferCase: ['referred'],
      RecordKeyOverdue: ['awaiting-keys'],
    },
  },
  referred: {
    names: { zh: '待外部答复', en: 'Awaiting another body' },
    commands: {
      ...whileOpen('referred'),
      ...findings('referred'),
      ...bookingSteps('referred'),
      RecordReferralAnswer: ['awaiting-check', 'filed'],
    },
  },
  'awaiting-check': {
    names: { zh: '待核查', en: 'Awaiting check' },
    commands: {
      ...whileOpen('awaiting-check'),
      ...findings('awaiting-check'),
      ...orderWork('awaiting-check'),
      ...objection,
      CheckResult: ['awaiting-follow-up', 'handling', 'filed', 'referred'],
    },
  },
  'awaiting-follow-up': {
    names: { zh: '待回访', en: 'Awaiting follow-up' },
    commands: {
      ...whileOpen('awaiting-follow-up'),
      TakeSafetyMeasure: ['awaiting-follow-up'],
      ...bookingSteps('awaiting-follow-up'),
      ...objection,
      RecordFollowUp: ['awaiting-follow-up', 'handling', 'filed', 'referred'],
      CloseCase: ['closed'],
    },
  },
  closed: {
    names: { zh: '已结案', en: 'Closed' },
    commands: {
      ...stays('closed'),
      ...bookingSteps('closed'),
      AmendReport: ['closed'],
      RecordFollowUp: ['closed'],
      ArchiveCase: ['archived'],
      RequestReopening: ['closed', 'filed'],
      GrantReopening: ['filed'],
      RefuseReopening: ['closed'],
    },
  },
  archived: {
    names: { zh: '已归档', en: 'Archived' },
    commands: {
      ...stays('archived'),
      AmendReport: ['archived'],
      RequestReopening: ['archived'],
      GrantReopening: ['filed'],
      RefuseReopening: ['archived'],
    },
  },
  declined: {
    names: { zh: '不予受理', en: 'Declined' },
    commands: {
      ...stays('declined'),
      AmendReport: ['declined'],
      RecordContact: ['declined'],
      AnswerRequester: ['declined'],
    },
  },
  void: {
    names: { zh: '已作废', en: 'Void' },
    commands: { ...stays('void'), ...bookingSteps('void') },
  },
  merged: {
    names: { zh: '已并单', en: 'Merged' },
    commands: {
      ...stays('merged'),
      ...bookingSteps('merged'),
      RecordContact: ['merged'],
      AnswerRequester: ['merged'],
    },
  },
  withdrawn: {
    names: { zh: '已撤回', en: 'Withdrawn' },
    commands: { ...stays('withdrawn'), ...bookingSteps('withdrawn') },
  },
};

/** Why the table does not allow a command in a status, or nothing. */
export function unlessAllowed(command: CaseCommandType, status: CaseStage): Refusal | undefined {
  if (command in statusTable[status].commands) return undefined;
  if (status === 'unreported') return refuse('CaseNotReported');
  return command === 'ReportCase'
    ? refuse('CaseAlreadyReported')
    : refuse('CommandNotInStatus', { command, status });
}

/** The table for the documentation: status, names, and what each command may make of it. */
export function statusTableMarkdown(): string {
  const stages = Object.keys(statusTable) as CaseStage[];
  const rows = stages.map((status) => {
    const { names, commands } = statusTable[status];
    return `| \`${status}\` | ${names.zh} · ${names.en} | ${movesOf(status, commands)} | ${staysOf(status, commands)} |`;
  });
  return [
    '| status | zh · en | leads to | allowed without leaving it |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function movesOf(status: CaseStage, commands: StatusRow['commands']): string {
  const targets = CaseStatus.options.filter((each) => each !== status);
  const moves = targets.flatMap((target) => {
    const by = Object.entries(commands).filter(([, leadsTo]) => leadsTo.includes(target));
    return by.length === 0 ? [] : [`**${target}** (${by.map(([command]) => command).join(', ')})`];
  });
  return moves.length === 0 ? '–' : moves.join(' · ');
}

function staysOf(status: CaseStage, commands: StatusRow['commands']): string {
  const staying = Object.entries(commands).filter(([, leadsTo]) => leadsTo.some((each) => each === status));
  return staying.length === 0 ? '–' : staying.map(([command]) => command).join(', ');
}
