import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { BigramIndexer, Opener } from '@threekeys/privacy';
import { Projector, projections } from '@threekeys/read-models';
import type { Projection } from '@threekeys/read-models';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { timers } from '@threekeys/timers';
import { join } from 'node:path';
import { withStoppedHome } from './embedded-home';
import { openKeys } from './embedded-keys';
import { badInput } from './exit';
import type { OnProgress } from './home-folder';

const views: readonly Projection[] = [...projections, timers];

export interface RebuildRequest {
  readonly home: string;
  /** Default: all. */
  readonly view?: string;
  readonly signal: AbortSignal;
}

export interface Rebuilt {
  readonly events: number;
  readonly views: readonly string[];
}

/**
 * Folds views from nothing, with their search index; what stands answers until the new one is whole.
 * @throws CommandFailed for a view that does not exist; DatabaseRefused where the server runs
 */
export async function rebuildViews(
  { home, view, signal }: RebuildRequest,
  onProgress: OnProgress,
): Promise<Rebuilt> {
  const chosen = views.map(({ name }) => name).filter((name) => view === undefined || name === view);
  if (chosen.length === 0)
    throw badInput(`There is no view ${view ?? ''}. Views: ${views.map(({ name }) => name).join(', ')}.`);
  return withStoppedHome(home, async () => {
    const store = await SqliteEventStore.open(home, { readOnly: true });
    const keys = await openKeys(home);
    const models = await SqliteReadModels.open(join(home, 'views.sqlite'));
    try {
      const indexer = new BigramIndexer(new Opener(keys), await keys.secret('search'));
      const projector = new Projector({ store, models, indexer }, views);
      await stoppable(projector, signal, () => projector.rebuild(view, { onProgress }));
      return { events: (await store.head()).size, views: chosen };
    } finally {
      await models.close();
      await keys.close();
      await store.close();
    }
  });
}

/** Ends the work at its next batch when the signal is given. */
async function stoppable(
  projector: Projector,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const stop = () => void projector.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await projector.stop();
  }
}
