import type { Actor } from '../actor';
import { byEvent, type ByEvent } from './by-event';
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

const changesOfOrder: ByEvent<Order, Partial<Order>> = {
  WorkOrderAcknowledged: () => ({ status: 'acknowledged' }),
  WorkOrderReturned: () => ({ status: 'returned' }),
  WorkOrderReassigned: ({ to }) => ({ status: 'dispatched', assignee: to, exhausted: [] }),
  HandlingStarted: () => ({ status: 'handling' }),
  ReworkOrdered: () => ({ status: 'handling' }),
  ResultReported: () => ({ status: 'done' }),
  VolunteersExhausted: ({ attempt }, { exhausted }) => ({ exhausted: [...exhausted, attempt] }),
  VolunteerOffered: (data, { offers }) => ({ offers: [...offers, offered(data)] }),
  VolunteerAssigned: (_data, { status }) => ({ status: status === 'dispatched' ? 'acknowledged' : status }),
};

function orderAfter(order: Order, event: CaseEvent, by: Actor): Order {
  return { ...withOffer(order, event, by), ...byEvent(changesOfOrder, event, order) };
}

function offered(data: CaseEventOf<'VolunteerOffered'>['data']): Offer {
  const { offerId, volunteerId, window, expiresAt, basis, reason, matchRef } = data;
  return { offerId, volunteerId, window, expiresAt, basis, reason, matchRef, status: 'open' };
}

const changesOfOffer: ByEvent<Actor, Partial<Offer>> = {
  OfferAccepted: (_data, by) => ({ status: 'accepted', ...accountOf(by) }),
  OfferDeclined: () => ({ status: 'declined' }),
  OfferExpired: () => ({ status: 'expired' }),
  OfferWithdrawn: ({ reason }) => ({ status: 'withdrawn', withdrawnFor: reason }),
  VolunteerAssigned: ({ bookingId, account }) => ({
    status: 'assigned',
    bookingId,
    ...(account === undefined ? {} : { account }),
  }),
  VolunteerCheckedIn: (_data, by) => ({ status: 'checked-in', ...accountOf(by) }),
  VolunteerReleased: () => ({ status: 'released' }),
  VolunteerNoShow: () => ({ status: 'no-show' }),
};

function withOffer(order: Order, event: CaseEvent, by: Actor): Order {
  const change = byEvent(changesOfOffer, event, by);
  if (!change || !('offerId' in event.data)) return order;
  const { offerId } = event.data;
  const offers = order.offers.map((each) => (each.offerId === offerId ? { ...each, ...change } : each));
  return { ...order, offers };
}

/** A volunteer who answers for themself does so under their account: whoever holds it is known before the booking says so. */
function accountOf(by: Actor): Pick<Offer, 'account'> {
  return by.role === 'volunteer' ? { account: by.id } : {};
}

function united(people: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...people, ...more])];
}
