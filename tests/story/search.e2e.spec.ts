import type { CasePage } from '@threekeys/reporting';
import { Caller, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done } from './path-light.fixtures';
import type { Reported } from './path-light.fixtures';

const phone = '19912345678';
const name = '王桂英';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ environment: { THREEKEYS_LOG: 'debug' } });
});
afterAll(async () => {
  await app.stop();
  removeHome(app.home);
});

describe('a search by name or phone', () => {
  it('finds the same with what is searched in the body, under the same filters, and no log holds it', async () => {
    const by = Caller.operator(app);
    const { caseId, position } = await done(
      by.post<Reported>('/api/cases', {
        ...{ channel: 'phone', summary: '楼道灯不亮', requester: { name, phone } },
        place: { compound: 'outside' },
      }),
    );
    const atLeast = `atLeast=${encodeURIComponent(position)}`;
    const found = async (q: string, filter = '') => {
      const { cases } = await done(by.post<CasePage>(`/api/cases/search?${atLeast}${filter}`, { q }));
      return cases.map((each) => each.caseId);
    };
    const byScript = await done(by.get<CasePage>(`/api/cases?${atLeast}&q=${phone}`));
    expect(byScript.cases.map((each) => each.caseId)).toEqual([caseId]);
    expect(await found(phone)).toEqual([caseId]);
    expect(await found('灯不亮')).toEqual([caseId]);
    expect(await found(phone, '&status=closed')).toEqual([]);
    expect(app.output()).toContain('/api/cases/search');
    for (const secret of [phone, name, '灯不亮', encodeURIComponent('灯不亮')])
      expect(app.output()).not.toContain(secret);
  });
});

describe('a search by who holds a key and reads no words', () => {
  it('finds the cases whose lock their party turns by what the list shows of them, and nothing else', async () => {
    const office = await Office.open();
    try {
      const reported = async (category: string, summary: string) => {
        const at = { channel: 'phone', place: { compound: 'dawn-lane', building: '3' } };
        const body = { ...at, summary, requester: { name, phone }, accept: { category } };
        const { caseId, number } = await done(office.staff.post<Reported>('/api/cases', body));
        await office.settle();
        return { number, at: office.caseAt(caseId) };
      };
      const wall = await reported('wall-plaster', '北墙掉灰');
      await wall.at.do(office.staff, 'ConveneJointResolution');
      const other = await reported('wall-plaster', '东墙掉灰');
      await office.settle();
      const owners = await office.signedIn('owners');
      const found = async (q: string) => {
        const { cases } = await done(owners.post<CasePage>('/api/cases/search', { q }));
        return cases.map(({ number }) => number);
      };
      for (const q of [wall.number, wall.number.slice(-6), '墙皮', 'dawn 3'])
        expect([q, await found(q)]).toEqual([q, [wall.number]]);
      for (const q of [other.number, name, phone, '北墙掉灰']) expect([q, await found(q)]).toEqual([q, []]);
    } finally {
      await office.close();
    }
  });
});
