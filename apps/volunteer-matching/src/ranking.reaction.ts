import { liveOrders, service } from '@threekeys/domain';
import type { CaseEventOf, CaseEventType, MatchCommand, RefusalCode } from '@threekeys/domain';
import { rankVolunteers } from '@threekeys/matching';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import { matchInput, orderToFill, poolFor } from './match-question';
import type { MatchingPorts } from './ports';

export const volunteerMatching = service('volunteer-matching');

const rankedMeanwhile: readonly RefusalCode[] = ['AlreadyRanked', 'AttemptNotNext'];

/**
 * Answers every order that looks for volunteers, every seat that is free again, every list that came too late, and work that goes
 * on after a pause or has to be done again, with a ranking.
 */
export function rankingReactions(ports: MatchingPorts) {
  const whenDispatched: Reaction = async (delivery) => {
    const { order } = delivery.content.data as CaseEventOf<'WorkOrderDispatched'>['data'];
    if (order.assignee.kind === 'volunteers') await rank(ports, delivery, order.workOrderId);
  };
  const whenReassigned: Reaction = async (delivery) => {
    const { to, workOrderId } = delivery.content.data as CaseEventOf<'WorkOrderReassigned'>['data'];
    if (to.kind === 'volunteers') await rank(ports, delivery, workOrderId);
  };
  const whenExhausted: Reaction = async (delivery) => {
    const { workOrderId, reasons } = delivery.content.data as CaseEventOf<'VolunteersExhausted'>['data'];
    const tooLate = reasons.some(({ constraint }) => constraint === 'window-over');
    if (tooLate) await rank(ports, delivery, workOrderId);
  };
  const whenLockOpened: Reaction = async (delivery) => {
    const { state } = await ports.cases.load(delivery.event.stream);
    if (state.status === 'unreported') return;
    for (const { workOrderId } of liveOrders(state)) await rank(ports, delivery, workOrderId);
  };
  const whenRework: Reaction = async (delivery) => {
    const { workOrderId } = delivery.content.data as CaseEventOf<'ReworkOrdered'>['data'];
    if (workOrderId !== undefined) await rank(ports, delivery, workOrderId);
  };
  const whenSeatFreed = (delivery: Delivery): Promise<void> => {
    const { workOrderId } = delivery.content.data as CaseEventOf<'VolunteerNoShow'>['data'];
    return rank(ports, delivery, workOrderId);
  };
  return {
    reactions: {
      WorkOrderDispatched: whenDispatched,
      WorkOrderReassigned: whenReassigned,
      VolunteersExhausted: whenExhausted,
      LockOpened: whenLockOpened,
      ReworkOrdered: whenRework,
    } satisfies Partial<Record<CaseEventType, Reaction>>,
    whenSeatFreed,
  };
}

/** Records the next attempt. An order that is over or full meanwhile needs none. */
async function rank(ports: MatchingPorts, delivery: Delivery, workOrderId: string): Promise<void> {
  const { state } = await ports.cases.load(delivery.event.stream);
  const order = state.status === 'unreported' ? undefined : orderToFill(state, workOrderId);
  if (!order || state.status === 'unreported') return;
  const now = ports.clock.now();
  const { policy } = await ports.rules.current();
  const input = matchInput(state, order, { ...(await poolFor(state, ports, { now, policy })), now, policy });
  if (!input) return;
  const stream = `match-${workOrderId}`;
  const { state: match } = await ports.matches.load(stream);
  const { ranked, ...ranking } = rankVolunteers(input);
  const command: MatchCommand = {
    type: 'RankVolunteers',
    data: {
      ...ranking,
      ...{ caseId: state.caseId, workOrderId, attempt: match.attempts + 1, policyVersion: policy.version },
      ranked: [...ranked],
    },
  };
  const origin = replyTo(delivery, volunteerMatching, 'rank', workOrderId);
  const result = await unlessRefused(rankedMeanwhile, ports.matches.handle(stream, command, origin));
  if (typeof result === 'string') throw new Error(`${stream} was ranked at the same time`);
}
