import { Schema } from 'mongoose';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { declared } from './declared-collection';
import { CollectionsMissing, MongoDatabase } from './mongo-database';
import { DatabaseUnavailable, isDuplicateKey, reachable } from './mongo-errors';
import { describeWithLocalMongo, describeWithMongo, LocalMongo, TestMongo } from './mongo.fixtures';

interface Parcel {
  readonly _id: string;
  readonly status: string;
  readonly weight?: number;
}

const options = { versionKey: false, id: false } as const;
const parcels = declared<Parcel>(
  'parcels',
  new Schema<Parcel>({ _id: String, status: String, weight: Number }, options)
    .index({ status: 1, weight: -1 })
    .index({ weight: 1 }, { unique: true, sparse: true }),
);
const letters = declared<{ _id: string }>('letters', new Schema<{ _id: string }>({ _id: String }, options));

/** What an adapter does with a database. */
class Parcels {
  constructor(private readonly database: MongoDatabase) {}

  async put(...keys: readonly string[]): Promise<void> {
    await this.database
      .model(parcels)
      .bulkWrite(keys.map((_id) => ({ insertOne: { document: { _id, status: 'here' } } })));
  }

  async has(key: string): Promise<boolean> {
    return (await this.database.model(parcels).findById(key).lean()) !== null;
  }

  async *all(): AsyncIterable<string> {
    await this.database.connected();
    for await (const { _id } of this.database.collection('parcels').find()) yield String(_id);
  }

  ping(): Promise<void> {
    return this.database.ping();
  }
}

async function keysOf(adapter: Parcels): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const key of adapter.all()) keys.push(key);
  return keys.sort();
}

async function until(holds: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    try {
      await holds();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

async function withinMs(promise: Promise<unknown>): Promise<number> {
  const from = performance.now();
  await Promise.allSettled([promise]);
  return performance.now() - from;
}

describeWithMongo('a database of MongoDB', () => {
  let mongo: TestMongo;
  let database: MongoDatabase;

  beforeAll(async () => {
    mongo = await TestMongo.start();
  });
  beforeEach(() => {
    database = mongo.database();
  });
  afterEach(() => mongo.clear());
  afterAll(() => mongo.remove());

  it('answers', () => expect(database.ping()).resolves.toBeUndefined());

  it('names all that was not made in it', async () => {
    await expect(database.assertCreated([parcels, letters])).rejects.toThrow(CollectionsMissing);
    await expect(database.assertCreated([parcels, letters])).rejects.toThrow(
      `database ${database.name}: not there: parcels, letters. Run: threekeys indexes create`,
    );
  });

  it('makes collections and indexes once, also where several do so at a time', async () => {
    const others = Array.from({ length: 5 }, () => mongo.open(database.name));
    await Promise.all([database, ...others].map((each) => each.create([parcels, letters])));
    await database.create([parcels, letters]);
    await database.assertCreated([parcels, letters]);
    expect(await database.collectionNames()).toEqual(new Set(['parcels', 'letters']));
    const indexes = await database.collection('parcels').listIndexes().toArray();
    expect(indexes.map(({ name }) => name as string).sort()).toEqual([
      '_id_',
      'status_1_weight_-1',
      'weight_1',
    ]);
    expect(indexes.find(({ name }) => name === 'weight_1')).toMatchObject({ unique: true, sparse: true });
  });

  it('names an index that was dropped, and makes it again', async () => {
    await database.create([parcels]);
    await database.collection('parcels').dropIndex('weight_1');
    await expect(database.assertCreated([parcels])).rejects.toThrow('not there: parcels.weight_1');
    await database.create([parcels]);
    await database.assertCreated([parcels]);
  });

  it('says that a key is taken, also in a bulk', async () => {
    await database.create([parcels]);
    const adapter = new Parcels(database);
    await adapter.put('a');
    const errors: unknown[] = [];
    await adapter.put('a').catch((error: unknown) => errors.push(error));
    await database
      .collection('parcels')
      .insertOne({ _id: 'a' as never })
      .catch((error: unknown) => errors.push(error));
    expect(errors.map(isDuplicateKey)).toEqual([true, true]);
    expect(isDuplicateKey(new Error('else'))).toBe(false);
  });

  it('gives one model for one collection', () =>
    expect(database.model(parcels)).toBe(database.model(parcels)));

  it('keeps what is in one database out of another', async () => {
    const other = mongo.database();
    await new Parcels(database).put('a');
    expect(await new Parcels(other).has('a')).toBe(false);
    expect(await new Parcels(database).has('a')).toBe(true);
  });

  it('has a URL that can be read', () =>
    expect(() => MongoDatabase.open({ url: 'http://127.0.0.1', name: 'x' })).toThrow('mongodb://'));
});

describe('a URL', () => {
  /** What comes first to a server that is named like this. */
  const sentTo = async (urlOf: (host: string) => string): Promise<Buffer> => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const database = MongoDatabase.open({ url: urlOf(`127.0.0.1:${port}`), name: 'x', serverWithinMs: 500 });
    const [socket] = (await once(server, 'connection')) as [Socket];
    const [sent] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    await database.close();
    server.close();
    return sent;
  };

  it('asks for TLS', async () => {
    const handshake = 22;
    expect((await sentTo((host) => `mongodb://${host}/?tls=true`))[0]).toBe(handshake);
  });
});

describe('a schema', () => {
  it('has no version key and no id of its own', () => {
    const version = new Schema({ _id: String }, { id: false });
    const id = new Schema({ _id: String }, { versionKey: false });
    for (const schema of [version, id])
      expect(() => declared('letters', schema)).toThrow('letters: a schema here sets');
  });
});

describeWithLocalMongo('a server that is not there', () => {
  const serverWithinMs = 600;
  let mongo: LocalMongo;
  let database: MongoDatabase;
  let adapter: Parcels;
  const fails = async (promise: Promise<unknown>): Promise<void> => {
    const took = withinMs(promise);
    await expect(promise).rejects.toThrow(DatabaseUnavailable);
    // Two waits where it was there before: for the server, and for the answer that does not come.
    expect(await took).toBeLessThan(2 * serverWithinMs + 1000);
  };
  const allFail = async (): Promise<void> => {
    await Promise.all([fails(adapter.put('b', 'c')), fails(adapter.has('a')), fails(adapter.ping())]);
    await fails(keysOf(adapter));
  };
  const open = (): void => {
    database = MongoDatabase.open({ url: mongo.url, name: 'outage', serverWithinMs });
    adapter = reachable(new Parcels(database));
  };

  afterEach(async () => {
    await database.close();
    await mongo.remove();
  });

  it('makes every call fail in time, from the first, and is found when it comes', async () => {
    mongo = await LocalMongo.absent();
    open();
    await allFail();
    await fails(reachable({ create: () => database.create([parcels]) }).create());
    await mongo.again();
    await until(() => adapter.put('a'));
    expect(await adapter.has('a')).toBe(true);
  });

  it('is left in no time', async () => {
    mongo = await LocalMongo.absent();
    open();
    const waiting = adapter.has('a').catch((error: unknown) => error);
    expect(await withinMs(database.close())).toBeLessThan(serverWithinMs);
    expect(await waiting).toBeInstanceOf(DatabaseUnavailable);
  });

  it('makes every call fail in time after a kill, and is found again with what it had acknowledged', async () => {
    mongo = await LocalMongo.start();
    open();
    await until(() => adapter.ping());
    await adapter.put('a');
    await mongo.kill();
    await allFail();
    await mongo.again();
    await until(() => adapter.ping());
    expect(await adapter.has('a')).toBe(true);
    await adapter.put('b');
    expect(await keysOf(adapter)).toEqual(['a', 'b']);
  });

  it('is noticed where it neither answers nor hangs up', async () => {
    mongo = await LocalMongo.start();
    open();
    await until(() => adapter.ping());
    await adapter.put('a');
    await mongo.freeze();
    const calls = [adapter.has('a'), adapter.put('b')];
    for (const call of calls) await expect(call).rejects.toThrow(DatabaseUnavailable);
    await fails(adapter.has('a'));
    mongo.thaw();
    await until(() => adapter.ping());
    expect(await adapter.has('a')).toBe(true);
  });

  it('is noticed where it takes only a part of what is written', async () => {
    mongo = await LocalMongo.start();
    open();
    await until(() => adapter.ping());
    await mongo.freeze();
    const more = Array.from({ length: 30 }, (_, index) => `${String(index)} ${'a'.repeat(300_000)}`);
    await expect(adapter.put(...more)).rejects.toThrow(DatabaseUnavailable);
    mongo.thaw();
    await until(() => adapter.ping());
  });
});

describe('an adapter that is reachable', () => {
  const bug = new TypeError('a bug');
  const adapter = reachable({
    name: 'x',
    sum: (a: number, b: number) => a + b,
    fails: () => Promise.reject(bug),
    throws: () => {
      throw bug;
    },
  });

  it('answers as before', () => {
    expect(adapter.name).toBe('x');
    expect(adapter.sum(1, 2)).toBe(3);
  });
  it('lets bugs be bugs', async () => {
    await expect(adapter.fails()).rejects.toBe(bug);
    expect(() => adapter.throws()).toThrow(bug);
  });
});
