import { isAltered } from '@threekeys/event-store';
import { SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import type { Anchor } from '@threekeys/event-store-sqlite';
import { kekFrom, kekFromRecoverySecret } from '@threekeys/privacy';
import { SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { makePrivateFile, syncDirectory } from '@threekeys/sqlite';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { copyHome } from './embedded-backup';
import { verifyAccess, verifyAccessAgainstLog } from './embedded-access';
import { unfitKeys } from './embedded-key-proof';
import { progressProblems } from './embedded-known-places';
import { takeBackKeyMark } from './key-mark';
import { CommandFailed, exitCodes } from './exit';
import { assertEmpty, assertHome } from './home-folder';
import type { OnProgress } from './home-folder';
import { accessProblems } from './home-problems';
import { witnessedBeyond } from './embedded-newer-witness';
import { beginAnew } from './embedded-begin-anew';

export interface RestoreRequest {
  readonly backup: string;
  readonly home: string;
  /** File of the key-encryption key, or the recovery secret itself. */
  readonly kek: string;
  /** The anchor.log of the installation that was backed up, newer than the backup: it says what is missing. */
  readonly anchor?: string | undefined;
}

export interface Restored {
  readonly streams: number;
  readonly events: number;
  /** Of the backup. */
  readonly head: string;
  /** What was witnessed after the backup and is missing, where a newer witness says so. */
  readonly missing?: number;
}

/** While it exists, what lies in the home is an unfinished restore. */
const stagingName = '.being-restored';

/**
 * Puts a backup into an empty home: copied beside, checked there, made an installation of its own ({@link beginAnew}), then
 * put in place, the log last. Where a check fails, of the log, of the keys against it or of who opened what, nothing is left. Views are built at the next start, and a new operator
 * token is made.
 * @throws CommandFailed where the backup does not hold together; KeyEncryptionKeyUnfit; DatabaseRefused
 */
export async function restoreHome(request: RestoreRequest, onProgress: OnProgress): Promise<Restored> {
  const { backup, home, kek: given, anchor } = request;
  assertHome(backup);
  const kek = existsSync(given) ? kekFrom(readFileSync(given, 'utf8'), given) : kekFromRecoverySecret(given);
  clearUnfinished(home);
  assertEmpty(home);
  const staging = join(home, stagingName);
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    await copyHome(backup, staging, (done, of) => onProgress(shareOf(done, of), 2 * whole));
    const restored = await checkedCopy({ directory: staging, kek, anchor }, (done, of) =>
      onProgress(whole + shareOf(done, of), 2 * whole),
    );
    writeKek(join(staging, 'kek'), kek);
    putInPlace(staging, home);
    return restored;
  } catch (error) {
    clearUnfinished(home);
    throw error;
  }
}

/** Pages that are copied and events that are checked have no common measure: each half is told in thousandths. */
const whole = 1000;
const shareOf = (done: number, of: number): number => Math.floor((whole * done) / Math.max(of, 1));

interface Unchecked {
  readonly directory: string;
  readonly kek: Buffer;
  readonly anchor: string | undefined;
}

async function checkedCopy({ directory, kek, anchor }: Unchecked, onProgress: OnProgress): Promise<Restored> {
  const {
    problems,
    streams,
    events,
    head,
    anchor: witnessed,
  } = await verifyLog(join(directory, 'log.sqlite'), join(directory, 'anchor.log'), { onProgress });
  if (isAltered(problems)) throw broken(problems.map(({ what }) => what));
  const store = await SqliteEventStore.open(directory, { readOnly: true });
  const known: { newestAt?: string | undefined; beyond?: Anchor | undefined } = {};
  try {
    await checkProgress(directory, store);
    await checkKeys(directory, kek, store);
    await checkAccess(directory, store);
    known.newestAt = store.newest()?.recordedAt;
    if (anchor !== undefined) known.beyond = await witnessedBeyond(store, anchor);
  } finally {
    await store.close();
  }
  const witnessedAt = witnessed === 'none' ? undefined : witnessed.time;
  await beginAnew({ directory, kek, head, witnessedAt, ...known });
  const { beyond } = known;
  return { streams, events, head: head.root, ...(beyond && { missing: beyond.size - head.size }) };
}

/** Reactions that believe to be further than the log would pass over what comes next. */
async function checkProgress(directory: string, store: SqliteEventStore): Promise<void> {
  const problems = await progressProblems(directory, store, false);
  if (problems.length > 0) throw broken(problems);
}

async function checkKeys(directory: string, kek: Buffer, store: SqliteEventStore): Promise<void> {
  const keys = await SqliteKeyStore.open(join(directory, 'keys.sqlite'), kek);
  try {
    await takeBackKeyMark(keys, store);
    const problems = await unfitKeys(directory, keys, store);
    if (problems.length > 0) throw broken(problems);
  } finally {
    await keys.close();
  }
}

async function checkAccess(directory: string, store: SqliteEventStore): Promise<void> {
  const access = await verifyAccess(directory);
  const { accessContradicted } = await verifyAccessAgainstLog(directory, store, access);
  const problems = accessProblems({ access, accessContradicted });
  if (problems.length > 0) throw broken(problems);
}

function writeKek(file: string, kek: Buffer): void {
  makePrivateFile(file);
  const descriptor = openSync(file, 'w', 0o600);
  writeSync(descriptor, `${kek.toString('base64')}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function putInPlace(staging: string, home: string): void {
  syncDirectory(staging);
  const log = 'log.sqlite';
  for (const name of readdirSync(staging).filter((each) => each !== log))
    renameSync(join(staging, name), join(home, name));
  renameSync(join(staging, log), join(home, log));
  rmdirSync(staging);
  syncDirectory(home);
}

/** Only where no log has been put in place: then all of it is a restore that did not get to its end. */
function clearUnfinished(home: string): void {
  if (!existsSync(join(home, stagingName)) || existsSync(join(home, 'log.sqlite'))) return;
  for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true });
}

const broken = (problems: readonly string[]) =>
  new CommandFailed(
    exitCodes.integrityBroken,
    `This backup does not hold together; nothing was restored.\n✕ ${problems.slice(0, 20).join('\n✕ ')}`,
    { problems: problems.slice(0, 20) },
  );
