import { accountOf, endsOrders, reworkOrdered } from '@threekeys/domain';
import type { Actor, CaseEvent, CaseEventOf } from '@threekeys/domain';
import type { ViewEvent } from '../projection';
import type { CaseAssignment, CaseOffer, CaseOrder, CaseRow } from './case.row';

const moves = {
  WorkOrderAcknowledged: 'acknowledged',
  HandlingStarted: 'handling',
  SettlementRecorded: 'done',
  SettlementFailed: 'done',
} as const;

const answers = {
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferExpired: 'expired',
  OfferWithdrawn: 'withdrawn',
} as const;

const presences = {
  VolunteerCheckedIn: 'checked-in',
  VolunteerReleased: 'released',
  VolunteerNoShow: 'no-show',
} as const;

type OfOrder = { readonly workOrderId: string; readonly offerId?: string };

/** The orders after an event; the same where it says nothing of orders. */
export function ordersAfter(row: CaseRow, view: ViewEvent): readonly CaseOrder[] {
  const { type, data } = view as unknown as CaseEvent;
  if (type === 'WorkOrderDispatched') return [...row.orders, dispatched(data, row.round, view.recordedAt)];
  if (endsOrders.includes(type)) return row.orders.map(ended);
  if (!('workOrderId' in data) || data.workOrderId === undefined) return row.orders;
  const { workOrderId } = data;
  const event = { type, data } as Extract<CaseEvent, { data: OfOrder }>;
  const by = view.actor as unknown as Actor;
  return row.orders.map((order) =>
    order.workOrderId === workOrderId ? orderAfter(order, event, by) : order,
  );
}

function dispatched(
  { order }: CaseEventOf<'WorkOrderDispatched'>['data'],
  round: number,
  dispatchedAt: string,
): CaseOrder {
  // Named, not spread: of what was just parsed that takes several times as long.
  const { workOrderId, part, assignee, need } = order;
  const status = 'dispatched';
  return { workOrderId, round, part, assignee, status, dispatchedAt, need, offers: [], assigned: [] };
}

const live: readonly CaseOrder['status'][] = ['dispatched', 'acknowledged', 'handling'];

function ended(order: CaseOrder): CaseOrder {
  return live.includes(order.status) ? { ...order, status: 'ended' } : order;
}

function orderAfter(order: CaseOrder, event: CaseEvent, by: Actor): CaseOrder {
  const { type, data } = event;
  if (type === 'WorkOrderReturned') return { ...order, status: 'returned', returnedFor: data.ground };
  if (type === 'ReworkOrdered') return inRework(order, data);
  if (type in moves) return { ...order, status: moves[type as keyof typeof moves] };
  if (type === 'WorkOrderReassigned')
    return {
      ...{ ...order, status: 'dispatched', assignee: data.to, nobodyFound: undefined },
      ...(data.need && { need: data.need }),
    };
  if (type === 'ResultReported') return withResult(order, data);
  return orderAfterVolunteer(order, event, by);
}

function inRework(order: CaseOrder, { windows }: CaseEventOf<'ReworkOrdered'>['data']): CaseOrder {
  const { need } = order;
  return { ...order, status: 'handling', ...(windows && need && { need: { ...need, windows } }) };
}

function withResult(
  order: CaseOrder,
  { outcome, minutes }: CaseEventOf<'ResultReported'>['data'],
): CaseOrder {
  return { ...order, status: 'done', outcome, ...(minutes === undefined ? {} : { minutes }) };
}

function orderAfterVolunteer(order: CaseOrder, { type, data }: CaseEvent, by: Actor): CaseOrder {
  if (type === 'VolunteersExhausted') return { ...order, nobodyFound: data.reasons };
  if (type === 'VolunteerOffered')
    return { ...order, offers: [...order.offers, offered(data)], nobodyFound: undefined };
  if (type === 'VolunteerAssigned') return withSeat(order, data);
  if (type in answers) {
    const status = answers[type as keyof typeof answers];
    const known = type === 'OfferAccepted' ? accountOf(by) : {};
    return { ...order, offers: changed(order.offers, data as OfOrder, { status, ...known }) };
  }
  if (type in presences) {
    const status = presenceAfter({ type, data } as CaseEventOf<keyof typeof presences>);
    return { ...order, assigned: changed(order.assigned, data as OfOrder, { status }) };
  }
  return order;
}

/** A visit that is over is done, also where the work has to be done again. */
function presenceAfter({ type, data }: CaseEventOf<keyof typeof presences>): CaseAssignment['status'] {
  return type === 'VolunteerReleased' && data.reason === reworkOrdered ? 'done' : presences[type];
}

function withSeat(order: CaseOrder, data: CaseEventOf<'VolunteerAssigned'>['data']): CaseOrder {
  const { account } = data;
  return {
    ...order,
    status: order.status === 'dispatched' ? 'acknowledged' : order.status,
    offers: account === undefined ? order.offers : changed(order.offers, data, { account }),
    assigned: [...order.assigned, assigned(data)],
  };
}

function changed<T extends CaseOffer | CaseAssignment>(
  list: readonly T[],
  { offerId }: OfOrder,
  change: Partial<T>,
): readonly T[] {
  return list.map((each) => (each.offerId === offerId ? { ...each, ...change } : each));
}

function offered(data: CaseEventOf<'VolunteerOffered'>['data']): CaseOffer {
  const { offerId, volunteerId, expiresAt, window, basis, wave, matchRef } = data;
  return {
    offerId,
    volunteerId,
    status: 'offered',
    expiresAt,
    window,
    basis,
    wave,
    ...(matchRef === undefined ? {} : { matchRef }),
  };
}

function assigned(data: CaseEventOf<'VolunteerAssigned'>['data']): CaseAssignment {
  const { offerId, volunteerId, bookingId, window, basis } = data;
  return { offerId, volunteerId, bookingId, status: 'assigned', window, basis };
}

const asked: readonly CaseOffer['status'][] = ['offered', 'accepted'];
const seated: readonly CaseAssignment['status'][] = ['assigned', 'checked-in'];
const answering: readonly CaseOrder['status'][] = [...live, 'done'];

/** Who has a part in an order: its post's holder, whoever is asked and has not said no, whoever is assigned. */
export function addPeopleOf(
  { assignee, status, offers, assigned: seats }: CaseOrder,
  people: Set<string>,
): void {
  if (assignee.kind === 'post' && answering.includes(status)) people.add(assignee.person);
  for (const offer of offers) if (asked.includes(offer.status)) people.add(offer.volunteerId);
  for (const seat of seats) if (seated.includes(seat.status)) people.add(seat.volunteerId);
}
