import { entryOf, fitFor, liesIn, liveOrders } from '@threekeys/domain';
import type {
  CaseCommand,
  CaseEventOf,
  Fit,
  Offer,
  Order,
  RefusalCode,
  ReportedCase,
  Rules,
} from '@threekeys/domain';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import type { VolunteerRow } from '@threekeys/read-models';
import { volunteers } from '@threekeys/read-models';
import { dispatch, Filing } from './filing';
import { caseBehind } from './ports';
import type { DispatchPorts } from './ports';

/** What waits for its keys is taken back once its lock is open. */
const notNow: readonly RefusalCode[] = ['CommandNotInStatus', 'OrderNotLive', 'OrderUnknown'];
/** Who goes on with work that was begun, people say: it lies on the dispatcher's desk. */
const forPeople: readonly RefusalCode[] = ['OrderAlreadyTaken', 'GroundNotInPolicy'];

/** What dispatch does about corrections. */
export function correctionReactions(ports: DispatchPorts) {
  const filing = new Filing(ports);
  const whenAmended: Reaction = async (delivery) => {
    await takeBack(ports, delivery);
    const { fields } = delivery.content.data as CaseEventOf<'ReportAmended'>['data'];
    if (fields.category !== undefined) await filing.routeAnew(delivery);
    else if (fields.place) await filing.fileWhereItLies(delivery);
  };
  return { ReportAmended: whenAmended };
}

/**
 * After a correction a lead order that was not taken yet comes back from whom it keeps out (回避), and from the post of another
 * address to which the catalogue had sent it, and goes where the catalogue sends it now; whom of those that are kept out it asks
 * as volunteers it asks no more.
 */
export async function takeBack(ports: DispatchPorts, delivery: Delivery): Promise<void> {
  const { cases, clock, notice } = ports;
  const { stream } = delivery.event;
  const state = await caseBehind(cases, stream);
  const rules = await ports.rules.current();
  const isFit = fitFor(state, { now: clock.now(), rules });
  for (const command of await takenBack(state, { isFit, rules }, ports)) {
    const { workOrderId, ...of } = command.data as { workOrderId: string; offerId?: string };
    const origin = replyTo(delivery, dispatch, 'take-back', of.offerId ?? workOrderId);
    const refused = await unlessRefused([...notNow, ...forPeople], cases.handle(stream, command, origin));
    if (typeof refused === 'string' && forPeople.includes(refused))
      notice({ caseId: state.caseId, step: 'take-back', because: refused });
  }
}

async function takenBack(
  state: ReportedCase,
  { isFit, rules }: { readonly isFit: Fit; readonly rules: Rules },
  { views }: Pick<DispatchPorts, 'views'>,
): Promise<CaseCommand[]> {
  /** Volunteers are known by their account too. */
  const isVolunteerFit = async ({ volunteerId }: Offer): Promise<boolean> => {
    const { account } = (await views.models.get<VolunteerRow>(volunteers.name, volunteerId)) ?? {};
    return isFit(volunteerId) && (account === undefined || isFit(account));
  };
  const commands: CaseCommand[] = [];
  for (const order of liveOrders(state)) {
    const { workOrderId, offers } = order;
    for (const offer of offers.filter(({ status }) => status === 'open'))
      if (!(await isVolunteerFit(offer))) commands.push(withdrawal(workOrderId, offer));
    if (comesBack(order, state, isFit) || isOfAnotherAddress(order, state, rules))
      commands.push({ type: 'ReturnWorkOrder', data: { workOrderId, ground: 'wrong-handler' } });
  }
  return commands;
}

function withdrawal(workOrderId: string, { offerId }: Offer): CaseCommand {
  return { type: 'WithdrawOffer', data: { workOrderId, offerId, reason: 'conflict-of-interest' } };
}

function comesBack({ part, assignee }: Order, { respondent }: ReportedCase, isFit: Fit): boolean {
  if (part !== 'lead') return false;
  switch (assignee.kind) {
    case 'post':
      return !isFit(assignee.person);
    case 'organisation':
      return assignee.organisation === respondent?.organisation;
    case 'volunteers':
      return false;
  }
}

/** What somebody has chosen, or taken, stays there. */
function isOfAnotherAddress(
  { part, assignee, status, routed }: Order,
  { place }: ReportedCase,
  rules: Rules,
): boolean {
  if (part !== 'lead' || status !== 'dispatched' || routed !== true || assignee.kind !== 'post') return false;
  const post = entryOf(rules.organisation.posts, assignee.post);
  if (!post) return false;
  const servesAnother = post.compound !== undefined && post.compound !== place.compound;
  return servesAnother || !liesIn(place, post.unit, rules);
}
