import { openDatabase, sqliteCode } from '@threekeys/sqlite';
import type { Database } from '@threekeys/sqlite';
import { rmSync } from 'node:fs';

/**
 * Small, because a change of one row writes a page of every index that it moves in; and rows of two kilobytes fill pages of
 * four only by half.
 */
const pageBytes = 2048;
const cacheKibibytes = 32 * 1024;
/** A page that is written often goes from the WAL to the file once per so many pages (64 MiB). */
const checkpointPages = (64 * 1024 * 1024) / pageBytes;

/**
 * Opens the file of the views. One that is damaged or no database is made anew, unless it is only read: all of it comes from
 * the log.
 */
export function openViews(file: string, readOnly = false): Database {
  if (readOnly) return openDatabase(file, 'views', { readOnly });
  try {
    return opened(file);
  } catch (error) {
    const code = sqliteCode(error) ?? '';
    if (!code.startsWith('SQLITE_NOTADB') && !code.startsWith('SQLITE_CORRUPT')) throw error;
    for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true });
    return opened(file);
  }
}

/** What SQLite finds wrong with the file itself: damaged pages, an index that hides rows. Undefined: nothing. */
export function damageOf(file: string): string | undefined {
  try {
    const database = openDatabase(file, 'views', { readOnly: true });
    try {
      const found = database.prepare<[], string>('PRAGMA integrity_check(5)').pluck().all();
      return found.join() === 'ok' ? undefined : found.join('; ');
    } finally {
      database.close();
    }
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    return (error as Error).message;
  }
}

function opened(file: string): Database {
  const database = openDatabase(file, 'views');
  try {
    if (isEmpty(database)) setPageSize(database);
    database.pragma(`cache_size = -${cacheKibibytes}`);
    database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isEmpty(database: Database): boolean {
  return database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

/** Only an empty file takes another one, and none in WAL mode. */
function setPageSize(database: Database): void {
  database.pragma('journal_mode = DELETE');
  database.pragma(`page_size = ${pageBytes}`);
  database.exec('VACUUM');
  database.pragma('journal_mode = WAL');
}
