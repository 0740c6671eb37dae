import type { EventStore, HandlerPorts, Origin } from '@threekeys/event-store';
import { CommandHandler, installationAggregate } from '@threekeys/event-store';
import { Frontier } from '@threekeys/integrity';
import { syncDirectory } from '@threekeys/sqlite';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { SqliteEventStore } from './sqlite-event-store';

/** Beside the log while an accepted loss is not yet recorded in it. */
export const acceptedLossFileName = 'accepted-loss.json';

/** What the witness had seen, and how many events the log held instead. */
export interface Loss {
  readonly anchorSize: number;
  readonly anchorRoot: string;
  readonly logSize: number;
}

/** Somebody's decision to go on without what was lost. The id makes recording it twice harmless. */
export interface AcceptedLoss {
  readonly commandId: string;
  readonly by: Origin['by'];
  readonly loss: Loss;
}

/**
 * Durable when it returns. Written before the witness is renewed: from then on nothing else would show the loss, so the
 * event that says it must not depend on this process living on.
 */
export function noteAcceptedLoss(directory: string, accepted: AcceptedLoss): void {
  const next = join(directory, `${acceptedLossFileName}.next`);
  rmSync(next, { force: true });
  const descriptor = openSync(next, 'wx', 0o600);
  writeSync(descriptor, `${JSON.stringify(accepted)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(next, join(directory, acceptedLossFileName));
  syncDirectory(directory);
}

export function notedLoss(directory: string): AcceptedLoss | undefined {
  const file = join(directory, acceptedLossFileName);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AcceptedLoss) : undefined;
}

/**
 * Records a noted loss as an event, then removes the note. Run it before anything else is appended. While the log does not
 * match its witness the decision has not been carried out: the note waits for the next `recover`.
 * @returns what was recorded now; undefined where there was nothing to record
 */
export async function recordNotedLoss(
  directory: string,
  ports: HandlerPorts & { readonly store: SqliteEventStore },
): Promise<Loss | undefined> {
  const noted = notedLoss(directory);
  if (noted === undefined || ports.store.anchorState.status !== 'matches') return undefined;
  const isLost = !(await holds(ports.store, noted.loss));
  if (isLost) await record(noted, ports);
  rmSync(join(directory, acceptedLossFileName));
  syncDirectory(directory);
  return isLost ? noted.loss : undefined;
}

async function record({ commandId, by, loss }: AcceptedLoss, ports: HandlerPorts): Promise<void> {
  const handler = new CommandHandler(installationAggregate, ports);
  const origin = { commandId, correlationId: commandId, by };
  await handler.handle('installation-main', { type: 'AcceptLoss', data: loss }, origin);
}

/** Somebody put back what was lost: then there is nothing to record. */
async function holds(store: EventStore, { anchorSize, anchorRoot }: Loss): Promise<boolean> {
  const { size } = await store.head();
  if (anchorSize === 0 || size < anchorSize) return false;
  const frontier = new Frontier();
  for await (const { leafHash } of store.readAll(undefined, {}, anchorSize)) frontier.append(leafHash);
  return frontier.root() === anchorRoot;
}
