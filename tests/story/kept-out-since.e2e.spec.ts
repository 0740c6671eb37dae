import { randomUUID } from 'node:crypto';
import { demoAccounts } from '../../apps/all-in-one/src/demo';
import type { DeskPage } from '../../apps/reporting/src/desk.responses';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';
import { assignedOf, done, registerElectrician } from './path-light.fixtures';

// 回避: what somebody had before they were of the other side lies on the desks of those who may give it to somebody else.

let office: Office;
let dispatcher: Caller;
let secretary: Caller;

beforeAll(async () => {
  office = await Office.open({ accounts: [...Object.keys(demoAccounts), 'liaison'] });
  dispatcher = await office.signedIn('dispatcher');
  secretary = await office.signedIn('secretary');
});
afterAll(() => office.close());

const place = { compound: 'dawn-lane', building: '5', spot: 'path' };
const company = { kind: 'company', name: '灯具维修公司', organisation: 'lamp-works' };

async function reported(by: Caller, differently: Readonly<Record<string, unknown>>): Promise<CaseAtWork> {
  const body = { channel: 'phone', place, summary: '占道', ...differently };
  const { caseId } = await done(by.post<Reported>('/api/cases', body));
  await office.settle();
  return office.caseAt(caseId);
}

async function correct(of: CaseAtWork, respondent: object): Promise<void> {
  const [{ requesterId } = { requesterId: '' }] = (await of.now()).requesters;
  const [{ id } = { id: '' }] = (await of.history()).events;
  const fields = { respondent: { respondentId: randomUUID(), ...respondent } };
  await of.do(office.staff, 'AmendReport', { requesterId, supersedes: id, fields });
  await office.settle();
}

async function grant(person: string): Promise<void> {
  const data = { person, role: 'handler', scope: 'lamp-works' };
  await done(office.staff.post('/api/organisation/commands/GrantRole', data));
  await office.settle();
}

async function stepOf(caller: Caller, { caseId }: CaseAtWork): Promise<DeskPage['lines'][number]['step']> {
  const { lines } = await done(caller.get<DeskPage>('/api/desk?limit=100'));
  return lines.find((line) => line.caseId === caseId)?.step;
}

const passOn = { command: 'TransferAccountability', because: 'kept-out' };

describe('who is given a role for the organisation that is complained about', () => {
  it('answers on for what they had, until the dispatcher or the secretary passes it on', async () => {
    const shop = await reported(await office.signedIn('clerk'), {
      ...{ respondent: company, accept: { category: 'road-surface' } },
    });
    expect((await shop.now()).accountable.person).toBe('clerk');
    expect(await stepOf(secretary, shop)).toBeUndefined();
    await grant('clerk');
    expect(await stepOf(dispatcher, shop)).toMatchObject(passOn);
    expect(await stepOf(secretary, shop)).toMatchObject(passOn);
    const to = { post: 'property-liaison', person: 'liaison' };
    await shop.do(secretary, 'TransferAccountability', { to, reason: 'conflict-of-interest' });
    await office.settle();
    expect(await stepOf(secretary, shop)).toBeUndefined();
  });

  it('has work that the dispatcher gives to somebody else', async () => {
    const road = await reported(dispatcher, { respondent: company, accept: { category: 'road-surface' } });
    const { workOrderId } = await road.lead();
    await grant('liaison');
    expect(await stepOf(dispatcher, road)).toMatchObject({
      ...{ command: 'ReassignWorkOrder', workOrderId, because: 'kept-out' },
    });
  });
});

describe('a volunteer whom a correction tells by their phone alone', () => {
  const phone = '19911113333';
  const respondent = { kind: 'person', name: '郑某', phone };

  it('reads no more of what they were asked or booked for', async () => {
    const electrician = { name: '郑工', phone, building: '5', account: 'volunteer' };
    const volunteerId = await registerElectrician(office.staff, electrician);
    await office.settle();
    const accepted = { summary: '灯不亮', accept: { category: 'lighting' } };
    const [asked, booked] = [await reported(dispatcher, accepted), await reported(dispatcher, accepted)];
    const { workOrderId, offers } = await booked.offered();
    const offerId = offers.find((each) => each.volunteerId === volunteerId)?.offerId;
    await booked.do(office.staff, 'AcceptOffer', { workOrderId, offerId });
    await office.settle();
    const volunteer = await office.signedIn('volunteer');
    expect((await booked.now(volunteer)).summary).toBe('灯不亮');
    await correct(asked, { ...respondent, phone: '+86 199 1111 3333' });
    await correct(booked, respondent);
    for (const each of [asked, booked]) expect((await volunteer.get(each.path)).status).toBe(404);
    const { events } = await asked.history();
    expect(events.filter(({ type }) => type === 'OfferWithdrawn')).toMatchObject([
      { data: { reason: 'conflict-of-interest' } },
    ]);
    expect(await stepOf(dispatcher, booked)).toMatchObject({
      ...{ command: 'ReleaseVolunteer', workOrderId, because: 'kept-out' },
    });
    await done(office.staff.post(`/api/volunteers/${volunteerId}/commands/LeaveVolunteering`, {}));
    await office.settle();
  });
});

describe('a volunteer whose account is named by a correction', () => {
  const electrician = { name: '周工', phone: '19911112222', building: '5', account: 'volunteer' };
  const accepted = { summary: '灯不亮', accept: { category: 'lighting' } };
  const kin = { kind: 'person', name: '李某', keptOut: ['volunteer'] };

  it('is asked no more, and is on the desk of the dispatcher where they are booked', async () => {
    const volunteerId = await registerElectrician(office.staff, electrician);
    await office.settle();
    const [asked, booked] = [await reported(dispatcher, accepted), await reported(dispatcher, accepted)];
    const { workOrderId, offers } = await booked.offered();
    const offerId = offers.find((each) => each.volunteerId === volunteerId)?.offerId;
    await booked.do(office.staff, 'AcceptOffer', { workOrderId, offerId });
    await office.settle();
    expect(assignedOf(await booked.now())).toMatchObject([{ volunteerId }]);
    await correct(asked, kin);
    const { events } = await asked.history();
    expect(events.filter(({ type }) => type === 'OfferWithdrawn')).toMatchObject([
      { data: { reason: 'conflict-of-interest' } },
    ]);
    await correct(booked, kin);
    expect(await stepOf(dispatcher, booked)).toMatchObject({
      ...{ command: 'ReleaseVolunteer', workOrderId, because: 'kept-out' },
    });
  });
});
