import type {
  AppendResult,
  Clock,
  ExpectedHead,
  Filter,
  GlobalPosition,
  Leaf,
  LogHead,
  RecordedEvent,
  StreamName,
  StreamRange,
} from '@threekeys/event-store';
import { EventStore, EventStoreError, filterOf, firstRevision, Growth, saidIn } from '@threekeys/event-store';
import { HeardEvent } from './heard-event';
import type { LeafWriter } from './leaf-writer';
import { linesOf } from './leaf-writer';
import { RecentEvents } from './recent-events';

/** One for all: whoever looks whether there is a stream yet expects it. */
const noStream = new EventStoreError('StreamNotFound', 'no such stream yet');
const leavesPerBatch = 512;
/** So many may be recorded and not yet stored. */
const leavesAheadMax = 64 * leavesPerBatch;

interface StreamEnd {
  readonly revision: number;
  /** Of the last event, in the log. */
  readonly number: number;
}

/** Where there is nothing to read. */
const beginsAfter = ({ revision }: StreamEnd, { from = 0, direction }: StreamRange): boolean =>
  direction !== 'backwards' && from > revision;

interface Follower {
  readonly passes: (event: RecordedEvent) => boolean;
  readonly growth: Growth;
}

/** How the positions of a log are written. */
export interface Positions {
  of(number: number): GlobalPosition;
  /** @throws EventStoreError `InvalidPosition` */
  numberOf(position: GlobalPosition): number;
}

export interface HeardLogParts {
  /** The log, to read from. It was empty. */
  readonly file: EventStore;
  readonly positions: Positions;
  /** Writes the same log. */
  readonly writer: LeafWriter;
  readonly clock: Clock;
}

/**
 * The log where a demo is made. Its one writer is told what was recorded, in order, and knows where each stream ends without
 * asking: an append is answered at once and stored behind it, since nobody trusts the home before it is whole. What happened
 * last is read from memory, anything else from the file, once it is there.
 */
export class HeardLog extends EventStore {
  private heard: HeardEvent[] = [];
  private readonly ends = new Map<StreamName, StreamEnd>();
  private readonly recent = new RecentEvents();
  private readonly followers = new Set<Follower>();
  private readonly positions: Positions;
  private size = 0;
  /** How many of them are in the file. */
  private stored = 0;
  private unwritten: Buffer[] = [];
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: HeardLogParts) {
    super();
    this.positions = parts.positions;
  }

  /** What was recorded since the last time. */
  take(): readonly HeardEvent[] {
    const { heard } = this;
    if (heard.length > 0) this.heard = [];
    return heard;
  }

  async append(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): Promise<AppendResult> {
    const actual = this.ends.get(stream)?.revision ?? 'no-stream';
    if (firstRevision(expected) !== (actual === 'no-stream' ? 0 : actual + 1))
      throw new EventStoreError('WrongExpectedRevision', `${stream} is at ${actual}`, { stream, actual });
    for (const leaf of leaves) this.record(leaf);
    const { revision, leafHash } = leaves.at(-1) as Leaf;
    this.ends.set(stream, { revision, number: this.size });
    if (this.unwritten.length >= leavesPerBatch) this.handOver();
    if (this.size - this.stored > leavesAheadMax) await this.flush();
    return { revision, leafHash, position: this.positions.of(this.size) };
  }

  async *readStream(stream: StreamName, range: StreamRange = {}): AsyncIterable<RecordedEvent> {
    const end = this.ends.get(stream);
    if (end === undefined) throw noStream;
    if (beginsAfter(end, range)) return;
    const recent = this.recent.ofStream(stream, range);
    if (recent === undefined && end.number > this.stored) await this.flush();
    yield* recent ?? this.parts.file.readStream(stream, range);
  }

  async *readAll(after?: GlobalPosition, filter: Filter = {}, max = Infinity): AsyncIterable<RecordedEvent> {
    const recent = this.recent.after(after === undefined ? 0 : this.positions.numberOf(after));
    if (recent === undefined) await this.flush();
    yield* recent?.filter(filterOf(filter)).slice(0, max) ?? this.parts.file.readAll(after, filter, max);
  }

  async *subscribe(
    after: GlobalPosition | undefined,
    filter: Filter,
    signal: AbortSignal,
  ): AsyncIterable<RecordedEvent> {
    const follower = { passes: filterOf(filter), growth: new Growth() };
    this.followers.add(follower);
    const isOver = () => signal.aborted;
    let from = after;
    try {
      while (!isOver()) {
        const grown = follower.growth.next(signal);
        const end = await this.end();
        for await (const event of this.readAll(from, filter)) {
          if (isOver()) return;
          yield event;
          from = event.position;
        }
        if (end !== undefined && (from === undefined || this.comparePositions(from, end) < 0)) from = end;
        await grown;
      }
    } finally {
      this.followers.delete(follower);
    }
  }

  async head(): Promise<LogHead> {
    await this.flush();
    return this.parts.file.head();
  }

  override end(): Promise<GlobalPosition | undefined> {
    return Promise.resolve(this.size === 0 ? undefined : this.positions.of(this.size));
  }

  comparePositions(a: GlobalPosition, b: GlobalPosition): number {
    return this.positions.numberOf(a) - this.positions.numberOf(b);
  }

  /** Everything is in the file, which stays open. @throws EventStoreError */
  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.parts.writer.close();
    }
  }

  private record(leaf: Leaf): void {
    const { prev: _, ...recorded } = leaf;
    const event = { ...recorded, position: this.positions.of(++this.size) };
    this.heard.push(new HeardEvent(event, saidIn(leaf)));
    this.recent.add(event);
    this.unwritten.push(leaf.bytes);
    for (const { passes, growth } of this.followers) if (passes(event)) growth.announce();
  }

  /** Resolves when what was recorded up to now can be read from the file. @throws EventStoreError what could not be written */
  private async flush(): Promise<void> {
    this.handOver();
    await this.writing;
  }

  private handOver(): void {
    const { unwritten, size } = this;
    if (unwritten.length === 0) return;
    this.unwritten = [];
    const batch = { lines: linesOf(unwritten), now: this.parts.clock.now() };
    const written = this.parts.writer.write(batch);
    this.writing = Promise.all([this.writing, written]).then(() => (this.stored = size));
    // Heard when it is waited for.
    this.writing.catch(() => undefined);
  }
}
