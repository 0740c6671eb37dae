// A MongoDB-compatible server for specs: one for each spec file, a fresh database for each test.
import mongoose from 'mongoose';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { whyNoServers } from '../../../deploy/local/jars';
import { startLocalMongo } from '../../../deploy/local/local-mongo';
import type { LocalServer } from '../../../deploy/local/local-server';
import { freePort } from '../../../deploy/local/local-server';
import type { MongoOptions } from './mongo-database';
import { MongoDatabase } from './mongo-database';

const given = process.env.THREEKEYS_MONGO_URL;
const hasLocal = whyNoServers() === undefined;

/** Describes what needs a server; skipped, each test by its name, where there is none. */
export const describeWithMongo = given !== undefined || hasLocal ? describe : describe.skip;

/** Describes what ends and starts its server, or writes to an absent one: never the one of THREEKEYS_MONGO_URL. */
export const describeWithLocalMongo = hasLocal ? describe : describe.skip;

/** Where many specs run at once, an answer takes its time. */
const patientMs = 20_000;

/** A server on loopback with its data in a folder of its own. */
export class LocalMongo {
  private constructor(
    private readonly directory: string,
    readonly port: number,
    private server: LocalServer | undefined,
  ) {}

  static async start(): Promise<LocalMongo> {
    const mongo = await LocalMongo.absent();
    await mongo.again();
    // Also where the test process is ended from outside.
    process.once('exit', () => void mongo.kill());
    return mongo;
  }

  /** It has a port and nobody listens there, until it is started {@link again}. */
  static async absent(): Promise<LocalMongo> {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-mongo-')));
    return new LocalMongo(directory, await freePort(), undefined);
  }

  get url(): string {
    return `mongodb://127.0.0.1:${this.port}`;
  }

  /** With the data it had. */
  async again(): Promise<void> {
    this.server = await startLocalMongo(this.directory, this.port);
  }

  async kill(): Promise<void> {
    await this.server?.kill();
  }

  /** It neither answers nor closes a connection, until it {@link thaw}s. Resolves when it has stopped: a busy machine takes its time. */
  async freeze(): Promise<void> {
    const pid = this.server?.pid ?? NaN;
    process.kill(pid, 'SIGSTOP');
    while (!/^State:\s*T/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))) await pause(5);
  }

  thaw(): void {
    process.kill(this.server?.pid ?? NaN, 'SIGCONT');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The server of THREEKEYS_MONGO_URL, or else one on loopback, for all tests of a file. */
export class TestMongo {
  private readonly run = randomUUID().slice(0, 8);
  private readonly opened: MongoDatabase[] = [];
  private databases = 0;

  private constructor(
    readonly url: string,
    private readonly local: LocalMongo | undefined,
  ) {}

  static async start(): Promise<TestMongo> {
    if (given !== undefined) return new TestMongo(given, undefined);
    const local = await LocalMongo.start();
    return new TestMongo(local.url, local);
  }

  /** Opens a database that nobody has used. */
  database(options: Partial<MongoOptions> = {}): MongoDatabase {
    return this.open(`t_${this.run}_${++this.databases}`, options);
  }

  /** Opens one of this server's databases once more, as another process would. */
  open(name: string, options: Partial<MongoOptions> = {}): MongoDatabase {
    const database = MongoDatabase.open({ url: this.url, name, serverWithinMs: patientMs, ...options });
    this.opened.push(database);
    return database;
  }

  /** Closes and drops what was opened: after each test. */
  async clear(): Promise<void> {
    const opened = this.opened.splice(0);
    await Promise.all(opened.map((each) => each.close()));
    if (this.local !== undefined) return;
    const connection = await mongoose.createConnection(this.url).asPromise();
    for (const name of new Set(opened.map((each) => each.name))) await connection.useDb(name).dropDatabase();
    await connection.destroy();
  }

  async remove(): Promise<void> {
    await this.clear();
    await this.local?.remove();
  }
}

type Collections = Parameters<MongoDatabase['create']>[0];

/** Databases on the server of a file's tests. */
export interface MongoOfSpec {
  /** One that nobody has used, with the collections. */
  created(): Promise<MongoDatabase>;
  /** The same one, opened by a second process. */
  twoProcesses(): Promise<readonly [MongoDatabase, MongoDatabase]>;
  /** {@link TestMongo.open} */
  open(name: string): MongoDatabase;
  /** Also done after each test. */
  clear(): Promise<void>;
}

/** To be called in the `describe` of a file: its server runs from before its tests until after them. */
export function mongoWith(collections: Collections): MongoOfSpec {
  let mongo: TestMongo;
  beforeAll(async () => {
    mongo = await TestMongo.start();
  });
  afterEach(() => mongo.clear());
  afterAll(() => mongo.remove());

  const created = async () => {
    const database = mongo.database();
    await database.create(collections);
    await database.assertCreated(collections);
    return database;
  };
  return {
    created,
    twoProcesses: async () => {
      const one = await created();
      return [one, mongo.open(one.name)];
    },
    open: (name) => mongo.open(name),
    clear: () => mongo.clear(),
  };
}
