import type { Role } from '../actor';
import type { DecisionContext } from '../decider';
import { entryOf } from '../lookup';
import { isInOffice } from '../organisation/term-of-office';
import { refuse, type Refusal } from '../refusals';
import { unlessHolder } from './accountability';
import type { ReportedCase, Round } from './case.state';
import type { Assignee, WorkOrder } from './case.values';
import { categoryOf } from './categories';
import { unlessImpartialAssignee } from './impartiality';
import { currentRound } from './openings';

type Asked = Pick<DecisionContext, 'now' | 'rules'>;

/** Whether an order may go to its assignee. */
export function unlessAssignable(
  { part, assignee, need }: Pick<WorkOrder, 'part' | 'assignee' | 'need'>,
  state: ReportedCase,
  { now, rules }: Asked,
): Refusal | undefined {
  if (assignee.kind === 'volunteers' && !need) return refuse('NeedMissing');
  if (assignee.kind === 'post') {
    const refusal = unlessHolder(assignee, rules);
    if (refusal) return refusal;
  }
  const refusal = unlessImpartialAssignee(assignee, state, { now, rules });
  return refusal ?? (part === 'lead' ? unlessMayLead(assignee, state, { now, rules }) : undefined);
}

function unlessMayLead(assignee: Assignee, state: ReportedCase, asked: Asked): Refusal | undefined {
  const certified = categoryOf(state, asked.rules)?.certifiedLead === true;
  if (certified && !isSocialWorker(assignee, asked)) return refuse('LeadNeedsSocialWorker');
  const unmediated = unlessMediated(assignee, state, asked);
  if (unmediated) return unmediated;
  const led = mustChange(state, asked.rules) && earlierRounds(state).some((round) => ledBy(round, assignee));
  return led ? refuse('AnotherHandlerNeeded', { round: currentRound(state).round }) : undefined;
}

/** Sensitive matters are led by a certified social worker; volunteers only help. */
function isSocialWorker(assignee: Assignee, asked: Asked): boolean {
  return assignee.kind === 'post' && hasRole(assignee.person, 'social-worker', asked);
}

/** Whether somebody has a role now. */
function hasRole(person: string, role: Role, { now, rules }: Asked): boolean {
  return rules.organisation.grants.some(
    (grant) => grant.role === role && grant.person === person && isInOffice(grant, now),
  );
}

function unlessMediated(assignee: Assignee, state: ReportedCase, asked: Asked): Refusal | undefined {
  const isDispute = categoryOf(state, asked.rules)?.kind === 'dispute';
  return isDispute && !isMediator(assignee, asked) ? refuse('NeedsMediation') : undefined;
}

/** Whether somebody mediates here: by a post that they hold, or by a role. */
export function mediates(person: string, asked: Asked): boolean {
  const posts = Object.values(asked.rules.organisation.posts);
  const holds = posts.some(({ kind, holder }) => kind === 'mediator' && holder === person);
  return holds || hasRole(person, 'mediator', asked);
}

/** A neighbours' dispute is led by whoever holds a mediator's post, or was granted the role. */
function isMediator(assignee: Assignee, asked: Asked): boolean {
  if (assignee.kind !== 'post') return false;
  const { post, person } = assignee;
  const isPost = entryOf(asked.rules.organisation.posts, post)?.kind === 'mediator';
  return isPost || hasRole(person, 'mediator', asked);
}

/** From some reopening on somebody else handles it (CASE, rule 8): the first round is none, the second the first. */
export function mustChange(state: ReportedCase, { policy }: Pick<Asked['rules'], 'policy'>): boolean {
  return currentRound(state).round > policy.reopening.anotherHandlerFrom;
}

export function earlierRounds({ rounds }: ReportedCase): readonly Round[] {
  return rounds.slice(0, -1);
}

/** Who took an order and handed it on has handled it, too. */
function ledBy({ orders }: Round, assignee: Assignee): boolean {
  const leads = orders.filter(({ part }) => part === 'lead');
  const led = leads.flatMap(({ assignee: last, formerly }) => [...formerly, last]);
  return led.some((each) => isSameHandler(each, assignee));
}

/** Volunteers are told apart by person, when they are asked. */
function isSameHandler(a: Assignee, b: Assignee): boolean {
  if (a.kind === 'post' && b.kind === 'post') return a.post === b.post || a.person === b.person;
  return a.kind === 'organisation' && b.kind === 'organisation' && a.organisation === b.organisation;
}
