import { fitFor, liveOrders } from '@threekeys/domain';
import type { CaseCommand, Order, RefusalCode, ReportedCase, Rules } from '@threekeys/domain';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import { dispatch } from './filing';
import { caseBehind } from './ports';
import type { DispatchPorts } from './ports';

const overByNow: readonly RefusalCode[] = ['CommandNotInStatus', 'OrderNotLive', 'OrderUnknown'];
/** Who goes on with work that was begun, people say: it lies on the dispatcher's desk. */
const forPeople: readonly RefusalCode[] = ['OrderAlreadyTaken', 'GroundNotInPolicy'];

/** What dispatch does about corrections. */
export function correctionReactions(ports: DispatchPorts) {
  const whenAmended: Reaction = (delivery) => takeBack(ports, delivery);
  return { ReportAmended: whenAmended };
}

/**
 * 回避 after a correction: a lead order that was not taken yet comes back from whom it keeps out, and goes where the catalogue
 * sends it without them; whom of them it asks as volunteers it asks no more.
 */
async function takeBack(ports: DispatchPorts, delivery: Delivery): Promise<void> {
  const { cases, clock, notice } = ports;
  const { stream } = delivery.event;
  const state = await caseBehind(cases, stream);
  const asked = { now: clock.now(), rules: await ports.rules.current() };
  for (const command of liveOrders(state).flatMap((order) => backFrom(order, state, asked))) {
    const { workOrderId, ...of } = command.data as { workOrderId: string; offerId?: string };
    const origin = replyTo(delivery, dispatch, 'take-back', of.offerId ?? workOrderId);
    const refused = await unlessRefused([...overByNow, ...forPeople], cases.handle(stream, command, origin));
    if (typeof refused === 'string' && forPeople.includes(refused))
      notice({ caseId: state.caseId, step: 'take-back', because: refused });
  }
}

function backFrom(
  { workOrderId, part, assignee, offers }: Order,
  state: ReportedCase,
  asked: { readonly now: string; readonly rules: Rules },
): readonly CaseCommand[] {
  const isFit = fitFor(state, asked);
  if (assignee.kind === 'volunteers')
    return offers
      .filter(({ volunteerId, status }) => status === 'open' && !isFit(volunteerId))
      .map(({ offerId }) => ({
        type: 'WithdrawOffer',
        data: { workOrderId, offerId, reason: 'conflict-of-interest' },
      }));
  const isTheirs =
    assignee.kind === 'post'
      ? !isFit(assignee.person)
      : assignee.organisation === state.respondent?.organisation;
  if (!isTheirs || part !== 'lead') return [];
  return [{ type: 'ReturnWorkOrder', data: { workOrderId, ground: 'wrong-handler' } }];
}
