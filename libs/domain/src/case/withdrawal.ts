import type { DecisionContext } from '../decider';
import { requesterOf } from './answers';
import type { CaseEvent } from './case.events';
import type { CaseHandler } from './case.handler';
import type { ReportedCase } from './case.state';
import { categoryOf } from './categories';
import { activeRequesters, currentRound } from './openings';
import { allVacated } from './seats';

/** 撤回: one leaves; the last one ends the case, unless a public hazard remains (CASE, rules 9 and 12). */
export const withdrawRequest: CaseHandler<'WithdrawRequest'> = (data, state, context) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  const requesters = state.requesters.map((each) =>
    each === requester ? { ...each, withdrawn: true } : each,
  );
  return [{ type: 'RequesterWithdrew', data }, ...endOfWithdrawn({ ...state, requesters }, context)];
};

/**
 * The end of a case whose last requester has withdrawn; nothing while one is left, or a public hazard remains, or may remain:
 * nobody has said yet what it is.
 */
export function endOfWithdrawn(
  state: ReportedCase,
  { now, rules }: Pick<DecisionContext, 'now' | 'rules'>,
): CaseEvent[] {
  const category = categoryOf(state, rules);
  const { round, madeSafe } = currentRound(state);
  const hazardRemains = category === undefined || category.kind === 'hazard' || madeSafe === true;
  if (activeRequesters(state).length > 0 || hazardRemains) return [];
  return [
    ...allVacated(state, { reason: 'case-withdrawn', now }),
    { type: 'CaseWithdrawn', data: { round } },
  ];
}
