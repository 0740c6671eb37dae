import type { CaseDetail } from '@threekeys/reporting';
import type { DeskPage } from '../../apps/reporting/src/desk.responses';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';
import { done } from './path-light.fixtures';
import { actsOn, Phone } from './plain-pages.fixtures';

// A key that staff wrote down from a signed sheet: its party hears of it, and how to object. And whose word is asked for at all.

let office: Office;
let owners: Caller;
let phone: Phone;

beforeAll(async () => {
  office = await Office.open();
  owners = await office.signedIn('owners');
  phone = new Phone(office.url);
});
afterAll(() => office.close());

const plan = {
  ...{ content: '挂网抹灰', costFen: 1_860_000, payer: 'property', source: 'service-fee' },
  ...{ scope: '北墙', term: '2026-06-30' },
};

async function proposed(more: object = {}): Promise<CaseAtWork> {
  const { caseId } = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', summary: '墙皮脱落', requester: { name: '王桂英' } },
      ...{ place: { compound: 'dawn-lane', building: '3' }, accept: { category: 'wall-plaster' } },
    }),
  );
  await office.settle();
  const wall = office.caseAt(caseId);
  await wall.do(office.staff, 'ConveneJointResolution');
  await wall.do(office.staff, 'ProposePlan', { version: 1, plan: { ...plan, ...more } });
  await office.settle();
  return wall;
}

/** As staff write it down whom somebody of the party has brought the sheet. */
async function turned(wall: CaseAtWork, ...parties: readonly string[]): Promise<void> {
  for (const party of parties) {
    const sheet = { channel: 'visit', minutes: `M-${party}` };
    await wall.do(office.staff, 'TurnKey', { party, version: 1, holder: party, sheet });
  }
  await office.settle();
}

async function lineOf(by: Caller, { caseId }: CaseAtWork, list = 'to-do') {
  const { lines } = await done(by.get<DeskPage>(`/api/desk?list=${list}&limit=100`));
  return lines.find((line) => line.caseId === caseId);
}

const linkTo = async ({ path }: CaseAtWork, party: string) =>
  (await done(office.staff.post<{ path: string }>(`${path}/links`, { kind: 'key', party }))).path;
const jointOf = async (wall: CaseAtWork) => (await wall.now()).joint;

describe('a party whose key was written down from a sheet', () => {
  it('finds it on its desk, among what others have in hand, with the way to object', async () => {
    const wall = await proposed();
    expect(await lineOf(owners, wall)).toMatchObject({ step: { command: 'TurnKey', party: 'owners' } });
    await turned(wall, 'owners');
    expect(await lineOf(owners, wall)).toBeUndefined();
    expect(await lineOf(owners, wall, 'waiting')).toMatchObject({
      step: { command: 'TakeKeyBack', party: 'owners', because: 'sheet' },
    });
    const property = await office.signedIn('property');
    expect(await lineOf(property, wall, 'waiting')).toBeUndefined();
    await wall.do(owners, 'TakeKeyBack', { party: 'owners', version: 1, holder: 'owners' });
    await office.settle();
    expect(await lineOf(owners, wall)).toMatchObject({ step: { command: 'TurnKey' } });
    expect(await lineOf(owners, wall, 'waiting')).toBeUndefined();
  });

  it('is told by its link where it has no account, and objects there, also once the lock is open', async () => {
    const wall = await proposed();
    await turned(wall, 'branch', 'owners', 'property');
    expect((await jointOf(wall))?.lock).toBe('open');
    const link = await linkTo(wall, 'owners');
    const page = await phone.open(link);
    expect(page.text).toContain('from a signed sheet (visit, reference M-owners)');
    expect(actsOn(page)).toEqual(['object']);
    const zh = await new Phone(office.url, 'zh').open(link);
    expect(zh.text).toContain('工作人员按签字单登记了您这一方的钥匙（入户，编号 M-owners）');
    const after = await phone.does(link, 'object', { words: '没有人签过字' });
    expect(after.text).toContain('Owners’ committee (you): awaited');
    expect(actsOn(after)).toEqual(['turn', 'refuse']);
    expect(await jointOf(wall)).toMatchObject({ lock: 'shut' });
    const { events } = await wall.history();
    expect(events.findLast(({ type }) => type === 'KeyTakenBack')).toMatchObject({
      ...{ actor: { id: 'owners', channel: 'link' }, data: { because: 'objection', words: '没有人签过字' } },
    });
  });

  it('refuses on the ground that it did not sign', async () => {
    const wall = await proposed();
    await turned(wall, 'owners');
    const link = await linkTo(wall, 'owners');
    expect((await phone.open(link)).markup).toContain('<option value="not-signed">We did not sign this');
    await phone.does(link, 'refuse', { reason: 'not-signed' });
    const { events } = await wall.history();
    expect(events.at(-1)).toMatchObject({ type: 'KeyRefused', data: { reason: 'not-signed' } });
  });
});

describe('a result that rests, because a key was objected to', () => {
  it('says so in the case itself, until the lock is open again', async () => {
    const wall = await proposed();
    await turned(wall, 'branch', 'owners', 'property');
    const { workOrderId } = await wall.lead();
    await wall.do(office.staff, 'ReportResult', { workOrderId, outcome: 'done', words: '抹好了' });
    expect(await jointOf(wall)).not.toHaveProperty('interrupted');
    expect(await lineOf(owners, wall, 'waiting')).toMatchObject({ step: { because: 'sheet' } });
    await wall.do(owners, 'TakeKeyBack', { party: 'owners', version: 1, holder: 'owners' });
    await office.settle();
    expect(await jointOf(wall)).toMatchObject({ lock: 'shut', interrupted: 'awaiting-check' });
    const seen = await done(owners.get<CaseDetail>(wall.path));
    expect(seen.joint).toMatchObject({ interrupted: 'awaiting-check' });
    await wall.do(owners, 'TurnKey', { party: 'owners', version: 1, holder: 'owners' });
    await office.settle();
    expect((await wall.now()).status).toBe('awaiting-check');
    expect(await jointOf(wall)).not.toHaveProperty('interrupted');
  });
});

describe('the key of a plan that all owners decide on', () => {
  it('is on no desk of their committee: the office refers the plan to their assembly', async () => {
    const wall = await proposed({ source: 'maintenance-fund' });
    expect(await lineOf(owners, wall)).toBeUndefined();
    expect(await lineOf(await office.signedIn('property'), wall)).toMatchObject({
      step: { command: 'TurnKey', party: 'property' },
    });
    const clerk = await office.signedIn('clerk');
    expect(await lineOf(clerk, wall)).toMatchObject({ step: { command: 'ReferToOwnersAssembly' } });
    expect((await wall.now()).resolution?.reservedBy).toBe('maintenance-fund');
    expect((await (await proposed()).now()).resolution).not.toHaveProperty('reservedBy');
  });

  it('is asked of nobody where the catalogue says so, either', async () => {
    const { categories } = await done(
      office.staff.get<{ categories: { category: string }[] }>('/api/community'),
    );
    const plaster = categories.find(({ category }) => category === 'wall-plaster');
    const define = (category: object) =>
      done(office.staff.post('/api/catalogue/commands/DefineCategory', { category }));
    await define({ ...plaster, decisionRule: 'owners-assembly' });
    const wall = await proposed();
    expect((await lineOf(owners, wall))?.step).toBeUndefined();
    expect((await lineOf(owners, wall))?.waitsFor).toEqual({ parties: ['branch', 'property'] });
    await define({ ...plaster });
  });
});
