import type { EventContext } from '../decider';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { Case, ReportedCase, Round } from './case.state';
import { deadlinesAfter } from './deadlines.evolve';
import { roundsAfter } from './orders.evolve';
import { requestersAfter, reportedRequester } from './requesters.evolve';
import { statusAfter } from './status.evolve';
import { idOf } from './used-ids';

/** What each event makes of the case. Never throws: a history that no decider would write folds to something, too. */
export function evolveCase(state: Case, event: CaseEvent, context: EventContext): Case {
  if (event.type === 'CaseReported' || event.type === 'CaseImported') return beginning(event);
  return state.status === 'unreported' ? state : evolveReported(state, event, context);
}

const firstRound: Round = { round: 1, orders: [], doers: [] };

function beginning(event: CaseEventOf<'CaseReported' | 'CaseImported'>): ReportedCase {
  const { requesters, caseId, number, respondent, channel, category, urgency, place, ...rest } = event.data;
  const { summary, confidential, accountable } = rest;
  return {
    status: statusAfter('reported', event, false),
    ...{ caseId, number, respondent, channel, category, urgency, place, summary, confidential, accountable },
    requesters: requesters.map(reportedRequester),
    rounds: [firstRound],
    ...deadlinesAfter({ deadlines: [], stopped: [] }, event),
    flags: { supervised: false, returned: 0, reworked: 0, reopened: 0 },
    ...(event.type === 'CaseImported' ? { imported: originOf(event.data) } : {}),
    reopeningRequests: [],
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
  return {
    ...state,
    status: statusAfter(state.status, event, isOfLead(state, event)),
    rounds: roundsAfter(state.rounds, event, context.by),
    requesters: requestersAfter(state.requesters, event, context),
    ...deadlinesAfter(state, event),
    usedIds: used === undefined ? state.usedIds : [...state.usedIds, used],
    ...routeAfter(event),
    ...historyAfter(state, event),
    ...endAfter(event, context),
  };
}

/** Whether the event is of an order that leads the current round. */
function isOfLead({ rounds }: ReportedCase, { data }: CaseEvent): boolean {
  if ('order' in data) return data.order.part === 'lead';
  const workOrderId = 'workOrderId' in data ? data.workOrderId : undefined;
  const orders = rounds.at(-1)?.orders ?? [];
  return orders.some((each) => each.workOrderId === workOrderId && each.part === 'lead');
}

/** Category, urgency, unit, who answers for it. */
function routeAfter({ type, data }: CaseEvent): Partial<ReportedCase> {
  switch (type) {
    case 'CaseAccepted':
      return { category: data.category, urgency: data.urgency };
    case 'CaseAnswered':
      return data.category === undefined ? {} : { category: data.category };
    case 'CaseHandledOnSpot':
      return { category: data.category };
    case 'CaseFiled':
      return {
        level: data.level,
        unit: data.unit,
        ...(data.category === undefined ? {} : { category: data.category }),
      };
    case 'AccountabilityTransferred':
      return { accountable: data.to };
    case 'CaseReopened':
      return { accountable: data.accountable };
    default:
      return {};
  }
}

/** Flags, notes, requests to reopen. */
function historyAfter(state: ReportedCase, { type, data }: CaseEvent): Partial<ReportedCase> {
  const { flags, noteIds, reopeningRequests } = state;
  switch (type) {
    case 'WorkOrderReturned':
      return { flags: { ...flags, returned: flags.returned + 1 } };
    case 'ReworkOrdered':
      return { flags: { ...flags, reworked: flags.reworked + 1 } };
    case 'ExternalNoteRecorded':
      return { noteIds: [...noteIds, data.noteId] };
    case 'ReopeningRequested': {
      const { requestId, requesterId } = data;
      return { reopeningRequests: [...reopeningRequests, { requestId, requesterId }] };
    }
    case 'ReopeningRefused':
      return {
        reopeningRequests: reopeningRequests.filter(({ requestId }) => requestId !== data.requestId),
      };
    case 'CaseReopened': {
      const supervised = flags.supervised || data.supervised;
      return { flags: { ...flags, supervised, reopened: flags.reopened + 1 }, reopeningRequests: [] };
    }
    default:
      return {};
  }
}

/** When and how it ended; a reopening takes that back. */
function endAfter({ type, data }: CaseEvent, { recordedAt }: EventContext): Partial<ReportedCase> {
  switch (type) {
    case 'CaseClosed':
      return { endedAt: recordedAt, closedAs: data.as };
    case 'CaseAnswered':
      return { endedAt: recordedAt, closedAs: 'answered' };
    case 'CaseHandledOnSpot':
      return data.check ? {} : { endedAt: recordedAt, closedAs: 'on-the-spot' };
    case 'CaseDeclined':
    case 'CaseWithdrawn':
      return { endedAt: recordedAt };
    case 'CaseReopened':
      return { endedAt: undefined, closedAs: undefined };
    default:
      return {};
  }
}
