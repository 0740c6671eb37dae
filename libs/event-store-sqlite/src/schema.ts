import { EventStoreError } from '@threekeys/event-store';
import type { FrontierState } from '@threekeys/integrity';
import { Frontier } from '@threekeys/integrity';
import type { Database } from '@threekeys/sqlite';
import { schemaDifferences, schemaMadeBy } from '@threekeys/sqlite';
import type { SchemaPart } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { logFileName } from './files';

const schemaVersion = '1';

/**
 * `position` counts from 1 without gaps, so it is also the size of the Merkle tree that ends with that leaf.
 * `frontier` is its right edge now; `milestones` are earlier ones, so that a root of the past costs a short walk.
 */
const schema = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    leaf_hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    category TEXT GENERATED ALWAYS AS (substr(stream, 1, instr(stream, '-') - 1)) VIRTUAL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
  CREATE TABLE frontier (only INTEGER PRIMARY KEY CHECK (only = 1), size INTEGER NOT NULL, peaks TEXT NOT NULL) STRICT;
  CREATE TABLE milestones (size INTEGER PRIMARY KEY, peaks TEXT NOT NULL) STRICT;
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO frontier VALUES (1, 0, '[]');
`;

/** Makes the tables of a new log. */
export function prepareSchema(database: Database): void {
  if (!isPrepared(database)) create(database);
}

/** @throws EventStoreError `StoreUnavailable` for a log of another version, or one whose tables somebody has altered */
export function assertSchema(database: Database): void {
  const version = versionProblem(database);
  if (version !== undefined) throw unavailable(version);
  const problems = schemaProblemsOf(database);
  if (problems.length > 0) throw unavailable(`${problems.join('; ')}: restore a backup`);
}

const unavailable = (message: string) => new EventStoreError('StoreUnavailable', message);

/** What a log says of its format and its id, where that cannot be. */
export function metaProblems(database: Database): readonly string[] {
  const [version, storeId] = [versionProblem(database), metaOf(database, 'storeId')];
  return [
    ...(version === undefined ? [] : [version]),
    ...(storeId === undefined ? ['log.sqlite has no store id'] : []),
    ...(storeId !== undefined && !/^[0-9a-f]{32}$/.test(storeId)
      ? ['the store id of log.sqlite is none']
      : []),
  ];
}

function versionProblem(database: Database): string | undefined {
  const version = metaOf(database, 'schemaVersion');
  if (version === schemaVersion) return undefined;
  return `log.sqlite has format ${version ?? 'unknown'}, this program knows ${schemaVersion}: use the version of Threekeys that wrote it, or a later one`;
}

/** What of the tables of a log is not as {@link prepareSchema} makes it. */
export function schemaProblemsOf(database: Database): readonly string[] {
  return schemaDifferences(database, logFileName, (made ??= schemaMadeBy(schema)));
}

let made: readonly SchemaPart[] | undefined;

export function metaOf(database: Database, name: string): string | undefined {
  return database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name);
}

export function setMeta(database: Database, name: string, value: string): void {
  database
    .prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
    .run(name, value);
}

export function storeIdOf(database: Database): string {
  const storeId = metaOf(database, 'storeId');
  if (storeId === undefined) throw new EventStoreError('StoreUnavailable', 'log.sqlite has no store id');
  return storeId;
}

export function storedFrontier(database: Database): FrontierState {
  const row = database.prepare<[], FrontierRow>('SELECT size, peaks FROM frontier').get();
  if (row === undefined) throw new EventStoreError('StoreUnavailable', 'log.sqlite has no frontier');
  return frontierOf(row);
}

export function storedHead(database: Database): { size: number; root: string } {
  const frontier = Frontier.from(storedFrontier(database));
  return { size: frontier.size, root: frontier.root() };
}

/** The latest stored frontier that is not larger than a size; the empty one where there is none. */
export function milestoneBefore(database: Database, size: number): FrontierState {
  const sql = 'SELECT size, peaks FROM milestones WHERE size BETWEEN 1 AND ? ORDER BY size DESC LIMIT 1';
  const row = database.prepare<[number], FrontierRow>(sql).get(size);
  return row ? frontierOf(row) : { size: 0, peaks: [] };
}

/** Peaks of the earlier frontiers by their size, as they are stored. */
export function storedMilestones(database: Database): ReadonlyMap<number, string> {
  const rows = database.prepare<[], [number, string]>('SELECT size, peaks FROM milestones').raw().all();
  return new Map(rows);
}

/**
 * Makes the frontier and its milestones anew from the leaf hashes, after a loss that somebody has accepted.
 * @throws EventStoreError `StoreUnavailable` where events are missing in between: only a backup helps then
 */
export function rebuildFrontier(database: Database): void {
  const frontier = new Frontier();
  const hashes = database
    .prepare<[], string>('SELECT leaf_hash FROM events WHERE position > 0 ORDER BY position')
    .pluck();
  for (const leafHash of hashes.iterate()) frontier.append(leafHash);
  const { size, peaks } = frontier.toJSON();
  const last = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0;
  if (last !== size) {
    const message = `events are missing before the last one (${size} of ${last} are there): restore a backup`;
    throw new EventStoreError('StoreUnavailable', message);
  }
  database
    .transaction(() => {
      database.exec('DELETE FROM milestones');
      database.prepare('UPDATE frontier SET size = ?, peaks = ?').run(size, JSON.stringify(peaks));
    })
    .immediate();
}

interface FrontierRow {
  readonly size: number;
  readonly peaks: string;
}

function frontierOf({ size, peaks }: FrontierRow): FrontierState {
  try {
    return Frontier.from({ size, peaks: JSON.parse(peaks) as string[] }).toJSON();
  } catch (cause) {
    const message = 'the frontier of log.sqlite is damaged: restore a backup';
    throw new EventStoreError('StoreUnavailable', message, {}, { cause });
  }
}

function isPrepared(database: Database): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'").get() !== undefined
  );
}

function create(database: Database): void {
  database
    .transaction(() => {
      database.exec(schema);
      setMeta(database, 'schemaVersion', schemaVersion);
      setMeta(database, 'storeId', randomUUID().replaceAll('-', ''));
    })
    .immediate();
}
