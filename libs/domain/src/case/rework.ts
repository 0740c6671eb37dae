import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { Window } from '../values';
import type { CaseDecision } from './case.handler';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { Order, ReportedCase } from './case.state';
import type { Need } from './case.values';
import { minutesLater } from './clocks';
import { currentRound, isAssigned, leadOrder } from './openings';
import { releaseOf, reworkOrdered } from './seats';
import { workWindows } from './work-windows';

type Ordered = CaseEventOf<'ReworkOrdered'>['data'];

/** What of it whoever orders it says. */
type Said = Pick<Ordered, 'because' | 'reason' | 'deadlines' | 'windows'>;

/**
 * 返工: back to the body whose result it was, else to whoever led; what was handled on the spot has no order and is filed.
 * Volunteers come a second time, and are asked for it: who was there has made their visit, and a seat whose time is over ends;
 * who is booked ahead and has not come yet comes for it.
 */
export function rework(said: Said, state: ReportedCase, context: DecisionContext): CaseDecision {
  const to = reworkOf(state);
  const order = currentRound(state).orders.find(({ workOrderId }) => workOrderId === to.workOrderId);
  const need = order?.assignee.kind === 'volunteers' ? order.need : undefined;
  const refusal = unlessAhead(said.windows, need, context);
  if (refusal) return refusal;
  const windows = said.windows ?? (need && anotherTime(need, state, context));
  return [
    ...visitsOver(order, to.round, context),
    { type: 'ReworkOrdered', data: { ...said, ...to, windows } },
  ];
}

/** Where rework goes. */
export function reworkOf(state: ReportedCase): Pick<Ordered, 'round' | 'workOrderId' | 'referralId'> {
  const { round, referral } = currentRound(state);
  if (referral?.answered) return { round, referralId: referral.referralId };
  return { round, workOrderId: leadOrder(state)?.workOrderId };
}

/** A time is agreed for volunteers alone, and nobody comes in the past. */
function unlessAhead(
  windows: readonly Window[] | undefined,
  need: Need | undefined,
  { now }: DecisionContext,
): Refusal | undefined {
  if (!windows) return undefined;
  if (!need) return refuse('NoVisitToAgree');
  const over = windows.find(({ to }) => to <= now);
  return over && refuse('WindowIsOver', { to: over.to });
}

/** Nothing as long as the agreed windows have room for the work; else as where nobody has agreed a time with the resident. */
function anotherTime(
  { windows, minutes }: Need,
  { urgency }: ReportedCase,
  { now, rules }: DecisionContext,
): Window[] | undefined {
  const hasRoom = windows.some(({ to }) => to >= minutesLater(now, minutes));
  return hasRoom ? undefined : workWindows({ urgency, minutes, now }, rules.policy);
}

function visitsOver(order: Order | undefined, round: number, { now }: DecisionContext): CaseEvent[] {
  if (!order) return [];
  return order.offers
    .filter((offer) => isAssigned(offer) && (offer.status === 'checked-in' || offer.window.to <= now))
    .flatMap((offer) => releaseOf(order, offer, { round, reason: reworkOrdered }));
}
