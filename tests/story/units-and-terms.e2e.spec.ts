import type { Community } from '@threekeys/reporting';
import type { DeskPage } from '../../apps/reporting/src/desk.responses';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import type { Reported } from './path-light.fixtures';
import { done, problemOf } from './path-light.fixtures';

// What the community is made of changes: units get other names and come to an end, and posts are held for a term.

let office: Office;
let admin: Caller;

beforeAll(async () => {
  office = await Office.open();
  admin = await office.signedIn('admin');
});
afterAll(() => office.close());

const decide = (command: string, data: object) => admin.post(`/api/organisation/commands/${command}`, data);
const community = () => done(admin.get<Community>('/api/community'));
const unitNamed = async (unit: string) => (await community()).units.find((each) => each.unit === unit);
const postNamed = async (post: string) => (await community()).posts.find((each) => each.post === post);

describe('a unit of the community', () => {
  const names = { zh: '新网格党支部', en: 'The new grid' };
  const unit = 'grid-new';

  it('is renamed', async () => {
    const before = { zh: '第十网格', en: 'Grid 10' };
    await done(decide('DefineUnit', { unit, level: 'grid-branch', parent: 'community', names: before }));
    await done(decide('RenameUnit', { unit, names }));
    expect(await unitNamed(unit)).toMatchObject({ names });
  });

  it('is not closed while posts of it are held or units stand under it', async () => {
    expect(await problemOf(decide('CloseUnit', { unit: 'grid-1' }))).toMatchObject({ code: 'UnitHasPosts' });
    expect(await problemOf(decide('CloseUnit', { unit: 'community' }))).toMatchObject({
      code: 'UnitHasSubunits',
    });
  });

  it('is not closed while open cases lie there, which the service counts itself', async () => {
    const { caseId } = await done(
      office.staff.post<Reported>('/api/cases', {
        ...{ channel: 'phone', summary: '外墙掉皮', place: { compound: 'dawn-lane', building: '5' } },
        accept: { category: 'wall-plaster' },
      }),
    );
    await office.settle();
    const wall = office.caseAt(caseId);
    await wall.do(office.staff, 'FileCase', { level: 'grid-branch', unit });
    expect(await problemOf(decide('CloseUnit', { unit, openCases: 0 }))).toMatchObject({ status: 400 });
    expect(await problemOf(decide('CloseUnit', { unit }))).toMatchObject({ code: 'UnitHasOpenCases' });
    await wall.do(office.staff, 'FileCase', { level: 'community', unit: 'community' });
    await done(decide('CloseUnit', { unit }));
    expect(await unitNamed(unit)).toMatchObject({ names, closed: true });
    const again = wall.send(office.staff, 'FileCase', { level: 'grid-branch', unit });
    expect(await problemOf(again)).toMatchObject({ code: 'UnitIsClosed' });
  });
});

describe('a post that is held for a term', () => {
  const post = 'duty-desk';

  it('is held until the term is over, and shown after it without a holder', async () => {
    const minutes = 60;
    const until = new Date(Date.parse(office.clock.now()) + minutes * 60_000).toISOString();
    await done(decide('FillPost', { post, person: 'clerk', until }));
    expect(await postNamed(post)).toMatchObject({ holder: 'clerk', term: { until } });
    office.pass(minutes);
    const shown = await postNamed(post);
    expect(shown).toMatchObject({ outOfOffice: 'clerk', term: { until } });
    expect(shown).not.toHaveProperty('holder');
    const clerk = await office.signedIn('clerk');
    expect(await done(clerk.get<{ posts: string[] }>('/api/me'))).toMatchObject({ posts: [] });
    interface People {
      readonly people: readonly { readonly person: string; readonly posts: readonly string[] }[];
    }
    const { people } = await done(office.staff.get<People>('/api/people'));
    expect(people.find(({ person }) => person === 'clerk')).toMatchObject({ posts: [] });
  });

  it('passes with its open cases to whoever is appointed next', async () => {
    const until = new Date(Date.parse(office.clock.now()) + 60_000).toISOString();
    await done(decide('FillPost', { post, person: 'worker', until }));
    const light = await office.light('楼道灯不亮');
    expect((await light.now()).accountable).toEqual({ post, person: 'worker' });
    const dispatcher = await office.signedIn('dispatcher');
    const { caseId } = await light.now();
    const stepOf = async () =>
      (await done(dispatcher.get<DeskPage>('/api/desk?limit=100'))).lines.find(
        (line) => line.caseId === caseId,
      )?.step;
    expect(await stepOf()).not.toMatchObject({ because: 'left' });
    office.pass(1);
    expect(await stepOf()).toMatchObject({ command: 'TransferAccountability', because: 'left' });
    await done(decide('FillPost', { post, person: 'clerk' }));
    await office.settle();
    expect((await light.now()).accountable).toEqual({ post, person: 'clerk' });
  });
});
