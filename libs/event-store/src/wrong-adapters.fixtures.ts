import { Frontier, leafHashOf, noHash } from '@threekeys/integrity';
import { categoryOf, checkAppend } from './append-rules';
import { DelegatingEventStore } from './delegating.fixtures';
import type {
  AppendResult,
  EventStore,
  ExpectedHead,
  Filter,
  GlobalPosition,
  Leaf,
  LogHead,
  RecordedEvent,
  StreamName,
  StreamRange,
} from './event-store';
import { EventStoreError } from './event-store';
import { MemoryEventStore } from './memory-event-store';

// Mistakes that adapters make, one each, planted into the memory store.

const isError = (error: unknown, code: EventStoreError['code']) =>
  error instanceof EventStoreError && error.code === code;

class CountsRevisionsFromOne extends MemoryEventStore {
  override async append(...append: Parameters<EventStore['append']>): Promise<AppendResult> {
    const result = await super.append(...append);
    return { ...result, revision: result.revision + 1 };
  }
}

class ReadsAfterInclusively extends DelegatingEventStore {
  override async *readAll(
    after?: GlobalPosition,
    filter?: Filter,
    max?: number,
  ): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readAll()) if (event.position === after) yield event;
    yield* this.inner.readAll(after, filter, max);
  }
}

class SubscribesAfterInclusively extends DelegatingEventStore {
  override async *subscribe(
    ...[after, filter, signal]: Parameters<EventStore['subscribe']>
  ): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readAll()) if (event.position === after) yield event;
    yield* this.inner.subscribe(after, filter, signal);
  }
}

class AppendsOneByOne extends DelegatingEventStore {
  override async append(
    stream: StreamName,
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): Promise<AppendResult> {
    let head = expected;
    let result = leaves.length === 0 ? await this.inner.append(stream, expected, leaves) : undefined;
    for (const leaf of leaves) {
      result = await this.inner.append(stream, head, [leaf]);
      head = { revision: leaf.revision, leafHash: leaf.leafHash };
    }
    return result!;
  }
}

class ForgetsRepeats extends MemoryEventStore {
  protected override storedBefore(): RecordedEvent | undefined {
    return undefined;
  }
}

class AcceptsTheRestOfASuperset extends DelegatingEventStore {
  override async append(
    stream: StreamName,
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): Promise<AppendResult> {
    try {
      return await this.inner.append(stream, expected, leaves);
    } catch (error) {
      const [first, ...rest] = leaves;
      if (!isError(error, 'WrongExpectedRevision') || !first || rest.length === 0) throw error;
      const { revision, leafHash } = await this.inner.append(stream, expected, [first]);
      return this.append(stream, { revision, leafHash }, rest);
    }
  }
}

class TakesEveryIdForARepeat extends MemoryEventStore {
  protected override storedBefore(
    stored: readonly RecordedEvent[],
    _: ExpectedHead,
    leaves: readonly Leaf[],
  ) {
    return stored.find(({ id }) => id === leaves[0]?.id);
  }
}

class AcceptsIdsOfOtherStreams extends MemoryEventStore {
  protected override assertNewIds(): void {
    // The mistake: an index per stream.
  }
}

class LosesEventsAtTheHandOver extends DelegatingEventStore {
  override async *subscribe(
    ...[after, filter, signal]: Parameters<EventStore['subscribe']>
  ): AsyncIterable<RecordedEvent> {
    yield* this.inner.readAll(after, filter);
    const { position } = await this.inner.head();
    yield* this.inner.subscribe(position, filter, signal);
  }
}

class EndsWhenItHasCaughtUp extends DelegatingEventStore {
  override subscribe(after: GlobalPosition | undefined, filter: Filter): AsyncIterable<RecordedEvent> {
    return this.inner.readAll(after, filter);
  }
}

class SwallowsAborts extends DelegatingEventStore {
  override subscribe(after: GlobalPosition | undefined, filter: Filter): AsyncIterable<RecordedEvent> {
    return this.inner.subscribe(after, filter, new AbortController().signal);
  }
}

class DropsTheQueueOfASlowListener extends DelegatingEventStore {
  override async *subscribe(
    ...[after, filter, signal]: Parameters<EventStore['subscribe']>
  ): AsyncIterable<RecordedEvent> {
    const queue: RecordedEvent[] = [];
    const filling = (async () => {
      for await (const event of this.inner.subscribe(after, filter, signal))
        if (queue.length < 1_000) queue.push(event);
    })();
    while (!signal.aborted) {
      const event = queue.shift();
      if (event) yield event;
      else await new Promise((resolve) => setImmediate(resolve));
    }
    await filling;
  }
}

class EndsInSilenceWhenClosed extends DelegatingEventStore {
  override async *subscribe(...subscribe: Parameters<EventStore['subscribe']>): AsyncIterable<RecordedEvent> {
    try {
      yield* this.inner.subscribe(...subscribe);
    } catch (error) {
      if (!isError(error, 'StoreUnavailable')) throw error;
    }
  }
}

class IgnoresLeafHashes extends MemoryEventStore {
  protected override check(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): void {
    const believed = leaves.map((leaf) => ({ ...leaf, leafHash: leafHashOf(leaf.bytes) }));
    super.check(stream, expected, believed);
  }
}

class IgnoresPrev extends MemoryEventStore {
  protected override check(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): void {
    let prev = expected === 'no-stream' ? noHash : expected.leafHash;
    const believed = leaves.map((leaf) => {
      const mended = { ...leaf, prev };
      prev = leaf.leafHash;
      return mended;
    });
    super.check(stream, expected, believed);
  }
}

class IgnoresTheHashOfTheHead extends MemoryEventStore {
  protected override assertHead(
    stream: StreamName,
    stored: readonly RecordedEvent[],
    expected: ExpectedHead,
  ): void {
    const head = stored.at(-1);
    const sameRevision = expected !== 'no-stream' && head && head.revision === expected.revision;
    super.assertHead(stream, stored, sameRevision ? head : expected);
  }
}

class ReadsStreamByStream extends DelegatingEventStore {
  override async *readAll(
    after?: GlobalPosition,
    filter?: Filter,
    max?: number,
  ): AsyncIterable<RecordedEvent> {
    const events: RecordedEvent[] = [];
    for await (const event of this.inner.readAll(after, filter, max)) events.push(event);
    yield* events.sort((a, b) =>
      a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.revision - b.revision,
    );
  }
}

class MatchesCategoriesByPrefix extends DelegatingEventStore {
  override async *readAll(
    after?: GlobalPosition,
    filter: Filter = {},
    max?: number,
  ): AsyncIterable<RecordedEvent> {
    const { categories, ...others } = filter;
    for await (const event of this.inner.readAll(after, others, max)) {
      if (!categories || categories.some((category) => categoryOf(event.stream).startsWith(category)))
        yield event;
    }
  }
}

class WritesItsOwnJson extends DelegatingEventStore {
  override async *readStream(stream: StreamName, range?: StreamRange): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readStream(stream, range)) {
      yield { ...event, bytes: Buffer.from(JSON.stringify(JSON.parse(event.bytes.toString('utf8')))) };
    }
  }
}

class HandsOutItsOwnBytes extends DelegatingEventStore {
  private readonly given = new Map<string, Buffer>();

  override async *readStream(stream: StreamName, range?: StreamRange): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readStream(stream, range)) yield this.shared(event);
  }

  override async *readAll(
    after?: GlobalPosition,
    filter?: Filter,
    max?: number,
  ): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readAll(after, filter, max)) yield this.shared(event);
  }

  override async *subscribe(...following: Parameters<EventStore['subscribe']>): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.subscribe(...following)) yield this.shared(event);
  }

  private shared(event: RecordedEvent): RecordedEvent {
    const bytes = this.given.get(event.id) ?? event.bytes;
    this.given.set(event.id, bytes);
    return { ...event, bytes };
  }
}

class GivesTheBytesOfWhoAppended extends DelegatingEventStore {
  private readonly appended = new Map<string, Buffer>();

  override append(
    stream: StreamName,
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): Promise<AppendResult> {
    for (const { id, bytes } of leaves) this.appended.set(id, bytes);
    return this.inner.append(stream, expected, leaves);
  }

  override async *subscribe(...following: Parameters<EventStore['subscribe']>): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.subscribe(...following))
      yield { ...event, bytes: Buffer.from(this.appended.get(event.id) ?? event.bytes) };
  }
}

class CountsPositionsPerRead extends DelegatingEventStore {
  override async *readAll(
    after?: GlobalPosition,
    filter?: Filter,
    max?: number,
  ): AsyncIterable<RecordedEvent> {
    let count = 0;
    for await (const event of this.inner.readAll(after, filter, max)) {
      yield { ...event, position: `${event.position.split('.')[0]}.${count++}` as GlobalPosition };
    }
  }
}

class ForgetsTheLastEventInTheRoot extends DelegatingEventStore {
  override async head(): Promise<LogHead> {
    const frontier = new Frontier();
    const head = await this.inner.head();
    for await (const { leafHash } of this.inner.readAll(undefined, {}, Math.max(head.size - 1, 0)))
      frontier.append(leafHash);
    return { ...head, root: frontier.root() };
  }
}

class TakesAnyPositionForTheBeginning extends DelegatingEventStore {
  override async *readAll(
    after?: GlobalPosition,
    filter?: Filter,
    max?: number,
  ): AsyncIterable<RecordedEvent> {
    try {
      yield* this.inner.readAll(after, filter, max);
    } catch (error) {
      if (!isError(error, 'InvalidPosition')) throw error;
      yield* this.inner.readAll(undefined, filter, max);
    }
  }
}

class ReadsMissingStreamsAsEmpty extends DelegatingEventStore {
  override async *readStream(stream: StreamName, range?: StreamRange): AsyncIterable<RecordedEvent> {
    try {
      yield* this.inner.readStream(stream, range);
    } catch (error) {
      if (!isError(error, 'StreamNotFound')) throw error;
    }
  }
}

class KnowsNoLimit extends MemoryEventStore {
  protected override check(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): void {
    try {
      checkAppend(stream, expected, leaves);
    } catch (error) {
      if (!isError(error, 'AppendTooLarge')) throw error;
    }
  }
}

const around = (Wrong: new (inner: EventStore) => EventStore) => () => new Wrong(new MemoryEventStore());

/** Each mistake with the rules that must turn red. */
export const wrongAdapters: readonly { mistake: string; make: () => EventStore; red: readonly string[] }[] = [
  { mistake: 'counts revisions from one', make: () => new CountsRevisionsFromOne(), red: ['A1', 'A2', 'M1'] },
  { mistake: 'reads after inclusively', make: around(ReadsAfterInclusively), red: ['G3', 'G4', 'A27', 'M1'] },
  {
    mistake: 'subscribes after inclusively',
    make: around(SubscribesAfterInclusively),
    red: ['S3', 'S4', 'S12'],
  },
  { mistake: 'appends one by one', make: around(AppendsOneByOne), red: ['A11', 'G7', 'I7'] },
  { mistake: 'forgets repeats', make: () => new ForgetsRepeats(), red: ['I1', 'I2', 'I10', 'M1'] },
  { mistake: 'accepts the rest of a superset', make: around(AcceptsTheRestOfASuperset), red: ['I4', 'M1'] },
  {
    mistake: 'takes every known id for a repeat',
    make: () => new TakesEveryIdForARepeat(),
    red: ['I4', 'I8', 'I9'],
  },
  {
    mistake: 'accepts ids of other streams',
    make: () => new AcceptsIdsOfOtherStreams(),
    red: ['I7', 'I8', 'M1'],
  },
  { mistake: 'loses events at the hand-over', make: around(LosesEventsAtTheHandOver), red: ['S1'] },
  { mistake: 'ends when it has caught up', make: around(EndsWhenItHasCaughtUp), red: ['S1', 'S4', 'S14'] },
  { mistake: 'swallows aborts', make: around(SwallowsAborts), red: ['S7'] },
  { mistake: 'drops the queue of a slow listener', make: around(DropsTheQueueOfASlowListener), red: ['S6'] },
  { mistake: 'ends in silence when closed', make: around(EndsInSilenceWhenClosed), red: ['S13'] },
  { mistake: 'ignores leaf hashes', make: () => new IgnoresLeafHashes(), red: ['A10', 'A11'] },
  { mistake: 'ignores prev', make: () => new IgnoresPrev(), red: ['A8', 'A9'] },
  { mistake: 'ignores the hash of the head', make: () => new IgnoresTheHashOfTheHead(), red: ['A7'] },
  { mistake: 'reads stream by stream', make: around(ReadsStreamByStream), red: ['G1', 'G2', 'H2', 'M1'] },
  { mistake: 'matches categories by prefix', make: around(MatchesCategoriesByPrefix), red: ['G5'] },
  { mistake: 'writes its own JSON', make: around(WritesItsOwnJson), red: ['A15'] },
  { mistake: 'hands out its own bytes', make: around(HandsOutItsOwnBytes), red: ['A26', 'S16'] },
  { mistake: 'gives the bytes of who appended', make: around(GivesTheBytesOfWhoAppended), red: ['S16'] },
  { mistake: 'counts positions per read', make: around(CountsPositionsPerRead), red: ['G11'] },
  {
    mistake: 'forgets the last event in the root',
    make: around(ForgetsTheLastEventInTheRoot),
    red: ['H2', 'K2'],
  },
  {
    mistake: 'takes any position for the beginning',
    make: around(TakesAnyPositionForTheBeginning),
    red: ['G8', 'G9'],
  },
  { mistake: 'reads missing streams as empty', make: around(ReadsMissingStreamsAsEmpty), red: ['R5'] },
  { mistake: 'knows no limit', make: () => new KnowsNoLimit(), red: ['A17', 'A19'] },
];
