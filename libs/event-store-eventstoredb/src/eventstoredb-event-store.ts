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
} from '@threekeys/event-store';
import { checkAppend, EventStore, EventStoreError, filterOf } from '@threekeys/event-store';
import { Appends } from './appends';
import { EsdbClient } from './esdb-client';
import { identityOf } from './identity';
import { KnownHeads } from './known-heads';
import { HeadReader } from './log-head';
import type { LogAccess } from './log-reader';
import { LogReader } from './log-reader';
import type { EventStoreDbOptions } from './options';
import { settingsOf } from './options';
import { compare, Positions } from './positions';
import { StoredEvents } from './stored-events';
import { Subscription } from './subscription';

/**
 * The log in EventStoreDB (22.6 or newer) or KurrentDB. It compares no ids with those of other streams: where the port
 * says `DuplicateEventId`, this store takes the event, and the command handler's look-up is what prevents it.
 */
export class EventStoreDbEventStore extends EventStore {
  private readonly heads = new KnownHeads();
  private readonly reader: LogReader;
  private readonly appends: Appends;
  private readonly headReader: HeadReader;
  private readonly closing = new AbortController();

  /** @throws EventStoreError `StoreUnavailable`, `AccessDenied` */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    const settings = settingsOf(options);
    const client = await EsdbClient.open(options.connectionString);
    try {
      const positions = new Positions(await identityOf(client, settings));
      const events = new StoredEvents(settings.prefix, positions);
      return new EventStoreDbEventStore({ client, events, positions, settings });
    } catch (error) {
      await client.release();
      throw error;
    }
  }

  private constructor(private readonly log: LogAccess) {
    super();
    this.reader = new LogReader(log);
    this.appends = new Appends(log, this.reader, this.heads);
    this.headReader = new HeadReader(this.reader);
  }

  async append(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): Promise<AppendResult> {
    this.assertOpen();
    checkAppend(stream, expected, leaves);
    return this.appends.append({ stream, expected, leaves });
  }

  async *readStream(stream: StreamName, range: StreamRange = {}): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    try {
      for await (const page of this.reader.stream(stream, range)) {
        for (const { event } of page) {
          this.assertOpen();
          this.heads.see(stream, event);
          yield event;
        }
      }
    } catch (error) {
      if (error instanceof EventStoreError && error.code === 'StreamNotFound') this.heads.seeNone(stream);
      throw error;
    }
  }

  async *readAll(after?: GlobalPosition, filter: Filter = {}, max = Infinity): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    const passes = filterOf(filter);
    let left = max;
    if (left <= 0) return;
    for await (const page of this.reader.all(after)) {
      for (const { event } of page) {
        this.assertOpen();
        if (!passes(event)) continue;
        yield event;
        left -= 1;
        if (left <= 0) return;
      }
    }
  }

  async *subscribe(
    after: GlobalPosition | undefined,
    filter: Filter,
    signal: AbortSignal,
  ): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    if (after !== undefined) await this.reader.assertStands(after);
    const ended = AbortSignal.any([signal, this.closing.signal]);
    for await (const page of new Subscription(this.log, after, filter).pages(ended))
      for (const event of page) yield event;
    if (this.closing.signal.aborted && !signal.aborted) this.assertOpen();
  }

  async head(): Promise<LogHead> {
    this.assertOpen();
    return this.headReader.head();
  }

  override async end(): Promise<GlobalPosition | undefined> {
    this.assertOpen();
    return this.reader.end();
  }

  comparePositions(a: GlobalPosition, b: GlobalPosition): number {
    return compare(this.log.positions.pairOf(a), this.log.positions.pairOf(b));
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.log.client.release();
  }

  private assertOpen(): void {
    if (this.closing.signal.aborted) throw new EventStoreError('StoreUnavailable', 'the store is closed');
  }
}
