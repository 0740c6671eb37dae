import { MongoDatabase } from '@threekeys/mongo';
import { Projector } from '@threekeys/read-models';
import { MongoReadModels, viewsCollection } from '@threekeys/read-models-mongo';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { join } from 'node:path';
import { whyNoServers } from '../deploy/local/jars';
import { startLocalMongo } from '../deploy/local/local-mongo';
import { freePort } from '../deploy/local/local-server';
import { generatedHome, openHome } from '../tools/generators/generated-home';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { shared } from './processes';
import { allViews } from './views';

/**
 * All views from nothing into the MongoDB-compatible server, beside the same into SQLite. The server here is not MongoDB:
 * what it needs itself is said beside the rate, and nothing has to be reached.
 */
export const clusterViews: Benchmark = { name: 'cluster-views', run };

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const missing = whyNoServers();
  if (missing !== undefined) {
    process.stderr.write(`cluster-views: skipped, ${missing}\n`);
    return [];
  }
  const { quick, directory, note } = options;
  const home = await openHome(await generatedHome({ cases: quick ? 200 : 2000 }));
  const mongo = await startLocalMongo(join(directory, 'mongo'), await freePort());
  const database = MongoDatabase.open({ url: `mongodb://127.0.0.1:${mongo.port}`, name: 'bench' });
  const sqlite = await SqliteReadModels.open(join(directory, 'views.sqlite'));
  try {
    await database.create([viewsCollection]);
    const { size } = await home.store.head();
    const rebuilt = async (models: SqliteReadModels | MongoReadModels) => {
      const projector = new Projector({ store: home.store, models }, allViews);
      const { seconds, coresUsed } = await shared({ mongo: mongo.pid }, () =>
        projector.rebuild(undefined, { index: false }),
      );
      await projector.stop();
      return { events: size, perSecond: Math.round(size / seconds), coresUsed };
    };
    const facts = { sqlite: await rebuilt(sqlite), mongo: await rebuilt(MongoReadModels.on(database)) };
    note('rebuild of all views', facts);
    process.stderr.write(`cluster-views: ${JSON.stringify(facts)}\n`);
    return [];
  } finally {
    await sqlite.close();
    await database.close();
    await mongo.stop();
    await home.close();
  }
}
