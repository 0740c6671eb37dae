import type { Actor } from '../actor';
import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import type { CaseHandler, DataOf } from './case.handler';
import type { CaseEvent } from './case.events';
import type { Order, ReportedCase } from './case.state';
import { deadlineOf, withoutPolicy } from './clocks';
import { didTheWork } from './handling';
import { currentRound, leadOrder, liveOrders } from './openings';
import { releaseOf, unasked } from './seats';
import { alreadyUsed } from './used-ids';

/** 核查: who did it does not check it (CASE, rule 6; GB/T 30428.8 has another person verify). */
export const checkResult: CaseHandler<'CheckResult'> = (data, state, context) => {
  const { by, rules } = context;
  const refusal =
    alreadyUsed(state, data.checkId) ??
    (didTheWork(state, by) ? refuse('DoerMayNotCheck') : undefined) ??
    unlessIndependent(leadOrder(state), by, rules) ??
    withoutPolicy(rules);
  if (refusal) return refusal;
  const { round } = currentRound(state);
  const checked: CaseEvent = { type: 'ResultChecked', data: { ...data, round } };
  return data.passed ? [checked, ...handled(state, context)] : [checked, reworkAfterCheck(data, state)];
};

/** Work by a company or partner is checked by the owners' committee or by staff, never by its own side. */
function unlessIndependent(order: Order | undefined, by: Actor, rules: Rules): Refusal | undefined {
  if (order?.assignee.kind !== 'organisation') return undefined;
  const ofProperty = rules.organisation.grants.some(
    ({ person, party }) => person === by.id && party === 'property',
  );
  return ofProperty || by.role === 'handler' ? refuse('PropertyMayNotCheck') : undefined;
}

/** 办结: the handling clock stops, the follow-up's begins, and what still supported it ends. */
function handled(state: ReportedCase, { now, rules }: DecisionContext): CaseEvent[] {
  const { round } = currentRound(state);
  const deadlines = [deadlineOf('follow-up', { startedAt: now, urgency: state.urgency }, rules)];
  return [
    ...liveOrders(state).flatMap((order) => dismissed(order, round)),
    { type: 'CaseHandled', data: { round, deadlines } },
  ];
}

/** Who has not come yet need not come; who is there has come. */
function dismissed(order: Order, round: number): CaseEvent[] {
  const expected = order.offers.filter(({ status }) => status === 'assigned');
  const reason = 'case-handled';
  return [
    ...unasked(order, round, reason),
    ...expected.flatMap((offer) => releaseOf(order, offer, { round, reason })),
  ];
}

/** 返工: back to whoever led; what was handled on the spot has no order and is filed. */
function reworkAfterCheck({ found }: DataOf<'CheckResult'>, state: ReportedCase): CaseEvent {
  return { type: 'ReworkOrdered', data: { ...reworkOf(state), because: 'check', reason: found } };
}

export function reworkOf(state: ReportedCase): { round: number; workOrderId?: string | undefined } {
  return { round: currentRound(state).round, workOrderId: leadOrder(state)?.workOrderId };
}
