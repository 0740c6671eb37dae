import type { EventContext } from '../decider';
import { byEvent, type ByEvent } from './by-event';
import type { CaseEvent, CaseEventOf, CaseEventType } from './case.events';
import type { Case, ReportedCase, Round } from './case.state';
import { deadlinesAfter } from './deadlines.evolve';
import { roundsAfter } from './orders.evolve';
import { requestersAfter, reportedRequester } from './requesters.evolve';
import { statusAfter } from './status.evolve';
import { idOf } from './used-ids';

/** What each event makes of the case. Never throws: a history that no decider would write folds to something, too. */
export function evolveCase(state: Case, event: CaseEvent, context: EventContext): Case {
  if (event.type === 'CaseReported' || event.type === 'CaseImported') return beginning(event, context);
  return state.status === 'unreported' ? state : evolveReported(state, event, context);
}

const firstRound: Round = { round: 1, orders: [], doers: [], spentFen: 0 };

function beginning(
  event: CaseEventOf<'CaseReported' | 'CaseImported'>,
  { occurredAt }: EventContext,
): ReportedCase {
  const { requesters, caseId, number, respondent, channel, category, urgency, place, ...rest } = event.data;
  const { summary, confidential, accountable } = rest;
  return {
    status: statusAfter('reported', event, false),
    ...{ caseId, number, respondent, channel, category, urgency, place, summary, confidential, accountable },
    reportedAt: occurredAt,
    requesters: requesters.map(reportedRequester),
    rounds: [firstRound],
    ...deadlinesAfter({ deadlines: [], stopped: [] }, event),
    flags: { supervised: false, returned: 0, reworked: 0, reopened: 0 },
    ...(event.type === 'CaseImported' ? { imported: originOf(event.data) } : {}),
    reopeningRequests: [],
    begun: false,
    noteIds: [],
    usedIds: requesters.map(({ requesterId }) => requesterId),
  };
}

function originOf(data: CaseEventOf<'CaseImported'>['data']): NonNullable<ReportedCase['imported']> {
  const { origin, externalId, outsideStatus, externalParent } = data;
  return { origin, externalId, outsideStatus, externalParent };
}

function evolveReported(state: ReportedCase, event: CaseEvent, context: EventContext): ReportedCase {
  const used = idOf(event);
  const clocks = deadlinesAfter(state, event);
  const ofLead = isOfLead(state, event);
  const status = statusAfter(state.status, event, ofLead);
  return {
    ...state,
    status,
    begun: state.begun || status === 'handling' || begins.includes(event.type),
    resultAt: isResult(event, ofLead) ? context.occurredAt : state.resultAt,
    rounds: roundsAfter(state.rounds, event, { ...context, compound: state.place.compound }),
    requesters: requestersAfter(state.requesters, event, context),
    ...clocks,
    pausedAt: pausedAfter(state, clocks, context.recordedAt),
    usedIds: used === undefined ? state.usedIds : [...state.usedIds, used],
    ...byEvent(routeAfter, event, state),
    ...byEvent(historyAfter, event, state),
    ...byEvent(endAfter, event, context.recordedAt),
  };
}

/** Beside whatever leads to 办理中. An open lock is the word of three parties: what they agreed on is a case. */
const begins: readonly CaseEventType[] = [
  'WorkOrderAcknowledged',
  'HandlingStarted',
  'ProgressReported',
  'LockOpened',
  'VolunteerCheckedIn',
  'ResultReported',
  'CaseHandledOnSpot',
  'CaseReopened',
];

const results: readonly CaseEventType[] = [
  'CaseHandledOnSpot',
  'ReferralAnswered',
  'SettlementRecorded',
  'SettlementFailed',
];

function isResult({ type }: CaseEvent, ofLead: boolean): boolean {
  return type === 'ResultReported' ? ofLead : results.includes(type);
}

/** Since when a clock stands still. */
function pausedAfter(
  before: Pick<ReportedCase, 'stopped' | 'pausedAt'>,
  { stopped }: Pick<ReportedCase, 'stopped'>,
  at: string,
): string | undefined {
  if (stopped.length === 0) return undefined;
  return before.stopped.length > 0 ? before.pausedAt : at;
}

/** Whether the event is of an order that leads the current round. */
function isOfLead({ rounds }: ReportedCase, { data }: CaseEvent): boolean {
  if ('order' in data) return data.order.part === 'lead';
  const workOrderId = 'workOrderId' in data ? data.workOrderId : undefined;
  const orders = rounds.at(-1)?.orders ?? [];
  return orders.some((each) => each.workOrderId === workOrderId && each.part === 'lead');
}

/** Category, urgency, unit, who answers for it. */
const routeAfter: ByEvent<ReportedCase, Partial<ReportedCase>> = {
  CaseAccepted: ({ category, urgency }) => ({ category, urgency, voidProposed: undefined }),
  CaseAnswered: ({ category }, state) => ({ category: category ?? state.category }),
  CaseHandledOnSpot: ({ category }) => ({ category }),
  CaseFiled: ({ level, unit, category }, state) => ({ level, unit, category: category ?? state.category }),
  ResponsibilityDetermined: ({ kind, basis }) => ({ responsibility: { kind, basis } }),
  CaseEscalated: ({ to }) => ({ level: to.level, unit: to.unit }),
  AccountabilityTransferred: ({ to }) => ({ accountable: to }),
  CaseReopened: ({ accountable }) => ({ accountable }),
  // What is left out stays as it was.
  ReportAmended: ({ fields: { requester: _who, ...fields }, phoneStays }, { respondent }) =>
    fields.respondent && phoneStays
      ? { ...fields, respondent: { ...fields.respondent, phone: respondent?.phone } }
      : fields,
};

/** Flags, notes, requests to reopen. */
const historyAfter: ByEvent<ReportedCase, Partial<ReportedCase>> = {
  WorkOrderReturned: (_data, { flags }) => ({ flags: { ...flags, returned: flags.returned + 1 } }),
  ReworkOrdered: (_data, { flags }) => ({ flags: { ...flags, reworked: flags.reworked + 1 } }),
  VoidProposed: ({ ground, by }) => ({ voidProposed: { ground, by } }),
  ExternalNoteRecorded: ({ noteId }, { noteIds }) => ({ noteIds: [...noteIds, noteId] }),
  ReopeningRequested: ({ requestId, requesterId }, { reopeningRequests }) => ({
    reopeningRequests: [...reopeningRequests, { requestId, requesterId }],
  }),
  ReopeningRefused: ({ requestId }, { reopeningRequests }) => ({
    reopeningRequests: reopeningRequests.filter((each) => each.requestId !== requestId),
  }),
  CaseReopened: ({ supervised }, { flags }) => ({
    flags: { ...flags, supervised: flags.supervised || supervised, reopened: flags.reopened + 1 },
    reopeningRequests: [],
    voidProposed: undefined,
  }),
};

/** When and how it ended; a reopening takes that back. */
const endAfter: ByEvent<string, Partial<ReportedCase>> = {
  CaseClosed: ({ as }, endedAt) => ({ endedAt, closedAs: as }),
  CaseAnswered: (_data, endedAt) => ({ endedAt, closedAs: 'answered' }),
  CaseHandledOnSpot: ({ check }, endedAt) => (check ? {} : { endedAt, closedAs: 'on-the-spot' }),
  CaseDeclined: (_data, endedAt) => ({ endedAt }),
  CaseWithdrawn: (_data, endedAt) => ({ endedAt }),
  CaseVoided: (_data, endedAt) => ({ endedAt }),
  CaseMerged: ({ into }, endedAt) => ({ endedAt, mergedInto: into }),
  CaseReopened: () => ({ endedAt: undefined, closedAs: undefined }),
};
