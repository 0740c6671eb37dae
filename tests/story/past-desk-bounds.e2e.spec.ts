import type { CaseRow, RowChange } from '@threekeys/read-models';
import { cases } from '@threekeys/read-models';
import { randomUUID } from 'node:crypto';
import type { PastDeskPage } from '../../apps/reporting/src/desk.responses';
import { Office } from './path-light-office.fixtures';
import { done } from './path-light.fixtures';

// Whoever has an account may ask for their desk of then: what that costs does not grow with what they may not see.

let office: Office;
const unreadable = 6_000;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

describe('the desk of then of somebody who may read next to nothing', () => {
  it('is asked for page by page, of which none reads the whole list', async () => {
    const light = await office.light('路灯不亮');
    const { models } = office['running'].engine.stores;
    const row = await models.get<CaseRow>(cases.name, light.caseId);
    const changes = Array.from({ length: unreadable }, (): RowChange => {
      const caseId = randomUUID();
      return { key: caseId, stream: `case-${caseId}`, lastRevision: 0, row: { ...row, caseId } };
    });
    await models.apply(cases.name, changes, undefined);
    const asked = jest.spyOn(models, 'find');
    const volunteer = await office.signedIn('volunteer');
    const path = `/api/desk/as-of?asOf=${office.clock.now()}&limit=1`;
    const rowsRead = () => asked.mock.calls.reduce((sum, [, { limit }]) => sum + limit, 0);

    const first = await done(volunteer.get<PastDeskPage>(path));
    expect(first).toMatchObject({ lines: [], eventsRead: 0, next: expect.any(String) as unknown });
    const read = rowsRead();
    expect(read).toBeLessThanOrEqual(5_200);
    const last = await done(volunteer.get<PastDeskPage>(`${path}&cursor=${first.next ?? ''}`));
    expect(last.lines).toEqual([]);
    expect(last.next).toBeUndefined();
    expect(rowsRead() - read).toBeLessThan(unreadable - 4_000);
    asked.mockRestore();
  });
});
