import type { CaseHandler, DataOf } from './case.handler';
import type { LiveDeadline, ReportedCase } from './case.state';
import { isMeant } from './deadlines.evolve';

/** A timer that names a deadline which is over, moved, not due yet or told already is stale: no news. */
export const warnDeadline: CaseHandler<'WarnDeadline'> = (data, state, { now }) => {
  const deadline = meant(data, state).find((each) => !each.warned && now >= each.warnAt);
  return deadline ? [{ type: 'DeadlineWarned', data: { ...named(deadline), firedAt: now } }] : [];
};

export const breachDeadline: CaseHandler<'BreachDeadline'> = (data, state, { now }) => {
  const deadline = meant(data, state).find((each) => !each.breached && now >= each.dueAt);
  return deadline ? [{ type: 'DeadlineBreached', data: { ...named(deadline), firedAt: now } }] : [];
};

function meant(which: DataOf<'WarnDeadline'>, { deadlines }: ReportedCase): readonly LiveDeadline[] {
  return deadlines.filter((each) => isMeant(each, which));
}

function named({ name, workOrderId, dueAt }: LiveDeadline) {
  return { name, workOrderId, dueAt };
}
