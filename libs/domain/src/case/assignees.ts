import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import { unlessHolder } from './accountability';
import type { ReportedCase, Round } from './case.state';
import type { Assignee, WorkOrder } from './case.values';
import { categoryOf } from './categories';
import { currentRound } from './openings';

/** Whether an order may go to its assignee. */
export function unlessAssignable(
  { part, assignee, need }: Omit<WorkOrder, 'workOrderId'>,
  state: ReportedCase,
  rules: Rules,
): Refusal | undefined {
  if (assignee.kind === 'volunteers' && !need) return refuse('NeedMissing');
  if (assignee.kind === 'post') {
    const refusal = unlessHolder(assignee, rules);
    if (refusal) return refusal;
  }
  return part === 'lead' ? unlessMayLead(assignee, state, rules) : undefined;
}

function unlessMayLead(assignee: Assignee, state: ReportedCase, rules: Rules): Refusal | undefined {
  const certified = categoryOf(state, rules)?.certifiedLead === true;
  if (certified && !isSocialWorker(assignee, rules)) return refuse('LeadNeedsSocialWorker');
  const led = mustChange(state) && earlierRounds(state).some((round) => ledBy(round, assignee));
  return led ? refuse('AnotherHandlerNeeded', { round: currentRound(state).round }) : undefined;
}

/** Sensitive matters are led by a certified social worker; volunteers only help. */
function isSocialWorker(assignee: Assignee, { organisation }: Rules): boolean {
  return (
    assignee.kind === 'post' &&
    organisation.grants.some(({ person, role }) => role === 'social-worker' && person === assignee.person)
  );
}

/** From the second reopening on somebody else handles it (CASE, rule 8). */
export function mustChange(state: ReportedCase): boolean {
  return currentRound(state).round > 2;
}

export function earlierRounds({ rounds }: ReportedCase): readonly Round[] {
  return rounds.slice(0, -1);
}

function ledBy({ orders }: Round, assignee: Assignee): boolean {
  return orders.some((order) => order.part === 'lead' && isSameHandler(order.assignee, assignee));
}

/** Volunteers are told apart by person, when they are asked. */
function isSameHandler(a: Assignee, b: Assignee): boolean {
  if (a.kind === 'post' && b.kind === 'post') return a.post === b.post || a.person === b.person;
  return a.kind === 'organisation' && b.kind === 'organisation' && a.organisation === b.organisation;
}
