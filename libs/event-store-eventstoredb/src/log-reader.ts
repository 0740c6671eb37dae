import type { GlobalPosition, RecordedEvent, StreamName, StreamRange } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { BackOff, failuresMax, retried } from './back-off';
import type { DriverStream } from './driver-stream';
import { pagesOf } from './driver-stream';
import type { EsdbClient, EsdbResolved } from './esdb-client';
import { EsdbFailure, isBroken, storeErrorOf } from './esdb-failure';
import type { Settings } from './options';
import type { Positions } from './positions';
import { compare, invalid } from './positions';
import { LogReading, StreamReading } from './readings';
import type { Placed, StoredEvents } from './stored-events';

/** What readers of one log share. */
export interface LogAccess {
  readonly client: EsdbClient;
  readonly events: StoredEvents;
  readonly positions: Positions;
  readonly settings: Settings;
}

/** Reads streams and the whole log. A broken read is taken up where it was: a page is taken once, and before the next. */
export class LogReader {
  constructor(private readonly log: LogAccess) {}

  /** @throws EventStoreError `StreamNotFound`, `StreamGone` also where a part of the stream was removed */
  async *stream(stream: StreamName, range: StreamRange): AsyncIterable<Iterable<Placed>> {
    const reading = new StreamReading(stream, range);
    if (reading.isOver()) return;
    const begin = () => this.log.client.readStream(this.log.events.nameOf(stream), reading.left);
    try {
      for await (const page of this.resumed(begin)) {
        yield reading.taken(page);
        if (reading.isOver()) return;
      }
    } catch (error) {
      throw await this.explained(error, stream);
    }
    reading.end();
  }

  /** Everything after a position, up to where the log ends. @throws EventStoreError `InvalidPosition` */
  async *all(after: GlobalPosition | undefined): AsyncIterable<Iterable<Placed>> {
    const reading = new LogReading(after === undefined ? undefined : this.log.positions.pairOf(after));
    try {
      for await (const page of this.resumed(() => this.log.client.readAll(reading.reached))) {
        yield reading.taken(page);
        if (!reading.stands) break;
      }
    } catch (error) {
      throw storeErrorOf(error);
    }
    if (after !== undefined && !reading.stands) throw invalid(after);
  }

  /** Where the last event of this log stands. What a server writes for itself comes between. */
  async end(): Promise<GlobalPosition | undefined> {
    try {
      for await (const placed of this.resumed(() => this.log.client.readAllBackwards()))
        for (const { event } of placed) return event.position;
    } catch (error) {
      throw storeErrorOf(error);
    }
    return undefined;
  }

  /** A position that this log has given has an event standing there: a log restored from a backup may not have it. */
  async assertStands(after: GlobalPosition): Promise<void> {
    const pair = this.log.positions.pairOf(after);
    try {
      for await (const page of this.resumed(() => this.log.client.readAll(pair, 1)))
        for (const { at } of page) if (compare(at, pair) === 0) return;
    } catch (error) {
      throw storeErrorOf(error);
    }
    throw invalid(after);
  }

  /** The last event of a stream; undefined where there is none. */
  async last(stream: StreamName): Promise<RecordedEvent | undefined> {
    try {
      return await this.first(stream, { direction: 'backwards', max: 1 });
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
    }
    return undefined;
  }

  at(stream: StreamName, revision: number): Promise<RecordedEvent | undefined> {
    return this.first(stream, { from: revision, max: 1 });
  }

  private async first(stream: StreamName, range: StreamRange): Promise<RecordedEvent | undefined> {
    for await (const page of this.stream(stream, range)) for (const { event } of page) return event;
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
    const ask = () => client.isSoftDeleted(events.nameOf(stream), settings.readSilenceMaxMs);
    const deleted = await retried(settings.backOffMs, ask).catch((error: unknown) => {
      throw storeErrorOf(error, stream);
    });
    if (deleted) throw new EventStoreError('StreamGone', `somebody has deleted ${stream}`, { stream });
  }

  private async *resumed(begin: () => DriverStream): AsyncIterable<Iterable<Placed>> {
    const { events, settings } = this.log;
    const backOff = new BackOff(settings.backOffMs);
    for (;;) {
      try {
        for await (const page of pagesOf<EsdbResolved>(begin(), settings.readSilenceMaxMs)) {
          yield events.allPlaced(page);
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
