import { openDatabase } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Office } from './path-light-office.fixtures';
import type { Reported } from './path-light.fixtures';
import { done, problemOf } from './path-light.fixtures';

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
    await office.caseAt(first.caseId).do(office.staff, 'DeclineCase', { ground: 'not-our-area' });
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

describe('a command that ends how its sender stands to the case', () => {
  it('is answered the same when it is sent again, and nobody else hears it', async () => {
    const grid = await office.signedIn('grid');
    await done(
      office.staff.post('/api/organisation/commands/FillPost', { post: 'duty-desk', person: 'clerk' }),
    );
    const { caseId } = await done(
      grid.post<Reported>('/api/cases', {
        ...{ channel: 'visit', summary: '灯不亮', requester: { name: '王桂英' } },
        ...{ place: { compound: 'dawn-lane', building: '3' } },
      }),
    );
    await office.caseAt(caseId).do(office.staff, 'AcceptCase', { category: 'lighting' });
    await office.settle();
    const headers = { 'idempotency-key': randomUUID() };
    const escalate = (reason = 'not-settled', by = grid) =>
      by.post<object>(`/api/cases/${caseId}/commands/EscalateCase`, { reason }, headers);
    const first = await done(escalate());
    await office.settle();
    expect((await office.caseAt(caseId).now()).accountable.person).not.toBe('grid');
    const before = await office.size();

    expect(await done(escalate())).toEqual(first);
    expect(await problemOf(escalate('overdue'))).toMatchObject({ code: 'key-reused' });
    expect(await problemOf(escalate('not-settled', await office.signedIn('worker')))).toMatchObject({
      status: 404,
    });
    expect(await office.size()).toBe(before);
    headers['idempotency-key'] = randomUUID();
    expect(await problemOf(escalate())).toMatchObject({ status: 404 });
  });
});

describe('a report that was to be accepted at once, of a process that ended in between', () => {
  const headers = { 'idempotency-key': randomUUID() };
  const report = (more: object = {}) =>
    office.staff.post<Reported>(
      '/api/cases',
      {
        ...{ channel: 'phone', summary: '楼道灯又不亮', requester: { name: '王桂英', phone: '19912345678' } },
        ...{ place: { compound: 'dawn-lane', building: '5' }, ...more },
      },
      headers,
    );

  it('is answered with its number and code when it is sent again, also where another has accepted it meanwhile', async () => {
    const first = await done(report());
    await crash();
    await office.caseAt(first.caseId).do(office.staff, 'AcceptCase', { category: 'lighting' });
    await office.settle();
    const before = await office.size();

    const repeated = await done(report({ accept: { category: 'lighting' } }));

    const { position: _, ...same } = first;
    expect(repeated).toMatchObject(same);
    expect(await office.size()).toBe(before);
  });

  it('is accepted by the repeat where nobody has', async () => {
    headers['idempotency-key'] = randomUUID();
    const first = await done(report());
    await crash();

    const { number, events } = await done(report({ accept: { category: 'lighting' } }));

    expect(number).toBe(first.number);
    expect(events.map(({ type }) => type)).toEqual(['CaseReported', 'CaseAccepted']);
  });
});

/** What the bodies of the last commands were is not known any more. */
async function crash(): Promise<void> {
  await office.restart();
  const operations = openDatabase(join(office.home, 'ops.sqlite'), 'operations');
  operations.exec('DELETE FROM receipts');
  operations.close();
}
