import type { CasePage } from '@threekeys/reporting';
import { Caller, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
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
