import type { MongoDatabase } from '@threekeys/mongo';
import { describeWithMongo, mongoWith } from '@threekeys/mongo/fixtures';
import type { AccessLog, AccessRecord } from '@threekeys/privacy';
import { describeAccessLog } from '@threekeys/privacy/contract';
import { accessCollections, MongoAccessLog } from '.';
import { AccessWriting } from './access-writing';

const access = (at: string, actor = 'clerk'): AccessRecord => ({
  ...{ at, stream: 'case-1', caseId: '1', fields: ['name'], purpose: 'contact' },
  actor: { id: actor, role: 'intake-clerk' },
});
const minute = (n: number): string => new Date(Date.UTC(2026, 2, 1, 8, n)).toISOString();

async function all(log: AccessLog, month: string): Promise<readonly AccessRecord[]> {
  const records: AccessRecord[] = [];
  for await (const record of log.read(month)) records.push(record);
  return records;
}

async function pagesOf(log: AccessLog, limit: number): Promise<readonly AccessRecord[]> {
  const records: AccessRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await log.page({ limit, cursor });
    records.push(...page.records);
    cursor = page.next;
  } while (cursor !== undefined);
  return records;
}

describeWithMongo('the access log in MongoDB', () => {
  const mongo = mongoWith(accessCollections);
  const change = (database: MongoDatabase) => database.collection('accesses');

  describeAccessLog('MongoDB', async () => MongoAccessLog.open(await mongo.created()));

  it('keeps what two processes record at once: each in its own chain, all in one order', async () => {
    const database = await mongo.created();
    const logs = [MongoAccessLog.open(database), MongoAccessLog.open(mongo.open(database.name))];
    const actors = Array.from({ length: 200 }, (_, i) => `actor-${i}`);
    await Promise.all(actors.map((actor, i) => logs[i % 2]!.record(access(minute(i % 50), actor))));
    const [here, there] = logs as [MongoAccessLog, MongoAccessLog];
    const read = (await all(here, '2026-03')).map(({ actor }) => actor.id);
    expect([...read].sort()).toEqual([...actors].sort());
    expect((await pagesOf(there, 7)).map(({ actor }) => actor.id)).toEqual(read.toReversed());
    expect(await there.firstBroken('2026-03')).toBeUndefined();
    expect(new Set(await change(database).distinct('writer')).size).toBe(2);
    await Promise.all(logs.map((log) => log.close()));
  });

  it('begins a chain each day, and tells the months', async () => {
    const database = await mongo.created();
    const log = MongoAccessLog.open(database);
    const days = ['2026-03-31T23:59:59.000Z', '2026-04-01T00:00:00.000Z', '2026-03-31T23:59:59.500Z'];
    await Promise.all(days.map((at) => log.record(access(at))));
    await log.record(access('2026-03-31T23:59:59.900Z'));
    await log.record(access('2026-04-01T00:00:01.000Z'));
    expect(await log.months()).toEqual(['2026-03', '2026-04']);
    expect(await Promise.all((await log.months()).map((month) => log.firstBroken(month)))).toEqual([
      undefined,
      undefined,
    ]);
    expect((await all(log, '2026-03')).map(({ at }) => at)).toEqual([
      days[0],
      days[2],
      '2026-03-31T23:59:59.900Z',
    ]);
    expect(await all(log, '2026-04')).toHaveLength(2);
  });

  it.each([
    [
      'a changed record',
      (at: MongoDatabase) => change(at).updateOne({ number: 2 }, { $set: { record: '{}' } }),
      2,
    ],
    ['a removed line', (at: MongoDatabase) => change(at).deleteOne({ number: 2 }), 2],
    ['a removed first line', (at: MongoDatabase) => change(at).deleteOne({ number: 1 }), 1],
    [
      'an inserted line',
      async (at: MongoDatabase) => {
        const last = await change(at).findOne({ number: 3 });
        const { _id, ...line } = last ?? {};
        await change(at).insertOne({ ...line, number: 4, place: 99 });
      },
      4,
    ],
    [
      'another finder',
      (at: MongoDatabase) => change(at).updateOne({ number: 3 }, { $set: { actor: 'bob' } }),
      3,
    ],
    [
      'another month',
      (at: MongoDatabase) => change(at).updateOne({ number: 3 }, { $set: { month: '2026-02' } }),
      3,
    ],
  ])('shows %s', async (_, tamper, number) => {
    const database = await mongo.created();
    const log = MongoAccessLog.open(database);
    for (let n = 1; n <= 3; n++) await log.record(access(minute(n)));
    expect(await log.firstBroken('2026-03')).toBeUndefined();
    await tamper(database);
    expect(await log.firstBroken('2026-03')).toMatchObject({ day: '2026-03-01', number });
  });

  it('does not fork where a write that was given up arrives late', async () => {
    const database = await mongo.created();
    // Two that take themselves for the same writer: what a late write looks like to the server.
    const [one, other] = [
      new AccessWriting(database, 'w'),
      new AccessWriting(mongo.open(database.name), 'w'),
    ];
    await one.append('2026-03-01', [access(minute(1))]);
    await other.append('2026-03-01', [access(minute(2)), access(minute(3))]);
    await expect(one.append('2026-03-01', [access(minute(4))])).rejects.toMatchObject({ code: 11_000 });
    await one.append('2026-03-01', [access(minute(4))]);
    const log = MongoAccessLog.open(database);
    expect(await log.firstBroken('2026-03')).toBeUndefined();
    expect((await all(log, '2026-03')).map(({ at }) => at)).toEqual([1, 2, 3, 4].map(minute));
  });

  it('fails the record where it cannot write, and goes on in its chain once it can', async () => {
    const database = await mongo.created();
    const log = MongoAccessLog.open(database);
    await log.record(access(minute(1)));
    const [writer] = (await change(database).distinct('writer')) as string[];
    await new AccessWriting(database, writer ?? '').append('2026-03-01', [access(minute(2))]);
    await expect(log.record(access(minute(3)))).rejects.toThrow();
    await log.record(access(minute(3)));
    expect((await all(log, '2026-03')).map(({ at }) => at)).toEqual([1, 2, 3].map(minute));
    expect(await log.firstBroken('2026-03')).toBeUndefined();
  });

  it('writes what waits before it is closed, and takes nothing afterwards', async () => {
    const log = MongoAccessLog.open(await mongo.created());
    const recorded = Promise.all([1, 2, 3].map((n) => log.record(access(minute(n)))));
    await log.close();
    await recorded;
    expect(await all(log, '2026-03')).toHaveLength(3);
    await expect(log.record(access(minute(4)))).rejects.toThrow('closed');
  });
});
