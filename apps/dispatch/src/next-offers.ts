import { holdsSeat, reworkOrdered, seatsLeft } from '@threekeys/domain';
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

/** Why a list ended with people on it who were not asked: the times they were ranked for have begun. Matching ranks anew. */
export const windowOver = 'window-over';

/**
 * Keeps a wave of open questions until the seats are taken: the best of the list that was not asked yet, as many waves as
 * the policy allows. Who agreed beforehand takes a seat at once, and then nobody of that wave is asked in vain; for the seats
 * that are left it is asked once they are booked. While a booking is awaited, nobody says that nobody is left. Rework is offered
 * first to whoever did the work, and to others once these have answered.
 */
export function nextOffers(
  order: Order,
  { matchRef, ranking }: RankingOfOrder,
  { policy, now }: { policy: Policy; now: string },
): NextOffers {
  const seats = seatsLeft(order);
  if (seats < 1) return { step: 'enough' };
  const { waveSize, wavesMax } = policy.offers;
  const open = order.offers.filter(({ status }) => status === 'open').length;
  const left = Math.max(0, waveSize * wavesMax - order.offers.filter(isUnheeded).length);
  const askable = ranking.ranked.filter((each) => mayBeAsked(each, order, matchRef));
  const doers = askable.filter((each) => wasThere(each, order));
  const others = askable.filter((each) => !wasThere(each, order)).slice(0, left);
  const list = [...doers, ...others];
  const inTime = list.filter(({ window }) => window.from > now);
  const chosen = chosenOf(inTime, order, { waveSize, seats, open });
  if (chosen.length > 0) {
    return { step: 'ask', volunteers: chosen.map(offerAt(order.offers.length, waveSize)) };
  }
  if (open > 0 || order.offers.some(({ status }) => status === 'accepted')) return { step: 'enough' };
  const late = counted(windowOver, list.length - inTime.length);
  return { step: 'exhausted', reasons: [...late, ...ranking.excluded, ...answersOf(order.offers)] };
}

function chosenOf(
  list: readonly RankedVolunteer[],
  order: Order,
  { waveSize, seats, open }: { waveSize: number; seats: number; open: number },
): readonly RankedVolunteer[] {
  const doers = list.filter((each) => wasThere(each, order));
  const awaited = order.offers.filter((each) => each.status === 'open' && wasThere(each, order)).length;
  if (doers.length + awaited > 0) return doers.slice(0, Math.max(0, seats - awaited));
  const consenting = list.slice(0, waveSize).filter(({ standingConsent }) => standingConsent);
  if (consenting.length > 0) return consenting.slice(0, seats);
  return list.slice(0, Math.max(0, Math.max(waveSize, seats) - open));
}

/** Whose visit is over, and whose work has to be done again. */
function wasThere({ volunteerId }: Pick<Offer, 'volunteerId'>, { offers }: Order): boolean {
  return offers.some((each) => each.volunteerId === volunteerId && each.releasedFor === reworkOrdered);
}

function offerAt(asked: number, waveSize: number) {
  return ({ volunteerId, window, standingConsent }: RankedVolunteer, index: number): NextOffer => ({
    volunteerId,
    window,
    basis: standingConsent ? 'standing-consent' : 'offer',
    wave: Math.floor((asked + index) / waveSize) + 1,
  });
}

/** Questions that count against the waves: those that wait, and those that came to nothing. */
function isUnheeded({ status }: Offer): boolean {
  return status === 'open' || status === 'declined' || status === 'expired';
}

/** Each is asked once by one ranking, and not while they are asked or seated; whom a later one names, it knows why. */
function mayBeAsked({ volunteerId }: RankedVolunteer, { offers }: Order, matchRef: string): boolean {
  const own = offers.filter((each) => each.volunteerId === volunteerId);
  return !own.some((each) => each.matchRef === matchRef || each.status === 'open' || holdsSeat(each));
}

/** How the questions ended, counted, but for visits that were made. */
function answersOf(offers: readonly Offer[]): { constraint: string; count: number }[] {
  const ends = ['declined', 'expired', 'withdrawn', 'released', 'no-show'] as const;
  const unmade = offers.filter(({ releasedFor }) => releasedFor !== reworkOrdered);
  return ends.flatMap((end) => counted(end, unmade.filter(({ status }) => status === end).length));
}

function counted(constraint: string, count: number): { constraint: string; count: number }[] {
  return count > 0 ? [{ constraint, count }] : [];
}
