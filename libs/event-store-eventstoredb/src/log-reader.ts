import type { GlobalPosition, RecordedEvent, StreamName, StreamRange } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { BackOff, failuresMax } from './back-off';
import type { DriverStream } from './driver-stream';
import { eventsOf } from './driver-stream';
import type { EsdbClient, EsdbResolved } from './esdb-client';
import { EsdbFailure, isBroken, storeErrorOf } from './esdb-failure';
import type { Settings } from './options';
import { compare, invalid } from './positions';
import type { Positions } from './positions';
import type { Placed, StoredEvents } from './stored-events';

/** What readers of one log share. */
export interface LogAccess {
  readonly client: EsdbClient;
  readonly events: StoredEvents;
  readonly positions: Positions;
  readonly settings: Settings;
}

/** Reads streams and the whole log. A broken read is taken up where it was. */
export class LogReader {
  constructor(private readonly log: LogAccess) {}

  /** @throws EventStoreError `StreamNotFound`, `StreamGone` also where a part of the stream was removed */
  async *stream(stream: StreamName, range: StreamRange): AsyncIterable<Placed> {
    const { direction, max = Infinity } = range;
    const backwards = direction === 'backwards';
    const expectation = new Contiguous(stream, backwards ? undefined : (range.from ?? 0), backwards);
    let { from } = range;
    let left = max;
    if (left <= 0) return;
    const begin = () => {
      const asked = { from: from === undefined ? undefined : BigInt(from), backwards };
      return this.log.client.readStream(this.log.events.nameOf(stream), {
        ...asked,
        max: Number.isFinite(left) ? left : undefined,
      });
    };
    try {
      for await (const placed of this.resumed(begin)) {
        expectation.check(placed.event);
        yield placed;
        left -= 1;
        from = placed.event.revision + (backwards ? -1 : 1);
        if (left <= 0 || from < 0) return;
      }
    } catch (error) {
      throw await this.explained(error, stream);
    }
    expectation.checkEnd(range.from);
  }

  /** Everything after a position, up to where the log ends. @throws EventStoreError `InvalidPosition` */
  async *all(after: GlobalPosition | undefined): AsyncIterable<Placed> {
    const start = after === undefined ? undefined : this.log.positions.pairOf(after);
    let reached = start;
    let stands = start === undefined;
    try {
      for await (const placed of this.resumed(() => this.log.client.readAll(reached))) {
        stands ||= start !== undefined && compare(placed.at, start) === 0;
        if (!stands) break;
        if (reached !== undefined && compare(placed.at, reached) <= 0) continue;
        reached = placed.at;
        yield placed;
      }
    } catch (error) {
      throw storeErrorOf(error);
    }
    if (after !== undefined && !stands) throw invalid(after);
  }

  /** A position that this log has given has an event standing there: a log restored from a backup may not have it. */
  async assertStands(after: GlobalPosition): Promise<void> {
    const pair = this.log.positions.pairOf(after);
    try {
      for await (const { at } of this.resumed(() => this.log.client.readAll(pair, 1)))
        if (compare(at, pair) === 0) return;
    } catch (error) {
      throw storeErrorOf(error);
    }
    throw invalid(after);
  }

  /** The last event of a stream; undefined where there is none. */
  async last(stream: StreamName): Promise<RecordedEvent | undefined> {
    try {
      for await (const { event } of this.stream(stream, { direction: 'backwards', max: 1 })) return event;
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
    }
    return undefined;
  }

  async at(stream: StreamName, revision: number): Promise<RecordedEvent | undefined> {
    const range = { from: revision, max: 1 };
    for await (const { event } of this.stream(stream, range)) return event;
    return undefined;
  }

  /** The server says the same of a stream that never was and of one that somebody has deleted. */
  private async explained(error: unknown, stream: StreamName): Promise<unknown> {
    if (!(error instanceof EsdbFailure && error.kind === 'not-found')) return storeErrorOf(error, stream);
    try {
      await this.assertNotDeleted(stream);
    } catch (deleted) {
      return deleted;
    }
    return new EventStoreError('StreamNotFound', `no stream ${stream}`, { stream }, { cause: error });
  }

  /** @throws EventStoreError `StreamGone` */
  async assertNotDeleted(stream: StreamName): Promise<void> {
    const { client, events, settings } = this.log;
    const deleted = await client
      .isSoftDeleted(events.nameOf(stream), settings.readSilenceMaxMs)
      .catch((error: unknown) => {
        throw storeErrorOf(error, stream);
      });
    if (deleted) throw new EventStoreError('StreamGone', `somebody has deleted ${stream}`, { stream });
  }

  private async *resumed(begin: () => DriverStream): AsyncIterable<Placed> {
    const { events, settings } = this.log;
    const backOff = new BackOff(settings.backOffMs);
    for (;;) {
      try {
        for await (const { event } of eventsOf<EsdbResolved>(begin(), settings.readSilenceMaxMs)) {
          const placed = event && events.placed(event);
          if (placed) yield placed;
          backOff.reset();
        }
        return;
      } catch (error) {
        if (!isBroken(error) || backOff.failures >= failuresMax) throw error;
        await backOff.pause();
      }
    }
  }
}

/** History may not have holes: somebody has truncated the stream where a revision is missing. */
class Contiguous {
  private seen = false;

  constructor(
    private readonly stream: StreamName,
    private next: number | undefined,
    private readonly backwards: boolean,
  ) {}

  check({ revision }: RecordedEvent): void {
    if (this.next !== undefined && revision !== this.next) throw this.hole();
    this.next = revision + (this.backwards ? -1 : 1);
    this.seen = true;
  }

  /** The server had nothing more, and nobody has stopped reading. */
  checkEnd(from: number | undefined): void {
    const allIsThere = this.backwards ? this.seen : this.seen || (from ?? 0) > 0;
    if (!allIsThere || (this.backwards && this.next !== -1)) throw this.hole();
  }

  private hole(): EventStoreError {
    const message = `somebody has truncated ${this.stream}: a part of its history is missing`;
    return new EventStoreError('StreamGone', message, { stream: this.stream });
  }
}
