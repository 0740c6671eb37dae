import type { DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import { accountableFor } from '../routing';
import type { Rules } from '../rules';
import { unlessGround } from './clocks';
import type { CaseHandler } from './case.handler';
import type { ReportedCase } from './case.state';
import type { Accountable } from './case.values';

/** 首接负责: a post of the organisation, and the person who holds it today. */
export function unlessHolder({ post, person }: Accountable, { organisation }: Rules): Refusal | undefined {
  const known = entryOf(organisation.posts, post);
  if (!known) return refuse('PostUnknown', { post });
  return known.holder === person ? undefined : refuse('PersonDoesNotHoldPost', { post, person });
}

/** 移交责任 */
export const transferAccountability: CaseHandler<'TransferAccountability'> = (data, state, { rules }) => {
  const { to, reason, words } = data;
  if (equalContent(to, state.accountable)) return [];
  const refusal = unlessGround(reason, rules.policy.grounds.transfer) ?? unlessHolder(to, rules);
  if (refusal) return refusal;
  return [{ type: 'AccountabilityTransferred', data: { from: state.accountable, to, reason, words } }];
};

/** Who answers for a case that comes back: the post that did, by whoever holds it now; if nobody does, the duty desk. */
export function accountableAgain(
  { accountable }: ReportedCase,
  { by, rules }: Pick<DecisionContext, 'by' | 'rules'>,
): Accountable {
  const { post } = accountable;
  const holder = entryOf(rules.organisation.posts, post)?.holder;
  if (holder !== undefined) return { post, person: holder };
  const standIn = accountableFor(by, rules);
  return standIn === 'no-holder' ? accountable : standIn;
}
