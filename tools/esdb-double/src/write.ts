import type { Metadata } from '@grpc/grpc-js';
import { setTimeout as delay } from 'node:timers/promises';
import type { AppendTarget } from './append-requests';
import type { Fault, Faults } from './faults';
import type { Log } from './log';
import type { ProposedEvent, Written } from './records';
import { sizeOnDisk } from './records';
import type { Endpoint } from './rpc-errors';
import type { Seen } from './seen';

/** What the calls of one server work on. */
export interface Served {
  readonly log: Log;
  readonly faults: Faults;
  readonly seen: Seen;
  readonly appendBytesMax: number;
  /** Where this node is a follower: who leads. Asked anew at every call. */
  readonly leader: () => Endpoint | undefined;
}

type Trouble = 'too-large' | 'not-ready' | 'access-denied' | 'timeout' | 'silence' | 'cut';
export type WriteOutcome = Written | { [Name in Trouble]: { readonly is: Name } }[Trouble];

/** Writes, or meets the fault that is planned for this write. */
export async function write(
  { log, faults, appendBytesMax }: Served,
  { stream, expected }: AppendTarget,
  events: readonly ProposedEvent[],
): Promise<WriteOutcome> {
  const fault = faults.take('append');
  if (fault?.is === 'delay') await delay(fault.delayMs);
  if (isRefusal(fault)) return fault;
  if (isUnansweredBeforeCommit(fault)) return { is: fault.is };
  if (events.reduce((sum, event) => sum + sizeOnDisk(event), 0) > appendBytesMax) return { is: 'too-large' };
  const written = log.append(stream, expected, events);
  if (fault?.is === 'silence' || fault?.is === 'cut' || fault?.is === 'timeout') return { is: fault.is };
  return written;
}

/** Whoever asks for the leader is told where it is by everybody else. */
export function leaderElsewhere({ leader }: Served, metadata: Metadata): Endpoint | undefined {
  return metadata.get('requires-leader')[0] === 'true' ? leader() : undefined;
}

function isRefusal(fault: Fault | undefined): fault is { is: 'not-ready' | 'access-denied' } {
  return fault?.is === 'not-ready' || fault?.is === 'access-denied';
}

function isUnansweredBeforeCommit(
  fault: Fault | undefined,
): fault is { is: 'silence' | 'cut'; when: 'before-commit' } {
  return (fault?.is === 'silence' || fault?.is === 'cut') && fault.when === 'before-commit';
}
