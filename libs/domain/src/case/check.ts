import type { DecisionContext } from '../decider';
import { entryOf } from '../lookup';
import { isInOffice } from '../organisation/term-of-office';
import { refuse, type Refusal } from '../refusals';
import type { CaseDecision, CaseHandler, DataOf } from './case.handler';
import type { CaseEvent } from './case.events';
import type { Order, ReportedCase } from './case.state';
import type { Assignee } from './case.values';
import { deadlineOf, withoutPolicy } from './clocks';
import { didTheWork } from './handling';
import { unlessImpartial } from './impartiality';
import { currentRound, leadOrder, liveOrders } from './openings';
import { rework } from './rework';
import { aheadOfDone, caseHandled, expected, releaseOf, unasked } from './seats';
import { alreadyUsed } from './used-ids';

/** 核查: who did it does not check it (CASE, rule 6; GB/T 30428.8 has another person verify). */
export const checkResult: CaseHandler<'CheckResult'> = ({ windows, ...data }, state, context) => {
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
  const then = afterCheck({ ...data, windows }, state, context);
  return 'refused' in then ? then : [checked, ...then];
};

function afterCheck(
  { passed, found, windows }: DataOf<'CheckResult'>,
  state: ReportedCase,
  context: DecisionContext,
): CaseDecision {
  if (!passed) return rework({ because: 'check', reason: found, windows }, state, context);
  return windows ? refuse('NoVisitToAgree') : handled(state, context);
}

/** The order whose result is checked; none where another body did it. */
function orderOfResult(state: ReportedCase): Order | undefined {
  return currentRound(state).referral?.answered ? undefined : leadOrder(state);
}

/**
 * Work by a company or partner is checked by staff, or by the parties that the policy names; never by its own side, whatever
 * other role they have.
 */
function unlessIndependent(order: Order | undefined, context: DecisionContext): Refusal | undefined {
  const { by, now, rules } = context;
  if (order === undefined || !isCompany(order.assignee, rules)) return undefined;
  const checkers: readonly string[] = rules.policy.companyWorkCheckedBy;
  const ofOtherParty = rules.organisation.grants.some(
    (grant) =>
      grant.person === by.id &&
      grant.party !== undefined &&
      !checkers.includes(grant.party) &&
      isInOffice(grant, now),
  );
  const isTheirs = ofOtherParty || by.role === 'handler' || worksFor(order.assignee, context);
  return isTheirs ? refuse('PropertyMayNotCheck') : undefined;
}

/** 物业对接: who holds a post of this kind works for the property company. */
const companyPostKind = 'property-liaison';

/** Whether work is done by a company: by an organisation, or by a post that the property company fills. */
function isCompany(assignee: Assignee, { organisation: { posts } }: DecisionContext['rules']): boolean {
  if (assignee.kind === 'post') return entryOf(posts, assignee.post)?.kind === companyPostKind;
  return assignee.kind === 'organisation';
}

/** Whether somebody, or whoever they act for, works for the company whose work is asked about. */
export function isOfTheCompany(state: ReportedCase, context: DecisionContext): boolean {
  const assignee = orderOfResult(state)?.assignee;
  return assignee !== undefined && isCompany(assignee, context.rules) && worksFor(assignee, context);
}

function worksFor(assignee: Assignee, { by, now, rules }: DecisionContext): boolean {
  const { posts, grants } = rules.organisation;
  const isThey = (person: string | undefined) =>
    person !== undefined && (person === by.id || person === by.onBehalfOf);
  if (assignee.kind === 'organisation') {
    const ofIt = grants.filter(({ scope }) => scope === assignee.organisation);
    return ofIt.some((grant) => isThey(grant.person) && isInOffice(grant, now));
  }
  return Object.values(posts).some(({ kind, holder }) => kind === companyPostKind && isThey(holder));
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
