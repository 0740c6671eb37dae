import type { DecisionContext } from '../decider';
import { isInOffice } from '../organisation/term-of-office';
import { refuse, type Refusal } from '../refusals';
import type { CaseHandler, DataOf } from './case.handler';
import type { CaseEvent } from './case.events';
import type { Order, ReportedCase } from './case.state';
import { deadlineOf, withoutPolicy } from './clocks';
import { didTheWork } from './handling';
import { unlessImpartial } from './impartiality';
import { currentRound, leadOrder, liveOrders } from './openings';
import { aheadOfDone, caseHandled, expected, releaseOf, unasked } from './seats';
import { alreadyUsed } from './used-ids';

/** 核查: who did it does not check it (CASE, rule 6; GB/T 30428.8 has another person verify). */
export const checkResult: CaseHandler<'CheckResult'> = (data, state, context) => {
  const { by, rules } = context;
  const refusal =
    alreadyUsed(state, data.checkId) ??
    (didTheWork(state, by) ? refuse('DoerMayNotCheck') : undefined) ??
    unlessImpartial([by.id, by.onBehalfOf], state, context) ??
    unlessIndependent(orderOfResult(state), context) ??
    withoutPolicy(rules);
  if (refusal) return refusal;
  const { round } = currentRound(state);
  const checked: CaseEvent = { type: 'ResultChecked', data: { ...data, round } };
  return data.passed ? [checked, ...handled(state, context)] : [checked, reworkAfterCheck(data, state)];
};

/** The order whose result is checked; none where another body did it. */
function orderOfResult(state: ReportedCase): Order | undefined {
  return currentRound(state).referral?.answered ? undefined : leadOrder(state);
}

/**
 * Work by a company or partner is checked by staff, or by the parties that the policy names; never by its own side, whatever
 * other role they have.
 */
function unlessIndependent(order: Order | undefined, context: DecisionContext): Refusal | undefined {
  if (order?.assignee.kind !== 'organisation') return undefined;
  const { by, now, rules } = context;
  const checkers: readonly string[] = rules.policy.companyWorkCheckedBy;
  const ofOtherParty = rules.organisation.grants.some(
    (grant) =>
      grant.person === by.id &&
      grant.party !== undefined &&
      !checkers.includes(grant.party) &&
      isInOffice(grant, now),
  );
  const isTheirs = ofOtherParty || by.role === 'handler' || worksFor(order.assignee.organisation, context);
  return isTheirs ? refuse('PropertyMayNotCheck') : undefined;
}

/** Whether somebody, or whoever they act for, works for the organisation whose work is asked about. */
export function isOfTheCompany(state: ReportedCase, context: DecisionContext): boolean {
  const assignee = orderOfResult(state)?.assignee;
  return assignee?.kind === 'organisation' && worksFor(assignee.organisation, context);
}

function worksFor(organisation: string, { by, now, rules }: DecisionContext): boolean {
  return rules.organisation.grants.some(
    (grant) =>
      (grant.person === by.id || grant.person === by.onBehalfOf) &&
      grant.scope === organisation &&
      isInOffice(grant, now),
  );
}

/** 办结: the handling clock stops, the follow-up's begins, what still supported it ends, and nobody comes for what is done. */
export function handled(state: ReportedCase, { now, rules }: DecisionContext): CaseEvent[] {
  const { round } = currentRound(state);
  const deadlines = [deadlineOf('follow-up', { startedAt: now, urgency: state.urgency }, rules)];
  return [
    ...liveOrders(state).flatMap((order) => dismissed(order, round)),
    ...aheadOfDone(state, { reason: caseHandled, now }),
    { type: 'CaseHandled', data: { round, deadlines } },
  ];
}

/** Who has not come yet need not come; who is there has come. */
function dismissed(order: Order, round: number): CaseEvent[] {
  return [
    ...unasked(order, round, caseHandled),
    ...expected(order).flatMap((offer) => releaseOf(order, offer, { round, reason: caseHandled })),
  ];
}

/** 返工: back to whoever led; what was handled on the spot has no order and is filed. */
function reworkAfterCheck({ found }: DataOf<'CheckResult'>, state: ReportedCase): CaseEvent {
  return { type: 'ReworkOrdered', data: { ...reworkOf(state), because: 'check', reason: found } };
}

/** Where rework goes: to the body whose result it was, else to whoever led. */
export function reworkOf(state: ReportedCase): {
  round: number;
  workOrderId?: string | undefined;
  referralId?: string | undefined;
} {
  const { round, referral } = currentRound(state);
  if (referral?.answered) return { round, referralId: referral.referralId };
  return { round, workOrderId: leadOrder(state)?.workOrderId };
}
