import { DelegatingEventStore } from './delegating-event-store';
import type {
  AppendResult,
  ExpectedHead,
  Filter,
  GlobalPosition,
  Leaf,
  RecordedEvent,
  StreamName,
} from './event-store';
import { EventStoreError } from './event-store';

export { DelegatingEventStore };

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

/** A store whose subscriptions are held up, event by event, while everything else answers at once. */
export class HeldUpEventStore extends DelegatingEventStore {
  private left = Infinity;
  private wake: () => void = () => undefined;

  /** Subscriptions bring so many events more, and then nothing until they are let again; default: they bring all. */
  let(events = Infinity): void {
    this.left = events;
    this.wake();
  }

  override async *subscribe(
    after: GlobalPosition | undefined,
    filter: Filter,
    signal: AbortSignal,
  ): AsyncIterable<RecordedEvent> {
    const over = new Promise<void>((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    for await (const event of super.subscribe(after, filter, signal)) {
      while (this.left <= 0 && !signal.aborted)
        await Promise.race([over, new Promise<void>((resolve) => (this.wake = resolve))]);
      if (signal.aborted) return;
      this.left -= 1;
      yield event;
    }
  }
}
