import type { Offer, OfferOfOrder, Order, ReportedCase } from '@threekeys/domain';
import { entryOf } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { volunteerCount, volunteerIdOf } from '../volunteers';
import type { Matter } from './matter';
import type { Step } from './step';

// 征询, 到场, 做完: an order that volunteers do. Each answer is written down by the dispatcher, on the phone.

const minuteMs = 60_000;
const comesLateMinutes = 5;

export function stepOfVolunteers(matter: Matter, state: ReportedCase, order: Order): Step {
  const ofOrder = (offer: Offer): OfferOfOrder => ({ ...offer, workOrderId: order.workOrderId });
  const there = order.offers.find(({ status }) => status === 'checked-in');
  if (there) return { name: 'done', after: () => matter.minutes(15, 110), act: () => finish(matter, order) };
  const expected = order.offers.find(({ status }) => status === 'assigned');
  if (expected) return arrivalStep(matter, ofOrder(expected));
  const open = order.offers.filter(({ status }) => status === 'open');
  const asked = open.find(({ offerId }) => !matter.silent.has(offerId));
  if (asked) {
    const after = (): number => (state.urgency === 'urgent' ? matter.minutes(1, 5) : matter.minutes(4, 80));
    return { name: `answer ${asked.offerId}`, after, act: () => answer(matter, ofOrder(asked)) };
  }
  const [waiting] = open;
  if (waiting) return waitStep(matter, waiting.expiresAt);
  return {
    name: 'nobody',
    after: () => matter.whenInOffice(20, 240),
    act: () => withoutThem(matter, state, order),
  };
}

/** Nothing is to be done before an instant. */
const waitStep = ({ stage }: Matter, until: string): Step => ({
  name: `wait until ${until}`,
  after: () => minutesTo(until, stage.now) + 1,
  act: () => Promise.resolve(),
});

const minutesTo = (instant: string, now: number): number => Math.ceil((Date.parse(instant) - now) / minuteMs);

async function answer(matter: Matter, offer: OfferOfOrder): Promise<void> {
  const lot = matter.random.between(1, 100);
  if (lot <= 58) return matter.one.actOnOffer('AcceptOffer', offer);
  if (lot <= 82) {
    const reason = matter.words('no-time', 'too-far', 'ill', 'not-my-trade');
    return matter.one.actOnOffer('DeclineOffer', offer, { reason });
  }
  matter.silent.add(offer.offerId);
}

/** Who does not come is told by the timer. */
function arrivalStep(matter: Matter, offer: OfferOfOrder): Step {
  const isMissing = matter.silent.has(`${offer.offerId} comes`);
  const { from } = offer.window;
  if (isMissing) return waitStep(matter, new Date(Date.parse(from) + 40 * minuteMs).toISOString());
  return {
    name: `arrive ${offer.offerId}`,
    after: () => Math.max(0, minutesTo(from, matter.stage.now)) + comesLateMinutes,
    act: () => arrive(matter, offer),
  };
}

async function arrive(matter: Matter, { offerId, workOrderId, ...offer }: OfferOfOrder): Promise<void> {
  if (matter.comes(6)) {
    matter.silent.add(`${offerId} comes`);
    return;
  }
  if (matter.comes(4)) {
    const reason = matter.words('illness', 'volunteer-asked', 'resident-asked');
    await matter.one.act('dispatcher', 'ReleaseVolunteer', { workOrderId, offerId, reason });
    return;
  }
  await matter.one.actOnOffer('CheckInVolunteer', { offerId, workOrderId, ...offer });
}

async function finish(matter: Matter, { workOrderId, offers }: Order): Promise<void> {
  const doneBy = offers.filter(({ status }) => status === 'checked-in').map(({ volunteerId }) => volunteerId);
  const words = matter.words('已修好，试过没问题', '已更换', '已办妥', '陪着聊了一会，一切都好');
  const minutes = matter.random.between(15, 120);
  await matter.one.act('dispatcher', 'ReportResult', {
    workOrderId,
    outcome: 'done',
    words,
    minutes,
    doneBy,
    recordedBy: { person: 'dispatcher', channel: 'phone' },
  });
}

/** Nobody is left to ask: somebody whom the dispatcher knows, else a post. */
async function withoutThem(matter: Matter, state: ReportedCase, order: Order): Promise<void> {
  if (matter.happens('override', 20)) return askByHand(matter, order);
  const office = await matter.office();
  const category = entryOf(office.rules.catalogue.categories, state.category ?? '');
  const post =
    category?.kind === 'repair' && matter.comes(60) ? 'property-liaison' : office.gridPost(state.place);
  const to = { kind: 'post', post, person: office.holderOf(post) };
  const { workOrderId } = order;
  await matter.one.act('dispatcher', 'ReassignWorkOrder', { workOrderId, to, reason: 'handler-unavailable' });
}

async function askByHand(matter: Matter, { workOrderId, need }: Order): Promise<void> {
  const volunteerId = volunteerIdOf(matter.random.between(1, volunteerCount - 1));
  const from = Math.ceil(matter.stage.now / minuteMs + matter.random.between(60, 900)) * minuteMs;
  const instant = (at: number): string => new Date(at).toISOString();
  const window = { from: instant(from), to: instant(from + (need?.minutes ?? 60) * minuteMs) };
  const offerId = derivedId(matter.newId('override'), volunteerId);
  const asked = {
    workOrderId,
    offerId,
    volunteerId,
    window,
    wave: 1,
    basis: 'override',
    reason: 'local-knowledge',
  };
  await matter.one.act('dispatcher', 'OfferToVolunteer', asked);
}
