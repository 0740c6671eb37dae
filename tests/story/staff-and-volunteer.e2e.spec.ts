import { Caller, password } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, registerElectrician } from './path-light.fixtures';
import type { Reported } from './path-light.fixtures';

// 楼院长 who helps as a volunteer too: one person, known to cases by two names.

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const organise = (command: string, data: object) =>
  done(office.staff.post(`/api/organisation/commands/${command}`, data));

describe('a courtyard head who registers as a volunteer', () => {
  it('keeps the list of their cases', async () => {
    await done(office.staff.post('/api/users', { username: 'yuan', password }));
    const names = { zh: '楼院长', en: 'Courtyard head' };
    await organise('GrantRole', { person: 'yuan', role: 'courtyard-head', scope: 'dawn-lane' });
    await organise('DefinePost', { post: 'yard-3', unit: 'grid-1', kind: 'courtyard-head', names });
    await organise('FillPost', { post: 'yard-3', person: 'yuan' });
    const yuan = await Caller.signedIn(office.url, 'yuan');
    const { caseId } = await done(
      yuan.post<Reported>('/api/cases', {
        ...{ channel: 'visit', summary: '灯不亮', requester: { name: '王桂英' } },
        place: { compound: 'dawn-lane', building: '3' },
      }),
    );
    await office.settle();
    const own = async () =>
      (await done(yuan.get<{ cases: { caseId: string }[] }>('/api/cases'))).cases.map((each) => each.caseId);
    expect(await own()).toEqual([caseId]);
    const asVolunteer = { name: '院长', phone: '19900000077', building: '5', account: 'yuan' };
    await registerElectrician(office.staff, asVolunteer);
    await organise('GrantRole', { person: 'yuan', role: 'volunteer' });
    await office.settle();
    expect(await own()).toEqual([caseId]);
  });
});
