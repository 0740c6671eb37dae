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
import { EventStore, EventStoreError } from './event-store';

/** A store that hands everything on: what specs put a fault into. */
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

  comparePositions(a: GlobalPosition, b: GlobalPosition): number {
    return this.inner.comparePositions(a, b);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

/** What befalls an append: nothing, its answer is lost, it is lost itself, or a rival comes first. */
export type Fault = 'none' | 'answer-lost' | 'append-lost' | 'rival';

/** Lets the next append meet a fault, and remembers the bytes of every one that was tried. */
export class FaultyEventStore extends DelegatingEventStore {
  fault: Fault = 'none';
  /** What a rival does before the next append, where the fault is `rival`. */
  rival: () => Promise<unknown> = () => Promise.resolve();
  readonly tried: string[] = [];

  override async append(
    stream: StreamName,
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): Promise<AppendResult> {
    this.tried.push(leaves.map(({ leafHash }) => leafHash).join());
    const { fault } = this;
    this.fault = 'none';
    if (fault === 'rival') await this.rival();
    const result = fault === 'append-lost' ? undefined : await super.append(stream, expected, leaves);
    if (result && fault !== 'answer-lost') return result;
    throw new EventStoreError('AppendOutcomeUnknown', 'planted: no answer came', { stream });
  }
}
