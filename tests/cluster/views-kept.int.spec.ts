import { keepViews } from '@threekeys/cluster';
import type { GlobalPosition } from '@threekeys/event-store';
import { SystemClock } from '@threekeys/event-store';
import { EventStoreDbEventStore } from '@threekeys/event-store-eventstoredb';
import { lead, sleep } from '@threekeys/messaging';
import { messagingCollections, MongoConsumerState, MongoLeases } from '@threekeys/messaging-mongo';
import { MongoDatabase } from '@threekeys/mongo';
import { Projector } from '@threekeys/read-models';
import { parcel, parcels } from '@threekeys/read-models/contract';
import { MongoReadModels, viewsCollection } from '@threekeys/read-models-mongo';
import { setTimeout as pause } from 'node:timers/promises';
import { whyNoServers } from '../../deploy/local/jars';
import { LogWriter } from '../../libs/read-models/src/log.fixtures';
import type { EngineName } from '../../deploy/local/local-engines';
import { LocalEngines } from '../../deploy/local/local-engines';
import { removeHome, temporaryHome } from '../support/app';
import { until } from './processes';

// Whoever keeps the views, whose engines are killed in the middle of what it does.

const describeWithServers = whyNoServers() === undefined ? describe : describe.skip;
const known = new Map([['parcel', new Map([['ParcelChanged', 1]])]]);
const forMs = 2000;
const atOnce = 20;
const keys = 12;

describeWithServers('whoever keeps the views', () => {
  const home = temporaryHome();
  const stopping = new AbortController();
  const interruptions = new Map<string, () => void>();
  let engines: LocalEngines;
  let database: MongoDatabase;
  let store: EventStoreDbEventStore;
  let writer: Writer;
  let state: MongoConsumerState;
  let leading: Promise<void>;

  beforeAll(async () => {
    engines = await LocalEngines.at(home);
    await Promise.all([engines.startOne('mongo'), engines.startOne('esdb')]);
    const { THREEKEYS_ESDB_URL: esdb = '', THREEKEYS_MONGO_URL: mongo = '' } = engines.environment;
    database = MongoDatabase.open({ url: mongo, name: 'views' });
    await database.create([viewsCollection, ...messagingCollections]);
    store = await EventStoreDbEventStore.open({ connectionString: esdb });
    writer = new Writer(store);
    state = MongoConsumerState.open(database);
    const leases = interrupted('take', MongoLeases.open(database, new SystemClock()));
    leading = lead(
      {
        ...{ leases, sleep, work: keep },
        wish: { name: 'views', holder: 'a', forMs },
        notice: () => undefined,
      },
      stopping.signal,
    );
  });
  afterAll(async () => {
    stopping.abort();
    await leading;
    await store.close();
    await database.close();
    await engines.kill();
    removeHome(home);
  });

  const board = {
    read: async () => (await state.checkpoint('views')) as GlobalPosition | undefined,
    write: (position: GlobalPosition) => state.advance('views', [], position),
  };

  function keep(signal: AbortSignal): Promise<void> {
    return keepViews(
      {
        ...{ store, projections: [parcels], board: interrupted('write', board) },
        models: () => interrupted('applyAll', MongoReadModels.on(database)),
        options: { known, onFailure: () => undefined },
      },
      signal,
    );
  }

  /** The same, but that a test is told when it is called. */
  function interrupted<Port extends object>(method: keyof Port & string, port: Port): Port {
    return new Proxy(port, {
      get: (target, property) => {
        if (property === method) interruptions.get(method)?.();
        const member: unknown = Reflect.get(target, property, target);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
  }

  const called = (method: string): Promise<void> =>
    new Promise((resolve) => {
      interruptions.set(method, () => {
        interruptions.delete(method);
        resolve();
      });
    });

  async function restart(name: EngineName): Promise<void> {
    await engines.kill(name);
    await engines.startOne(name);
  }

  async function expectCaughtUp(): Promise<void> {
    await writer.stop();
    const end = await store.end();
    await until('the board says the end of the log', async () => {
      const position = await board.read().catch(() => undefined);
      return position === end;
    });
    const models = MongoReadModels.on(database, { readOnly: true });
    const verified = await new Projector({ store, models }, [parcels], { known }).verify();
    expect(verified).toMatchObject({ equal: true });
    expect(verified.events).toBeGreaterThanOrEqual(writer.written);
    expect(await models.checkpoint('parcels')).toBe(end);
  }

  it('goes on after the log is killed twice in a row while they catch up', async () => {
    writer.start();
    await until('events', () => writer.written > 10 * atOnce);
    await restart('esdb');
    await restart('esdb');
    await expectCaughtUp();
  });

  it.each(['applyAll', 'write', 'take'])('goes on after MongoDB is killed during “%s”', async (method) => {
    writer.start();
    const before = writer.written;
    await until('events', () => writer.written > before + 5 * atOnce);
    for (let kill = 0; kill < 2; kill++) {
      await called(method);
      await restart('mongo');
    }
    await expectCaughtUp();
  });
});

/** Writes without end, also where what it writes to is away, until it is stopped. */
class Writer {
  private readonly log: LogWriter;
  private going = false;
  private writing: Promise<void> = Promise.resolve();
  written = 0;

  constructor(store: EventStoreDbEventStore) {
    this.log = new LogWriter(store);
  }

  start(): void {
    this.going = true;
    this.writing = this.write();
  }

  async stop(): Promise<void> {
    this.going = false;
    await this.writing;
  }

  private async write(): Promise<void> {
    for (let turn = 0; this.going; turn++) {
      const key = String(turn % keys);
      const changed = { type: 'ParcelChanged', data: parcel(key, { status: String(turn) }) };
      try {
        await this.log.append(`parcel-${key}`, ...Array.from({ length: atOnce }, () => changed));
        this.written += atOnce;
      } catch {
        // It is away; what it has recorded all the same is there at the next look.
        await pause(50);
      }
    }
  }
}
