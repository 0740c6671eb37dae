import type {
  AppendResult,
  ExpectedHead,
  Leaf,
  RecordedEvent,
  StreamName,
  StreamRange,
} from '@threekeys/event-store';
import { DelegatingEventStore, EventStoreError } from '@threekeys/event-store';
import { HeardEvent } from './heard-event';

/** One for all: whoever looks whether there is a stream yet expects it. */
const noStream = new EventStoreError('StreamNotFound', 'no such stream yet');

/**
 * A log whose one writer is told what was stored, in order: nobody has to follow it. It was empty when this began, so that
 * where each stream ends is known without asking.
 */
export class HeardLog extends DelegatingEventStore {
  private heard: HeardEvent[] = [];
  private readonly ends = new Map<StreamName, number>();

  /** What was stored since the last time. */
  take(): readonly HeardEvent[] {
    const { heard } = this;
    if (heard.length > 0) this.heard = [];
    return heard;
  }

  override async append(
    stream: StreamName,
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): Promise<AppendResult> {
    const result = await this.inner.append(stream, expected, leaves);
    this.ends.set(stream, result.revision);
    // A position of an append names its last event. Nobody here asks for that of one before.
    for (const { prev: _, ...leaf } of leaves)
      this.heard.push(new HeardEvent({ ...leaf, position: result.position }));
    return result;
  }

  override async *readStream(stream: StreamName, range: StreamRange = {}): AsyncIterable<RecordedEvent> {
    const end = this.ends.get(stream);
    if (end === undefined) throw noStream;
    const { from = 0, direction = 'forwards' } = range;
    if (direction === 'backwards' || from <= end) yield* this.inner.readStream(stream, range);
  }
}
