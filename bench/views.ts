import { BigramIndexer, Opener, searchSecretName } from '@threekeys/privacy';
import { loadOrCreateKek, SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import type { Projection } from '@threekeys/read-models';
import { projections, Projector } from '@threekeys/read-models';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { timers } from '@threekeys/timers';
import { join } from 'node:path';

/** A generated log with its keys, only read, and views of it in a file of their own. */
export interface OpenViews {
  readonly store: SqliteEventStore;
  readonly keys: SqliteKeyStore;
  readonly opener: Opener;
  readonly models: SqliteReadModels;
  readonly projector: Projector;
  close(): Promise<void>;
}

/** Every view that the product has. */
export const allViews: readonly Projection[] = [...projections, timers];

export async function openViews(home: string, viewsFile: string): Promise<OpenViews> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const keys = await SqliteKeyStore.open(join(home, 'keys.sqlite'), loadOrCreateKek(join(home, 'kek')).kek);
  const opener = new Opener(keys);
  const indexer = new BigramIndexer(opener, await keys.secret(searchSecretName));
  const models = await SqliteReadModels.open(viewsFile, { logFile: join(home, 'log.sqlite') });
  const projector = new Projector({ store, models, indexer }, allViews);
  const close = async (): Promise<void> => {
    await projector.stop();
    await models.close();
    await keys.close();
    await store.close();
  };
  return { store, keys, opener, models, projector, close };
}
