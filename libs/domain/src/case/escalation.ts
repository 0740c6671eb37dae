import type { Category } from '../catalogue/catalogue.messages';
import { refuse, type Refusal } from '../refusals';
import type { DecisionContext } from '../decider';
import { postAbove, type Route, type UnitAtLevel } from '../routing';
import type { CaseHandler, DataOf } from './case.handler';
import type { CaseEvent } from './case.events';
import type { ReportedCase } from './case.state';
import type { Accountable } from './case.values';
import { categoryOf, isUrgent } from './categories';
import { deadlineOf, unlessGround, withoutPolicy } from './clocks';
import { fitFor } from './impartiality';
import { currentRound } from './openings';

/** 提级: the post of the next level answers for it, with a time of its own; orders that are out stay where they are. */
export const escalateCase: CaseHandler<'EscalateCase'> = (data, state, { now, rules }) => {
  const { unit, level } = state;
  if (unit === undefined || level === undefined) return refuse('NotFiledYet');
  const category = categoryOf(state, rules);
  const refusal =
    withoutPolicy(rules) ??
    unlessGround(data.reason, rules.policy.grounds.escalation) ??
    unlessClimbs(category);
  if (refusal) return refusal;
  const isFit = fitFor(state, { now, rules });
  const to = postAbove({ unit, kind: category?.postKind, place: state.place }, rules, isFit);
  if (to === 'no-holder') return refuse('NoLevelAbove', { unit });
  return climbed(data, { from: { level, unit }, to }, { state, now, rules });
};

/**
 * An overdue key escalates to the community, which may convene and name who stands in, and never turns another party's key.
 * So it goes to the kinds of post that the policy names, not to one of the case's own kind: that may be the party's. Where the matter lies there already, is urgent, or nobody is there to take it, it stays: the desks have heard.
 */
export function climbToCommunity(
  reason: string,
  state: ReportedCase,
  { now, rules }: Pick<DecisionContext, 'now' | 'rules'>,
): CaseEvent[] {
  const { unit, level, place } = state;
  if (unit === undefined || level === undefined || unlessClimbs(categoryOf(state, rules))) return [];
  const to = postAbove(
    { unit, kind: undefined, place, to: 'community' },
    rules,
    fitFor(state, { now, rules }),
  );
  return to === 'no-holder' ? [] : climbed({ reason }, { from: { level, unit }, to }, { state, now, rules });
}

function climbed(
  data: DataOf<'EscalateCase'>,
  { from, to }: { readonly from: UnitAtLevel; readonly to: Route },
  { state, now, rules }: Pick<DecisionContext, 'now' | 'rules'> & { readonly state: ReportedCase },
): CaseEvent[] {
  const { urgency } = state;
  const { round } = currentRound(state);
  const deadlines = [deadlineOf('escalation', { startedAt: now, urgency }, rules)];
  const policyVersion = rules.policy.version;
  return [
    { type: 'CaseEscalated', data: { ...{ round, from, to, ...data }, deadlines, policyVersion } },
    ...transferTo(to, state),
  ];
}

/** Whoever would hear of an urgent matter has heard of it (CASE, rule 2). */
function unlessClimbs(category: Category | undefined): Refusal | undefined {
  if (!category || !isUrgent(category)) return undefined;
  return refuse('UrgentNeverClimbs', { category: category.category });
}

/** Whoever takes a climb answers for it: what says so, where they did not before. */
function transferTo({ post, person }: Accountable, { accountable: from }: ReportedCase): CaseEvent[] {
  if (from.post === post && from.person === person) return [];
  const data = { from, to: { post, person }, reason: 'escalated' };
  return [{ type: 'AccountabilityTransferred', data }];
}
