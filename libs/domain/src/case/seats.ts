import type { CaseEvent } from './case.events';
import type { Offer, Order, ReportedCase } from './case.state';
import { currentRound, isAssigned, liveOrders } from './openings';

/** Where in the case an offer stands: what every event about it names. */
export function whereabouts({ workOrderId }: Pick<Order, 'workOrderId'>, offer: Offer, round: number) {
  const { offerId, volunteerId } = offer;
  return { round, workOrderId, offerId, volunteerId };
}

/** Nobody is asked, awaited or booked for an order any longer: what says so to each of them. */
export function vacated(order: Order, round: number, reason: string): CaseEvent[] {
  return [...unasked(order, round, reason), ...released(order, round, reason)];
}

/** The reason of offers and bookings that are over because work under way waits for its keys. */
export const keysAwaited = 'keys-awaited';

/** The reason of offers and bookings that are over because the case is handled. */
export const caseHandled = 'case-handled';

/** The reason of seats whose visit is over, and whose work has to be done again. */
export const reworkOrdered = 'rework-ordered';

/** Work that waits for its keys asks nobody: who could not say yes has not let the time pass. */
export function unaskedForKeys(state: ReportedCase): CaseEvent[] {
  const { round } = currentRound(state);
  return liveOrders(state).flatMap((order) => {
    const open = order.offers.filter(({ status }) => status === 'open');
    return unasked({ ...order, offers: open }, round, keysAwaited);
  });
}

/** Once the keys are there: who was booked for a time that is over and had not begun could not come, and others are looked for. */
export function missedForKeys(state: ReportedCase, now: string): CaseEvent[] {
  const { round } = currentRound(state);
  const waiting = liveOrders(state).filter(({ status }) => status !== 'handling');
  return waiting.flatMap((order) =>
    expected(order)
      .filter(({ window }) => window.to <= now)
      .flatMap((offer) => releaseOf(order, offer, { round, reason: keysAwaited })),
  );
}

/** The end of whatever was under way in a round; nobody comes for what is done, either. */
export function allVacated(
  state: ReportedCase,
  why: { readonly reason: string; readonly now: string },
): CaseEvent[] {
  const { round } = currentRound(state);
  return [
    ...liveOrders(state).flatMap((order) => vacated(order, round, why.reason)),
    ...aheadOfDone(state, why),
  ];
}

/** Who is booked ahead for an order of the round that is done: until the case ends, they may be needed for its rework. */
export function aheadOfDone(
  state: ReportedCase,
  { reason, now }: { readonly reason: string; readonly now: string },
): CaseEvent[] {
  const { round, orders } = currentRound(state);
  const done = orders.filter(({ status }) => status === 'done');
  return done.flatMap((order) =>
    expected(order)
      .filter(({ window }) => window.to > now)
      .flatMap((offer) => releaseOf(order, offer, { round, reason })),
  );
}

/** Booked, and not there yet. */
export function expected({ offers }: Order): readonly Offer[] {
  return offers.filter(({ status }) => status === 'assigned');
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
