import type { Actor } from '../actor';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { Offer, Order, ReportedCase, Round } from './case.state';
import { isLiveOrder } from './openings';

type Rounds = ReportedCase['rounds'];

/** Rounds, their orders and who did the work, after an event. */
export function roundsAfter(rounds: Rounds, event: CaseEvent, by: Actor): Rounds {
  if (event.type === 'CaseReopened') return [...rounds, { round: event.data.round, orders: [], doers: [] }];
  const last = rounds.at(-1) ?? rounds[0];
  const changed = roundAfter(last, event, by);
  return changed === last ? rounds : ([...rounds.slice(0, -1), changed] as unknown as Rounds);
}

function roundAfter(round: Round, event: CaseEvent, by: Actor): Round {
  const { type, data } = event;
  switch (type) {
    case 'WorkOrderDispatched':
      return { ...round, orders: [...round.orders, dispatched(data)] };
    case 'CaseHandledOnSpot':
      return { ...round, doers: united(round.doers, [data.by]) };
    case 'ResultReported':
      return { ...withOrder(round, event, by), doers: united(round.doers, data.doneBy) };
    case 'CaseHandled':
    case 'CaseWithdrawn':
      return { ...round, orders: round.orders.map(ended) };
    default:
      return 'workOrderId' in data ? withOrder(round, event, by) : round;
  }
}

function dispatched({ order }: CaseEventOf<'WorkOrderDispatched'>['data']): Order {
  return { ...order, status: 'dispatched', offers: [], exhausted: [] };
}

function ended(order: Order): Order {
  return isLiveOrder(order) ? { ...order, status: 'ended' } : order;
}

function withOrder(round: Round, event: CaseEvent, by: Actor): Round {
  const workOrderId = 'workOrderId' in event.data ? event.data.workOrderId : undefined;
  return {
    ...round,
    orders: round.orders.map((order) =>
      order.workOrderId === workOrderId ? orderAfter(order, event, by) : order,
    ),
  };
}

function orderAfter(order: Order, event: CaseEvent, by: Actor): Order {
  const { type, data } = event;
  switch (type) {
    case 'WorkOrderAcknowledged':
      return { ...order, status: 'acknowledged' };
    case 'WorkOrderReturned':
      return { ...order, status: 'returned' };
    case 'WorkOrderReassigned':
      return { ...order, status: 'dispatched', assignee: data.to, exhausted: [] };
    case 'HandlingStarted':
    case 'ReworkOrdered':
      return { ...order, status: 'handling' };
    case 'ResultReported':
      return { ...order, status: 'done' };
    case 'VolunteersExhausted':
      return { ...order, exhausted: [...order.exhausted, data.attempt] };
    case 'VolunteerOffered':
      return { ...order, offers: [...order.offers, offered(data)] };
    case 'VolunteerAssigned':
      return {
        ...withOffer(order, event, by),
        status: order.status === 'dispatched' ? 'acknowledged' : order.status,
      };
    default:
      return 'offerId' in data ? withOffer(order, event, by) : order;
  }
}

function offered(data: CaseEventOf<'VolunteerOffered'>['data']): Offer {
  const { offerId, volunteerId, window, expiresAt, basis, reason, matchRef } = data;
  return { offerId, volunteerId, window, expiresAt, basis, reason, matchRef, status: 'open' };
}

function withOffer(order: Order, event: CaseEvent, by: Actor): Order {
  const offerId = 'offerId' in event.data ? event.data.offerId : undefined;
  return {
    ...order,
    offers: order.offers.map((offer) =>
      offer.offerId === offerId ? { ...offer, ...changeOfOffer(event, by) } : offer,
    ),
  };
}

function changeOfOffer({ type, data }: CaseEvent, by: Actor): Partial<Offer> {
  switch (type) {
    case 'OfferAccepted':
      return { status: 'accepted', ...accountOf(by) };
    case 'OfferDeclined':
      return { status: 'declined' };
    case 'OfferExpired':
      return { status: 'expired' };
    case 'OfferWithdrawn':
      return { status: 'withdrawn', withdrawnFor: data.reason };
    case 'VolunteerAssigned':
      return { status: 'assigned', bookingId: data.bookingId };
    case 'VolunteerCheckedIn':
      return { status: 'checked-in', ...accountOf(by) };
    case 'VolunteerReleased':
      return { status: 'released' };
    case 'VolunteerNoShow':
      return { status: 'no-show' };
    default:
      return {};
  }
}

/** A volunteer who answers for themself does so under their account: whoever holds it did the work. */
function accountOf(by: Actor): Pick<Offer, 'account'> {
  return by.role === 'volunteer' ? { account: by.id } : {};
}

function united(people: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...people, ...more])];
}
