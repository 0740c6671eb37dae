import Driver from 'better-sqlite3';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { keepPrivate, makePrivateFile } from './private-file';
import type { DatabaseKind, Setting } from './settings';
import { madeAsWhole, oldestSqlite, settingsOf } from './settings';

export type Database = Driver.Database;
export type Statement<Parameters extends unknown[] = unknown[], Row = unknown> = Driver.Statement<
  Parameters,
  Row
>;

export interface OpenOptions {
  /** Never writes; an existing file is required. */
  readonly readOnly?: boolean;
  /** Default true: a missing file is made (0600, its directory entry synced). False: a missing file is an error. */
  readonly create?: boolean;
  readonly durability?: Durability;
}

/**
 * - `driver-default`, for the power-cut test only: leaves `synchronous` as the driver has it, which loses acknowledged commits.
 * - `synced-when-whole`: no commit is synced. For files that are made as a whole and that nobody trusts before {@link syncFolder}.
 */
export type Durability = 'as-the-kind-needs' | 'driver-default' | 'synced-when-whole';

export type DatabaseRefusal =
  'missing' | 'sqlite-too-old' | 'setting-not-taken' | 'in-use' | 'read-only-place' | 'unfinished';

const inMemoryBytesMax = 1024 * 1024 * 1024;

/** The file is not opened, or not with the durability it needs. */
export class DatabaseRefused extends Error {
  constructor(
    readonly code: DatabaseRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseRefused';
  }
}

/**
 * Opens a file with every setting of its kind set and read back, because the driver's own default for an existing WAL
 * file (`synchronous=NORMAL`) loses acknowledged commits in a power cut.
 * @throws DatabaseRefused; the driver's error where the file is not a database, or the disk refuses (see {@link sqliteCode})
 */
export function openDatabase(path: string, kind: DatabaseKind, options: OpenOptions = {}): Database {
  const file = resolve(path);
  if (!existsSync(file)) make(file, options);
  const database = options.readOnly ? openReadOnly(file) : new Driver(file, { fileMustExist: true });
  try {
    refuseOldSqlite(database);
    for (const setting of settingsFor(database, kind, options)) applySetting(database, setting, file);
    if (!options.readOnly) for (const suffix of ['', '-wal', '-shm']) keepPrivate(file + suffix);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** An empty database that is never written anywhere. */
export function openScratch(): Database {
  return new Driver(':memory:');
}

/**
 * `SQLITE_FULL`, `SQLITE_IOERR_FSYNC`, …: the extended code of a driver's error, `undefined` for anything else.
 * Known by its shape, because the driver's class exists once for each realm that loads it, its errors for the first only.
 */
export function sqliteCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('name' in error) || !('code' in error))
    return undefined;
  return error.name === 'SqliteError' && typeof error.code === 'string' ? error.code : undefined;
}

function make(file: string, { create = true, readOnly = false }: OpenOptions): void {
  if (!create || readOnly) throw new DatabaseRefused('missing', `${file} does not exist`);
  makePrivateFile(file);
}

/**
 * On a read-only file system SQLite cannot make the shared memory that it reads a WAL database with. Nobody can write
 * there either, so that the file, whole without a WAL, is read into memory as what it is.
 */
function openReadOnly(file: string): Database {
  const database = new Driver(file, { readonly: true, fileMustExist: true });
  try {
    database.pragma('schema_version');
    return database;
  } catch (error) {
    database.close();
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test(sqliteCode(error) ?? '') || hasWal(file)) throw error;
    return openInMemory(file);
  }
}

function openInMemory(file: string): Database {
  const { size } = statSync(file);
  if (size > inMemoryBytesMax) {
    const message = `${file} lies where nothing can be written and is too large to be read into memory (${size} bytes): copy its folder to another disk`;
    throw new DatabaseRefused('read-only-place', message);
  }
  const bytes = readFileSync(file);
  // Format versions 2 mean WAL, 1 a rollback journal (SQLite file format 1.3.3); in memory there is no WAL.
  bytes.fill(1, 18, 20);
  return new Driver(bytes, { readonly: true });
}

function hasWal(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** What concerns writing says nothing of a reader, and what concerns a file nothing of memory. */
function settingsFor(database: Database, kind: DatabaseKind, options: OpenOptions): readonly Setting[] {
  const left = new Set<string>();
  if (options.readOnly) for (const pragma of ['journal_mode', 'secure_delete']) left.add(pragma);
  if (options.durability === 'driver-default') left.add('synchronous');
  if (database.memory) left.add('mmap_size');
  const settings = settingsOf[kind].filter(({ pragma }) => !left.has(pragma));
  return options.durability === 'synced-when-whole' ? [...settings, ...madeAsWhole(kind)] : settings;
}

/** @throws DatabaseRefused where SQLite keeps another value than the one set */
export function applySetting(database: Database, { pragma, value, readBack }: Setting, file: string): void {
  database.pragma(`${pragma} = ${value}`);
  const actual = database.pragma(pragma, { simple: true });
  if (actual === readBack) return;
  const message = `${file}: ${pragma} = ${value} did not take, it is ${String(actual)}; the file system may not support it`;
  throw new DatabaseRefused('setting-not-taken', message);
}

function refuseOldSqlite(database: Database): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (isOlder(version, oldestSqlite))
    throw new DatabaseRefused('sqlite-too-old', `SQLite ${version} is older than ${oldestSqlite}`);
}

/** Compares dotted numbers. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const at = right.findIndex((part, index) => part !== (left[index] ?? 0));
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? 0);
}
