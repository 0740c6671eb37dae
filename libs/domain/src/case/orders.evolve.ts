import type { Actor } from '../actor';
import type { EventContext } from '../decider';
import { byEvent, type ByEvent } from './by-event';
import type { CaseEvent, CaseEventOf, CaseEventType } from './case.events';
import type { Offer, Order, ReportedCase, Round } from './case.state';
import { jointAfter } from './joint.evolve';
import { isLiveOrder } from './openings';

type Rounds = ReportedCase['rounds'];

/** After which nobody works on an order of the round any longer. */
export const endsOrders: readonly CaseEventType[] = [
  'CaseHandled',
  'CaseWithdrawn',
  'JointResolutionFailed',
  'CaseReferred',
  'CaseVoided',
  'CaseMerged',
];

/** Rounds, their orders, their joint resolution and who did the work, after an event. */
export function roundsAfter(rounds: Rounds, event: CaseEvent, { by, leafHash }: EventContext): Rounds {
  if (event.type === 'CaseReopened')
    return [...rounds, { round: event.data.round, orders: [], doers: [], spentFen: 0 }];
  const last = rounds.at(-1) ?? rounds[0];
  const changed = withReferral(withJoint(roundAfter(last, event, by), event, leafHash), event);
  return changed === last ? rounds : ([...rounds.slice(0, -1), changed] as unknown as Rounds);
}

function withJoint(round: Round, event: CaseEvent, leafHash: string | undefined): Round {
  const joint = jointAfter(round.joint, event, leafHash);
  return joint === round.joint ? round : { ...round, joint };
}

/** An order of one's own takes the place of what another body did. */
const referrals: ByEvent<void, Round['referral']> = {
  CaseReferred: ({ referralId }) => ({ referralId, answered: false }),
  ReferralAnswered: ({ referralId, accepted }) => (accepted ? { referralId, answered: true } : undefined),
  ReworkOrdered: ({ referralId }) => (referralId === undefined ? undefined : { referralId, answered: false }),
  WorkOrderDispatched: () => undefined,
};

function withReferral(round: Round, event: CaseEvent): Round {
  if (!(event.type in referrals)) return round;
  const referral = byEvent(referrals, event, undefined);
  return referral === undefined && round.referral === undefined ? round : { ...round, referral };
}

function roundAfter(round: Round, event: CaseEvent, by: Actor): Round {
  const { type, data } = event;
  if (endsOrders.includes(type)) return { ...round, orders: round.orders.map(ended) };
  switch (type) {
    case 'WorkOrderDispatched':
      return { ...round, orders: [...round.orders, dispatched(data)] };
    case 'CaseHandledOnSpot':
      return { ...round, doers: united(round.doers, [data.by]) };
    case 'SettlementRecorded':
    case 'SettlementFailed':
    case 'ResultReported':
      return {
        ...{ ...withOrder(round, event, by), doers: united(round.doers, data.doneBy) },
        spentFen: round.spentFen + costOf(data),
      };
    default:
      return 'workOrderId' in data ? withOrder(withWorkers(round, event, by), event, by) : round;
  }
}

/** Whoever has taken an order, or was there, did some of its work: also where it is somebody else's by the time it is done. */
const workers: ByEvent<{ order: Order; by: Actor }, readonly string[]> = {
  WorkOrderAcknowledged: ({ recordedBy }, at) => takersOf(at, recordedBy),
  HandlingStarted: ({ recordedBy }, at) => takersOf(at, recordedBy),
  ProgressReported: ({ recordedBy }, at) => takersOf(at, recordedBy),
  VolunteerCheckedIn: ({ volunteerId, offerId }, { order, by }) => {
    const account = order.offers.find((each) => each.offerId === offerId)?.account ?? accountOf(by).account;
    return account === undefined ? [volunteerId] : [volunteerId, account];
  },
};

function withWorkers(round: Round, event: CaseEvent, by: Actor): Round {
  if (!(event.type in workers) || !('workOrderId' in event.data)) return round;
  const { workOrderId } = event.data;
  const order = round.orders.find((each) => each.workOrderId === workOrderId);
  const found = order && byEvent(workers, event, { order, by });
  return found ? { ...round, doers: united(round.doers, found) } : round;
}

/** Who holds the order and, where nobody wrote it down for them and no service said so, whoever says it. */
function takersOf({ order, by }: { order: Order; by: Actor }, recordedBy: unknown): readonly string[] {
  const speaker = recordedBy === undefined && by.role !== 'service' ? [by.id] : [];
  return order.assignee.kind === 'post' ? [order.assignee.person, ...speaker] : speaker;
}

function costOf(data: object & { readonly doneBy: readonly string[] }): number {
  return 'costFen' in data && typeof data.costFen === 'number' ? data.costFen : 0;
}

function dispatched({ order }: CaseEventOf<'WorkOrderDispatched'>['data']): Order {
  return { ...order, formerly: [], status: 'dispatched', offers: [], exhausted: [] };
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
  WorkOrderReassigned: ({ from, to }, { status, formerly }) => ({
    ...{ status: 'dispatched', assignee: to, exhausted: [] },
    formerly: status === 'dispatched' ? formerly : [...formerly, from],
  }),
  HandlingStarted: () => ({ status: 'handling' }),
  ReworkOrdered: () => ({ status: 'handling' }),
  ResultReported: () => ({ status: 'done' }),
  SettlementRecorded: () => ({ status: 'done' }),
  SettlementFailed: () => ({ status: 'done' }),
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
