import { installationEvents } from '@threekeys/domain';
import type { Actor, InstallationCommand } from '@threekeys/domain';
import type { EventStore } from '@threekeys/event-store';
import { CommandHandler, installationAggregate, StoredRules, SystemClock } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { noHash } from '@threekeys/integrity';
import { takeBackProgress } from '@threekeys/messaging-sqlite';
import { FieldSealer, KeyRing, plansOf } from '@threekeys/privacy';
import type { KeyStore } from '@threekeys/privacy';
import { openDatabase } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { withStoppedHome } from './embedded-home';
import { openKeys } from './embedded-keys';
import { takeBackKeyMark } from './key-mark';

type Loss = Extract<InstallationCommand, { type: 'AcceptLoss' }>['data'];

/** Whoever may read the files of the home. */
const operator: Actor = { id: 'operator', role: 'service' };

export interface Recovered {
  /** False: log and witness agree, there was nothing to accept. */
  readonly accepted: boolean;
  readonly events: number;
  /** What the witness had seen; the log held fewer, or others. */
  readonly loss?: Loss;
}

/**
 * Goes on with a log that has lost its tail, and records that somebody has decided so. First everything that remembers
 * more than the log is taken back to its end; then the log is taken as it is.
 * @throws DatabaseRefused where the server runs; EventStoreError; KeyEncryptionKeyUnfit
 */
export function recoverHome(home: string): Promise<Recovered> {
  return withStoppedHome(home, async () => {
    const store = await SqliteEventStore.open(home);
    const keys = await openKeys(home);
    try {
      return await acceptLoss(home, store, keys);
    } finally {
      await keys.close();
      await store.close();
    }
  });
}

async function acceptLoss(home: string, store: SqliteEventStore, keys: KeyStore): Promise<Recovered> {
  const { anchorState } = store;
  const { size } = await store.head();
  if (anchorState.status === 'matches') return { accepted: false, events: size };
  const { anchor } = anchorState;
  const loss = { anchorSize: anchor?.size ?? 0, anchorRoot: anchor?.root ?? noHash, logSize: size };
  await takeBack(home, store);
  await store.acceptLoss();
  await record(store, keys, loss);
  await takeBackKeyMark(keys, store);
  return { accepted: true, events: (await store.head()).size, loss };
}

/** Consumers to the end of the log; views are made from the log at the next start. */
async function takeBack(home: string, store: EventStore): Promise<void> {
  const operations = openDatabase(join(home, 'ops.sqlite'), 'operations');
  try {
    await takeBackProgress(operations, store);
  } finally {
    operations.close();
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(home, `views.sqlite${suffix}`), { force: true });
}

async function record(store: EventStore, keys: KeyStore, loss: Loss): Promise<void> {
  const handler = new CommandHandler(installationAggregate, {
    store,
    sealer: new FieldSealer(new KeyRing(keys), plansOf(installationEvents)),
    clock: new SystemClock(),
    rules: new StoredRules(store),
  });
  const commandId = randomUUID();
  const origin = { commandId, correlationId: commandId, by: operator };
  await handler.handle('installation-main', { type: 'AcceptLoss', data: loss }, origin);
}
