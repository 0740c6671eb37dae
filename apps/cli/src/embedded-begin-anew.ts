import { renameAnswers, SqliteSequenceRows } from '@threekeys/auth-sqlite';
import { installationEvents } from '@threekeys/domain';
import type { Actor, InstallationCommand } from '@threekeys/domain';
import {
  Clock,
  CommandHandler,
  installationAggregate,
  StoredRules,
  SystemClock,
} from '@threekeys/event-store';
import type { Anchor } from '@threekeys/event-store-sqlite';
import { recordNotedLoss, renewStoreId, SqliteEventStore } from '@threekeys/event-store-sqlite';
import { renameProgress } from '@threekeys/messaging-sqlite';
import { FieldSealer, KeyRing, plansOf } from '@threekeys/privacy';
import type { KeyStore } from '@threekeys/privacy';
import { SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { openDatabase } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

/** Whoever may read the files of the backup. */
const operator: Actor = { id: 'operator', role: 'service' };

type Restore = Extract<InstallationCommand, { type: 'RecordRestore' }>['data'];

/** A copy of a backup that was checked, not yet in its place. */
export interface Copy {
  readonly directory: string;
  readonly kek: Buffer;
  readonly head: { readonly size: number; readonly root: string };
  /** When its newest event was recorded, and when its witness was written last. */
  readonly newestAt?: string | undefined;
  readonly witnessedAt?: string | undefined;
  /** The newest line of a witness that is newer than the backup. */
  readonly beyond?: Anchor | undefined;
}

/**
 * Makes a copy an installation of its own. What the other one has recorded after the backup is gone, and others know of it:
 * so positions are new (an old one names no other event), the numbers of cases go on far behind those that may have been
 * given, and the log says that it was restored.
 */
export async function beginAnew(copy: Copy): Promise<void> {
  await renamePositions(copy);
  await skipNumbers(copy);
  await recordRestore(copy);
}

async function renamePositions({ directory, kek }: Copy): Promise<void> {
  const renewed = renewStoreId(join(directory, 'log.sqlite'));
  const operations = openDatabase(join(directory, 'ops.sqlite'), 'operations');
  try {
    renameProgress(operations, renewed);
    renameAnswers(operations, renewed);
  } finally {
    operations.close();
  }
  await withKeys({ directory, kek }, async (keys) => {
    const mark = await keys.assignedUpTo();
    if (mark !== undefined) await keys.markAssigned(mark.replace(renewed.from, renewed.to));
  });
}

/** More cases than a community of 100,000 reports between two backups; where a newer witness is given, it says how many. */
const skippedMin = 10_000;
const hourMs = 3_600_000;

/** Numbers are given of the local year: on any place of the earth that is one of two. */
async function skipNumbers({ directory, head, beyond }: Copy): Promise<void> {
  const skipped = Math.max(skippedMin, (beyond?.size ?? 0) - head.size);
  const now = Date.now();
  const years = [now - 12 * hourMs, now + 14 * hourMs].map((time) => new Date(time).getUTCFullYear());
  const operations = openDatabase(join(directory, 'ops.sqlite'), 'operations');
  try {
    const sequences = new SqliteSequenceRows(operations);
    for (const year of new Set(years)) await sequences.reserve(`cases-${year}`, skipped);
  } finally {
    operations.close();
  }
}

/** A loss that was accepted and not recorded yet comes first: it is the first event after what was lost. */
async function recordRestore(copy: Copy): Promise<void> {
  const { directory, kek, newestAt = '', witnessedAt = '' } = copy;
  if (copy.head.size === 0) return;
  const clock = new ClockFrom(newestAt > witnessedAt ? newestAt : witnessedAt);
  const store = await SqliteEventStore.open(directory, { clock });
  try {
    await withKeys({ directory, kek }, async (keys) => {
      const sealer = new FieldSealer(new KeyRing(keys), plansOf(installationEvents));
      const ports = { store, sealer, clock, rules: new StoredRules(store) };
      await recordNotedLoss(directory, ports);
      const commandId = randomUUID();
      const origin = { commandId, correlationId: commandId, by: operator };
      const installation = new CommandHandler(installationAggregate, ports);
      const command = { type: 'RecordRestore', data: restoreOf(copy) } as const;
      await installation.handle('installation-main', command, origin);
    });
  } finally {
    await store.close();
  }
}

const restoreOf = ({ head, witnessedAt, beyond }: Copy): Restore => ({
  ...{ logSize: head.size, logRoot: head.root },
  ...(witnessedAt !== undefined && { witnessedAt }),
  ...(beyond && { beyond }),
});

async function withKeys(
  { directory, kek }: Pick<Copy, 'directory' | 'kek'>,
  work: (keys: KeyStore) => Promise<void>,
): Promise<void> {
  const keys = await SqliteKeyStore.open(join(directory, 'keys.sqlite'), kek);
  try {
    await work(keys);
  } finally {
    await keys.close();
  }
}

/** Of a machine whose clock stands behind the backup: nothing is dated before what the log and its witness hold. */
class ClockFrom extends Clock {
  constructor(private readonly earliest: string) {
    super();
  }

  now(): string {
    const now = new SystemClock().now();
    return now > this.earliest ? now : this.earliest;
  }
}
