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
import { fitFor, unlessImpartial } from './impartiality';

/** 首接负责: a post of the organisation, and the person who holds it today. */
export function unlessHolder({ post, person }: Accountable, { organisation }: Rules): Refusal | undefined {
  const known = entryOf(organisation.posts, post);
  if (!known) return refuse('PostUnknown', { post });
  return known.holder === person ? undefined : refuse('PersonDoesNotHoldPost', { post, person });
}

/** 移交责任 */
export const transferAccountability: CaseHandler<'TransferAccountability'> = (data, state, context) => {
  const { to, reason, words } = data;
  const { rules } = context;
  if (equalContent(to, state.accountable)) return [];
  const refusal =
    unlessGround(reason, rules.policy.grounds.transfer) ??
    unlessHolder(to, rules) ??
    unlessImpartial([to.person], state, context);
  if (refusal) return refusal;
  return [{ type: 'AccountabilityTransferred', data: { from: state.accountable, to, reason, words } }];
};

/**
 * Who answers for a case that comes back: the post that did, by whoever holds it now; if nobody does, or nobody who may,
 * the duty desk.
 */
export function accountableAgain(state: ReportedCase, context: DecisionContext): Accountable | Refusal {
  const { by, rules } = context;
  const { post, person } = state.accountable;
  const isFit = fitFor(state, context);
  const holder = entryOf(rules.organisation.posts, post)?.holder;
  if (holder !== undefined && isFit(holder)) return { post, person: holder };
  const standIn = accountableFor(by, rules, isFit);
  if (standIn !== 'no-holder') return standIn;
  return isFit(person) ? state.accountable : refuse('RespondentsSide');
}
