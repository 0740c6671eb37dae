import type { Clock, EventStoreError, RecordedEvent } from '@threekeys/event-store';
import { SystemClock } from '@threekeys/event-store';
import type { CommitOptions } from './commits';
import type { OpenLogOptions } from './open-log';

const mebibyte = 1024 * 1024;

export interface SqliteEventStoreOptions extends OpenLogOptions {
  /** Gives the times in anchor.log. */
  readonly clock?: Clock;
  /** Space kept for the day the disk is full. Default 64 MiB; 0: none. */
  readonly ballastBytes?: number;
  /** Length of the WAL from the start. Default 20 MiB: what it grows to between two checkpoints; 0: it grows by itself. */
  readonly walBytes?: number;
  /** The head is witnessed at most once in so many milliseconds. Default 1000. */
  readonly anchorIntervalMs?: number;
  /** After an I/O error nothing more is written. Default: says so on stderr and ends the process with exit code 4. */
  readonly onFatal?: (error: EventStoreError) => void;
}

/** With the defaults of what is not given. */
export function commitOptionsOf(
  options: SqliteEventStoreOptions,
  onGrowth: (stored: readonly RecordedEvent[]) => void,
): CommitOptions {
  const { clock = new SystemClock(), ballastBytes = 64 * mebibyte, walBytes = 20 * mebibyte } = options;
  const { anchorIntervalMs = 1000, onFatal = endProcess } = options;
  return { clock, ballastBytes, walBytes, anchorIntervalMs, onFatal, onGrowth };
}

function endProcess(error: EventStoreError): void {
  process.stderr.write(`threekeys: ${error.message}. Check the disk, then start again.\n`);
  process.exit(4);
}
