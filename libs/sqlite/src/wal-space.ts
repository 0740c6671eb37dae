import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import type { Database } from './database';
import { isDiskFull } from './error-code';

/**
 * Gives the WAL its usual length before the first commit. A commit that makes the file longer has to sync its length
 * too, which took twice as long as one that writes over what is there. Nothing is committed: pages of a transaction
 * that does not fit the cache are written to the WAL, and the transaction is rolled back. Later commits write over them.
 * A full disk leaves the WAL as it is.
 */
export function reserveWalSpace(database: Database, file: string, bytes: number): void {
  const wal = `${file}-wal`;
  if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) >= bytes) return;
  const cacheSize = Number(database.pragma('cache_size', { simple: true }));
  database.pragma('cache_size = 10');
  try {
    database.exec('BEGIN IMMEDIATE; CREATE TABLE filler (bytes BLOB)');
    database.prepare('INSERT INTO filler VALUES (zeroblob(?))').run(bytes);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
    database.pragma(`cache_size = ${cacheSize}`);
  }
  sync(wal);
}

/** SQLite keeps its locks on other files than the WAL, so that opening and closing it drops none. */
function sync(wal: string): void {
  const descriptor = openSync(wal, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
