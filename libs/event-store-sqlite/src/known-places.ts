import { EventStoreError } from '@threekeys/event-store';
import type { DatabaseKind } from '@threekeys/sqlite';
import { openDatabase, sqliteCode } from '@threekeys/sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A place of a log that another file of its home has written down. */
interface KnownPlace {
  readonly file: string;
  readonly storeId: string;
  readonly number: number;
}

/** The log had come further than it holds. */
export interface KnownBeyond {
  readonly number: number;
  readonly what: string;
}

/**
 * How far a log had come by what lies beside it: up to where consumers have handled it, and the owners of keys are written
 * down. Both are committed after the events, never before. Read by their names, as nothing of the home is open yet.
 * @returns the furthest place that the log does not hold; undefined where it holds all
 * @throws EventStoreError `StoreUnavailable` where they are places of another log
 */
export function knownBeyond(directory: string, storeId: string, size: number): KnownBeyond | undefined {
  const places = [
    ...placesIn(directory, 'ops.sqlite', 'operations', 'SELECT position FROM consumer_checkpoints'),
    ...placesIn(directory, 'keys.sqlite', 'keys', "SELECT value FROM meta WHERE name = 'assigned'"),
  ];
  const other = places.find((place) => place.storeId !== storeId);
  if (other !== undefined) {
    const message = `${other.file} belongs to another log than log.sqlite: restore a backup`;
    throw new EventStoreError('StoreUnavailable', message);
  }
  const [furthest] = places.toSorted((a, b) => b.number - a.number);
  if (furthest === undefined || furthest.number <= size) return undefined;
  const { number, file } = furthest;
  return { number, what: `the log holds ${size} events, ${file} knows of ${number}` };
}

/** None where the file, or the table, is not made yet, or cannot be read: whoever opens it says so. */
function placesIn(directory: string, file: string, kind: DatabaseKind, sql: string): readonly KnownPlace[] {
  if (!existsSync(join(directory, file))) return [];
  try {
    const database = openDatabase(join(directory, file), kind, { create: false });
    try {
      return database
        .prepare<[], string>(sql)
        .pluck()
        .all()
        .map((position) => ({ file, storeId: position.slice(0, -17), number: Number(position.slice(-16)) }));
    } finally {
      database.close();
    }
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    return [];
  }
}
