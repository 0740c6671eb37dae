import type { Database, OpenOptions } from '@threekeys/sqlite';
import { openDatabase } from '@threekeys/sqlite';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { newestAnchor } from './anchor-log';
import type { LogFiles } from './files';
import type { AnchorState } from './head-witness';
import { anchorStateOf } from './head-witness';
import { knownBeyond } from './known-places';
import { messageOf } from './sqlite-errors';
import { assertSchema, prepareSchema, storedFrontier, storeIdOf } from './schema';

export interface OpenLogOptions {
  readonly readOnly?: boolean;
  readonly durability?: OpenOptions['durability'];
}

/** A log as it was found: with tables, compared with its witness. */
export interface OpenLog {
  readonly files: LogFiles;
  readonly database: Database;
  readonly storeId: string;
  readonly anchorState: AnchorState;
  /** Set where the files cannot, or are not to, be written. */
  readonly readOnlyBecause: string | undefined;
}

/** @throws DatabaseRefused, EventStoreError, the driver's or the system's error */
export function openLog(files: LogFiles, options: OpenLogOptions): OpenLog {
  const readOnlyBecause = options.readOnly ? 'it was opened for reading' : whyNotWritable(files);
  if (readOnlyBecause === undefined) mkdirSync(files.directory, { recursive: true, mode: 0o700 });
  const newest = newestAnchor(files.anchor);
  const { durability } = options;
  const database = openDatabase(files.log, 'log', {
    readOnly: readOnlyBecause !== undefined,
    ...(durability && { durability }),
  });
  try {
    if (readOnlyBecause === undefined) prepareSchema(database);
    assertSchema(database);
    const storeId = storeIdOf(database);
    const isServed = readOnlyBecause === undefined && durability !== 'synced-when-whole';
    const beyond = isServed
      ? knownBeyond(files.directory, storeId, storedFrontier(database).size)
      : undefined;
    const anchorState = anchorStateOf(database, newest, beyond);
    return { files, database, storeId, anchorState, readOnlyBecause };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** @throws the system's error where there is no log and none can be made */
function whyNotWritable({ log, directory }: LogFiles): string | undefined {
  if (!existsSync(log)) {
    accessSync(existingFolder(directory), constants.W_OK);
    return undefined;
  }
  try {
    accessSync(directory, constants.W_OK);
    accessSync(log, constants.W_OK);
    return undefined;
  } catch (error) {
    return `its files cannot be written: ${messageOf(error)}`;
  }
}

function existingFolder(directory: string): string {
  return existsSync(directory) ? directory : existingFolder(dirname(directory));
}
