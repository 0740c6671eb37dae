import type { Filter, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { filterOf } from '@threekeys/event-store';
import { BackOff } from './back-off';
import type { DriverStream, Watchdog } from './driver-stream';
import { pagesOf } from './driver-stream';
import type { EsdbPosition, EsdbResolved } from './esdb-client';
import { EsdbFailure, isPassing, storeErrorOf } from './esdb-failure';
import type { LogAccess } from './log-reader';
import { compare } from './positions';
import type { Placed } from './stored-events';

/**
 * Follows the log over any number of the driver's subscriptions, which do not come back by themselves: each begins
 * after the pair that the one before had reached.
 */
export class Subscription {
  /** The last event that was delivered, or a checkpoint after it before which nothing is left to deliver. */
  private reached: EsdbPosition | undefined;
  private settledTo: EsdbPosition | undefined;
  private readonly backOff: BackOff;
  private readonly passes: (event: RecordedEvent) => boolean;

  constructor(
    private readonly log: LogAccess,
    after: GlobalPosition | undefined,
    private readonly filter: Filter,
  ) {
    this.reached = after === undefined ? undefined : log.positions.pairOf(after);
    this.backOff = new BackOff(log.settings.backOffMs);
    this.passes = filterOf(filter);
  }

  /**
   * Until the signal is aborted. A page is taken once, and before the next is asked for.
   * @throws EventStoreError where the server says no
   */
  async *pages(signal: AbortSignal): AsyncIterable<Iterable<RecordedEvent>> {
    const isOver = () => signal.aborted;
    while (!isOver()) {
      try {
        yield* this.once(signal);
      } catch (error) {
        if (isOver()) return;
        if (!(error instanceof EsdbFailure && isPassing(error))) throw storeErrorOf(error);
        if (error.kind === 'silence') continue;
      }
      await this.backOff.pause(signal);
    }
  }

  private async *once(signal: AbortSignal): AsyncIterable<Iterable<RecordedEvent>> {
    const { client, events, settings } = this.log;
    this.reached = later(this.reached, this.settledTo);
    let watchdog: Watchdog | undefined;
    // Of this subscription alone: what one has looked past, and not delivered, the next brings again.
    let lookedTo: EsdbPosition | undefined;
    // A checkpoint overtakes the events that wait in the driver's stream: it counts when none is left.
    const settle = (): void => {
      if (driven.stream.readableLength === 0) this.settledTo = lookedTo ?? this.settledTo;
    };
    const driven: DriverStream = client.subscribe(this.reached, events.filterOf(this.filter), (position) => {
      watchdog?.refresh();
      lookedTo = position;
      this.tell(position);
      settle();
    });
    const end = () => driven.stream.destroy();
    signal.addEventListener('abort', end);
    try {
      const delivered = pagesOf<EsdbResolved>(driven, settings.idleMaxMs, (waiting) => {
        watchdog = waiting;
        settle();
      });
      for await (const page of delivered) {
        if (signal.aborted) return;
        this.backOff.reset();
        yield this.taken(events.allPlaced(page), signal);
      }
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  /** Of a page, what is new and asked for. */
  private *taken(page: Iterable<Placed>, signal: AbortSignal): Iterable<RecordedEvent> {
    for (const { at, event } of page) {
      if (this.reached && compare(at, this.reached) <= 0) continue;
      this.reached = at;
      if (this.passes(event)) yield event;
      if (signal.aborted) return;
    }
  }

  private tell(position: EsdbPosition): void {
    this.backOff.reset();
    try {
      this.log.settings.onCheckpoint(this.log.positions.of(position));
    } catch {
      // The driver would end the subscription in silence.
    }
  }
}

function later(a: EsdbPosition | undefined, b: EsdbPosition | undefined): EsdbPosition | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compare(a, b) < 0 ? b : a;
}
