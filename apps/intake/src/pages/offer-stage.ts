import type { Offer, Order, ReportedCase } from '@threekeys/domain';
import { currentRound, entryOf, isLiveOrder, isOpen, reworkOrdered, seatsLeft } from '@threekeys/domain';

/** How far an offer is, as its volunteer sees it. */
export type OfferStage = 'asked' | 'confirming' | 'coming' | 'there' | OfferEnding;

export type OfferEnding =
  'declined' | 'expired' | 'taken' | 'clashing' | 'withdrawn' | 'released' | 'missed' | 'finished';

/** An offer with the order and the round it belongs to. */
export interface SeatOf {
  readonly order: Order;
  readonly offer: Offer;
  readonly round: number;
}

export function seatOf({ rounds }: ReportedCase, offerId: string | undefined): SeatOf | undefined {
  for (const { round, orders } of rounds) {
    for (const order of orders) {
      const offer = order.offers.find((each) => each.offerId === offerId);
      if (offer) return { order, offer, round };
    }
  }
  return undefined;
}

/** Whether the work of an order is still to be done: what its volunteers see ends with it, and rework begins it again. */
export function isWorkedOn({ order, round }: SeatOf, state: ReportedCase): boolean {
  return isOpen(state) && round === currentRound(state).round && isLiveOrder(order);
}

/** Time counts, whether or not a timer has said so. */
export function offerStage(seat: SeatOf, state: ReportedCase, now: string): OfferStage {
  const { offer } = seat;
  const worked = isWorkedOn(seat, state);
  if (offer.status === 'open') return askedStage(seat, worked, now);
  if (offer.status === 'withdrawn') return entryOf(withdrawals, offer.withdrawnFor ?? '') ?? 'withdrawn';
  if (offer.releasedFor === reworkOrdered) return 'finished';
  const { working, over } = stages[offer.status];
  return worked ? working : over;
}

function askedStage({ order, offer }: SeatOf, worked: boolean, now: string): OfferStage {
  if (!worked) return 'withdrawn';
  if (now >= offer.expiresAt) return 'expired';
  return seatsLeft(order) < 1 ? 'taken' : 'asked';
}

const always = (stage: OfferStage) => ({ working: stage, over: stage });

/** While the order is worked on, and once it is not. */
const stages: Readonly<
  Record<Exclude<Offer['status'], 'open' | 'withdrawn'>, { working: OfferStage; over: OfferStage }>
> = {
  accepted: { working: 'confirming', over: 'withdrawn' },
  assigned: { working: 'coming', over: 'finished' },
  'checked-in': { working: 'there', over: 'finished' },
  declined: always('declined'),
  expired: always('expired'),
  released: always('released'),
  'no-show': always('missed'),
};

const withdrawals: Readonly<Record<string, OfferStage>> = {
  'seats-filled': 'taken',
  'seat-taken': 'taken',
  'booking-refused': 'clashing',
};
