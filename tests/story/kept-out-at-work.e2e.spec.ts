import { randomUUID } from 'node:crypto';
import type { DeskPage } from '../../apps/reporting/src/desk.responses';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';
import { done, leadOf, problemOf, openOffers, registerElectrician } from './path-light.fixtures';

// 回避: where the one whose turn it would be is kept out, that case waits for people, and nothing else waits with it.

let office: Office;
let dispatcher: Caller;

beforeAll(async () => {
  office = await Office.open();
  dispatcher = await office.signedIn('dispatcher');
});
afterAll(() => office.close());
afterEach(async () => {
  const admin = await office.signedIn('admin');
  expect((await done(admin.get<{ parked: readonly unknown[] }>('/api/parked'))).parked).toEqual([]);
});

const about = (...keptOut: readonly string[]) => ({ kind: 'person', name: '李某', keptOut });

/** What stands on somebody's desk to be done with a case. */
async function stepOf(caller: Caller, { caseId }: CaseAtWork): Promise<DeskPage['lines'][number]['step']> {
  const { lines } = await done(caller.get<DeskPage>('/api/desk?limit=100'));
  return lines.find((line) => line.caseId === caseId)?.step;
}

async function reported(differently: Readonly<Record<string, unknown>> = {}): Promise<CaseAtWork> {
  const { caseId } = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', place: { compound: 'dawn-lane', building: '3' }, summary: '路面有坑' },
      ...differently,
    }),
  );
  return office.caseAt(caseId);
}

/** Says that the case is about somebody whom these are of. */
async function correct(of: CaseAtWork, ...keptOut: readonly string[]): Promise<void> {
  const { events } = await of.history();
  const [{ requesterId } = { requesterId: '' }] = (await of.now()).requesters;
  await of.do(office.staff, 'AmendReport', {
    ...{ requesterId, supersedes: events[0]?.id },
    fields: { respondent: { respondentId: randomUUID(), ...about(...keptOut) } },
  });
  await office.settle();
}

describe('a post that is handed over', () => {
  it('passes with its cases, but for the one that its new holder is kept out of', async () => {
    const secretary = await office.signedIn('secretary');
    const before = await reported();
    const kept = await reported({ respondent: about('dispatcher') });
    const after = await reported();
    await office.settle();
    const hands = { post: 'duty-desk', takesOver: 'dispatcher' };
    await done(secretary.post('/api/organisation/commands/LeavePost', hands));
    await office.settle();
    const people = [before, kept, after].map(async (each) => (await each.now()).accountable.person);
    expect(await Promise.all(people)).toEqual(['dispatcher', 'clerk', 'dispatcher']);
    expect(await stepOf(secretary, kept)).toMatchObject({
      command: 'TransferAccountability',
      because: 'left',
    });
    expect(await stepOf(secretary, before)).toBeUndefined();
    const to = { post: 'property-liaison', person: 'liaison' };
    await kept.do(office.staff, 'TransferAccountability', { to, reason: 'conflict-of-interest' });
    await office.settle();
    expect(await stepOf(secretary, kept)).toBeUndefined();
  });
});

describe('a case whose post is kept out of it', () => {
  it('is filed, and waits for somebody to send it elsewhere', async () => {
    const road = await reported({ respondent: about('liaison'), accept: { category: 'road-surface' } });
    await office.settle();
    expect([(await road.now()).status, (await road.now()).orders]).toEqual(['filed', []]);
  });
});

describe('a post that a correction keeps out of the work it has', () => {
  const onRoad = async () => {
    const road = await reported({ accept: { category: 'road-surface' } });
    await office.settle();
    expect(await road.lead()).toMatchObject({ assignee: { person: 'liaison' } });
    return road;
  };

  it('loses the order that it has not taken: it waits for somebody to send it elsewhere', async () => {
    const road = await onRoad();
    await correct(road, 'liaison');
    expect(await road.now()).toMatchObject({ status: 'filed', orders: [{ status: 'returned' }] });
    expect(await stepOf(dispatcher, road)).toMatchObject({ command: 'DispatchWorkOrder' });
  });

  it('keeps what it has taken until the dispatcher, on whose desk it lies, gives it to somebody else', async () => {
    const road = await onRoad();
    const { workOrderId } = await road.lead();
    await road.do(office.staff, 'AcknowledgeWorkOrder', { workOrderId });
    await correct(road, 'liaison');
    expect(await stepOf(dispatcher, road)).toMatchObject({
      ...{ command: 'ReassignWorkOrder', workOrderId, because: 'kept-out' },
    });
  });
});

describe('a volunteer who is kept out after the ranking', () => {
  it('is passed over, and the next one is asked', async () => {
    const volunteers: string[] = [];
    for (let digit = 0; digit < 6; digit++) {
      const electrician = {
        name: `电工${String(digit)}`,
        phone: `1990000000${String(digit)}`,
        building: '5',
      };
      volunteers.push(await registerElectrician(office.staff, electrician));
    }
    await office.settle();
    const light = await office.light('灯不亮');
    const { workOrderId, offers } = await light.offered();
    const asked = offers.map(({ volunteerId }) => volunteerId);
    const [last, ...keptOut] = volunteers.filter((each) => !asked.includes(each)).reverse();
    expect(keptOut.length).toBeGreaterThan(0);
    const { events } = await light.history();
    const [{ requesterId } = { requesterId: '' }] = (await light.now()).requesters;
    await light.do(office.staff, 'AmendReport', {
      ...{ requesterId, supersedes: events[0]?.id },
      fields: { respondent: { respondentId: randomUUID(), ...about(...keptOut) } },
    });
    for (const { offerId } of offers) await light.do(dispatcher, 'DeclineOffer', { workOrderId, offerId });
    await office.settle();
    expect(openOffers(leadOf(await light.now())).map(({ volunteerId }) => volunteerId)).toEqual([last]);
  });

  it('is known by their account too, when they are looked for and when they are asked', async () => {
    const electrician = { name: '周工', phone: '19911112222', building: '5', account: 'volunteer' };
    const own = await registerElectrician(office.staff, electrician);
    await office.settle();
    const place = { compound: 'dawn-lane', building: '5', spot: 'path' };
    const accepted = { place, summary: '灯不亮', accept: { category: 'lighting' } };
    const notTheirs = await reported({ ...accepted, respondent: about('volunteer') });
    await office.settle();
    const { workOrderId } = await notTheirs.lead();
    const offers = (await notTheirs.lead()).offers.map(({ volunteerId }) => volunteerId);
    expect(offers).not.toContain(own);
    const offer = {
      ...{ workOrderId, volunteerId: own, window: (await notTheirs.lead()).need?.windows[0] },
      ...{ wave: 1, basis: 'override', reason: 'local-knowledge' },
    };
    expect(await problemOf(notTheirs.send(dispatcher, 'OfferToVolunteer', offer))).toMatchObject({
      code: 'ConflictOfInterest',
    });
  });

  it('is asked no more where the question is out', async () => {
    const light = await office.light('灯还不亮');
    const { offers } = await light.offered();
    const [asked] = offers;
    await correct(light, asked?.volunteerId ?? '');
    const { events } = await light.history();
    expect(events.filter(({ type }) => type === 'OfferWithdrawn')).toMatchObject([
      { data: { offerId: asked?.offerId, reason: 'conflict-of-interest' } },
    ]);
  });
});
