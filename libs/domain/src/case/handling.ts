import type { Actor } from '../actor';
import type { DecisionContext } from '../decider';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { CaseHandler, DataOf } from './case.handler';
import type { Offer, Order, ReportedCase } from './case.state';
import { categoryOf } from './categories';
import { currentRound, isAssigned } from './openings';
import { liveOrderOf, takenUp } from './orders';
import { unasked } from './seats';
import { alreadyUsed } from './used-ids';

/** Work begins; who begins has taken the order. */
export const startHandling: CaseHandler<'StartHandling'> = ({ workOrderId, recordedBy }, state) => {
  const order = liveOrderOf(state, workOrderId);
  if ('refused' in order) return order;
  if (order.status === 'handling') return [];
  const taken = takenUp(order, state, recordedBy);
  if ('refused' in taken) return taken;
  const { round } = currentRound(state);
  return [...taken, { type: 'HandlingStarted', data: { round, workOrderId, recordedBy } }];
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
  const refusal = unlessSettled(order, state, rules) ?? unlessWithinPlan(data, state);
  if (refusal) return refusal;
  const taken = takenUp(order, state, data.recordedBy);
  if ('refused' in taken) return taken;
  const { round } = currentRound(state);
  const { doneBy: _named, ...said } = data;
  const doneBy = workersOf(order, data, { by, rules });
  return [
    ...taken,
    ...unasked(order, round, 'order-done'),
    { type: 'ResultReported', data: { round, ...said, doneBy } },
  ];
};

/** A neighbours' dispute ends by settlement, or because there was none. */
function unlessSettled(
  { part }: Order,
  state: ReportedCase,
  rules: DecisionContext['rules'],
): Refusal | undefined {
  const isDispute = part === 'lead' && categoryOf(state, rules)?.kind === 'dispute';
  return isDispute ? refuse('NeedsSettlement') : undefined;
}

/**
 * What costs more than was agreed needs a new version of the plan (CASE, rule 3). Whatever the round's orders have cost adds
 * up, and so does rework: money that was spent is spent.
 */
function unlessWithinPlan({ costFen = 0 }: DataOf<'ReportResult'>, state: ReportedCase): Refusal | undefined {
  const { joint, spentFen } = currentRound(state);
  const agreed = joint?.lock === 'open' ? joint.plan?.costFen : undefined;
  const isAbove = agreed !== undefined && costFen > 0 && spentFen + costFen > agreed;
  return isAbove ? refuse('CostAbovePlan', { agreed, costFen, spentFen }) : undefined;
}

/**
 * Who did the work and may therefore not check it: whoever reports (not who writes it down for them), whom the report
 * names beside them, the holders of the post that had the order (then and now: it may have been left in between), and
 * those of its volunteers who came.
 */
function workersOf(
  order: Order,
  { doneBy, recordedBy }: DataOf<'ReportResult'>,
  { by, rules }: Pick<DecisionContext, 'by' | 'rules'>,
): string[] {
  const speaks = recordedBy === undefined && by.role !== 'service';
  const speaker = speaks ? [by.id] : [];
  const said = [...(doneBy ?? []), ...speaker];
  const volunteers = cameFor(order, said).flatMap(namesOf);
  const workers = [...new Set([...said, ...holdersOf(order, rules), ...volunteers])];
  return workers.length > 0 ? workers : [by.id];
}

/** Of those with a seat, who checked in or is named; everybody, where the work was done and nobody says by whom. */
function cameFor({ offers }: Order, named: readonly string[]): readonly Offer[] {
  const booked = offers.filter(isAssigned);
  const came = booked.filter(
    (offer) => offer.status === 'checked-in' || namesOf(offer).some((name) => named.includes(name)),
  );
  return came.length > 0 ? came : booked;
}

/** A volunteer, by id and by account. */
function namesOf({ volunteerId, account }: Offer): string[] {
  return account === undefined ? [volunteerId] : [volunteerId, account];
}

/** Who holds the post of an order: the person it was sent to, and whoever holds it now. */
export function holdersOf({ assignee }: Order, { organisation }: DecisionContext['rules']): string[] {
  if (assignee.kind !== 'post') return [];
  const now = entryOf(organisation.posts, assignee.post)?.holder;
  return now === undefined ? [assignee.person] : [assignee.person, now];
}

/** Whether somebody, or whoever they act for, did work of the current round. */
export function didTheWork(state: ReportedCase, { id, onBehalfOf }: Actor): boolean {
  const { doers } = currentRound(state);
  return doers.includes(id) || (onBehalfOf !== undefined && doers.includes(onBehalfOf));
}
