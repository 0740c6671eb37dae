import {
  caseHandled,
  currentRound,
  holdsSeat,
  isLiveOrder,
  keysAwaited,
  reworkOrdered,
  seatsLeft,
} from '@threekeys/domain';
import type { Need, Offer, Order, Policy, ReportedCase } from '@threekeys/domain';
import type { MatchInput } from '@threekeys/matching';
import { lookBackOf } from './pool-entry';
import type { MatchingPorts } from './ports';

/** The order of the current round that still looks for volunteers, if it does. */
export function orderToFill(state: ReportedCase, workOrderId: string): Order | undefined {
  const order = currentRound(state).orders.find((each) => each.workOrderId === workOrderId);
  const looks = order && isLiveOrder(order) && order.assignee.kind === 'volunteers' && order.need;
  return looks && seatsLeft(order) > 0 ? order : undefined;
}

interface Known extends Pick<MatchInput, 'candidates' | 'conflicted' | 'now'> {
  readonly policy: Policy;
}

/** Who could be asked now, and who has to keep out of this case. */
export async function poolFor(
  state: ReportedCase,
  { pool, conflicts }: Pick<MatchingPorts, 'pool' | 'conflicts'>,
  { now, policy }: Pick<Known, 'now' | 'policy'>,
): Promise<Pick<Known, 'candidates' | 'conflicted'>> {
  const candidates = await pool.candidates(now, lookBackOf(policy));
  return { candidates, conflicted: await conflicts.among(await pool.people(), state) };
}

/** What a ranking of an order is computed from. */
export function matchInput(
  state: ReportedCase,
  order: Order,
  { candidates, conflicted, now, policy }: Known,
): MatchInput | undefined {
  const { caseId, category, urgency } = state;
  if (category === undefined || !order.need) return undefined;
  const asked = withTimeToAnswer(order.need, after(now, policy.offers.expiryMinutes[urgency]));
  const need = order.routed === true ? { ...asked, place: whereItIs(state) } : asked;
  const exclude = excludedFrom(state, order, policy);
  return { caseId, category, urgency, need, exclude, conflicted, candidates, now, policy };
}

/** What the catalogue sent goes to the address as it is known now. */
function whereItIs({ place: { compound, building, entrance } }: ReportedCase): Need['place'] {
  return {
    compound,
    ...(building === undefined ? {} : { building }),
    ...(entrance === undefined ? {} : { entrance }),
  };
}

/** Nobody is ranked for a time that begins before they have to answer. */
function withTimeToAnswer(need: Need, earliest: string): Need {
  const windows = need.windows
    .filter(({ to }) => to > earliest)
    .map(({ from, to }) => ({ from: from > earliest ? from : earliest, to }));
  return { ...need, windows };
}

function after(instant: string, minutes: number): string {
  return new Date(Math.ceil(Date.parse(instant) / minuteMs + minutes) * minuteMs).toISOString();
}

const minuteMs = 60_000;

/** Who said no, did not answer or did not come, who is asked or seated already, and from some reopening on who did it before. */
function excludedFrom(state: ReportedCase, order: Order, { reopening }: Policy): string[] {
  const own = order.offers
    .filter((offer) => holdsSeat(offer) || (over.includes(offer.status) && !isNoFaultOfTheirs(offer)))
    .map(({ volunteerId }) => volunteerId);
  const others = currentRound(state).round > reopening.anotherHandlerFrom;
  const before = others ? state.rounds.slice(0, -1).flatMap(({ doers }) => doers) : [];
  return [...new Set([...own, ...before])];
}

const over: readonly string[] = ['open', 'declined', 'expired', 'released', 'no-show'];

/** Who could not come while the keys were waited for, was no longer needed, or has been there, may be asked again. */
function isNoFaultOfTheirs({ releasedFor = '' }: Offer): boolean {
  return [keysAwaited, caseHandled, reworkOrdered].includes(releasedFor);
}
