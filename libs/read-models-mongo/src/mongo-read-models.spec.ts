import { DatabaseUnavailable, MongoDatabase } from '@threekeys/mongo';
import { describeWithLocalMongo, describeWithMongo, LocalMongo, TestMongo } from '@threekeys/mongo/fixtures';
import type { Projection, RowChange } from '@threekeys/read-models';
import { everyRow } from '@threekeys/read-models';
import { at, change, describeReadModels, parcel, parcels } from '@threekeys/read-models/contract';
import type { mongo } from 'mongoose';
import mongoose from 'mongoose';
import { BuildReplaced } from './view-registry';
import { ViewsOutdated } from './builds';
import { MongoReadModels } from './mongo-read-models';
import { views } from './views.collection';

const view = parcels.name;
const version2 = { ...parcels, version: 2 };

describeWithMongo('views in MongoDB', () => {
  let server: TestMongo;
  let database: MongoDatabase;
  const process = async (projection = parcels as Projection, readOnly = false): Promise<MongoReadModels> => {
    const models = MongoReadModels.on(server.open(database.name), { readOnly });
    await models.prepare([projection]);
    return models;
  };
  const collections = async (): Promise<readonly string[]> =>
    [...(await database.collectionNames())].filter((name) => name.startsWith('view_')).sort();
  const statuses = async (models: MongoReadModels): Promise<readonly unknown[]> =>
    (await models.find(view, { limit: 1000 })).rows.map(({ row }) => row['status']);
  const row = (key: string, status: string, revision = 0): RowChange =>
    change(key, parcel(key, { status }), revision);

  beforeAll(async () => {
    server = await TestMongo.start();
  });
  beforeEach(() => {
    database = server.database();
  });
  afterEach(() => server.clear());
  afterAll(() => server.remove());

  describeReadModels('MongoDB', () => Promise.resolve(MongoReadModels.on(server.database())));

  describe('a collection of a view', () => {
    it('has each index that the projection declares, the key last', async () => {
      await process({ ...parcels, sweeps: () => true });
      const [name = ''] = await collections();
      expect(name).toBe('view_parcels_v1_1');
      const made = (await database.collection(name).listIndexes().toArray()) as {
        name: string;
        key: object;
      }[];
      const fields = Object.fromEntries(made.map((each) => [each.name, Object.keys(each.key)]));
      expect(fields).toEqual({
        _id_: ['_id'],
        keys: ['gone', '_id'],
        columns0: ['gone', 'columns.status', 'columns.arrivedAt', '_id'],
        columns1: ['gone', 'columns.arrivedAt', '_id'],
        columns2: ['gone', 'columns.fragile', 'columns.dueAt', '_id'],
        columns3: ['gone', 'columns.holders', 'columns.arrivedAt', '_id'],
        columns4: ['gone', 'columns.weight', '_id'],
        tokens: ['tokens', 'columns.arrivedAt', '_id'],
        stream: ['stream'],
      });
    });
    it('is refused what cannot be part of a query', async () => {
      await expect(process({ ...parcels, name: 'no$name' })).rejects.toThrow('no$name is no name of a view');
      await expect(process({ ...parcels, columns: { 'a.b': 'text' }, indexes: [] })).rejects.toThrow('a.b');
      await expect(process({ ...parcels, indexes: [['colour']] })).rejects.toThrow('colour');
      await expect(process({ ...parcels, indexes: [['status', 'holders']] })).rejects.toThrow('holders');
    });
    it('is built anew where the same version declares other columns or indexes', async () => {
      const models = await process();
      await models.apply(view, [], at('p1'));
      await models.takeOver(view);
      expect(await (await process()).checkpoint(view)).toBe('p1');
      const other = await process({ ...parcels, indexes: [['weight']] });
      expect(await other.checkpoint(view)).toBeUndefined();
    });
    it('tells of rows that queries find by other columns than the row has', async () => {
      const models = await process();
      await models.apply(
        view,
        [row('a', 'here'), row('b', 'here'), change('c', null), row('d', 'here')],
        undefined,
      );
      const [name = ''] = await collections();
      const spoil = (_id: string, $set: object): Promise<unknown> =>
        database.collection(name).updateOne({ _id: _id as never }, { $set });
      expect(await models.misfiled(view)).toEqual([]);
      await spoil('a', { 'columns.status': 'there' });
      await spoil('c', { gone: false });
      await spoil('d', { 'columns.holders': ['ann'] });
      expect(await models.misfiled(view)).toEqual(['a', 'c', 'd']);
    });
  });

  describe('two processes', () => {
    it('that both write a row first leave the later one, whichever of a thousand it is', async () => {
      const [one, other] = [await process(), await process()];
      const keys = Array.from({ length: 1000 }, (_, i) => `k${i}`);
      // Each key has its higher revision from one of the two, at random; both batches are under way at once.
      const later = keys.map(() => Math.random() < 0.5);
      const of =
        (isLater: boolean) =>
        (key: string, i: number): RowChange =>
          later[i] === isLater ? row(key, 'later', 1) : row(key, 'sooner', 0);
      await Promise.all([
        one.apply(view, keys.map(of(true)), at('p1')),
        other.apply(view, keys.map(of(false)), at('p1')),
      ]);
      expect(await one.count(view, 'status', {})).toEqual(new Map([['later', 1000]]));
    });
    it('that both write a row first, one between the look and the insert of the other, leave the later one', async () => {
      const [one, rival] = [await process(), await process()];
      const { bulkWrite } = mongoose.mongo.Collection.prototype;
      // MongoDB looks for the row and inserts it in two steps; the compatible server does both at once.
      const looked = jest.spyOn(mongoose.mongo.Collection.prototype, 'bulkWrite');
      looked.mockImplementationOnce(async function (this: mongo.Collection, operations, options) {
        await rival.apply(view, [row('a', 'sooner', 0), row('b', 'latest', 2)], undefined);
        return bulkWrite.call(this, operations.map(insertInstead), options);
      });
      await one.apply(
        view,
        ['a', 'b', 'c'].map((key) => row(key, 'later', 1)),
        at('p1'),
      );
      looked.mockRestore();
      expect(await statuses(one)).toEqual(['later', 'latest', 'later']);
    });
    it('that race with many small batches leave each row as its last change makes it', async () => {
      const processes = [await process(), await process(), await process()];
      const revisions = Array.from({ length: 12 }, (_, revision) => revision);
      const keys = Array.from({ length: 40 }, (_, i) => `k${i}`);
      const batchesOf = async (models: MongoReadModels, offset: number): Promise<void> => {
        for (const revision of revisions.map((each) => (each * 5 + offset) % revisions.length))
          await models.apply(
            view,
            keys.map((key) => row(key, `s${revision}`, revision)),
            at(`p${revision}`),
          );
      };
      await Promise.all(processes.map((each, i) => batchesOf(each, 3 * i)));
      expect(await processes[0]!.count(view, 'status', {})).toEqual(new Map([['s11', 40]]));
    });
    it('that prepare at once agree on one build', async () => {
      const processes = await Promise.all(Array.from({ length: 6 }, () => process()));
      await Promise.all(processes.map((each, i) => each.apply(view, [row(`k${i}`, 'here')], undefined)));
      expect(await collections()).toHaveLength(1);
      for (const each of processes) expect(await statuses(each)).toHaveLength(6);
    });
    it('that write the same, one of them late, are as one: also the checkpoint', async () => {
      const [leader, late] = [await process(), await process()];
      await leader.apply(view, [row('a', 'second', 1)], at('p2'));
      await late.apply(view, [row('a', 'first', 0)], at('p1'));
      expect(await statuses(leader)).toEqual(['second']);
      // Events after it are folded again, and found written.
      expect(await leader.checkpoint(view)).toBe('p1');
      await leader.apply(view, [row('a', 'second', 1)], at('p2'));
      expect(await statuses(leader)).toEqual(['second']);
    });
    it('do not share a build that one of them has thrown away', async () => {
      const [late, leader] = [await process(), await process()];
      await late.apply(view, [row('a', 'old')], at('p1'));
      await late.takeOver(view);
      await leader.reset(view);
      await leader.apply(view, [row('a', 'new')], at('p9'));
      await late.apply(view, [row('b', 'old')], at('p2'));
      await leader.takeOver(view);
      await expect(late.apply(view, [row('c', 'old', 7)], undefined)).rejects.toThrow(BuildReplaced);
      await expect(late.apply(view, [], at('p3'))).rejects.toThrow(BuildReplaced);
      await expect(late.checkpoint(view)).rejects.toThrow(BuildReplaced);
      await expect(late.takeOver(view)).rejects.toThrow(BuildReplaced);
      expect(await leader.checkpoint(view)).toBe('p9');
      for (const each of [late, leader]) expect(await statuses(each)).toEqual(['new']);
    });
    it('leave nothing behind but what stands', async () => {
      const [late, leader] = [await process(), await process()];
      await leader.reset(view);
      await leader.takeOver(view);
      // As one that was about to write when the build was dropped.
      await database.collection('view_parcels_v1_1').insertOne({ _id: 'late' as never });
      await database.collection('view_parcels-of_v1_1').insertOne({ _id: 'of another' as never });
      await expect(late.takeOver(view)).rejects.toThrow(BuildReplaced);
      await process();
      expect(await collections()).toEqual(['view_parcels-of_v1_1', 'view_parcels_v1_2']);
    });
  });

  describe('a process that only reads', () => {
    it('makes nothing, and says so where there is nothing of this version', async () => {
      await expect(process(parcels, true)).rejects.toThrow(ViewsOutdated);
      expect(await collections()).toEqual([]);
      await process();
      await expect(process(version2, true)).rejects.toThrow(ViewsOutdated);
    });
    it('answers from what another has built since, never from what it has dropped', async () => {
      const leader = await process();
      await leader.apply(view, [row('a', 'v0')], undefined);
      await leader.takeOver(view);
      const reader = await process(parcels, true);
      let building = true;
      const seen = new Set<unknown>();
      const reading = async (): Promise<void> => {
        while (building) {
          const { rows } = await reader.find(view, { limit: 10 });
          seen.add(rows.map((each) => each.row['status']).join());
          seen.add((await reader.get(view, 'a'))?.['status']);
          expect(await reader.count(view, undefined, {})).toEqual(new Map([[everyRow, 1]]));
        }
      };
      const readers = [reading(), reading(), reading()];
      for (let n = 1; n <= 20; n += 1) {
        await leader.reset(view);
        await leader.apply(view, [row('a', `v${n}`)], undefined);
        await leader.takeOver(view);
      }
      building = false;
      await Promise.all(readers);
      expect(await statuses(reader)).toEqual(['v20']);
      expect(seen).not.toContain('');
      expect(seen).not.toContain(undefined);
      expect(seen.size).toBeGreaterThan(3);
    });
    it('answers with the columns of the version that stands', async () => {
      const leader = await process();
      await leader.apply(view, [row('a', 'here')], undefined);
      await leader.takeOver(view);
      const reader = await process(parcels, true);
      const { status: _, ...columns } = parcels.columns;
      const next = await process({ ...version2, columns, indexes: [] });
      await next.apply(view, [row('b', 'here')], undefined);
      expect(await statuses(reader)).toHaveLength(1);
      await next.takeOver(view);
      expect((await reader.find(view, { limit: 5 })).rows.map(({ key }) => key)).toEqual(['b']);
      await expect(reader.find(view, { where: { status: 'here' }, limit: 5 })).rejects.toThrow('status');
    });
  });

  it('registers each view in one document', async () => {
    const models = await process();
    await models.apply(view, [], at('p1'));
    await models.takeOver(view);
    await process(version2);
    expect(await database.model(views).find().lean()).toEqual([
      {
        _id: view,
        turn: 3,
        standing: { number: 1, version: 1, description: expect.any(String) as string, checkpoint: 'p1' },
        building: { number: 3, version: 2, description: expect.any(String) as string },
      },
    ]);
  });
  it('keeps text that sorts late, and numbers that need all their digits', async () => {
    const models = await process();
    const key = '钥匙\ud7ff\u{1f511}，';
    const holders = ['\ufffd', '\u{10fffe}', 'ann'];
    const kept = parcel(key, { status: '\u{1f511}', weight: Number.MAX_SAFE_INTEGER - 1, holders });
    await models.apply(view, [change(key, kept)], undefined);
    expect(await models.get(view, key)).toEqual(kept);
    expect([...(await models.rows(view, [key])).keys()]).toEqual([key]);
    expect(await models.keysOf(view, `parcel-${key}`)).toEqual([key]);
    expect(await models.count(view, 'status', {})).toEqual(new Map([['\u{1f511}', 1]]));
    expect(await models.count(view, 'weight', {})).toEqual(new Map([[Number.MAX_SAFE_INTEGER - 1, 1]]));
    expect(await models.count(view, 'holders', { where: { holders: { has: '\u{10fffe}' } } })).toEqual(
      new Map(holders.map((each) => [each, 1])),
    );
  });
});

/** What is left to do of an upsert that has found nothing. */
function insertInstead(operation: mongo.AnyBulkWriteOperation): mongo.AnyBulkWriteOperation {
  if (!('updateOne' in operation)) throw new Error('no upsert');
  const { filter, update } = operation.updateOne;
  return { insertOne: { document: { _id: filter._id as never, ...(update as { $set: object }).$set } } };
}

async function until(answers: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    try {
      await answers();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

describeWithLocalMongo('views in MongoDB, without a server', () => {
  let server: LocalMongo;
  let database: MongoDatabase;
  beforeEach(async () => {
    server = await LocalMongo.start();
    database = MongoDatabase.open({ url: server.url, name: 'views', serverWithinMs: 1000 });
  });
  afterEach(async () => {
    await database.close();
    await server.remove();
  });

  it('are unavailable, and there again with what was acknowledged', async () => {
    const models = MongoReadModels.on(database);
    await until(() => models.prepare([parcels]));
    await models.apply(view, [change('a', parcel('a'))], at('p1'));
    await server.kill();
    const scanned = async (): Promise<void> => {
      for await (const _ of models.scan(view)) throw new Error('a row of nowhere');
    };
    for (const call of [
      () => models.get(view, 'a'),
      () => models.find(view, { limit: 1 }),
      () => models.count(view, 'status', {}),
      () => models.apply(view, [change('b', parcel('b'))], at('p2')),
      () => models.index(view, [{ key: 'a', tokens: ['t'] }]),
      scanned,
    ])
      await expect(call()).rejects.toThrow(DatabaseUnavailable);
    await server.again();
    await until(() => models.checkpoint(view));
    expect(await models.checkpoint(view)).toBe('p1');
    expect(await models.get(view, 'a')).toEqual(parcel('a'));
  });
});
