import type { Community } from '@threekeys/reporting';
import { demoAccounts, propertyCompany } from '../../apps/all-in-one/src/demo/community';
import type { DeskPage } from '../../apps/reporting/src/desk.responses';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';
import { Phone } from './plain-pages.fixtures';

// 身份隔离: the property company is an organisation from the start. What is complained about it is kept from everybody who is
// of it, but for the plan that it has to turn its key on.

let office: Office;
let dispatcher: Caller;
let property: Caller;
let liaison: Caller;

beforeAll(async () => {
  office = await Office.open({ accounts: [...Object.keys(demoAccounts), 'liaison'] });
  dispatcher = await office.signedIn('dispatcher');
  property = await office.signedIn('property');
  liaison = await office.signedIn('liaison');
});
afterAll(() => office.close());

const company = { kind: 'company', name: '物业公司', organisation: propertyCompany };

async function complained(category: string): Promise<CaseAtWork> {
  const { caseId } = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', summary: '物业公司的保安骂人，我是502的王某', respondent: company },
      place: { compound: 'dawn-lane', building: '5', entrance: '1', spot: 'stairwell', door: '502' },
      accept: { category },
    }),
  );
  await office.settle();
  return office.caseAt(caseId);
}

describe('a complaint about the property company', () => {
  it('names an organisation that the community knows', async () => {
    const { organisations } = await done(dispatcher.get<Community>('/api/community'));
    expect(organisations).toEqual([propertyCompany]);
  });

  it('is nothing to who is of it, and whoever leads it the dispatcher says', async () => {
    const rude = await complained('property-service');
    for (const each of [property, liaison]) expect((await each.get(rude.path)).status).toBe(404);
    expect((await rude.now()).orders).toEqual([]);
    const { lines } = await done(dispatcher.get<DeskPage>('/api/desk?limit=100'));
    expect(lines.find(({ caseId }) => caseId === rude.caseId)?.step?.command).toBe('DispatchWorkOrder');
    const order = (post: string, person: string) => ({
      order: {
        workOrderId: crypto.randomUUID(),
        part: 'lead',
        assignee: { kind: 'post', post, person },
      },
    });
    const theirs = await rude.send(dispatcher, 'DispatchWorkOrder', order('property-liaison', 'liaison'));
    expect(theirs).toMatchObject({ status: 409, body: { code: 'RespondentsSide' } });
    await rude.do(dispatcher, 'DispatchWorkOrder', order('social-work', 'worker'));
    expect((await rude.lead()).assignee).toMatchObject({ post: 'social-work' });
    for (const each of [property, liaison]) expect((await each.get(rude.path)).status).toBe(404);
  });

  it('shows its key holder the plan that they decide on and no entrance, signed in and by their link', async () => {
    const wall = await complained('wall-plaster');
    await wall.do(office.staff, 'ConveneJointResolution');
    const words = { content: '铲除空鼓墙皮并重做', scope: '五号楼东墙' };
    const money = { costFen: 1_860_000, payer: 'owners', source: 'service-fee', term: '2026-06-30' };
    await wall.do(office.staff, 'ProposePlan', { version: 1, plan: { ...words, ...money } });
    const { place, summary, resolution } = await wall.now(property);
    expect([place, summary]).toEqual([
      { compound: 'dawn-lane', building: '5', spot: 'stairwell' },
      undefined,
    ]);
    expect(resolution?.plans).toMatchObject([words]);
    const { path } = await done(
      office.staff.post<{ path: string }>(`${wall.path}/links`, { kind: 'key', party: 'property' }),
    );
    const { text } = await new Phone(office.url).open(path);
    for (const shown of Object.values(words)) expect(text).toContain(shown);
    for (const hidden of ['entrance 1', '502', '王某']) expect(text).not.toContain(hidden);
    const owners = await done(
      office.staff.post<{ path: string }>(`${wall.path}/links`, { kind: 'key', party: 'owners' }),
    );
    expect((await new Phone(office.url).open(owners.path)).text).toContain('entrance 1');
  });
});
