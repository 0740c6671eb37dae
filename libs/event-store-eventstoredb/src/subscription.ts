import type { Filter, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { filterOf } from '@threekeys/event-store';
import { BackOff } from './back-off';
import type { DriverStream, Watchdog } from './driver-stream';
import { eventsOf } from './driver-stream';
import type { EsdbPosition, EsdbResolved } from './esdb-client';
import { EsdbFailure, isPassing, storeErrorOf } from './esdb-failure';
import type { LogAccess } from './log-reader';
import { compare } from './positions';

/**
 * Follows the log over any number of the driver's subscriptions, which do not come back by themselves: each begins
 * after the pair that the one before had reached.
 */
export class Subscription {
  /** The last event that was delivered, or a checkpoint after it before which nothing is left to deliver. */
  private reached: EsdbPosition | undefined;
  private lookedTo: EsdbPosition | undefined;
  private settledTo: EsdbPosition | undefined;
  private readonly backOff: BackOff;

  constructor(
    private readonly log: LogAccess,
    after: GlobalPosition | undefined,
    private readonly filter: Filter,
  ) {
    this.reached = after === undefined ? undefined : log.positions.pairOf(after);
    this.backOff = new BackOff(log.settings.backOffMs);
  }

  /** Until the signal is aborted. @throws EventStoreError where the server says no */
  async *events(signal: AbortSignal): AsyncIterable<RecordedEvent> {
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

  private async *once(signal: AbortSignal): AsyncIterable<RecordedEvent> {
    const { client, events, settings } = this.log;
    const passes = filterOf(this.filter);
    this.reached = later(this.reached, this.settledTo);
    let watchdog: Watchdog | undefined;
    const driven: DriverStream = client.subscribe(this.reached, events.filterOf(this.filter), (position) => {
      watchdog?.refresh();
      this.look(position);
      this.settle(driven);
    });
    const end = () => driven.stream.destroy();
    signal.addEventListener('abort', end);
    try {
      const delivered = eventsOf<EsdbResolved>(driven, settings.idleMaxMs, (waiting) => {
        watchdog = waiting;
        this.settle(driven);
      });
      for await (const { event } of delivered) {
        const placed = event && events.placed(event);
        if (!placed || (this.reached && compare(placed.at, this.reached) <= 0)) continue;
        this.reached = placed.at;
        this.backOff.reset();
        if (passes(placed.event)) yield placed.event;
        if (signal.aborted) return;
      }
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  private look(position: EsdbPosition): void {
    this.lookedTo = position;
    this.backOff.reset();
    try {
      this.log.settings.onCheckpoint(this.log.positions.of(position));
    } catch {
      // The driver would end the subscription in silence.
    }
  }

  /** A checkpoint overtakes the events that wait in the driver's stream: it counts when none is left. */
  private settle({ stream }: DriverStream): void {
    if (stream.readableLength === 0) this.settledTo = this.lookedTo;
  }
}

function later(a: EsdbPosition | undefined, b: EsdbPosition | undefined): EsdbPosition | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compare(a, b) < 0 ? b : a;
}
