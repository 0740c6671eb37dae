import { forgetNothingNew } from '@threekeys/auth-sqlite';
import { installationEvents } from '@threekeys/domain';
import type { Actor } from '@threekeys/domain';
import type { Clock, EventStore } from '@threekeys/event-store';
import { isBehind, StoredRules, SystemClock } from '@threekeys/event-store';
import {
  clockReached,
  noteAcceptedLoss,
  notedLoss,
  recordNotedLoss,
  SqliteEventStore,
} from '@threekeys/event-store-sqlite';
import type { AnchorState, Loss } from '@threekeys/event-store-sqlite';
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
import { CommandFailed, exitCodes } from './exit';
import { takeBackKeyMark } from './key-mark';

/** Whoever may read the files of the home. */
const operator: Actor = { id: 'operator', role: 'service' };

export interface Recovered {
  /** False: log and witness agree, there was nothing to accept. */
  readonly accepted: boolean;
  readonly events: number;
  /** What the witness had seen; the log held fewer, or others. */
  readonly loss?: Loss;
}

interface RecoveryPorts {
  readonly store: SqliteEventStore;
  readonly keys: KeyStore;
  readonly clock: Clock;
}

/** In their order. Whatever ends the process after any of them, the next `recover` or start goes on from there. */
export type RecoveryStep = 'noted' | 'taken-back' | 'accepted' | 'recorded';

/** Told of each step once it is durable. */
export type OnStep = (step: RecoveryStep) => void;

/**
 * Goes on with a log that has lost its tail, and records that somebody has decided so. First the decision is written down
 * beside the log; then everything that remembers more than the log is taken back to its end; then the log is taken as it
 * is, and the decision recorded in it.
 * @throws DatabaseRefused where the server runs; CommandFailed by a clock that stands behind what is left; EventStoreError;
 *   KeyEncryptionKeyUnfit
 */
export function recoverHome(
  home: string,
  onStep: OnStep = () => undefined,
  clock: Clock = new SystemClock(),
): Promise<Recovered> {
  return withStoppedHome(home, async () => {
    const store = await SqliteEventStore.open(home, { clock });
    const keys = await openKeys(home);
    try {
      await assertClockFits(home, store, clock);
      if (store.anchorState.status === 'mismatch') await acceptLoss(home, { store, keys }, onStep);
      const loss = await recordNotedLoss(home, portsOf({ store, keys, clock }));
      onStep('recorded');
      const { size: events } = await store.head();
      return { accepted: loss !== undefined, events, ...(loss && { loss }) };
    } finally {
      await keys.close();
      await store.close();
    }
  });
}

async function acceptLoss(
  home: string,
  { store, keys }: { readonly store: SqliteEventStore; readonly keys: KeyStore },
  onStep: OnStep,
): Promise<void> {
  const loss = lossOf(store.anchorState, (await store.head()).size);
  const commandId = notedLoss(home)?.commandId ?? randomUUID();
  noteAcceptedLoss(home, { commandId, by: operator, loss });
  onStep('noted');
  await takeBack(home, store);
  await takeBackKeyMark(keys, store);
  onStep('taken-back');
  await store.acceptLoss();
  onStep('accepted');
}

/** Of what another file of the home knows, nobody has kept the root. */
function lossOf(state: AnchorState, logSize: number): Loss {
  const { size, root } = state.anchor ?? { size: 0, root: noHash };
  const known = state.status === 'mismatch' ? (state.known ?? 0) : 0;
  if (known > size) return { anchorSize: known, anchorRoot: noHash, logSize };
  return { anchorSize: size, anchorRoot: root, logSize };
}

/** Consumers to the end of the log; views are made from the log at the next start. */
async function takeBack(home: string, store: EventStore): Promise<void> {
  const operations = openDatabase(join(home, 'ops.sqlite'), 'operations');
  try {
    await takeBackProgress(operations, store);
    forgetNothingNew(operations);
  } finally {
    operations.close();
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(home, `views.sqlite${suffix}`), { force: true });
}

/** The decision would be dated before what it decides about, and so would whatever comes next. */
async function assertClockFits(home: string, store: SqliteEventStore, clock: Clock): Promise<void> {
  const reached = await clockReached(store, home);
  const now = clock.now();
  if (reached === undefined || !isBehind(now, reached.newest)) return;
  throw new CommandFailed(
    exitCodes.unavailable,
    `The clock of this machine says ${now}, and the log with its witness has come to ${reached.newest}: set the clock right and run it again.`,
  );
}

function portsOf({ store, keys, clock }: RecoveryPorts) {
  return {
    store,
    sealer: new FieldSealer(new KeyRing(keys), plansOf(installationEvents)),
    clock,
    rules: new StoredRules(store),
  };
}
