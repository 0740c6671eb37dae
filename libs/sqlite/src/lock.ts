import Driver from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { DatabaseRefused, sqliteCode } from './database';
import { makePrivateFile } from './private-file';

/** Held until it is released or its process ends, however it ends. */
export interface Lock {
  release(): void;
}

/**
 * Makes this process the only one that works with a home. Node has no flock, so an exclusive transaction on a file of
 * its own is held open; the operating system lets it go when the process dies, so there is nothing to clean up.
 * @throws DatabaseRefused `in-use` where another process holds it
 */
export function holdLock(path: string): Lock {
  try {
    if (!existsSync(path)) makePrivateFile(path);
    return hold(new Driver(path, { fileMustExist: true, timeout: 0 }));
  } catch (error) {
    if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error;
    const message = `${path} is held by another process, which works with the same home. Stop that one (find it with: fuser ${path}), or set THREEKEYS_HOME to another folder.`;
    throw new DatabaseRefused('in-use', message, { cause: error });
  }
}

/** Whether a process holds it. */
export function isHeld(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new Driver(path, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error;
    return true;
  } finally {
    database.close();
  }
}

function hold(database: Driver.Database): Lock {
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    release: () => {
      if (database.open) database.close();
    },
  };
}
