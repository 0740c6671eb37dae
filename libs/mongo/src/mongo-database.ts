import type { Connection, IndexDefinition, IndexOptions, Model } from 'mongoose';
import mongoose from 'mongoose';
import { setTimeout as pause } from 'node:timers/promises';
import { endWaitsForClosedSockets } from './closed-sockets';
import type { DeclaredCollection } from './declared-collection';

export interface MongoOptions {
  /** `mongodb://…`: hosts, credentials, TLS (`tls=true&tlsCAFile=…`) as the driver reads them. */
  readonly url: string;
  /** The database. One installation has several: what is in one never opens what is in another. */
  readonly name: string;
  /** So long a call waits for a server that can be written to. Default 3000. */
  readonly serverWithinMs?: number;
}

endWaitsForClosedSockets();

/** Collections or indexes that were never made here: `threekeys indexes create` makes them. */
export class CollectionsMissing extends Error {
  constructor(
    readonly database: string,
    readonly missing: readonly string[],
  ) {
    super(`database ${database}: not there: ${missing.join(', ')}. Run: threekeys indexes create`);
    this.name = 'CollectionsMissing';
  }
}

/** Of whatever documents. */
interface Declared {
  readonly name: string;
  readonly schema: { indexes(): [IndexDefinition, IndexOptions][] };
}

const connectAgainMs = 250;
/** A server that has gone silent is noticed within this and `serverWithinMs`; calls under way then fail. */
const heartbeatEveryMs = 2000;

/**
 * A database of MongoDB. What a promise has answered is on the disk of a majority (`w: majority, j: true`), and is read
 * from the primary. No transactions and no retried writes: each write here may be given twice.
 */
export class MongoDatabase {
  private readonly closing = new AbortController();
  private readonly connecting: Promise<void>;

  private constructor(
    readonly name: string,
    private readonly connection: Connection,
    connect: () => Promise<unknown>,
  ) {
    this.connecting = this.keepConnecting(connect);
  }

  /**
   * Connects behind, and tries again until the server is there: one that is not shows in {@link ping} and in each call.
   * @throws MongoParseError where the URL is none
   */
  static open({ url, name, serverWithinMs = 3000 }: MongoOptions): MongoDatabase {
    const driver = {
      retryWrites: false,
      readPreference: 'primary',
      writeConcern: { w: 'majority', journal: true },
      serverSelectionTimeoutMS: serverWithinMs,
      connectTimeoutMS: serverWithinMs,
      heartbeatFrequencyMS: heartbeatEveryMs,
    } as const;
    new mongoose.mongo.MongoClient(url, driver);
    const connection = mongoose.createConnection();
    // mongoose knows it, its types do not.
    const calls = { bufferTimeoutMS: serverWithinMs };
    const options = { ...driver, ...calls, dbName: name, autoCreate: false, autoIndex: false };
    return new MongoDatabase(name, connection, () => connection.openUri(url, { ...options }));
  }

  /** The same model for the same collection. */
  model<Document>({ name, schema }: DeclaredCollection<Document>): Model<Document> {
    const known = this.connection.models[name] as Model<Document> | undefined;
    return known ?? this.connection.model<Document>(name, schema, name);
  }

  /** Makes the collections and indexes that are missing. May run beside others that do the same. */
  async create(collections: readonly Declared[]): Promise<void> {
    const there = await this.collectionNames();
    for (const { name, schema } of collections) {
      if (!there.has(name))
        await unlessMade(this.connection.createCollection(name), async () =>
          (await this.collectionNames()).has(name),
        );
      const made = await this.indexNames(name);
      for (const [keys, options] of schema.indexes()) {
        const index = nameOf(keys);
        if (!made.has(index))
          await unlessMade(
            this.collection(name).createIndex(keys as never, { ...options, name: index } as never, {}),
            async () => (await this.indexNames(name)).has(index),
          );
      }
    }
  }

  /** @throws CollectionsMissing */
  async assertCreated(collections: readonly Declared[]): Promise<void> {
    const there = await this.collectionNames();
    const missing: string[] = [];
    for (const { name, schema } of collections) {
      if (!there.has(name)) {
        missing.push(name);
        continue;
      }
      const made = await this.indexNames(name);
      const wanted = schema.indexes().map(([keys]) => nameOf(keys));
      missing.push(...wanted.filter((each) => !made.has(each)).map((each) => `${name}.${each}`));
    }
    if (missing.length > 0) throw new CollectionsMissing(this.name, missing);
  }

  /** @throws the driver's error where the server does not answer */
  async ping(): Promise<void> {
    await (await this.database()).command({ ping: 1 });
  }

  /** Waits for the first connection. @throws the error of the last attempt */
  async connected(): Promise<void> {
    await this.database();
  }

  async collectionNames(): Promise<ReadonlySet<string>> {
    const listed = (await this.database()).listCollections({}, { nameOnly: true });
    return new Set((await listed.toArray()).map(({ name }) => name));
  }

  /**
   * For collections whose names are not known before: the builds of views. Before the first connection ({@link connected})
   * their `find` and `aggregate` answer with a promise instead of a cursor.
   */
  collection(name: string): ReturnType<Connection['collection']> {
    return this.connection.collection(name);
  }

  async close(): Promise<void> {
    this.closing.abort();
    // An attempt to connect that is under way ends; mongoose itself would wait for a server first.
    await this.connection.getClient().close();
    await this.connecting;
    await this.connection.destroy();
  }

  private async keepConnecting(connect: () => Promise<unknown>): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted && !(await connect().then(succeeded, failed)))
      await Promise.allSettled([pause(connectAgainMs, undefined, { signal })]);
  }

  private async indexNames(collection: string): Promise<ReadonlySet<string>> {
    const listed = await this.collection(collection).listIndexes().toArray();
    return new Set(listed.map(({ name }) => String(name)));
  }

  private async database(): Promise<NonNullable<Connection['db']>> {
    if (this.connection.db === undefined) await this.connection.asPromise();
    if (this.connection.db === undefined) throw new Error('connected to no database');
    return this.connection.db;
  }
}

const succeeded = (): boolean => true;
/** Whoever calls meanwhile is told. */
const failed = (): boolean => false;

const nameOf = (keys: IndexDefinition): string =>
  Object.entries(keys)
    .map(([field, order]) => `${field}_${String(order)}`)
    .join('_');

/** Servers name it differently that somebody else made the same thing meanwhile: what counts is whether it is there. */
async function unlessMade(making: Promise<unknown>, isThere: () => Promise<boolean>): Promise<void> {
  try {
    await making;
  } catch (error) {
    if (!(await isThere())) throw error;
  }
}
