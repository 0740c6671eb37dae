import { EventStoreError } from '@threekeys/event-store';
import type { EventStoreErrorCode } from '@threekeys/event-store';
import { setTimeout as wait } from 'node:timers/promises';
import { NotNow } from './messaging';

/** Resolves after so many milliseconds, earlier when the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Retries of one reaction in place: `firstMs`, doubled each time up to `mostMs`, at most `retriesMax` of them. */
export interface RetryPolicy {
  readonly retriesMax: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** About 13 seconds altogether: longer than a restart of a store, shorter than a resident's patience. */
export const patientRetries: RetryPolicy = { retriesMax: 8, firstMs: 50, mostMs: 10_000 };

export function delayBefore(retry: number, { firstMs, mostMs }: RetryPolicy): number {
  return Math.min(mostMs, firstMs * 2 ** (retry - 1));
}

export const sleep: Sleep = async (ms, signal) => {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

const outages: readonly EventStoreErrorCode[] = ['StoreFull', 'StoreReadOnly', 'StoreUnavailable'];

/** No fault of the event: the same reaction succeeds once the disk has space, the store is back or the views are there. */
export function isOutage(error: unknown): boolean {
  return error instanceof NotNow || (error instanceof EventStoreError && outages.includes(error.code));
}

/** What went wrong in a line, with its cause. Never the data of an event. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `not an Error: ${typeof error}`;
  const cause = error.cause === undefined ? '' : ` (${describeError(error.cause)})`;
  return `${error.name}: ${error.message}${cause}`.slice(0, 2000);
}
