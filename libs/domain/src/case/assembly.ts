import { refuse } from '../refusals';
import type { CaseHandler } from './case.handler';
import { jointOf, planOf, reservedBy } from './key-holders';
import { lockAfter } from './lock';
import { currentRound } from './openings';

/** 提交业主大会: what the law reserves to all owners waits for them (CASE, rule 4). */
export const referToOwnersAssembly: CaseHandler<'ReferToOwnersAssembly'> = ({ version }, state, context) => {
  const joint = jointOf(state);
  if ('refused' in joint) return joint;
  const plan = planOf(joint, version);
  if ('refused' in plan) return plan;
  const rule = reservedBy(plan, state, context);
  if (!rule) return refuse('NotReservedToOwners', { version });
  if (plan.assembly === 'rejected') return refuse('PlanRejected', { version });
  if (plan.assembly !== undefined) return [];
  return [{ type: 'ReferredToOwnersAssembly', data: { round: currentRound(state).round, version, rule } }];
};

/** An approval counts as the owners' key on this version; a rejection asks for a new plan. */
export const recordAssemblyDecision: CaseHandler<'RecordAssemblyDecision'> = (data, state, context) => {
  const joint = jointOf(state);
  if ('refused' in joint) return joint;
  const plan = planOf(joint, data.version);
  if ('refused' in plan) return plan;
  if (plan.assembly !== 'awaited') return refuse('AssemblyNotAwaited', { version: data.version });
  const decided = { type: 'AssemblyDecided', data: { round: currentRound(state).round, ...data } } as const;
  if (!data.approved) return [decided];
  const approved = { ...plan, assembly: 'approved' as const };
  return [decided, ...lockAfter({ joint, plan: approved, party: 'owners' }, state, context)];
};
