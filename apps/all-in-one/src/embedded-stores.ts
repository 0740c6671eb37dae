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
  /** To write down: only where the key-encryption key was made just now. */
  readonly recoverySecret?: string;
  close(): Promise<void>;
}

/** @throws DatabaseRefused where another process works with this home; EventStoreError; KeyEncryptionKeyUnfit */
export async function openEmbeddedStores(path: string, clock: Clock): Promise<EmbeddedStores> {
  const home = openHomeDirectory(path);
  const lock = holdLock(home.lock);
  try {
    return await opened(home, lock, clock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function opened(home: Home, lock: Lock, clock: Clock): Promise<EmbeddedStores> {
  const { kek, created } = loadOrCreateKek(home.kek);
  const store = await SqliteEventStore.open(home.directory, { clock });
  const keys = await SqliteKeyStore.open(home.keys, kek);
  const models = await SqliteReadModels.open(home.views);
  const operations = openDatabase(home.operations, 'operations');
  const accessLog = new SqliteAccessLog(home.directory);
  return {
    home,
    store,
    models,
    keys,
    accessLog,
    operations,
    operatorToken: readOrCreateSecret(home.operatorToken, newOperatorToken),
    ...(created ? { recoverySecret: recoverySecretOf(kek) } : {}),
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
