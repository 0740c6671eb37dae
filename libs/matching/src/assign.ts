import type { RankedVolunteer, Urgency, Window } from '@threekeys/domain';
import type { CandidateProfile, MatchInput } from './input';
import { rankAll } from './rank';

export interface Order extends Omit<MatchInput, 'candidates'> {
  readonly workOrderId: string;
}

export interface Assignment {
  readonly workOrderId: string;
  readonly volunteers: readonly RankedVolunteer[];
  /** Seats that nobody is left for. */
  readonly seatsOpen: number;
}

const urgencies: readonly Urgency[] = ['urgent', 'soon', 'normal'];

/**
 * Gives several orders their volunteers, the most urgent order first and each its best ranked: nobody twice at one time.
 * Not the best plan of all (a later order may go empty that another choice would have filled), but always the same one,
 * whatever the order of orders and candidates.
 */
export function assignGreedily(
  orders: readonly Order[],
  candidates: readonly CandidateProfile[],
): readonly Assignment[] {
  const taken = new Map<string, readonly Window[]>();
  return inOrderOfUrgency(orders).map((order) => {
    const stillFree = candidates.map((each) => ({
      ...each,
      bookings: [...each.bookings, ...(taken.get(each.volunteerId) ?? [])],
    }));
    const volunteers = rankAll({ ...order, candidates: stillFree }).ranked.slice(0, order.need.seats);
    for (const { volunteerId, window } of volunteers) {
      taken.set(volunteerId, [...(taken.get(volunteerId) ?? []), window]);
    }
    return { workOrderId: order.workOrderId, volunteers, seatsOpen: order.need.seats - volunteers.length };
  });
}

function inOrderOfUrgency(orders: readonly Order[]): readonly Order[] {
  const rank = ({ urgency }: Order): number => urgencies.indexOf(urgency);
  return [...orders].sort((a, b) => rank(a) - rank(b) || (a.workOrderId < b.workOrderId ? -1 : 1));
}
