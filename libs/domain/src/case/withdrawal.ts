import { requesterOf } from './answers';
import type { CaseHandler } from './case.handler';
import { categoryOf } from './categories';
import { activeRequesters, currentRound, liveOrders } from './openings';
import { vacated } from './seats';

/** 撤回: one leaves; the last one ends the case, unless a public hazard remains (CASE, rules 9 and 12). */
export const withdrawRequest: CaseHandler<'WithdrawRequest'> = (data, state, { rules }) => {
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
    ...liveOrders(state).flatMap((order) => vacated(order, round, 'case-withdrawn')),
    { type: 'CaseWithdrawn', data: { round } },
  ];
};
