import type { DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { refuse, type Refusal } from '../refusals';
import { unlessAssignable } from './assignees';
import type { CaseDecision, CaseHandler, DataOf } from './case.handler';
import type { CaseEvent } from './case.events';
import type { Order, ReportedCase } from './case.state';
import type { Deadline } from './case.values';
import { categoryOf, isLocked } from './categories';
import type { Category } from '../catalogue/catalogue.messages';
import { deadlineOf, unlessGround, withoutPolicy } from './clocks';
import { currentRound, isAssigned, isLiveOrder, liveLeadOrder } from './openings';
import { vacated } from './seats';
import { alreadyUsed } from './used-ids';

/** The order of the current round that somebody still works on, or why it is not one. */
export function liveOrderOf(state: ReportedCase, workOrderId: string): Order | Refusal {
  const order = currentRound(state).orders.find((each) => each.workOrderId === workOrderId);
  if (!order) return refuse('OrderUnknown', { workOrderId });
  return isLiveOrder(order) ? order : refuse('OrderNotLive', { workOrderId, status: order.status });
}

/** 派单: one live lead order in a round, any number of supporting ones beside it. */
export const dispatchWorkOrder: CaseHandler<'DispatchWorkOrder'> = (data, state, { now, rules }) => {
  const refusal = unlessDispatchable(data, state, { now, rules });
  if (refusal) return refusal;
  const { order, override } = data;
  const { policy, catalogue } = rules;
  return [
    {
      type: 'WorkOrderDispatched',
      data: {
        ...{ round: currentRound(state).round, order, override },
        deadlines: clocksOf(order, state, { now, rules }),
        ...{ policyVersion: policy.version, catalogueVersion: catalogue.version },
      },
    },
  ];
};

function unlessDispatchable(
  { order, override }: DataOf<'DispatchWorkOrder'>,
  state: ReportedCase,
  { now, rules }: Pick<DecisionContext, 'now' | 'rules'>,
): Refusal | undefined {
  const category = categoryOf(state, rules);
  if (!category) return refuse('CategoryMissing');
  return (
    withoutPolicy(rules) ??
    unlessUnlocked(category, state) ??
    alreadyUsed(state, order.workOrderId) ??
    unlessPartFits(order.part, state) ??
    unlessAssignable(order, state, { now, rules }) ??
    (override ? unlessGround(override.reason, rules.policy.grounds.override) : undefined)
  );
}

/** Work needs its lock (CASE, rule 3): the open one of this round. */
function unlessUnlocked(category: Category, state: ReportedCase): Refusal | undefined {
  const isShut = isLocked(category) && currentRound(state).joint?.lock !== 'open';
  return isShut ? refuse('NeedsThreeKeys', { category: category.category }) : undefined;
}

function unlessPartFits(part: Order['part'], state: ReportedCase): Refusal | undefined {
  const lead = liveLeadOrder(state);
  if (part === 'support') return lead ? undefined : refuse('LeadOrderMissing');
  return lead ? refuse('LeadOrderAlreadyLive', { workOrderId: lead.workOrderId }) : undefined;
}

/** Each order has its acknowledgement; handling runs from the first dispatch of the round, returns do not restart it. */
function clocksOf(
  { part }: Pick<Order, 'part'>,
  { urgency, rounds, deadlines }: ReportedCase,
  { now, rules }: Pick<DecisionContext, 'now' | 'rules'>,
): Deadline[] {
  const start = { startedAt: now, urgency };
  const isFirst =
    part === 'lead' &&
    !deadlines.some(({ name }) => name === 'handling') &&
    !currentRound({ rounds }).orders.some((each) => each.part === 'lead');
  const acknowledgement = deadlineOf('acknowledgement', start, rules);
  return isFirst ? [acknowledgement, deadlineOf('handling', start, rules)] : [acknowledgement];
}

/** 签收. An order to volunteers is taken by the first one assigned. */
export const acknowledgeWorkOrder: CaseHandler<'AcknowledgeWorkOrder'> = (
  { workOrderId, recordedBy },
  state,
) => {
  const order = liveOrderOf(state, workOrderId);
  return 'refused' in order ? order : takenUp(order, state, recordedBy);
};

/** Who starts or finishes work has taken it: what says so, where nobody has said it yet. */
export function takenUp(
  order: Order,
  state: ReportedCase,
  recordedBy?: DataOf<'AcknowledgeWorkOrder'>['recordedBy'],
): readonly CaseEvent[] | Refusal {
  const { workOrderId, assignee, status, offers } = order;
  if (status !== 'dispatched') return [];
  if (assignee.kind === 'volunteers' && !offers.some(isAssigned)) {
    return refuse('NobodyAssigned', { workOrderId });
  }
  const { round } = currentRound(state);
  return [{ type: 'WorkOrderAcknowledged', data: { round, workOrderId, recordedBy } }];
}

/** 退单, on a ground of the policy. A lead order that was taken is handed on by reassigning it, not returned. */
export const returnWorkOrder: CaseHandler<'ReturnWorkOrder'> = (data, state, { rules }) => {
  const order = liveOrderOf(state, data.workOrderId);
  if ('refused' in order) return order;
  const { workOrderId, ground, words, recordedBy } = data;
  const refusal = unlessGround(ground, rules.policy.grounds.return);
  if (refusal) return refusal;
  if (order.part === 'lead' && order.status !== 'dispatched') {
    return refuse('OrderAlreadyTaken', { workOrderId });
  }
  const { round } = currentRound(state);
  return [
    ...vacated(order, round, 'order-returned'),
    { type: 'WorkOrderReturned', data: { round, workOrderId, ground, words, recordedBy } },
  ];
};

/** 改派: somebody else, who has to take it anew; volunteers asked or booked for it are free again. */
export const reassignWorkOrder: CaseHandler<'ReassignWorkOrder'> = (data, state, { now, rules }) => {
  const order = liveOrderOf(state, data.workOrderId);
  if ('refused' in order) return order;
  const { workOrderId, to, need = order.need, reason, words } = data;
  if (equalContent(to, order.assignee) && equalContent(need, order.need)) return [];
  const refusal =
    withoutPolicy(rules) ??
    unlessGround(reason, rules.policy.grounds.override) ??
    unlessAssignable({ ...order, assignee: to, need }, state, { now, rules });
  return (
    refusal ?? reassigned({ workOrderId, to, need: data.need, reason, words }, { order, state, now, rules })
  );
};

function reassigned(
  data: DataOf<'ReassignWorkOrder'>,
  {
    order,
    state,
    now,
    rules,
  }: { order: Order; state: ReportedCase; now: string; rules: DecisionContext['rules'] },
): CaseDecision {
  const { round } = currentRound(state);
  const deadlines = [deadlineOf('acknowledgement', { startedAt: now, urgency: state.urgency }, rules)];
  return [
    ...vacated(order, round, 'order-reassigned'),
    { type: 'WorkOrderReassigned', data: { ...data, round, from: order.assignee, deadlines } },
  ];
}
