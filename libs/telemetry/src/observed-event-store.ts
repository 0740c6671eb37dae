import type { AppendResult, EventStore, ExpectedHead, Leaf, StreamName } from '@threekeys/event-store';
import { DelegatingEventStore } from '@threekeys/event-store';

type Append = EventStore['append'];

/** A store that is another one, but for its append. */
export class ObservedEventStore extends DelegatingEventStore {
  constructor(
    inner: EventStore,
    private readonly observed: (...append: Parameters<Append>) => ReturnType<Append>,
  ) {
    super(inner);
  }

  override append(
    stream: StreamName,
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): Promise<AppendResult> {
    return this.observed(stream, expected, leaves);
  }
}
