import type { Actor } from '../actor';
import type { EventContext } from '../decider';
import { byEvent, type ByEvent } from './by-event';
import type { CaseEvent, CaseEventOf, CaseEventType } from './case.events';
import type { Offer, Order, ReportedCase, Round } from './case.state';
import type { Assignee } from './case.values';
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

interface InCase extends EventContext {
  /** In which the case was before the event. */
  readonly compound: string;
}

/** Rounds, their orders, their joint resolution and who did the work, after an event. */
export function roundsAfter(rounds: Rounds, event: CaseEvent, context: InCase): Rounds {
  if (event.type === 'CaseReopened')
    return [...rounds, { round: event.data.round, orders: [], doers: [], spentFen: 0 }];
  const last = rounds.at(-1) ?? rounds[0];
  const worked = withSafety(roundAfter(last, event, context), event);
  const changed = withReferral(withJoint(worked, event, context), event);
  return changed === last ? rounds : ([...rounds.slice(0, -1), changed] as unknown as Rounds);
}

function withJoint(round: Round, event: CaseEvent, context: InCase): Round {
  const joint = jointAfter(round.joint, event, context);
  return joint === round.joint ? round : { ...round, joint };
}

function withSafety(round: Round, { type }: CaseEvent): Round {
  return type === 'SafetyMeasureTaken' ? { ...round, madeSafe: true } : round;
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

function roundAfter(round: Round, event: CaseEvent, context: EventContext): Round {
  const { type, data } = event;
  if (endsOrders.includes(type)) return { ...round, orders: round.orders.map(ended) };
  const found = workersIn(event, { orders: round.orders, by: context.by });
  const worked = found.length === 0 ? round : { ...round, doers: united(round.doers, found) };
  switch (type) {
    case 'WorkOrderDispatched':
      return { ...worked, orders: [...worked.orders, dispatched(data, context.by)] };
    case 'SettlementRecorded':
    case 'SettlementFailed':
    case 'ResultReported':
      return { ...withOrder(worked, event, context), spentFen: worked.spentFen + costOf(data) };
    default:
      return 'workOrderId' in data ? withOrder(worked, event, context) : worked;
  }
}

/** What of an order says who works on it. */
interface WorkedOn {
  readonly workOrderId: string;
  readonly assignee: Assignee;
  readonly offers: readonly { readonly offerId: string; readonly account?: string }[];
}

/**
 * Who did work of the round, as an event shows it: whoever says so, is said to, has taken an order or was there, also where
 * it is somebody else's by the time it is done. They do not check it (CASE, rule 6).
 */
export function workersIn(
  event: CaseEvent,
  { orders, by }: { readonly orders: readonly WorkedOn[]; readonly by: Actor },
): readonly string[] {
  if (!(event.type in workers)) return [];
  const workOrderId = 'workOrderId' in event.data ? event.data.workOrderId : undefined;
  const order = orders.find((each) => each.workOrderId === workOrderId);
  return byEvent(workers, event, { order, by }) ?? [];
}

interface Seen {
  readonly order: WorkedOn | undefined;
  readonly by: Actor;
}

const done = ({ doneBy }: { readonly doneBy: readonly string[] }): readonly string[] => doneBy;
const workers: ByEvent<Seen, readonly string[]> = {
  CaseHandledOnSpot: ({ by }) => [by],
  ResultReported: done,
  SettlementRecorded: done,
  SettlementFailed: done,
  WorkOrderAcknowledged: ({ recordedBy }, seen) => takersOf(seen, recordedBy),
  HandlingStarted: ({ recordedBy }, seen) => takersOf(seen, recordedBy),
  ProgressReported: ({ recordedBy }, seen) => takersOf(seen, recordedBy),
  VolunteerCheckedIn: ({ volunteerId, offerId }, { order, by }) => {
    if (!order) return [];
    const account = order.offers.find((each) => each.offerId === offerId)?.account ?? accountOf(by).account;
    return account === undefined ? [volunteerId] : [volunteerId, account];
  },
};

/** Who holds the order and, where nobody wrote it down for them and no service said so, whoever says it. */
function takersOf({ order, by }: Seen, recordedBy: unknown): readonly string[] {
  if (!order) return [];
  const speaker = recordedBy === undefined && by.role !== 'service' ? [by.id] : [];
  return order.assignee.kind === 'post' ? [order.assignee.person, ...speaker] : speaker;
}

function costOf(data: object & { readonly doneBy: readonly string[] }): number {
  return 'costFen' in data && typeof data.costFen === 'number' ? data.costFen : 0;
}

function dispatched({ order }: CaseEventOf<'WorkOrderDispatched'>['data'], { role }: Actor): Order {
  const routed = role === 'service' ? { routed: true } : {};
  return { ...order, ...routed, formerly: [], status: 'dispatched', offers: [], exhausted: [] };
}

function ended(order: Order): Order {
  return isLiveOrder(order) ? { ...order, status: 'ended' } : order;
}

function withOrder(round: Round, event: CaseEvent, context: EventContext): Round {
  const workOrderId = 'workOrderId' in event.data ? event.data.workOrderId : undefined;
  return {
    ...round,
    orders: round.orders.map((order) =>
      order.workOrderId === workOrderId ? orderAfter(order, event, context) : order,
    ),
  };
}

const changesOfOrder: ByEvent<Order, Partial<Order>> = {
  WorkOrderAcknowledged: () => ({ status: 'acknowledged' }),
  WorkOrderReturned: () => ({ status: 'returned' }),
  WorkOrderReassigned: ({ from, to, need }, { status, formerly }) => ({
    ...{ status: 'dispatched', assignee: to, exhausted: [] },
    ...(need && { need }),
    formerly: status === 'dispatched' ? formerly : [...formerly, from],
  }),
  HandlingStarted: () => ({ status: 'handling' }),
  ReworkOrdered: ({ windows }, { need }) => ({
    status: 'handling',
    ...(windows && need && { need: { ...need, windows } }),
  }),
  ResultReported: () => ({ status: 'done' }),
  SettlementRecorded: () => ({ status: 'done' }),
  SettlementFailed: () => ({ status: 'done' }),
  VolunteersExhausted: ({ attempt }, { exhausted }) => ({ exhausted: [...exhausted, attempt] }),
  VolunteerOffered: (data, { offers }) => ({ offers: [...offers, offered(data)], exhausted: [] }),
  VolunteerAssigned: (_data, { status }) => ({ status: status === 'dispatched' ? 'acknowledged' : status }),
};

function orderAfter(order: Order, event: CaseEvent, context: EventContext): Order {
  const after = { ...withOffer(order, event, context), ...byEvent(changesOfOrder, event, order) };
  const isChosen = event.type === 'WorkOrderReassigned' && context.by.role !== 'service';
  return isChosen ? { ...after, routed: false } : after;
}

function offered(data: CaseEventOf<'VolunteerOffered'>['data']): Offer {
  const { offerId, volunteerId, window, expiresAt, basis, reason, matchRef } = data;
  return { offerId, volunteerId, window, expiresAt, basis, reason, matchRef, status: 'open' };
}

const changesOfOffer: ByEvent<EventContext, Partial<Offer>> = {
  OfferAccepted: (_data, { by }) => ({ status: 'accepted', ...accountOf(by) }),
  OfferDeclined: () => ({ status: 'declined' }),
  OfferExpired: () => ({ status: 'expired' }),
  OfferWithdrawn: ({ reason }) => ({ status: 'withdrawn', withdrawnFor: reason }),
  VolunteerAssigned: ({ bookingId, account }, { recordedAt }) => ({
    status: 'assigned',
    bookingId,
    assignedAt: recordedAt,
    ...(account === undefined ? {} : { account }),
  }),
  VolunteerCheckedIn: (_data, { by }) => ({ status: 'checked-in', ...accountOf(by) }),
  VolunteerReleased: ({ reason }) => ({ status: 'released', releasedFor: reason }),
  VolunteerNoShow: () => ({ status: 'no-show' }),
};

function withOffer(order: Order, event: CaseEvent, context: EventContext): Order {
  const change = byEvent(changesOfOffer, event, context);
  if (!change || !('offerId' in event.data)) return order;
  const { offerId } = event.data;
  const offers = order.offers.map((each) => (each.offerId === offerId ? { ...each, ...change } : each));
  return { ...order, offers };
}

/** A volunteer who answers for themself does so under their account: whoever holds it is known before the booking says so. */
export function accountOf(by: Actor): Pick<Offer, 'account'> {
  return by.role === 'volunteer' ? { account: by.id } : {};
}

function united(people: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...people, ...more])];
}
