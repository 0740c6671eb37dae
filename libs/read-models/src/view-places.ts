import { EventStoreError } from '@threekeys/event-store';
import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import type { ExpectedRows } from './expected-rows';
import type { Projection } from './projection';
import type { ReadModels } from './read-models';

// Where views stand in the log.

export interface PlacePorts {
  readonly store: EventStore;
  readonly models: ReadModels;
}

/** Views that stand in this log, and those of another one, or of one that has lost its tail since: it explains none of their rows. */
export async function placesOf(
  { store, models }: PlacePorts,
  projections: readonly Projection[],
): Promise<{ readonly placed: readonly Projection[]; readonly elsewhere: readonly Projection[] }> {
  const [placed, elsewhere]: [Projection[], Projection[]] = [[], []];
  for (const projection of projections) {
    const checkpoint = await models.checkpoint(projection.name);
    const isPlaced = checkpoint === undefined || isWithin(store, checkpoint, await store.end());
    (isPlaced ? placed : elsewhere).push(projection);
  }
  return { placed, elsewhere };
}

/** Views that have not taken in what would have changed them, as of now: they may have gone on since it was missed. */
export async function behindOf(
  { store, models }: PlacePorts,
  views: readonly ExpectedRows[],
): Promise<readonly string[]> {
  const behind: string[] = [];
  for (const { projection, missed } of views) {
    if (missed === undefined) continue;
    const checkpoint = await models.checkpoint(projection.name);
    if (checkpoint === undefined || store.comparePositions(checkpoint, missed) < 0)
      behind.push(projection.name);
  }
  return behind;
}

/** Whether a checkpoint is a place of this log, up to its head. */
export function isWithin(
  store: EventStore,
  checkpoint: GlobalPosition,
  head: GlobalPosition | undefined,
): boolean {
  try {
    return head !== undefined && store.comparePositions(checkpoint, head) <= 0;
  } catch (error) {
    if (error instanceof EventStoreError && error.code === 'InvalidPosition') return false;
    throw error;
  }
}
