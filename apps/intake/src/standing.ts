import type { ReportedCase } from '@threekeys/domain';
import { currentRound, isAssigned } from '@threekeys/domain';
import type { CaseStanding } from '@threekeys/http';

/** What of a case decides how somebody stands to it who gives it a command. */
export function standingOf(state: ReportedCase): CaseStanding {
  const { accountable, unit, place, rounds, respondent, requesters } = state;
  // Whatever became of the order: a command sent again is answered as it was.
  const orders = rounds
    .flatMap((round) => round.orders)
    .map((order) => ({ ...order, assigned: order.offers.filter(isAssigned) }));
  const requesterIds = requesters.map(({ requesterId }) => requesterId);
  const { joint } = currentRound(state);
  return { accountable, unit, compound: place.compound, orders, respondent, requesterIds, joint };
}
