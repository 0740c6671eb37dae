import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { CaseHandler, DataOf } from './case.handler';
import { clocksAfterPause, resumedClocks, unlessGround, withoutPolicy } from './clocks';
import { currentRound } from './openings';
import { allVacated } from './seats';
import { alreadyUsed } from './used-ids';

/** 转办: nobody here works on it any longer, and the handling clock stands still until the body has answered. */
export const referCase: CaseHandler<'ReferCase'> = (data, state, { now, rules }) => {
  const refusal = withoutPolicy(rules) ?? alreadyUsed(state, data.referralId) ?? unlessReferable(data, rules);
  if (refusal) return refusal;
  const { round } = currentRound(state);
  return [
    ...allVacated(state, { reason: 'case-referred', now }),
    { type: 'CaseReferred', data: { round, ...data, policyVersion: rules.policy.version } },
  ];
};

function unlessReferable(
  { body, basis }: DataOf<'ReferCase'>,
  { policy }: DecisionContext['rules'],
): Refusal | undefined {
  if (!policy.referralBodies.includes(body)) return refuse('BodyNotInPolicy', { body });
  return unlessGround(basis, policy.grounds.referral);
}

/** What the body did is checked as our own work is; what is not theirs is filed here anew. */
export const recordReferralAnswer: CaseHandler<'RecordReferralAnswer'> = (data, state, context) => {
  const { round, referral } = currentRound(state);
  if (referral?.referralId !== data.referralId) return refuse('ReferralUnknown');
  const deadlines = data.accepted
    ? (resumedClocks(state, context.now) ?? [])
    : clocksAfterPause(state, context);
  return withoutPolicy(context.rules) ?? [{ type: 'ReferralAnswered', data: { round, ...data, deadlines } }];
};
