import type {
  AppendResult,
  ExpectedHead,
  Filter,
  GlobalPosition,
  Leaf,
  LogHead,
  RecordedEvent,
  StreamName,
  StreamRange,
} from './event-store';
import { EventStore } from './event-store';

/** A store that hands everything on to another one: who extends it says what is otherwise. */
export class DelegatingEventStore extends EventStore {
  constructor(protected readonly inner: EventStore) {
    super();
  }

  append(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): Promise<AppendResult> {
    return this.inner.append(stream, expected, leaves);
  }

  readStream(stream: StreamName, range?: StreamRange): AsyncIterable<RecordedEvent> {
    return this.inner.readStream(stream, range);
  }

  readAll(after?: GlobalPosition, filter?: Filter, max?: number): AsyncIterable<RecordedEvent> {
    return this.inner.readAll(after, filter, max);
  }

  subscribe(
    after: GlobalPosition | undefined,
    filter: Filter,
    signal: AbortSignal,
  ): AsyncIterable<RecordedEvent> {
    return this.inner.subscribe(after, filter, signal);
  }

  head(): Promise<LogHead> {
    return this.inner.head();
  }

  override end(): Promise<GlobalPosition | undefined> {
    return this.inner.end();
  }

  comparePositions(a: GlobalPosition, b: GlobalPosition): number {
    return this.inner.comparePositions(a, b);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
