import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { CaseHandler, DataOf } from './case.handler';
import type { ReportedCase, Round } from './case.state';
import { Party } from './case.values';
import { categoryOf } from './categories';
import { clocksAfterPause, keyDeadlineOf, unlessGround, withoutPolicy } from './clocks';
import { jointOf, reservedBy } from './key-holders';
import { currentRound } from './openings';
import type { Rules } from '../rules';
import { allVacated, unaskedForKeys } from './seats';

/** 召集三方会商. The community convenes; it never turns another party's key. A dispute has a way of its own. */
export const conveneJointResolution: CaseHandler<'ConveneJointResolution'> = (
  _data,
  state,
  { now, rules },
) => {
  const category = categoryOf(state, rules);
  if (category?.kind === 'dispute') return refuse('NeedsMediation', { category: category.category });
  const refusal = withoutPolicy(rules);
  if (refusal) return refusal;
  const parties = partiesOf(state, rules);
  const start = { startedAt: now, urgency: state.urgency };
  const keyDeadlines = parties.map((party) => keyDeadlineOf(party, start, rules));
  const { round } = currentRound(state);
  const policyVersion = rules.policy.version;
  return [
    ...unaskedForKeys(state),
    { type: 'JointResolutionConvened', data: { round, parties, keyDeadlines, policyVersion } },
  ];
};

/** Which parties a compound's lock has is data; where its register names none, all three. */
function partiesOf({ place }: ReportedCase, { compounds }: Rules): Party[] {
  const named = entryOf(compounds, place.compound)?.parties ?? {};
  const parties = Party.options.filter((each) => named[each] !== undefined);
  return parties.length > 0 ? parties : [...Party.options];
}

/** 提出方案: a new version gives every key back, and each key's clock begins anew; none of the owners' where all of them decide. */
export const proposePlan: CaseHandler<'ProposePlan'> = ({ version, plan }, state, { now, rules }) => {
  const joint = jointOf(state);
  if ('refused' in joint) return joint;
  if (version !== joint.versions + 1) return refuse('PlanVersionNotNext', { next: joint.versions + 1 });
  const start = { startedAt: now, urgency: state.urgency };
  const isReserved = reservedBy(plan, state, { rules }) !== undefined;
  const keyDeadlines = joint.parties
    .filter((party) => !(isReserved && party === 'owners'))
    .map((party) => keyDeadlineOf(party, start, rules));
  const round = currentRound(state);
  const data = { round: round.round, version, plan, keyDeadlines, policyVersion: rules.policy.version };
  const refusal = withoutPolicy(rules) ?? unlessPaidFor(plan, round);
  return refusal ?? [...unaskedForKeys(state), { type: 'PlanProposed', data }];
};

/** The plan that a result rests on until its lock is open again pays for what was done: money that was spent is spent. */
function unlessPaidFor(
  { costFen }: DataOf<'ProposePlan'>['plan'],
  { joint, spentFen }: Round,
): Refusal | undefined {
  const rests = joint?.interrupted !== undefined;
  return rests && costFen < spentFen ? refuse('PlanBelowSpent', { costFen, spentFen }) : undefined;
}

/** What stands still without the clocks of orders, which end with the talks. */
function ofTheCase({ stopped }: ReportedCase): ReportedCase['stopped'] {
  return stopped.filter(({ workOrderId }) => workOrderId === undefined);
}

/** 终止会商: the lock stays shut; the case is filed, to be referred or convened for anew. */
export const endJointResolution: CaseHandler<'EndJointResolution'> = (data, state, context) => {
  const joint = jointOf(state);
  if ('refused' in joint) return joint;
  const { policy } = context.rules;
  const { attemptsMin } = policy.jointResolution;
  const goesOn = joint.attempts < attemptsMin;
  const refusal = goesOn
    ? refuse('JointResolutionGoesOn', { attempts: joint.attempts, needed: attemptsMin })
    : unlessGround(data.reason, policy.grounds.jointFailure);
  if (refusal) return refusal;
  const { round } = currentRound(state);
  const deadlines = clocksAfterPause({ ...state, stopped: ofTheCase(state) }, context);
  return [
    ...allVacated(state, { reason: 'joint-resolution-failed', now: context.now }),
    { type: 'JointResolutionFailed', data: { round, ...data, deadlines } },
  ];
};
