import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { CaseHandler, DataOf } from './case.handler';
import type { CurrentPlan, JointResolution, Key, ReportedCase } from './case.state';
import { keyDeadlineOf, unlessGround, withoutPolicy } from './clocks';
import { climbToCommunity } from './escalation';
import {
  hasResult,
  holderOf,
  interruptedIn,
  jointOf,
  mayBeTakenBack,
  planOf,
  reservedBy,
  wordOf,
  wordOfParty,
  type AtTheLock,
} from './key-holders';
import { lockAfter } from './lock';
import { currentRound } from './openings';
import { unaskedForKeys } from './seats';

interface OnTheTable {
  readonly joint: JointResolution;
  readonly plan: CurrentPlan;
}

/** The resolution and its plan, where a key may be about them. */
function onTheTable(state: ReportedCase, version: number): OnTheTable | Refusal {
  const joint = jointOf(state);
  if ('refused' in joint) return joint;
  const plan = planOf(joint, version);
  return 'refused' in plan ? plan : { joint, plan };
}

/** 转钥匙, on the plan as it is stored: the last one opens the lock. One natural person turns one key. */
export const turnKey: CaseHandler<'TurnKey'> = (data, state, context) => {
  const table = onTheTable(state, data.version);
  if ('refused' in table) return table;
  const { joint, plan } = table;
  const word = wordOfParty(data, { joint, state }, context);
  if ('refused' in word) return word;
  const { party, version, holder, linkedBy } = data;
  if (joint.keys.some((each) => each.party === party)) return [];
  const refusal = unlessTurnable(data, table, { state, context });
  if (refusal) return refusal;
  const turned = {
    round: currentRound(state).round,
    party,
    version,
    holder,
    planHash: plan.hash ?? '',
    linkedBy,
    ...word,
  };
  return [{ type: 'KeyTurned', data: turned }, ...lockAfter({ joint, plan, party }, state, context)];
};

function unlessTurnable(
  { party, holder }: DataOf<'TurnKey'>,
  { joint, plan }: OnTheTable,
  { state, context }: { state: ReportedCase; context: DecisionContext },
): Refusal | undefined {
  if (plan.assembly === 'rejected') return refuse('PlanRejected', { version: plan.version });
  if (party === 'owners' && reservedBy(plan, state, context)) {
    return refuse('AssemblyDecides', { version: plan.version });
  }
  return joint.keys.some((each) => each.holder === holder)
    ? refuse('PersonTurnedAnotherKey', { party })
    : undefined;
}

/** 不同意. A key that was turned is none any longer, and what its lock had opened stands still. Said again it is no news. */
export const refuseKey: CaseHandler<'RefuseKey'> = (data, state, context) => {
  const table = onTheTable(state, data.version);
  if ('refused' in table) return table;
  const { party, version, holder, reason, words, linkedBy } = data;
  const word = wordOfParty(data, { joint: table.joint, state }, context);
  if ('refused' in word) return word;
  const refusal = unlessRefusable(data, table, { state, context });
  if (!refusal && table.joint.refusals.includes(party)) return [];
  const { round } = currentRound(state);
  const said = { round, party, version, holder, reason, words, linkedBy, ...word };
  return refusal ?? [...unaskedForKeys(state), { type: 'KeyRefused', data: said }];
};

/** What a party turned in person stands with the result, also while that rests. */
function unlessRefusable(
  { party, version, reason }: DataOf<'RefuseKey'>,
  { joint, plan }: OnTheTable,
  { state, context }: { state: ReportedCase; context: DecisionContext },
): Refusal | undefined {
  if (party === 'owners' && reservedBy(plan, state, context)) return refuse('AssemblyDecides', { version });
  const isTurned = joint.keys.some((each) => each.party === party && !each.recorded);
  return isTurned && hasResult(state)
    ? refuse('ResultIsThere', { party })
    : unlessGround(reason, context.rules.policy.grounds.keyRefusal);
}

/**
 * 收回钥匙: by who turned it, or by the party's objection to a key that staff wrote down. An objection also interrupts the
 * check of a result and what follows it: then it is of whoever holds the party's key now.
 */
export const takeKeyBack: CaseHandler<'TakeKeyBack'> = (data, state, context) => {
  const table = onTheTable(state, data.version);
  if ('refused' in table) return table;
  const because = takenBackBy(data, { joint: table.joint, state }, context);
  if (typeof because !== 'string') return because;
  const word = wordOf(data, { joint: table.joint, state }, context);
  if ('refused' in word) return word;
  const { party, version, holder, words } = data;
  const keyDeadlines = [
    keyDeadlineOf(party, { startedAt: context.now, urgency: state.urgency }, context.rules),
  ];
  const { round } = currentRound(state);
  const interrupts = interruptedIn(state);
  const taken = { round, party, version, holder, because, words, keyDeadlines, interrupts, ...word };
  const refusal = withoutPolicy(context.rules);
  return refusal ?? [...unaskedForKeys(state), { type: 'KeyTakenBack', data: taken }];
};

function takenBackBy(
  { party, version, holder }: DataOf<'TakeKeyBack'>,
  of: AtTheLock,
  context: DecisionContext,
): 'holder' | 'objection' | Refusal {
  const key = of.joint.keys.find((each) => each.party === party);
  if (!key) return refuse('KeyNotTurned', { party });
  if (key.holder === undefined) return refuse('AssemblyDecides', { version });
  if (!mayBeTakenBack(key, of.state)) return refuse('ResultIsThere', { party });
  const because = key.recorded ? 'objection' : 'holder';
  return isTheirs(key, holder, { of, context }) ? because : refuse('NotTheKeyHolder', { party });
}

function isTheirs(
  { party, holder, recorded }: Key,
  whoever: string,
  { of, context }: { of: AtTheLock; context: DecisionContext },
): boolean {
  const holdsIt = holderOf(party, of, context) === whoever;
  return hasResult(of.state) ? holdsIt : holder === whoever || (recorded && holdsIt);
}

/**
 * A timer that names a key which was turned, or a clock that began anew, is stale: no news. Nor is anybody late with a plan that
 * all owners have rejected, nor the owners' committee while all owners decide. From as many overdue keys on as the policy says,
 * the matter climbs to the community.
 */
export const recordKeyOverdue: CaseHandler<'RecordKeyOverdue'> = ({ party, dueAt }, state, context) => {
  const { now, rules } = context;
  const joint = jointOf(state);
  if ('refused' in joint) return joint;
  const isDue = joint.clocks.some(
    (each) => each.party === party && each.dueAt === dueAt && !each.overdue && now >= dueAt,
  );
  if (!isDue || !isAwaited(party, joint, { state, context })) return [];
  const { round } = currentRound(state);
  const overdue = joint.clocks.filter((each) => each.overdue).length + 1;
  const climbs = overdue >= rules.policy.jointResolution.climbsFrom;
  return [
    { type: 'KeyOverdue', data: { round, party, dueAt, firedAt: now } },
    ...(climbs ? climbToCommunity('key-overdue', state, context) : []),
  ];
};

/** Has said nothing yet, and may. */
function isAwaited(
  party: Key['party'],
  { plan, keys, refusals }: JointResolution,
  { state, context }: { state: ReportedCase; context: DecisionContext },
): boolean {
  const hasSpoken = refusals.includes(party) || keys.some((each) => each.party === party);
  if (hasSpoken || plan?.assembly === 'rejected') return false;
  return !(party === 'owners' && plan !== undefined && reservedBy(plan, state, context) !== undefined);
}
