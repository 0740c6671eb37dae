import { isLiveOrder, liveOrders } from '@threekeys/domain';
import type { Assignee, Order, RefusalCode } from '@threekeys/domain';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery } from '@threekeys/messaging';
import { dispatch } from './filing';
import { caseBehind } from './ports';
import type { DispatchPorts } from './ports';

const overByNow: readonly RefusalCode[] = ['CommandNotInStatus', 'OrderNotLive', 'OrderUnknown'];
const forPeople: readonly RefusalCode[] = [
  'LeadNeedsSocialWorker',
  'NeedsMediation',
  'AnotherHandlerNeeded',
  'RespondentsSide',
  'GroundNotInPolicy',
  'PersonDoesNotHoldPost',
  'PostUnknown',
];

interface OrdersOfCase {
  readonly caseId: string;
  readonly orders: readonly (Pick<Order, 'workOrderId' | 'status'> & { readonly assignee: Assignee })[];
}

interface Holder {
  readonly post: string;
  readonly person: string;
}

/**
 * Whoever takes over a post takes its orders anew, those too that wait for their keys. Where the rules want another handler by
 * now (a certified one, one who did not lead it before, one of no side), a person decides.
 */
export async function handOver(
  { cases, notice }: DispatchPorts,
  delivery: Delivery,
  { of, to }: { readonly of: OrdersOfCase; readonly to: Holder },
): Promise<void> {
  const { caseId } = of;
  for (const { workOrderId, assignee, status } of of.orders) {
    const isLeft = assignee.kind === 'post' && assignee.post === to.post && assignee.person !== to.person;
    if (!isLeft || !isLiveOrder({ status })) continue;
    const data = { workOrderId, to: { kind: 'post', ...to }, reason: 'handler-unavailable' } as const;
    const origin = replyTo(delivery, dispatch, 'hand-over', workOrderId);
    const answer = cases.handle(`case-${caseId}`, { type: 'ReassignWorkOrder', data }, origin);
    const refused = await unlessRefused([...overByNow, ...forPeople], answer);
    if (typeof refused === 'string' && forPeople.includes(refused))
      notice({ caseId, step: 'hand-over', because: refused });
  }
}

/** Rework goes back to whoever led; where they have left the post since, to who holds it now. */
export async function handOverLeft(ports: DispatchPorts, delivery: Delivery): Promise<void> {
  const state = await caseBehind(ports.cases, delivery.event.stream);
  const { organisation } = await ports.rules.current();
  for (const order of liveOrders(state)) {
    if (order.assignee.kind !== 'post') continue;
    const { post } = order.assignee;
    const person = organisation.posts[post]?.holder;
    if (person === undefined) continue;
    await handOver(ports, delivery, {
      of: { caseId: state.caseId, orders: [order] },
      to: { post, person },
    });
  }
}
