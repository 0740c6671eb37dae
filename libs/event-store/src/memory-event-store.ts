/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous, memory is not */
import { Frontier } from '@threekeys/integrity';
import { randomBytes } from 'node:crypto';
import { checkAppend, firstRevision } from './append-rules';
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
import { Growth } from './growth';
import { copyOf, filterOf } from './recorded-events';

/** The log in memory: every promise of the port but durability. For demonstrations, tests and tools. */
export class MemoryEventStore extends EventStore {
  private readonly storeId = randomBytes(8).toString('hex');
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<StreamName, RecordedEvent[]>();
  private readonly ids = new Set<string>();
  private readonly frontier = new Frontier();
  private readonly growth = new Growth();
  private closed = false;

  async append(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): Promise<AppendResult> {
    this.assertOpen();
    this.check(stream, expected, leaves);
    const stored = this.streams.get(stream) ?? [];
    const repeated = this.storedBefore(stored, expected, leaves);
    if (repeated) return resultOf(repeated);
    this.assertHead(stream, stored, expected);
    this.assertNewIds(stream, leaves);
    return resultOf(this.store(stream, stored, leaves));
  }

  async *readStream(stream: StreamName, range: StreamRange = {}): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    const stored = this.streams.get(stream);
    if (!stored) throw new EventStoreError('StreamNotFound', `no stream ${stream}`, { stream });
    yield* this.each(inRange(stored, range));
  }

  async *readAll(after?: GlobalPosition, filter: Filter = {}, max = Infinity): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    const end = this.log.length;
    yield* this.each(passing(this.log, filter, { from: this.indexAfter(after), end, max }));
  }

  async *subscribe(
    after: GlobalPosition | undefined,
    filter: Filter,
    signal: AbortSignal,
  ): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    const passes = filterOf(filter);
    for (let index = this.indexAfter(after); ;) {
      if (signal.aborted) return;
      this.assertOpen();
      const event = this.log[index];
      if (event === undefined) {
        await this.growth.next(signal);
        continue;
      }
      index += 1;
      if (passes(event)) yield copyOf(event);
    }
  }

  async head(): Promise<LogHead> {
    this.assertOpen();
    const last = this.log.at(-1);
    const head = { size: this.frontier.size, root: this.frontier.root() };
    return last ? { ...head, position: last.position } : head;
  }

  comparePositions(a: GlobalPosition, b: GlobalPosition): number {
    return this.ordinalOf(a) - this.ordinalOf(b);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.growth.announce();
  }

  protected check(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): void {
    checkAppend(stream, expected, leaves);
  }

  /** The last of these leaves as it is stored, if all of them are at this place already. */
  protected storedBefore(
    stored: readonly RecordedEvent[],
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): RecordedEvent | undefined {
    const from = firstRevision(expected);
    if (expected !== 'no-stream' && stored[expected.revision]?.leafHash !== expected.leafHash)
      return undefined;
    if (!leaves.every((leaf, i) => stored[from + i]?.id === leaf.id)) return undefined;
    return stored[from + leaves.length - 1];
  }

  protected assertHead(stream: StreamName, stored: readonly RecordedEvent[], expected: ExpectedHead): void {
    const head = stored.at(-1);
    const holds =
      expected === 'no-stream'
        ? head === undefined
        : head?.revision === expected.revision && head.leafHash === expected.leafHash;
    if (holds) return;
    const actual = head?.revision ?? 'no-stream';
    throw new EventStoreError('WrongExpectedRevision', `${stream} is at ${actual}`, { stream, actual });
  }

  protected assertNewIds(stream: StreamName, leaves: readonly Leaf[]): void {
    const known = leaves.find(({ id }) => this.ids.has(id));
    if (known) throw new EventStoreError('DuplicateEventId', `${known.id} is stored elsewhere`, { stream });
  }

  private store(stream: StreamName, stored: RecordedEvent[], leaves: readonly Leaf[]): RecordedEvent {
    for (const leaf of leaves) {
      const event = this.recorded(leaf);
      stored.push(event);
      this.log.push(event);
      this.ids.add(leaf.id);
      this.frontier.append(leaf.leafHash);
    }
    this.streams.set(stream, stored);
    this.growth.announce();
    return stored.at(-1) as RecordedEvent;
  }

  private recorded({ bytes, leafHash, id, stream, revision, type, recordedAt }: Leaf): RecordedEvent {
    const position = `${this.storeId}.${this.log.length}` as GlobalPosition;
    return { bytes: Buffer.from(bytes), leafHash, id, stream, revision, type, recordedAt, position };
  }

  private *each(events: Iterable<RecordedEvent>): Iterable<RecordedEvent> {
    for (const event of events) {
      this.assertOpen();
      yield copyOf(event);
    }
  }

  private indexAfter(after: GlobalPosition | undefined): number {
    return after === undefined ? 0 : this.ordinalOf(after) + 1;
  }

  private ordinalOf(position: GlobalPosition): number {
    const [storeId, ordinal] = position.split('.');
    const index = /^\d{1,15}$/.test(ordinal ?? '') ? Number(ordinal) : NaN;
    if (storeId === this.storeId && this.log[index]?.position === position) return index;
    throw new EventStoreError('InvalidPosition', `not a position of this store: ${JSON.stringify(position)}`);
  }

  private assertOpen(): void {
    if (this.closed) throw new EventStoreError('StoreUnavailable', 'the store is closed');
  }
}

function resultOf({ revision, leafHash, position }: RecordedEvent): AppendResult {
  return { revision, leafHash, position };
}

function* passing(
  log: readonly RecordedEvent[],
  filter: Filter,
  { from, end, max }: { from: number; end: number; max: number },
): Iterable<RecordedEvent> {
  const passes = filterOf(filter);
  for (let index = from, left = max; index < end && left > 0; index++) {
    const event = log[index] as RecordedEvent;
    if (!passes(event)) continue;
    left -= 1;
    yield event;
  }
}

function* inRange(stored: readonly RecordedEvent[], range: StreamRange): Iterable<RecordedEvent> {
  const last = stored.length - 1;
  const [first, step] =
    range.direction === 'backwards'
      ? [Math.min(range.from ?? last, last), -1]
      : [Math.max(range.from ?? 0, 0), 1];
  const count = Math.min(range.max ?? Infinity, step === 1 ? last - first + 1 : first + 1);
  for (let i = 0; i < count; i++) yield stored[first + i * step] as RecordedEvent;
}
