import type { Database } from '@threekeys/sqlite';
import { makePrivateFile, syncDirectory } from '@threekeys/sqlite';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogFiles } from './files';
import { anchorFileName, logFileName } from './files';

export function copyAnchor({ anchor }: LogFiles, directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (existsSync(anchor)) copyFileSync(anchor, join(directory, anchorFileName));
}

/** By SQLite's backup API: one consistent state, whatever is written meanwhile. */
export async function copyLog(database: Database, directory: string): Promise<void> {
  const copy = join(directory, logFileName);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(copy)) makePrivateFile(copy);
  await database.backup(copy);
  syncDirectory(directory);
}
