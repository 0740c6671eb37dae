import { MemoryEventStore } from '@threekeys/event-store';
import { MongoDatabase } from '@threekeys/mongo';
import { describeWithLocalMongo, describeWithMongo, LocalMongo, TestMongo } from '@threekeys/mongo/fixtures';
import type { ReadModels } from '@threekeys/read-models';
import { Projector, projections } from '@threekeys/read-models';
import { MongoReadModels } from '@threekeys/read-models-mongo';
import { LogWriter } from '../../libs/read-models/src/log.fixtures';
import { Random } from '../../tools/generators/random';
import { wildHistory } from './wild-histories';

const quick = { retryAfterMs: 2 };
const waitMs = 60_000;

/** A log to which wild histories happen. */
class WildLog {
  readonly store = new MemoryEventStore();
  private readonly random = new Random(7);
  private readonly writer = new LogWriter(this.store);
  private histories = 0;

  async happens(histories: number): Promise<void> {
    for (let n = 0; n < histories; n += 1) {
      const { stream, events } = wildHistory(this.histories++, this.random);
      for (const event of events) await this.writer.append(stream, event);
    }
  }

  /** Everything that has happened is in the views, and nothing else. */
  async expectIn(projector: Projector): Promise<void> {
    const { position } = await this.store.head();
    if (position !== undefined) expect(await projector.waitFor(position, waitMs)).toBe(true);
    expect(await projector.verify()).toMatchObject({ equal: true, differences: [] });
  }
}

/** The server answers again. */
async function reached(database: MongoDatabase): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (let lost: unknown = true; lost !== undefined;) {
    lost = await database.ping().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (lost !== undefined && performance.now() > deadline) throw lost as Error;
  }
}

/** Breaks off every third time, between rows and checkpoint. */
function breakingOff(models: ReadModels): ReadModels & { readonly breaks: number } {
  let applied = 0;
  const apply: ReadModels['apply'] = async (view, changes, checkpoint) => {
    applied += 1;
    if (applied % 3 !== 0) return models.apply(view, changes, checkpoint);
    await models.apply(view, changes, undefined);
    throw new Error('broken off before the checkpoint');
  };
  const applyAll: ReadModels['applyAll'] = async (changed) => {
    for (const { view, changes, checkpoint } of changed) await apply(view, changes, checkpoint);
  };
  const own = { apply, applyAll };
  return new Proxy(models, {
    get(target, property) {
      if (property === 'breaks') return Math.floor(applied / 3);
      return Reflect.get(property in own ? own : target, property) as unknown;
    },
  }) as ReadModels & { readonly breaks: number };
}

describeWithMongo('views in MongoDB that are followed', () => {
  let mongo: TestMongo;
  let log: WildLog;
  const started: Projector[] = [];
  const follow = async (models: ReadModels): Promise<Projector> => {
    const projector = new Projector({ store: log.store, models }, projections, quick);
    started.push(projector);
    await projector.start();
    return projector;
  };

  beforeAll(async () => {
    mongo = await TestMongo.start();
  });
  beforeEach(() => {
    log = new WildLog();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((each) => each.stop()));
    await mongo.clear();
  });
  afterAll(() => mongo.remove());

  it('are whole where each batch may break off between its rows and its checkpoint', async () => {
    const models = breakingOff(MongoReadModels.on(mongo.database()));
    const projector = await follow(models);
    for (let round = 0; round < 10; round += 1) {
      await log.happens(5);
      await log.expectIn(projector);
    }
    expect(models.breaks).toBeGreaterThan(10);
  });

  it('are whole where two processes follow the log at once', async () => {
    const database = mongo.database();
    await log.happens(40);
    const leader = await follow(MongoReadModels.on(database));
    const late = await follow(MongoReadModels.on(mongo.open(database.name)));
    for (let round = 0; round < 5; round += 1) {
      await log.happens(20);
      await log.expectIn(leader);
      await log.expectIn(late);
    }
    await Promise.all(started.splice(0).map((each) => each.stop()));
    await log.expectIn(await follow(MongoReadModels.on(mongo.open(database.name))));
  });

  it('are whole where one process builds them anew while another still follows', async () => {
    const database = mongo.database();
    await log.happens(40);
    const late = await follow(MongoReadModels.on(mongo.open(database.name)));
    const leader = await follow(MongoReadModels.on(database));
    await leader.rebuild();
    await log.happens(40);
    await log.expectIn(leader);
    expect((await late.lag()).failure).toContain('BuildReplaced');
    await log.expectIn(leader);
  });
});

describeWithLocalMongo('views in MongoDB, whose server is killed', () => {
  it('are whole once it is back, also where they were being built', async () => {
    const mongo = await LocalMongo.start();
    const database = MongoDatabase.open({ url: mongo.url, name: 'views' });
    const log = new WildLog();
    const projector = new Projector(
      { store: log.store, models: MongoReadModels.on(database) },
      projections,
      quick,
    );
    try {
      await log.happens(150);
      await reached(database);
      await projector.start();
      for (let kill = 0; kill < 3; kill += 1) {
        const happening = log.happens(60);
        await mongo.kill();
        await happening;
        await mongo.again();
        await log.expectIn(projector);
      }
      const rebuilding = projector.rebuild().catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await mongo.kill();
      expect(await rebuilding).toMatchObject({ name: 'DatabaseUnavailable' });
      await mongo.again();
      await projector.stop();
      await reached(database);
      const next = new Projector(
        { store: log.store, models: MongoReadModels.on(database) },
        projections,
        quick,
      );
      await next.start();
      await log.expectIn(next);
      await next.stop();
    } finally {
      await projector.stop();
      await database.close();
      await mongo.remove();
    }
  });
});
