import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import type { Database } from '@threekeys/sqlite';
import { SqliteConsumerState } from './sqlite-consumer-state';

/** What consumers say they have handled, and the log does not hold. */
export interface ProgressBeyond {
  /** Consumers whose checkpoint is not a place of this log. */
  readonly consumers: readonly string[];
  /** Streams that a consumer has handled, or parked, further than they go. */
  readonly streams: readonly { readonly stream: string; readonly lastRevision: number }[];
}

/** Compares what consumers have written down with a log that may have lost its tail. Creates missing tables, else changes nothing. */
export async function progressBeyond(database: Database, store: EventStore): Promise<ProgressBeyond> {
  SqliteConsumerState.open(database);
  const checkpoints = database
    .prepare<[], { consumer: string; position: GlobalPosition }>('SELECT * FROM consumer_checkpoints')
    .all();
  const streams: { stream: string; lastRevision: number }[] = [];
  for (const { stream, revision } of furthestRevisions(database)) {
    const lastRevision = await lastRevisionOf(store, stream);
    if (revision > lastRevision) streams.push({ stream, lastRevision });
  }
  return {
    consumers: checkpoints
      .filter(({ position }) => !isPlaceOf(store, position))
      .map(({ consumer }) => consumer),
    streams,
  };
}

/**
 * Takes every consumer back to the end of the log. New events will be given the places of lost ones: a consumer that
 * believed to have handled those would pass over these.
 */
export async function takeBackProgress(database: Database, store: EventStore): Promise<ProgressBeyond> {
  const beyond = await progressBeyond(database, store);
  const { position } = await store.head();
  database
    .transaction(() => {
      for (const consumer of beyond.consumers) takeBackCheckpoint(database, consumer, position);
      for (const end of beyond.streams) takeBackStream(database, end);
    })
    .immediate();
  return beyond;
}

function furthestRevisions(database: Database): readonly { stream: string; revision: number }[] {
  return database
    .prepare<[], { stream: string; revision: number }>(
      `SELECT stream, max(revision) AS revision FROM (
         SELECT stream, revision FROM consumer_revisions UNION ALL SELECT stream, revision FROM parked_messages
       ) GROUP BY stream`,
    )
    .all();
}

function takeBackCheckpoint(
  database: Database,
  consumer: string,
  position: GlobalPosition | undefined,
): void {
  if (position === undefined)
    database.prepare('DELETE FROM consumer_checkpoints WHERE consumer = ?').run(consumer);
  else
    database
      .prepare('UPDATE consumer_checkpoints SET position = ? WHERE consumer = ?')
      .run(position, consumer);
}

function takeBackStream(
  database: Database,
  { stream, lastRevision }: ProgressBeyond['streams'][number],
): void {
  const beyond = 'stream = ? AND revision > ?';
  database.prepare(`DELETE FROM parked_messages WHERE ${beyond}`).run(stream, lastRevision);
  if (lastRevision < 0) database.prepare('DELETE FROM consumer_revisions WHERE stream = ?').run(stream);
  else
    database
      .prepare(`UPDATE consumer_revisions SET revision = ? WHERE ${beyond}`)
      .run(lastRevision, stream, lastRevision);
}

function isPlaceOf(store: EventStore, position: GlobalPosition): boolean {
  try {
    store.comparePositions(position, position);
    return true;
  } catch (error) {
    if (error instanceof EventStoreError && error.code === 'InvalidPosition') return false;
    throw error;
  }
}

/** −1: no such stream. */
async function lastRevisionOf(store: EventStore, stream: string): Promise<number> {
  try {
    for await (const { revision } of store.readStream(stream, { direction: 'backwards', max: 1 }))
      return revision;
    return -1;
  } catch (error) {
    if (error instanceof EventStoreError && error.code === 'StreamNotFound') return -1;
    throw error;
  }
}
