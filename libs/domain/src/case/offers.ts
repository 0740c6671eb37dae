import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import { earlierRounds, mustChange } from './assignees';
import type { CaseDecision, CaseHandler, DataOf } from './case.handler';
import type { CaseEvent } from './case.events';
import type { Offer, Order, ReportedCase } from './case.state';
import { minutesLater, unlessGround, withoutPolicy } from './clocks';
import { currentRound, holdsSeat, isLiveOrder, seatsLeft } from './openings';
import { liveOrderOf } from './orders';
import { unasked, whereabouts } from './seats';
import { alreadyUsed } from './used-ids';

export interface Seat {
  readonly order: Order;
  readonly offer: Offer;
  readonly round: number;
}

/** An offer of any order of any round, live or not. */
export function offerOf(
  { workOrderId, offerId }: Pick<DataOf<'AcceptOffer'>, 'workOrderId' | 'offerId'>,
  { rounds }: ReportedCase,
): Seat | Refusal {
  for (const { round, orders } of rounds) {
    const order = orders.find((each) => each.workOrderId === workOrderId);
    const offer = order?.offers.find((each) => each.offerId === offerId);
    if (order && offer) return { order, offer, round };
  }
  return refuse('OfferUnknown', { offerId });
}

/** 征询接单. What needs no answer (standing consent, duty roster, override) is accepted in the same append. */
export const offerToVolunteer: CaseHandler<'OfferToVolunteer'> = (data, state, context) => {
  const order = liveOrderOf(state, data.workOrderId);
  if ('refused' in order) return order;
  const { conflict, ...offer } = data;
  const refusal =
    withoutPolicy(context.rules) ??
    alreadyUsed(state, data.offerId) ??
    unlessAskable(order, data, { state, rules: context.rules }) ??
    unlessConflicted(conflict, data.volunteerId, state) ??
    unlessReasoned(data, context);
  return refusal ?? offered(offer, state, context);
};

/** Found by the service, or named with the respondent. */
function unlessConflicted(
  conflict: boolean | undefined,
  volunteerId: string,
  { respondent }: ReportedCase,
): Refusal | undefined {
  const isConflicted = conflict === true || respondent?.keptOut?.includes(volunteerId);
  return isConflicted ? refuse('ConflictOfInterest', { volunteerId }) : undefined;
}

function offered(
  data: Omit<DataOf<'OfferToVolunteer'>, 'conflict'>,
  state: ReportedCase,
  context: DecisionContext,
): CaseEvent[] {
  const { workOrderId, offerId, volunteerId, window } = data;
  const { round } = currentRound(state);
  const asked: CaseEvent = {
    type: 'VolunteerOffered',
    data: { ...data, round, expiresAt: expiryOf(data, state, context) },
  };
  if (data.basis === 'offer') return [asked];
  return [asked, { type: 'OfferAccepted', data: { round, workOrderId, offerId, volunteerId, window } }];
}

/** By urgency, and never later than the window itself. */
function expiryOf(
  { window }: Pick<DataOf<'OfferToVolunteer'>, 'window'>,
  { urgency }: ReportedCase,
  { now, rules }: DecisionContext,
): string {
  const byPolicy = minutesLater(now, rules.policy.offers.expiryMinutes[urgency]);
  return byPolicy < window.to ? byPolicy : window.to;
}

function unlessAskable(
  order: Order,
  { volunteerId }: DataOf<'OfferToVolunteer'>,
  { state, rules }: { state: ReportedCase; rules: Rules },
): Refusal | undefined {
  const { workOrderId, assignee, offers } = order;
  if (assignee.kind !== 'volunteers') return refuse('OrderNotForVolunteers', { workOrderId });
  if (offers.some((each) => each.volunteerId === volunteerId && isPending(each))) {
    return refuse('VolunteerAlreadyAsked', { volunteerId });
  }
  if (seatsLeft(order) < 1) return refuse('SeatTaken', { workOrderId });
  const didItBefore =
    order.part === 'lead' &&
    mustChange(state, rules) &&
    earlierRounds(state).some(({ doers }) => doers.includes(volunteerId));
  return didItBefore ? refuse('AnotherHandlerNeeded', { round: currentRound(state).round }) : undefined;
}

function isPending(offer: Offer): boolean {
  return offer.status === 'open' || holdsSeat(offer);
}

/** The window is not over, and a person who overrides the ranking says why. */
function unlessReasoned(
  { window, basis, reason }: DataOf<'OfferToVolunteer'>,
  { now, rules }: DecisionContext,
): Refusal | undefined {
  if (window.to <= now) return refuse('WindowIsOver', { to: window.to });
  if (basis !== 'override') return undefined;
  return reason === undefined
    ? refuse('OverrideNeedsReason')
    : unlessGround(reason, rules.policy.grounds.override);
}

/** 接单: first answer takes the seat. */
export const acceptOffer: CaseHandler<'AcceptOffer'> = (data, state, { now }) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  const { order, offer, round } = seat;
  if (holdsSeat(offer)) return [];
  const refusal = unlessOpen(seat, now);
  if (refusal) return refusal;
  const conflicted = unlessConflicted(data.conflict, offer.volunteerId, state);
  if (conflicted) return conflicted;
  if (seatsLeft(order) < 1) return refuse('SeatTaken', { workOrderId: order.workOrderId });
  const { window } = offer;
  const { recordedBy } = data;
  return [{ type: 'OfferAccepted', data: { ...whereabouts(order, offer, round), window, recordedBy } }];
};

/** An offer that others filled says so; one past its time is over, whether or not a timer has said it. */
function unlessOpen({ order, offer }: Seat, now: string): Refusal | undefined {
  const { offerId, status, expiresAt } = offer;
  if (status === 'expired' || (status === 'open' && now >= expiresAt)) {
    return refuse('OfferExpired', { offerId, expiresAt });
  }
  if (offer.withdrawnFor === seatsFilled) return refuse('SeatTaken', { workOrderId: order.workOrderId });
  return status === 'open' ? undefined : refuse('OfferNotOpen', { offerId, status });
}

/** 婉拒. Late is still an answer, as long as nobody has said that it expired. */
export const declineOffer: CaseHandler<'DeclineOffer'> = (data, state) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  const { order, offer, round } = seat;
  const { offerId, status } = offer;
  if (status === 'declined') return [];
  if (status !== 'open') return refuse('OfferNotOpen', { offerId, status });
  const { reason, words, recordedBy } = data;
  const where = whereabouts(order, offer, round);
  return [{ type: 'OfferDeclined', data: { ...where, reason, words, recordedBy } }];
};

/** 过期, by timer: early, or after an answer, it is no news. */
export const expireOffer: CaseHandler<'ExpireOffer'> = (data, state, { now }) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  const { order, offer, round } = seat;
  if (offer.status !== 'open' || now < offer.expiresAt) return [];
  return [{ type: 'OfferExpired', data: whereabouts(order, offer, round) }];
};

/** 撤回: before the booking. An offer that is over is no news: the booking saga takes this step whatever happened since. */
export const withdrawOffer: CaseHandler<'WithdrawOffer'> = (data, state) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  return withdrawn(seat, data.reason);
};

function withdrawn({ order, offer, round }: Seat, reason: string): CaseDecision {
  const { offerId, status } = offer;
  if (status === 'assigned' || status === 'checked-in') return refuse('VolunteerIsAssigned', { offerId });
  if (status !== 'open' && status !== 'accepted') return [];
  return [{ type: 'OfferWithdrawn', data: { ...whereabouts(order, offer, round), reason } }];
}

/** The reason of offers that are withdrawn because the last seat was booked. */
export const seatsFilled = 'seats-filled';

/**
 * 指派: the booking stands. A saga step that nobody stands behind to hear a refusal: an offer that is over meanwhile has
 * its event already (which releases the booking), one that lost its order gets it here.
 */
export const assignVolunteer: CaseHandler<'AssignVolunteer'> = (data, state) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  const { order, offer, round } = seat;
  if (offer.status === 'open') return refuse('OfferNotAccepted', { offerId: offer.offerId });
  if (offer.status !== 'accepted') return [];
  const isCurrent = round === currentRound(state).round;
  return isCurrent && isLiveOrder(order) ? assigned(seat, data) : withdrawn(seat, 'order-over');
};

/** The last seat withdraws what is still open. */
function assigned(
  { order, offer, round }: Seat,
  { bookingId, account }: DataOf<'AssignVolunteer'>,
): CaseEvent[] {
  const { window, basis, reason, matchRef } = offer;
  const where = whereabouts(order, offer, round);
  const isFull = seatsLeft(order) < 1;
  const others = { ...order, offers: order.offers.filter(({ status }) => status === 'open') };
  const waiting = order.offers.some((each) => each.status === 'accepted' && each !== offer);
  return [
    { type: 'VolunteerAssigned', data: { ...where, bookingId, window, basis, reason, matchRef, account } },
    ...(isFull && !waiting ? unasked(others, round, seatsFilled) : []),
  ];
}

/**
 * Nobody is left to ask: the order lies on the dispatcher's desk. While somebody is asked, or has accepted and is not booked yet,
 * it is no news; nor is it said twice of one ranking, unless somebody was asked in between.
 */
export const reportVolunteersExhausted: CaseHandler<'ReportVolunteersExhausted'> = (data, state) => {
  const { workOrderId, attempt } = data;
  const orders = state.rounds.flatMap((each) => each.orders);
  const order = orders.find((each) => each.workOrderId === workOrderId);
  if (!order) return refuse('OrderUnknown', { workOrderId });
  const isOver =
    !currentRound(state).orders.includes(order) ||
    !isLiveOrder(order) ||
    order.assignee.kind !== 'volunteers' ||
    order.exhausted.includes(attempt);
  const isAwaited = order.offers.some(({ status }) => status === 'open' || status === 'accepted');
  if (isOver || isAwaited || seatsLeft(order) < 1) return [];
  const { round } = currentRound(state);
  return [{ type: 'VolunteersExhausted', data: { ...data, round, asked: order.offers.length } }];
};
