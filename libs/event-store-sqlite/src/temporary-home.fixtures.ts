import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqliteEventStoreOptions } from './options';
import { SqliteEventStore } from './sqlite-event-store';

/** A folder of its own for one test, removed with what is in it. */
export function temporaryHome(): { path: string; file(name: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'threekeys-log-'));
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** As in earnest, without the reserved space, and a failing disk is an error of the test. */
export function openStore(path: string, options: SqliteEventStoreOptions = {}): Promise<SqliteEventStore> {
  const onFatal = (error: Error) => {
    throw error;
  };
  return SqliteEventStore.open(path, { ballastBytes: 0, walBytes: 0, onFatal, ...options });
}
