import { connect } from 'node:net';
import { Office } from './path-light-office.fixtures';
import { assignedOf, leadOf, openOffers, problemOf, registerElectrician } from './path-light.fixtures';
import type { CaseAtWork, Offer } from './path-light.fixtures';

let office: Office;

async function electricians(
  count: number,
  standingConsent: readonly string[] = [],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let each = 0; each < count; each++) {
    const phone = `1990000${String(each).padStart(4, '0')}`;
    const building = '5';
    ids.push(await registerElectrician(office.staff, { name: '陈明', phone, building, standingConsent }));
  }
  await office.settle();
  return ids;
}

const recordedBy = { person: 'operator', channel: 'phone' };

async function answer(light: CaseAtWork, command: 'AcceptOffer' | 'DeclineOffer', { offerId }: Offer) {
  const { workOrderId } = await light.lead();
  await light.do(office.staff, command, { workOrderId, offerId, recordedBy });
  await office.settle();
}

const open = async (light: CaseAtWork) => openOffers(leadOf(await light.now()));
const firstOf = async (light: CaseAtWork): Promise<Offer> => {
  const [offer] = await open(light);
  if (!offer) throw new Error('nobody is asked');
  return offer;
};
const count = async (light: CaseAtWork, type: string) =>
  (await light.types()).filter((each) => each === type).length;

describe('an order for volunteers', () => {
  beforeEach(async () => {
    office = await Office.open();
  });
  afterEach(() => office.close());

  it('goes on to the next one where somebody declines', async () => {
    await electricians(5);
    const light = await office.light('灯不亮');
    const asked = await open(light);
    expect(asked).toHaveLength(3);
    await answer(light, 'DeclineOffer', asked[0]!);
    const now = await open(light);
    expect(now).toHaveLength(3);
    const before = asked.map(({ volunteerId }) => volunteerId);
    expect(now.filter(({ volunteerId }) => !before.includes(volunteerId))).toHaveLength(1);
  });

  it('that a post had asks for what its reassigning says', async () => {
    await electricians(5);
    const light = await office.light('灯不亮');
    const workOrderId = '5f0c1d4e-94a0-4a6c-8f7e-0a2b3c4d5e6f';
    const assignee = { kind: 'post', post: 'grid-1-worker', person: 'grid' };
    await light.do(office.staff, 'DispatchWorkOrder', { order: { workOrderId, part: 'support', assignee } });
    const again = { workOrderId, to: { kind: 'volunteers' }, reason: 'local-knowledge' };
    expect(await problemOf(light.send(office.staff, 'ReassignWorkOrder', again))).toEqual({
      ...{ status: 409, code: 'NeedMissing' },
    });
    const { need } = await light.lead();
    await light.do(office.staff, 'ReassignWorkOrder', { ...again, need: { ...need, minutes: 20 } });
    await office.settle();
    const support = (await light.now()).orders.find((each) => each.workOrderId === workOrderId);
    expect(support).toMatchObject({ assignee: { kind: 'volunteers' }, need: { minutes: 20 } });
    expect(support?.offers).not.toHaveLength(0);
  });

  it('lies on the desk with the reasons when all offers have expired or were declined', async () => {
    await electricians(4);
    const light = await office.light('灯不亮');
    await answer(light, 'DeclineOffer', await firstOf(light));
    const { expiresAt } = await firstOf(light);
    await office.passTo(expiresAt);
    const now = await light.now();
    expect([now.status, now.flags.exhausted]).toEqual(['dispatched', true]);
    const { events } = await light.history();
    expect(events.filter(({ type }) => type === 'OfferExpired')).toHaveLength(3);
    expect(events.findLast(({ type }) => type === 'VolunteersExhausted')?.data).toMatchObject({
      asked: 4,
      reasons: expect.arrayContaining([
        { constraint: 'declined', count: 1 },
        { constraint: 'expired', count: 3 },
      ]) as unknown,
    });
  });

  it('says so at once, with the reason, where nobody may do the work', async () => {
    const light = await office.light('灯不亮');
    expect((await light.now()).flags.exhausted).toBe(true);
    expect(await count(light, 'VolunteerOffered')).toBe(0);
  });

  it('assigns at once who has consented beforehand, and asks nobody', async () => {
    const [own] = await electricians(1, ['lighting']);
    await electricians(3);
    const light = await office.light('灯不亮');
    const now = await light.now();
    expect(now.status).toBe('handling');
    expect(assignedOf(now)).toMatchObject([{ volunteerId: own, basis: 'standing-consent' }]);
    expect(leadOf(now)?.offers).toHaveLength(1);
  });

  it('asks on where who was assigned does not come', async () => {
    await electricians(2);
    const light = await office.light('灯不亮');
    const missing = await firstOf(light);
    await answer(light, 'AcceptOffer', missing);
    expect(assignedOf(await light.now())).toMatchObject([{ volunteerId: missing.volunteerId }]);
    await office.passTo(new Date(Date.parse(missing.window.from) + 31 * 60_000).toISOString());
    expect(await count(light, 'VolunteerNoShow')).toBe(1);
    const asked = (await open(light)).map(({ volunteerId }) => volunteerId);
    expect(asked).toHaveLength(1);
    expect(asked).not.toContain(missing.volunteerId);
  });

  it('takes a person’s own choice only with a reason, and records it as an override', async () => {
    const light = await office.light('灯不亮');
    const [own] = await electricians(1);
    const { workOrderId } = await light.lead();
    const from = new Date(Date.parse(office.clock.now()) + 60 * 60_000).toISOString();
    const to = new Date(Date.parse(from) + 60 * 60_000).toISOString();
    const chosen = { workOrderId, volunteerId: own, window: { from, to }, wave: 1, basis: 'override' };
    expect(await problemOf(light.send(office.staff, 'OfferToVolunteer', chosen))).toEqual({
      ...{ status: 409, code: 'OverrideNeedsReason' },
    });
    await light.do(office.staff, 'OfferToVolunteer', { ...chosen, reason: 'local-knowledge' });
    await office.settle();
    expect(assignedOf(await light.now())).toMatchObject([{ volunteerId: own, basis: 'override' }]);
  });
});

describe('a timer', () => {
  beforeEach(async () => {
    office = await Office.open({ withTimers: true });
  });
  afterEach(() => office.close());

  it('that was due while the application was down fires once when it is up again', async () => {
    await electricians(3);
    const { caseId } = await office.light('灯不亮');
    await office.restart({ minutes: 121 });
    const light = office.caseAt(caseId);
    await light.until(({ flags }) => flags.exhausted);
    await office.settle();
    expect([await count(light, 'OfferExpired'), await count(light, 'VolunteersExhausted')]).toEqual([3, 1]);
    await office.restart();
    await office.settle();
    const again = office.caseAt(caseId);
    expect([await count(again, 'OfferExpired'), await count(again, 'VolunteersExhausted')]).toEqual([3, 1]);
  });

  it('that is not due yet waits through a restart', async () => {
    await electricians(3);
    const { caseId } = await office.light('灯不亮');
    await office.restart({ minutes: 100 });
    const light = office.caseAt(caseId);
    expect(await open(light)).toHaveLength(3);
    await office.restart({ minutes: 21 });
    const later = office.caseAt(caseId);
    await later.until(({ flags }) => flags.exhausted);
    expect(await count(later, 'OfferExpired')).toBe(3);
  });
});

describe('the application', () => {
  it('stops within seconds while somebody is connected who never asks anything', async () => {
    office = await Office.open();
    const { hostname, port } = new URL(office.url);
    const silent = connect(Number(port), hostname);
    const hungUp = new Promise((resolve) => silent.once('close', resolve));
    await new Promise((resolve) => silent.once('connect', resolve));
    await office.close();
    await hungUp;
  });
});
