import type { CaseEvent } from './case.events';
import type { Offer, Order } from './case.state';
import { isAssigned } from './openings';

/** Where in the case an offer stands: what every event about it names. */
export function whereabouts({ workOrderId }: Pick<Order, 'workOrderId'>, offer: Offer, round: number) {
  const { offerId, volunteerId } = offer;
  return { round, workOrderId, offerId, volunteerId };
}

/** Nobody is asked, awaited or booked for an order any longer: what says so to each of them. */
export function vacated(order: Order, round: number, reason: string): CaseEvent[] {
  return [...unasked(order, round, reason), ...released(order, round, reason)];
}

/** Offers that are open, or accepted and not booked yet, are withdrawn. */
export function unasked(order: Order, round: number, reason: string): CaseEvent[] {
  return order.offers
    .filter(({ status }) => status === 'open' || status === 'accepted')
    .map((offer) => ({ type: 'OfferWithdrawn', data: { ...whereabouts(order, offer, round), reason } }));
}

function released(order: Order, round: number, reason: string): CaseEvent[] {
  return order.offers.filter(isAssigned).flatMap((offer) => releaseOf(order, offer, { round, reason }));
}

export function releaseOf(
  order: Pick<Order, 'workOrderId'>,
  offer: Offer,
  { round, ...why }: { round: number; reason: string; words?: ReleaseWords },
): CaseEvent[] {
  const { bookingId } = offer;
  if (bookingId === undefined) return [];
  return [{ type: 'VolunteerReleased', data: { ...whereabouts(order, offer, round), bookingId, ...why } }];
}

type ReleaseWords = Extract<CaseEvent, { type: 'VolunteerReleased' }>['data']['words'];
