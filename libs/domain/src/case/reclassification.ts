import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import type { Urgency } from '../values';
import type { CaseEventOf } from './case.events';
import type { DataOf } from './case.handler';
import type { LiveDeadline, ReportedCase } from './case.state';
import type { CaseStatus, Deadline } from './case.values';
import { categoryOf, moreUrgent, unlessCategory } from './categories';
import { deadlineOf, later, withoutPolicy } from './clocks';
import { currentRound, liveOrders } from './openings';

type Fields = Pick<DataOf<'AmendReport'>['fields'], 'category' | 'urgency'>;
type Amended = CaseEventOf<'ReportAmended'>['data'];
export type Reclassified = Partial<Pick<Amended, 'deadlines' | 'catalogueVersion'>> & {
  readonly fields: Pick<Amended['fields'], 'category' | 'urgency'>;
};

/**
 * 更正类别、紧急程度: while nobody has work of it and no keys are asked for. The clocks that run end by the urgency that it has
 * from then on. Urgency left out: as it was, or the category's where that is higher; lower only where somebody says so.
 */
export function reclassified(fields: Fields, state: ReportedCase, rules: Rules): Reclassified | Refusal {
  if (fields.category === undefined && fields.urgency === undefined) return { fields: {} };
  return unlessReclassifiable(fields, state, rules) ?? classification(fields, state, rules);
}

function unlessReclassifiable({ category }: Fields, state: ReportedCase, rules: Rules): Refusal | undefined {
  return (
    withoutPolicy(rules) ??
    unlessOpenToAnother(state) ??
    (category === undefined ? undefined : unlessCategory(category, rules))
  );
}

function classification(
  { category, urgency: said }: Fields,
  state: ReportedCase,
  rules: Rules,
): Reclassified {
  const usual = categoryOf({ category }, rules)?.urgency ?? state.urgency;
  const urgency = said ?? moreUrgent(state.urgency, usual);
  const by = { from: state.urgency, to: urgency };
  return {
    fields: { ...(category === undefined ? {} : { category }), urgency },
    catalogueVersion: category === undefined ? undefined : rules.catalogue.version,
    deadlines: urgency === state.urgency ? undefined : state.deadlines.map((each) => moved(each, by, rules)),
  };
}

const beforeWork: readonly CaseStatus[] = ['reported', 'accepted', 'filed'];

function unlessOpenToAnother(state: ReportedCase): Refusal | undefined {
  const { joint } = currentRound(state);
  if (joint && joint.lock !== 'failed') return refuse('KeysAskedFor');
  const [order] = liveOrders(state);
  if (order) return refuse('WorkGivenOut', { workOrderId: order.workOrderId });
  return beforeWork.includes(state.status) ? undefined : refuse('NotForDispatch', { status: state.status });
}

/** Another urgency moves the end of a clock, never its start; how long it stood still is not taken from it. */
function moved(
  { name, startedAt, dueAt, policyVersion }: LiveDeadline,
  { from, to }: { from: Urgency; to: Urgency },
  rules: Rules,
): Deadline {
  const deadline = deadlineOf(name, { startedAt, urgency: to }, rules);
  const isOfPolicy = policyVersion === rules.policy.version;
  const dueBefore = deadlineOf(name, { startedAt, urgency: from }, rules).dueAt;
  const stoodMs = isOfPolicy ? Math.max(0, Date.parse(dueAt) - Date.parse(dueBefore)) : 0;
  return { ...deadline, warnAt: later(deadline.warnAt, stoodMs), dueAt: later(deadline.dueAt, stoodMs) };
}
