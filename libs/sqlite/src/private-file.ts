import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes an empty file that only its owner may read, and syncs its directory entry.
 * Never opens a file that exists: closing it would drop the locks that SQLite holds on it in this process (POSIX).
 */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
  syncDirectory(dirname(file));
}

export function keepPrivate(file: string): void {
  if (existsSync(file)) chmodSync(file, 0o600);
}

/** Makes the names in a directory durable: a synced file whose name is lost is lost. */
export function syncDirectory(directory: string): void {
  sync(directory);
}

/** Makes every file in a folder durable, and its names. Nothing in it may be open: see {@link makePrivateFile}. */
export function syncFolder(directory: string): void {
  for (const name of readdirSync(directory)) sync(join(directory, name));
  sync(directory);
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
