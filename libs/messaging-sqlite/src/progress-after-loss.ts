import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { findBeyond } from '@threekeys/messaging';
import type { ProgressBeyond } from '@threekeys/messaging';
import type { Database } from '@threekeys/sqlite';
import { SqliteConsumerState } from './sqlite-consumer-state';

/** Compares what consumers have written down with a log that may have lost its tail. Creates missing tables where it may, else changes nothing. */
export async function progressBeyond(database: Database, store: EventStore): Promise<ProgressBeyond> {
  if (!database.readonly) SqliteConsumerState.open(database);
  else if (!hasProgress(database)) return { consumers: [], streams: [] };
  const checkpoints = database
    .prepare<[], { consumer: string; position: string }>('SELECT * FROM consumer_checkpoints')
    .all();
  return findBeyond({ checkpoints, furthest: furthestRevisions(database) }, store);
}

/**
 * Takes every consumer back to the end of the log. New events will be given the places of lost ones: a consumer that
 * believed to have handled those would pass over these.
 */
export async function takeBackProgress(database: Database, store: EventStore): Promise<ProgressBeyond> {
  const progress = await progressBeyond(database, store);
  const position = await store.end();
  database
    .transaction(() => {
      for (const consumer of progress.consumers) takeBackCheckpoint(database, consumer, position);
      for (const end of progress.streams) takeBackStream(database, end);
    })
    .immediate();
  return progress;
}

/** Somebody has handled something. */
function hasProgress(database: Database): boolean {
  const made = "SELECT 1 FROM sqlite_schema WHERE name = 'consumer_revisions'";
  return database.prepare(made).get() !== undefined;
}

function furthestRevisions(database: Database): Iterable<{ stream: string; revision: number }> {
  return database
    .prepare<[], { stream: string; revision: number }>(
      `SELECT stream, max(revision) AS revision FROM (
         SELECT stream, revision FROM consumer_revisions UNION ALL SELECT stream, revision FROM parked_messages
       ) GROUP BY stream`,
    )
    .iterate();
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
  const isBeyond = 'stream = ? AND revision > ?';
  database.prepare(`DELETE FROM parked_messages WHERE ${isBeyond}`).run(stream, lastRevision);
  if (lastRevision < 0) database.prepare('DELETE FROM consumer_revisions WHERE stream = ?').run(stream);
  else
    database
      .prepare(`UPDATE consumer_revisions SET revision = ? WHERE ${isBeyond}`)
      .run(lastRevision, stream, lastRevision);
}
