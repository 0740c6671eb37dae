import type { DecisionContext } from '../decider';
import { isInOffice } from '../organisation/term-of-office';
import { refuse, type Refusal } from '../refusals';
import type { CaseCommand } from './case.commands';
import type { Case, Order } from './case.state';
import { isAssigned } from './openings';

// 代记: staff write down what somebody else says of an order.

/** Whoever did the work writes nobody else's word down: by it they would stand among those who did not. */
export function unlessOthersWord(
  { data }: CaseCommand,
  state: Case,
  context: Pick<DecisionContext, 'by' | 'now' | 'rules'>,
): Refusal | undefined {
  if (!('recordedBy' in data) || !data.recordedBy || state.status === 'unreported') return undefined;
  const { workOrderId } = data;
  const orders = state.rounds.flatMap((round) => round.orders);
  const order = orders.find((each) => each.workOrderId === workOrderId);
  return order && isTheirs(order, context) ? refuse('OwnWordWrittenDown', { workOrderId }) : undefined;
}

/** Who writes it down is who sends it, whomever they name. */
export function inOwnHand<C extends CaseCommand>(command: C, { by }: Pick<DecisionContext, 'by'>): C {
  const { data } = command;
  if (!('recordedBy' in data) || !data.recordedBy) return command;
  return { ...command, data: { ...data, recordedBy: { ...data.recordedBy, person: by.id } } };
}

/** As a volunteer of it, or for the organisation that has it. */
function isTheirs(
  { assignee, offers }: Order,
  { by, now, rules }: Pick<DecisionContext, 'by' | 'now' | 'rules'>,
): boolean {
  const isBooked = offers.some(
    (each) => isAssigned(each) && (each.volunteerId === by.id || each.account === by.id),
  );
  if (by.role === 'volunteer' || isBooked) return true;
  return (
    assignee.kind === 'organisation' &&
    rules.organisation.grants.some(
      (grant) => grant.person === by.id && grant.scope === assignee.organisation && isInOffice(grant, now),
    )
  );
}
