import type { Clock } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { newOperatorToken } from '@threekeys/auth';
import { halfMovedMark } from '@threekeys/engine';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import type { SqliteEventStoreOptions } from '@threekeys/event-store-sqlite';
import { recoverySecretOf } from '@threekeys/privacy';
import { loadOrCreateKek, SqliteAccessLog, SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { assertFinished, holdLock, openDatabase } from '@threekeys/sqlite';
import type { Database, Durability, Lock } from '@threekeys/sqlite';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onDiskOf } from './embedded-disk';
import { openHomeDirectory, readOrCreateSecret } from './home';
import type { Home } from './home';

/** The files of a home, open. */
export interface EmbeddedStores {
  readonly home: Home;
  readonly store: SqliteEventStore;
  readonly models: SqliteReadModels;
  readonly keys: SqliteKeyStore;
  readonly accessLog: SqliteAccessLog;
  readonly operations: Database;
  readonly operatorToken: string;
  close(): Promise<void>;
}

/** How the files are opened, where they are not opened to be served. */
export interface StoresOptions {
  /** Told the recovery secret, to write down, as soon as the key-encryption key is made: what comes may fail. */
  readonly onSecret?: (recoverySecret: string) => void;
  readonly durability?: Durability;
  /** Somebody else writes the log: here it is read. */
  readonly isLogReadOnly?: boolean;
  /** It is being made: whoever else would open it is refused. */
  readonly isBeingMade?: boolean;
}

/** Started, it would go on by itself, and the move never come to its end. */
export class HomeHalfMoved extends Error {
  constructor(directory: string) {
    super(
      `${directory} is filled in part: give the same "threekeys move" again, which goes on where it was.`,
    );
    this.name = 'HomeHalfMoved';
  }
}

/**
 * @throws DatabaseRefused where another process works with this home, or it was not finished; HomeHalfMoved; EventStoreError;
 *   KeyEncryptionKeyUnfit
 */
export async function openEmbeddedStores(
  path: string,
  clock: Clock,
  options: StoresOptions = {},
): Promise<EmbeddedStores> {
  const { onSecret = () => undefined, durability = 'as-the-kind-needs' } = options;
  if (options.isBeingMade !== true) assertFinished(resolve(path));
  const home = wholeHome(path);
  const lock = holdLock(home.lock);
  try {
    const { kek, created } = loadOrCreateKek(home.kek);
    if (created) onSecret(recoverySecretOf(kek));
    const log = { clock, durability, readOnly: options.isLogReadOnly === true };
    return await opened({ home, lock, log, kek, durability });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function wholeHome(path: string): Home {
  const home = openHomeDirectory(path);
  if (existsSync(join(home.directory, halfMovedMark))) throw new HomeHalfMoved(home.directory);
  return home;
}

interface Opening {
  readonly home: Home;
  readonly lock: Lock;
  readonly log: SqliteEventStoreOptions;
  readonly kek: Buffer;
  readonly durability: Durability;
}

/** Consumers would pass over what comes next, and no start gets to its end: nothing is appended, and it is told how to go on. */
async function assertReachesWhatIsKnown(store: SqliteEventStore): Promise<void> {
  const { anchorState: state } = store;
  if (state.status === 'matches' || state.known === undefined) return;
  await store.close();
  const message = `${state.what}. Restore a backup, or accept the loss with: threekeys recover --accept-loss`;
  throw new EventStoreError('StoreUnavailable', message);
}

async function opened({ home, lock, log, kek, durability }: Opening): Promise<EmbeddedStores> {
  const store = await SqliteEventStore.open(home.directory, log);
  await assertReachesWhatIsKnown(store);
  const keys = onDiskOf(store, await SqliteKeyStore.open(home.keys, kek, { durability }));
  const models = await SqliteReadModels.open(home.views);
  const operations = openDatabase(home.operations, 'operations', { durability });
  const accessLog = onDiskOf(store, new SqliteAccessLog(home.directory));
  return {
    home,
    store,
    models,
    keys,
    accessLog,
    operations,
    operatorToken: readOrCreateSecret(home.operatorToken, newOperatorToken),
    close: async () => {
      await models.close();
      await accessLog.close();
      operations.close();
      await keys.close();
      await store.close();
      lock.release();
    },
  };
}
