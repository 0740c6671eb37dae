import { DelegatingEventStore } from './delegating-event-store';
import type { AppendResult, ExpectedHead, Leaf, StreamName } from './event-store';
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
