import type { Actor } from '../actor';
import type { DecisionContext } from '../decider';
import { entryOf } from '../lookup';
import type { CaseHandler, DataOf } from './case.handler';
import type { Order, ReportedCase } from './case.state';
import { currentRound, isAssigned } from './openings';
import { liveOrderOf, takenUp } from './orders';
import { unasked } from './seats';
import { alreadyUsed } from './used-ids';

/** Work begins; who begins has taken the order. */
export const startHandling: CaseHandler<'StartHandling'> = ({ workOrderId }, state) => {
  const order = liveOrderOf(state, workOrderId);
  if ('refused' in order) return order;
  if (order.status === 'handling') return [];
  const taken = takenUp(order, state);
  if ('refused' in taken) return taken;
  return [...taken, { type: 'HandlingStarted', data: { round: currentRound(state).round, workOrderId } }];
};

export const reportProgress: CaseHandler<'ReportProgress'> = (data, state) => {
  const order = liveOrderOf(state, data.workOrderId);
  if ('refused' in order) return order;
  const refusal = alreadyUsed(state, data.itemId);
  return refusal ?? [{ type: 'ProgressReported', data: { ...data, round: currentRound(state).round } }];
};

/** 反馈. The lead order's result goes to its check; a supporting one's is recorded. Nobody is asked for it any longer. */
export const reportResult: CaseHandler<'ReportResult'> = (data, state, { by, rules }) => {
  const order = liveOrderOf(state, data.workOrderId);
  if ('refused' in order) return order;
  const taken = takenUp(order, state);
  if ('refused' in taken) return taken;
  const { round } = currentRound(state);
  const { workOrderId, outcome, words, minutes } = data;
  const doneBy = workersOf(order, data, { by, rules });
  return [
    ...taken,
    ...unasked(order, round, 'order-done'),
    { type: 'ResultReported', data: { round, workOrderId, outcome, words, minutes, doneBy } },
  ];
};

/**
 * Who did the work and may therefore not check it: whom the report names, else whoever reports; in any case the holders of
 * the post that had the order (then and now: it may have been left in between), and its volunteers, by id and by account.
 */
function workersOf(
  order: Order,
  { doneBy }: DataOf<'ReportResult'>,
  { by, rules }: Pick<DecisionContext, 'by' | 'rules'>,
): string[] {
  const speaker = doneBy === undefined && by.role !== 'service' ? [by.id] : [];
  const holder = holdersOf(order, rules);
  const volunteers = order.offers
    .filter(isAssigned)
    .flatMap(({ volunteerId, account }) => (account === undefined ? [volunteerId] : [volunteerId, account]));
  const workers = [...new Set([...(doneBy ?? []), ...speaker, ...holder, ...volunteers])];
  return workers.length > 0 ? workers : [by.id];
}

function holdersOf({ assignee }: Order, { organisation }: DecisionContext['rules']): string[] {
  if (assignee.kind !== 'post') return [];
  const now = entryOf(organisation.posts, assignee.post)?.holder;
  return now === undefined ? [assignee.person] : [assignee.person, now];
}

/** Whether somebody, or whoever they act for, did work of the current round. */
export function didTheWork(state: ReportedCase, { id, onBehalfOf }: Actor): boolean {
  const { doers } = currentRound(state);
  return doers.includes(id) || (onBehalfOf !== undefined && doers.includes(onBehalfOf));
}
