import { chmodSync, closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

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
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
