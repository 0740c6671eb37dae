import { holdsSeat, seatsLeft } from '@threekeys/domain';
import type { Offer, Order, Policy, RankedVolunteer } from '@threekeys/domain';
import type { RankingOfOrder } from './ranking-of-order';

/** Whom to ask next, or that nobody is left. */
export type NextOffers =
  | { readonly step: 'enough' }
  | { readonly step: 'ask'; readonly volunteers: readonly NextOffer[] }
  | { readonly step: 'exhausted'; readonly reasons: readonly { constraint: string; count: number }[] };

export interface NextOffer extends Pick<RankedVolunteer, 'volunteerId' | 'window'> {
  readonly basis: 'offer' | 'standing-consent';
  readonly wave: number;
}

/**
 * Keeps a wave of open questions until the seats are taken: the best of the list that was not asked yet, as many waves as
 * the policy allows. Who agreed beforehand takes a seat at once, and then nobody of that wave is asked in vain.
 */
export function nextOffers(order: Order, { matchRef, ranking }: RankingOfOrder, policy: Policy): NextOffers {
  const seats = seatsLeft(order);
  const open = order.offers.filter(({ status }) => status === 'open').length;
  if (seats < 1) return { step: 'enough' };
  const { waveSize, wavesMax } = policy.offers;
  const asked = order.offers.filter((each) => each.matchRef === matchRef).length;
  const left = Math.max(0, waveSize * wavesMax - asked);
  const list = ranking.ranked.filter((each) => mayBeAsked(each, order, matchRef)).slice(0, left);
  const consenting = list.slice(0, waveSize).filter(({ standingConsent }) => standingConsent);
  const chosen =
    consenting.length > 0
      ? consenting.slice(0, seats)
      : list.slice(0, Math.max(0, Math.max(waveSize, seats) - open));
  if (chosen.length > 0) return { step: 'ask', volunteers: chosen.map(offerAt(asked, waveSize)) };
  return open > 0 || list.length > 0
    ? { step: 'enough' }
    : { step: 'exhausted', reasons: [...ranking.excluded, ...answersOf(order.offers)] };
}

function offerAt(asked: number, waveSize: number) {
  return ({ volunteerId, window, standingConsent }: RankedVolunteer, index: number): NextOffer => ({
    volunteerId,
    window,
    basis: standingConsent ? 'standing-consent' : 'offer',
    wave: Math.floor((asked + index) / waveSize) + 1,
  });
}

/** Each is asked once by one ranking, and not while they are asked or seated; whom a later one names, it knows why. */
function mayBeAsked({ volunteerId }: RankedVolunteer, { offers }: Order, matchRef: string): boolean {
  const own = offers.filter((each) => each.volunteerId === volunteerId);
  return !own.some((each) => each.matchRef === matchRef || each.status === 'open' || holdsSeat(each));
}

/** How the questions ended, counted. */
function answersOf(offers: readonly Offer[]): { constraint: string; count: number }[] {
  const ends = ['declined', 'expired', 'withdrawn', 'released', 'no-show'] as const;
  return ends.flatMap((constraint) => {
    const count = offers.filter(({ status }) => status === constraint).length;
    return count > 0 ? [{ constraint, count }] : [];
  });
}
