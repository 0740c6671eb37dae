import { requesterOf } from './answers';
import type { CaseHandler } from './case.handler';
import { categoryOf } from './categories';
import { activeRequesters, currentRound } from './openings';
import { allVacated } from './seats';

/**
 * 撤回: one leaves; the last one ends the case, unless a public hazard remains, or may remain: nobody has said yet what it is
 * (CASE, rules 9 and 12).
 */
export const withdrawRequest: CaseHandler<'WithdrawRequest'> = (data, state, { now, rules }) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  const withdrew = { type: 'RequesterWithdrew', data } as const;
  const isLast = activeRequesters(state).length === 1;
  const category = categoryOf(state, rules);
  const { round, madeSafe } = currentRound(state);
  const hazardRemains = category === undefined || category.kind === 'hazard' || madeSafe === true;
  if (!isLast || hazardRemains) return [withdrew];
  return [
    withdrew,
    ...allVacated(state, { reason: 'case-withdrawn', now }),
    { type: 'CaseWithdrawn', data: { round } },
  ];
};
