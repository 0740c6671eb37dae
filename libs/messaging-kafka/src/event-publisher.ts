import type { RecordedEvent } from '@threekeys/event-store';

/** Where the relay brings events. */
export abstract class EventPublisher {
  /** Resolves when all of them are held durably, each stream in order; rejected, some of them may be. */
  abstract publish(events: readonly RecordedEvent[]): Promise<void>;
  abstract close(): Promise<void>;
}
