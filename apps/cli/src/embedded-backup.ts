import { acceptedLossFileName } from '@threekeys/event-store-sqlite';
import { makePrivateFile, openDatabase, syncDirectory } from '@threekeys/sqlite';
import type { Database, DatabaseKind } from '@threekeys/sqlite';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { assertEmpty, assertHome } from './home-folder';
import type { OnProgress } from './home-folder';

const accessFile = /^access-\d{4}-\d{2}\.sqlite$/;
const pagesPerStep = 500;
/** One step may be one file more. */
const unitsPerFile = 100;

interface HomeFile {
  readonly name: string;
  readonly kind: DatabaseKind | 'plain';
}

export interface Copied {
  readonly files: readonly string[];
  /** In the copied log. */
  readonly events: number;
}

/**
 * The files that a backup holds, in the order in which they are copied: what is older than the log is always consistent
 * with it (a checkpoint before the log's head is only read again), and every key is durable before an event uses it.
 * Never the key-encryption key.
 */
function filesOf(home: string): readonly HomeFile[] {
  const access = readdirSync(home).filter((name) => accessFile.test(name));
  const files: readonly HomeFile[] = [
    { name: acceptedLossFileName, kind: 'plain' },
    { name: 'anchor.log', kind: 'plain' },
    { name: 'ops.sqlite', kind: 'operations' },
    { name: 'log.sqlite', kind: 'log' },
    { name: 'keys.sqlite', kind: 'keys' },
    ...access.sort().map((name) => ({ name, kind: 'access' as const })),
  ];
  return files.filter(({ name }) => existsSync(join(home, name)));
}

/**
 * Copies a home, running or stopped, one consistent state per file, into an empty folder. Where it does not get to the
 * end, nothing is left there.
 * @throws CommandFailed where there is no home, or the folder holds something
 */
export async function backupHome(home: string, directory: string, onProgress: OnProgress): Promise<Copied> {
  assertHome(home);
  assertEmpty(directory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    return await copyHome(home, directory, onProgress);
  } catch (error) {
    for (const name of readdirSync(directory)) rmSync(join(directory, name));
    throw error;
  }
}

/** Copies the files of a home, or of a backup. */
export async function copyHome(from: string, to: string, onProgress: OnProgress): Promise<Copied> {
  const files = filesOf(from);
  const all = files.length * unitsPerFile;
  for (const [index, { name, kind }] of files.entries()) {
    const told = (share: number) => onProgress(Math.floor((index + share) * unitsPerFile), all);
    if (kind === 'plain') copyFileSync(join(from, name), join(to, name));
    else await copyDatabase(join(from, name), join(to, name), { kind, told });
    syncFile(join(to, name));
    told(1);
  }
  syncDirectory(to);
  return { files: files.map(({ name }) => name), events: eventsIn(join(to, 'log.sqlite')) };
}

/**
 * The keys have a rollback journal, whose writer waits for every reader, and with it the whole server: they are read in one
 * step into memory, and written where nobody waits. Of the other files a reader keeps nobody waiting.
 */
async function copyDatabase(
  from: string,
  to: string,
  { kind, told }: { kind: DatabaseKind; told: (share: number) => void },
): Promise<void> {
  const database = openDatabase(from, kind, { readOnly: true });
  try {
    makePrivateFile(to);
    if (kind === 'keys') {
      writeFileSync(to, database.serialize());
      return;
    }
    holdSnapshot(database);
    await database.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        told(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
        return pagesPerStep;
      },
    });
  } finally {
    database.close();
  }
}

/** Of what others write meanwhile the copy sees nothing: SQLite would begin it anew at every commit (sqlite.org/backup.html). */
function holdSnapshot(database: Database): void {
  database.exec('BEGIN');
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function eventsIn(log: string): number {
  const database = openDatabase(log, 'log');
  try {
    return database.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0;
  } finally {
    database.close();
  }
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
