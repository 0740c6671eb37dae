import type { RecordedEvent } from '@threekeys/event-store';

/** Nothing more once it is aborted. */
export function* until(signal: AbortSignal, events: readonly RecordedEvent[]): Iterable<RecordedEvent> {
  for (const event of events) {
    if (signal.aborted) return;
    yield event;
  }
}
