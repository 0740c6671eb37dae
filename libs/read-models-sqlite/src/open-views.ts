import { openDatabase, sqliteCode } from '@threekeys/sqlite';
import type { Database } from '@threekeys/sqlite';
import { rmSync } from 'node:fs';

const cacheKibibytes = 32 * 1024;
/** A page that is written often goes from the WAL to the file once per so many pages (64 MiB). */
const checkpointPages = 16_384;

/** Opens the file of the views. One that is damaged or no database is made anew: all of it comes from the log. */
export function openViews(file: string): Database {
  try {
    return opened(file);
  } catch (error) {
    const code = sqliteCode(error) ?? '';
    if (!code.startsWith('SQLITE_NOTADB') && !code.startsWith('SQLITE_CORRUPT')) throw error;
    for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true });
    return opened(file);
  }
}

function opened(file: string): Database {
  const database = openDatabase(file, 'views');
  try {
    database.pragma(`cache_size = -${cacheKibibytes}`);
    database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
