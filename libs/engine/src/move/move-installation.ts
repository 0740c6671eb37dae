import type { GlobalPosition } from '@threekeys/event-store';
import type { StreamProgress } from '@threekeys/messaging';
import type { KeyRecord } from '@threekeys/privacy';
import { SecretTaken } from '@threekeys/privacy';
import type { Movable } from './movable';
import { TargetNotEmpty } from './movable';
import type { LogMoved } from './move-log';
import { moveLog, sizeOfBeginning } from './move-log';

export interface Moved {
  readonly events: number;
  /** RFC 6962 root over all leaf hashes, the same on both sides. */
  readonly root: string;
  readonly keys: number;
  readonly accounts: number;
  readonly tokens: number;
  readonly parked: number;
  readonly accesses: number;
}

export interface MoveOptions {
  /** Of the services: what each has done moves along, so that no reaction runs twice. */
  readonly consumers: readonly string[];
  /** Before anything is written, once the target is known to be empty or to have been begun by the same move. */
  readonly onBegin?: () => Promise<void>;
  readonly onProgress?: (done: number, of: number) => void;
  /** Aborted: it ends between two writes, and goes on where it is given again. */
  readonly signal?: AbortSignal;
}

const batch = 500;

/**
 * Moves an installation that is stopped into one that is empty: keys before the events that they open, then the log, then
 * how far each consumer is, who may sign in, and who opened what. A move that was interrupted goes on where it is given again.
 * Views are not moved: they are folded from the log. Sessions end; numbers of cases go on from the log.
 * @throws TargetNotEmpty; whatever either side throws
 */
export async function moveInstallation(
  from: Movable,
  to: Movable,
  { consumers, onBegin, onProgress = () => undefined, signal = new AbortController().signal }: MoveOptions,
): Promise<Moved> {
  await assertOfThisLog(from, to);
  await onBegin?.();
  const keys = await moveKeys(from, to, signal);
  const wanted = await wantedPositions(from, consumers);
  const log = await moveLog({ from: from.store, to: to.store, wanted, onProgress, signal });
  const assigned = await from.keys.assignedUpTo();
  if (assigned !== undefined) await to.keys.markAssigned(placeOf(log, assigned));
  let parked = 0;
  for (const consumer of consumers) parked += await moveProgress(from, to, { consumer, log, signal });
  return {
    ...{ events: log.events, root: (await to.store.head()).root, keys, parked },
    accounts: await moveAccounts(from, to),
    tokens: await moveTokens(from, to),
    accesses: await moveAccesses(from, to, signal),
  };
}

/** Nothing is written into somebody else's target: another log, accounts and no event, other secrets. */
async function assertOfThisLog(from: Movable, to: Movable): Promise<void> {
  const size = await sizeOfBeginning(from.store, to.store);
  if (size > 0) return;
  const there = await to.accounts.all();
  if (there.length > 0) throw new TargetNotEmpty('accounts');
}

async function moveSecrets(from: Movable, to: Movable): Promise<void> {
  try {
    for (const [name, secret] of await from.keys.secrets()) await to.keys.takeSecret(name, secret);
  } catch (error) {
    throw error instanceof SecretTaken ? new TargetNotEmpty('secrets') : error;
  }
}

async function moveKeys(from: Movable, to: Movable, signal: AbortSignal): Promise<number> {
  await moveSecrets(from, to);
  let [count, waiting]: [number, KeyRecord[]] = [0, []];
  for await (const record of from.keys.records()) {
    waiting.push(record);
    count += 1;
    if (waiting.length < batch) continue;
    signal.throwIfAborted();
    await to.keys.take(waiting);
    waiting = [];
  }
  await to.keys.take(waiting);
  return count;
}

async function wantedPositions(from: Movable, consumers: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = new Set<string>();
  const add = (position: string | undefined): void => {
    if (position !== undefined) wanted.add(position);
  };
  add(await from.keys.assignedUpTo());
  for (const consumer of consumers) {
    add(await from.consumers.checkpoint(consumer));
    for (const { position } of await from.consumers.parked(consumer)) add(position);
  }
  return wanted;
}

interface Progressed {
  readonly consumer: string;
  readonly log: LogMoved;
  readonly signal: AbortSignal;
}

/** @returns how many events wait for an operator */
async function moveProgress(
  from: Movable,
  to: Movable,
  { consumer, log, signal }: Progressed,
): Promise<number> {
  const known = new Set((await to.consumers.skipped(consumer)).map(placeIn));
  for (const skipped of await from.consumers.skipped(consumer))
    if (!known.has(placeIn(skipped))) await to.consumers.skip(skipped);
  const parked = await from.consumers.parked(consumer);
  for (const message of parked)
    await to.consumers.park({ ...message, position: placeOf(log, message.position) });
  let waiting: StreamProgress[] = [];
  for (const stream of log.streams.keys()) {
    signal.throwIfAborted();
    const revision = await from.consumers.lastRevision(consumer, stream);
    if (revision >= 0) waiting.push({ stream, revision });
    if (waiting.length < batch) continue;
    await to.consumers.advance(consumer, waiting, undefined);
    waiting = [];
  }
  const checkpoint = await from.consumers.checkpoint(consumer);
  const reached = checkpoint === undefined ? undefined : placeOf(log, checkpoint);
  await to.consumers.advance(consumer, waiting, reached);
  return parked.length;
}

const placeIn = ({ stream, revision }: { stream: string; revision: number }): string =>
  `${stream}|${String(revision)}`;

function placeOf({ positions }: LogMoved, position: string): GlobalPosition {
  const place = positions.get(position);
  if (place === undefined) throw new Error(`no event of the log stands at ${position}`);
  return place;
}

async function moveAccounts(from: Movable, to: Movable): Promise<number> {
  const accounts = await from.accounts.all();
  for (const account of accounts) await to.accounts.insert(account);
  return accounts.length;
}

async function moveTokens(from: Movable, to: Movable): Promise<number> {
  const tokens = await from.tokens.all();
  for (const token of tokens) await to.tokens.insert(token);
  return tokens.length;
}

/** Each month as a whole: one that was moved in part is counted, and goes on where it ended. */
async function moveAccesses(from: Movable, to: Movable, signal: AbortSignal): Promise<number> {
  let count = 0;
  for (const month of await from.accessLog.months()) {
    let there = 0;
    for await (const _record of to.accessLog.read(month)) there += 1;
    for await (const record of from.accessLog.read(month)) {
      signal.throwIfAborted();
      count += 1;
      if (there > 0) there -= 1;
      else await to.accessLog.record(record);
    }
  }
  return count;
}
