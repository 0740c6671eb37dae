import { SqliteAccountRows, SqliteTokenRows } from '@threekeys/auth-sqlite';
import type { Movable } from '@threekeys/engine';
import { halfMovedMark } from '@threekeys/engine';
import { SystemClock } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { SqliteConsumerState } from '@threekeys/messaging-sqlite';
import { recoverySecretOf } from '@threekeys/privacy';
import { loadOrCreateKek, SqliteAccessLog, SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { holdLock, openDatabase } from '@threekeys/sqlite';
import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertProved } from './embedded-proved';
import { assertHome } from './home-folder';
import type { Proving } from './proved';

export interface OpenSide {
  readonly installation: Movable;
  /** Of what is filled: from now on it is so in part, and does not start. */
  begin(): Promise<void>;
  /** It is whole. */
  complete(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A home as what is moved, proved before anything else.
 * @throws CommandFailed where there is none, or its history is broken; DatabaseRefused where the server runs
 */
export function openHomeToMove(home: string, proving: Proving): Promise<OpenSide> {
  assertHome(home);
  return opened(home, { prove: () => assertProved(home, proving) });
}

/**
 * A home as where it is moved to; made where there is none.
 * @param onSecret told the recovery secret of the key-encryption key, where that is made now
 */
export function openHomeToFill(home: string, onSecret: (secret: string) => void): Promise<OpenSide> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return opened(home, { onSecret });
}

interface Opening {
  readonly prove?: () => Promise<void>;
  readonly onSecret?: (secret: string) => void;
}

async function opened(home: string, { prove, onSecret }: Opening): Promise<OpenSide> {
  const mark = join(home, halfMovedMark);
  const lock = holdLock(join(home, 'lock.sqlite'));
  try {
    await prove?.();
    const { kek, created } = loadOrCreateKek(join(home, 'kek'));
    if (created) onSecret?.(recoverySecretOf(kek));
    const store = await SqliteEventStore.open(home, { clock: new SystemClock() });
    const keys = await SqliteKeyStore.open(join(home, 'keys.sqlite'), kek);
    const operations = openDatabase(join(home, 'ops.sqlite'), 'operations');
    const accessLog = new SqliteAccessLog(home);
    return {
      installation: {
        ...{ store, keys, accessLog },
        consumers: SqliteConsumerState.open(operations),
        accounts: new SqliteAccountRows(operations),
        tokens: new SqliteTokenRows(operations),
      },
      begin: () => writeFile(mark, '', { mode: 0o600 }),
      complete: () => rm(mark, { force: true }),
      close: async () => {
        await accessLog.close();
        operations.close();
        await keys.close();
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
