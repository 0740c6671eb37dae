import type { EventStore } from '@threekeys/event-store';
import type { KnownEvents } from './known-events';
import type { CatchUp } from './catch-up';
import type { Projection } from './projection';
import type { ProjectorState } from './projector-state';
import type { BuiltHalts, ReadModels } from './read-models';
import { reindex } from './reindexing';
import type { SearchIndexer } from './search-indexer';

export interface BulkPorts {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly indexer?: SearchIndexer;
  readonly known: KnownEvents;
  readonly state: ProjectorState;
}

export interface Built {
  readonly projections: readonly Projection[];
  /** How many events their rows have. */
  readonly events: number;
}

const nothing: Built = { projections: [], events: 0 };

/** Fills those of the views that are empty at once, where the adapter can. Search tokens are made afterwards. */
export async function buildEmpty(
  ports: BulkPorts,
  projections: readonly Projection[],
  { signal, onProgress }: CatchUp,
): Promise<Built> {
  const { store, models, known, state } = ports;
  const empty = await emptyOf(models, projections);
  const { size, position } = await store.head();
  const firstId = await firstIdOf(store);
  if (empty.length === 0 || position === undefined || firstId === undefined) return nothing;
  let events = 0;
  const onEvents = (more: number): void => {
    events += more;
    onProgress?.(events, size);
  };
  const halted = new Map(state.halted.map(({ stream, revision }) => [stream, revision]));
  const log = { size, firstId };
  const halts = await models.build({ projections: empty, known, log, halted, signal, onEvents });
  if (halts === undefined) return nothing;
  await remember(ports, empty, halts);
  // Last: whoever breaks off before begins anew.
  for (const { name } of empty) await models.apply(name, [], position);
  return { projections: empty, events };
}

/** Makes the search tokens of what was built. */
export async function indexBuilt(
  { models, indexer, state }: BulkPorts,
  { projections }: Built,
  signal: AbortSignal,
): Promise<void> {
  for (const projection of projections) {
    if (indexer === undefined || !state.withoutIndex.includes(projection.name)) continue;
    await reindex({ models, indexer }, projection, { signal });
    state.markIndexed(projection.name);
  }
  await state.save();
}

async function emptyOf(
  models: ReadModels,
  projections: readonly Projection[],
): Promise<readonly Projection[]> {
  const empty: Projection[] = [];
  for (const projection of projections)
    if ((await models.checkpoint(projection.name)) === undefined) empty.push(projection);
  return empty;
}

async function firstIdOf(store: EventStore): Promise<string | undefined> {
  for await (const { id } of store.readAll(undefined, {}, 1)) return id;
  return undefined;
}

async function remember(
  { store, indexer, state }: BulkPorts,
  projections: readonly Projection[],
  halts: BuiltHalts,
): Promise<void> {
  for (const { stream, revision, error } of halts)
    for await (const event of store.readStream(stream, { from: revision, max: 1 })) state.halt(event, error);
  for (const { name, search } of projections)
    if (search !== undefined && indexer !== undefined) state.markUnindexed(name);
  await state.save();
}
