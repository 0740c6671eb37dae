import type {
  CaseRequester,
  LiveDeadline,
  Offer,
  OfferStatus,
  Order,
  ReportedCase,
  Round,
} from './case.state';

// What others ask of a folded case. Pure questions, no rules of their own.

/** 首接负责 and what follows hold while a case is open: from its report until it is closed, declined, withdrawn, void or merged. */
export function isOpen({ status }: Pick<ReportedCase, 'status'>): boolean {
  return !['closed', 'archived', 'declined', 'withdrawn', 'void', 'merged'].includes(status);
}

export function currentRound({ rounds }: Pick<ReportedCase, 'rounds'>): Round {
  return rounds.at(-1) ?? rounds[0];
}

/** Whether its result has passed the check, also where an objection to a key has interrupted the follow-up. */
export function isHandled(state: ReportedCase): boolean {
  const { interrupted } = currentRound(state).joint ?? {};
  return state.status === 'awaiting-follow-up' || interrupted === 'awaiting-follow-up';
}

export function isLiveOrder({ status }: Pick<Order, 'status'>): boolean {
  return status === 'dispatched' || status === 'acknowledged' || status === 'handling';
}

/** Orders of the current round that somebody still has to work on. */
export function liveOrders(state: ReportedCase): readonly Order[] {
  return currentRound(state).orders.filter(isLiveOrder);
}

/** The one order that leads the current round, while it is worked on. */
export function liveLeadOrder(state: ReportedCase): Order | undefined {
  return liveOrders(state).find(({ part }) => part === 'lead');
}

/**
 * The order whose result is the round's: live, or done and awaiting its check. Returned ones do not count, nor do those
 * that ended before it, with a referral or a joint resolution.
 */
export function leadOrder(state: ReportedCase): Order | undefined {
  return currentRound(state).orders.findLast(({ part, status }) => part === 'lead' && status !== 'returned');
}

export interface OfferOfOrder extends Offer {
  readonly workOrderId: string;
}

/** Asked and not answered yet. */
export function openOffers(state: ReportedCase): readonly OfferOfOrder[] {
  return liveOrders(state).flatMap(({ workOrderId, offers }) =>
    offers.filter(({ status }) => status === 'open').map((offer) => ({ ...offer, workOrderId })),
  );
}

const seated: readonly OfferStatus[] = ['accepted', 'assigned', 'checked-in'];

/** First answer takes the seat: accepted, assigned, there. */
export function holdsSeat({ status }: Pick<Offer, 'status'>): boolean {
  return seated.includes(status);
}

/** Booked and neither released nor missing. */
export function isAssigned({ status }: Pick<Offer, 'status'>): boolean {
  return status === 'assigned' || status === 'checked-in';
}

export function seatsLeft({ need, offers }: Order): number {
  return (need?.seats ?? 0) - offers.filter(holdsSeat).length;
}

export function liveDeadlines({ deadlines }: ReportedCase): readonly LiveDeadline[] {
  return deadlines;
}

/** Who did the work of the current round, by volunteer id and by account. */
export function doersOf(state: ReportedCase): readonly string[] {
  return currentRound(state).doers;
}

/** Requesters who have not withdrawn. */
export function activeRequesters({ requesters }: ReportedCase): readonly CaseRequester[] {
  return requesters.filter(({ withdrawn }) => !withdrawn);
}

/** Anonymous = nobody to call: no subject, and no proxy who spoke for them. */
export function isAnonymous({ subject, proxy }: Pick<CaseRequester, 'subject' | 'proxy'>): boolean {
  return subject === undefined && proxy === undefined;
}
