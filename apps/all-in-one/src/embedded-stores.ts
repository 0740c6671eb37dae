import type { Clock } from '@threekeys/event-store';
import { newOperatorToken } from '@threekeys/auth';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import {
  loadOrCreateKek,
  recoverySecretOf,
  SqliteAccessLog,
  SqliteKeyStore,
} from '@threekeys/privacy-sqlite';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { holdLock, openDatabase } from '@threekeys/sqlite';
import type { Database, Lock } from '@threekeys/sqlite';
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

/**
 * @param onSecret told the recovery secret, to write down, as soon as the key-encryption key is made: what comes may fail
 * @throws DatabaseRefused where another process works with this home; EventStoreError; KeyEncryptionKeyUnfit
 */
export async function openEmbeddedStores(
  path: string,
  clock: Clock,
  onSecret: (recoverySecret: string) => void = () => undefined,
): Promise<EmbeddedStores> {
  const home = openHomeDirectory(path);
  const lock = holdLock(home.lock);
  try {
    const { kek, created } = loadOrCreateKek(home.kek);
    if (created) onSecret(recoverySecretOf(kek));
    return await opened({ home, lock, clock, kek });
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Opening {
  readonly home: Home;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly kek: Buffer;
}

async function opened({ home, lock, clock, kek }: Opening): Promise<EmbeddedStores> {
  const store = await SqliteEventStore.open(home.directory, { clock });
  const keys = onDiskOf(store, await SqliteKeyStore.open(home.keys, kek));
  const models = await SqliteReadModels.open(home.views);
  const operations = openDatabase(home.operations, 'operations');
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
