import { randomUUID } from 'node:crypto';
import { Office } from './path-light-office.fixtures';
import type { Reported } from './path-light.fixtures';
import { done, problemOf } from './path-light.fixtures';

jest.setTimeout(60_000);

// A report whose answer was lost is sent again, by then into another organisation.

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

describe('a report that is sent again after the duty desk was left', () => {
  it('is answered as the first time, and records nothing', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const report = () =>
      office.staff.post<Reported>(
        '/api/cases',
        {
          ...{ channel: 'phone', summary: '楼道灯不亮', requester: { name: '王桂英', phone: '19912345678' } },
          place: { compound: 'dawn-lane', building: '5', spot: 'path' },
        },
        headers,
      );
    const first = await done(report());
    await office.settle();
    const { requesterId } = first;
    await office.caseAt(first.caseId).do(office.staff, 'WithdrawRequest', { requesterId });
    await office.settle();
    await done(office.staff.post('/api/organisation/commands/LeavePost', { post: 'duty-desk' }));
    await office.settle();
    const before = await office.size();

    const repeated = await done(report());

    const { position: _, ...same } = first;
    expect(repeated).toMatchObject(same);
    expect(await office.size()).toBe(before);
    headers['idempotency-key'] = randomUUID();
    expect(await problemOf(report())).toEqual({ status: 409, code: 'PostNotFilled' });
  });
});
