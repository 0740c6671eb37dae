import { setTimeout as delay } from 'node:timers/promises';
import type { AppendResult, EventStore, ExpectedHead, Leaf, StreamName } from './event-store';
import { EventStoreError } from './event-store';

/** Pauses before an append of unknown outcome is sent again. */
const retryDelaysMs = [0, 20, 100, 500] as const;

/**
 * Appends; where nobody knows whether it was stored, sends the same bytes again, which the store knows as a repeat.
 * @throws EventStoreError, `AppendOutcomeUnknown` where it stays unknown after five tries
 */
export async function appendSurely(
  store: EventStore,
  stream: StreamName,
  expected: ExpectedHead,
  leaves: readonly Leaf[],
): Promise<AppendResult> {
  for (const delayMs of retryDelaysMs) {
    try {
      return await store.append(stream, expected, leaves);
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'AppendOutcomeUnknown')) throw error;
      await delay(delayMs);
    }
  }
  return store.append(stream, expected, leaves);
}
