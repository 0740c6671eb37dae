// Builds all views of a home from nothing, with threads, and compares them with the log. Arguments: the home, the views.
import { projections, Projector } from '@threekeys/read-models';
import type { Projection } from '@threekeys/read-models';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { timers } from '@threekeys/timers';
import { join } from 'node:path';

void build(process.argv[2] ?? '', process.argv[3] ?? '');

async function build(home: string, file: string): Promise<void> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const models = await SqliteReadModels.open(file, { logFile: join(home, 'log.sqlite'), threads: 'always' });
  const views: readonly Projection[] = [...projections, timers];
  // A word per sealed value: nothing has to be opened for that.
  const indexer = {
    tokensFor: (values: readonly { $at: string }[]) => Promise.resolve(values.map(({ $at }) => $at)),
  };
  const projector = new Projector({ store, models, indexer }, views);
  await projector.start();
  const { equal, events, rows, differencesTotal } = await projector.verify();
  const first = (await models.find('cases', { limit: 1 })).rows[0];
  const token = (first?.row['summary'] as { $at: string }).$at;
  const found = await models.find('cases', { tokens: [token], limit: 5 });
  await projector.stop();
  await models.close();
  await store.close();
  process.stdout.write(
    JSON.stringify({
      equal,
      events,
      rows,
      differencesTotal,
      found: found.rows.map(({ key }) => key === first?.key),
    }),
  );
}
