import type { RecordedEvent, StreamName, StreamRange } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import type { EsdbPosition, EsdbRange } from './esdb-client';
import { compare } from './positions';
import type { Placed } from './stored-events';

/** How far a read of a stream has come. History may not have holes: somebody has truncated it where a revision is missing. */
export class StreamReading {
  private readonly step: 1 | -1;
  /** What comes next; undefined: the last event of the stream, whichever that is. */
  private next: number | undefined;
  private readonly expected: number | undefined;
  private max: number;
  private seen = false;

  constructor(
    private readonly stream: StreamName,
    { from, direction, max = Infinity }: StreamRange,
  ) {
    this.step = direction === 'backwards' ? -1 : 1;
    this.next = from;
    this.expected = this.step === 1 ? (from ?? 0) : undefined;
    this.max = max;
  }

  /** What is still to be read. */
  get left(): EsdbRange {
    const from = this.next === undefined ? undefined : BigInt(this.next);
    return { from, backwards: this.step === -1, max: Number.isFinite(this.max) ? this.max : undefined };
  }

  isOver(): boolean {
    return this.max <= 0 || (this.next ?? 0) < 0;
  }

  /** Of a page, what belongs to it, as it is asked for. @throws EventStoreError `StreamGone` */
  *taken(page: Iterable<Placed>): Iterable<Placed> {
    for (const placed of page) {
      this.take(placed.event);
      yield placed;
      if (this.isOver()) return;
    }
  }

  private take({ revision }: RecordedEvent): void {
    const expected = this.seen ? this.next : this.expected;
    if (expected !== undefined && revision !== expected) throw this.hole();
    this.seen = true;
    this.next = revision + this.step;
    this.max -= 1;
  }

  /** The server has nothing more. @throws EventStoreError `StreamGone` */
  end(): void {
    const fromBeyondTheEnd = !this.seen && this.step === 1 && (this.expected ?? 0) > 0;
    const toTheEnd = this.seen && this.step === 1;
    if (!fromBeyondTheEnd && !toTheEnd) throw this.hole();
  }

  private hole(): EventStoreError {
    const message = `somebody has truncated ${this.stream}: a part of its history is missing`;
    return new EventStoreError('StreamGone', message, { stream: this.stream });
  }
}

/** How far a read of everything has come. It begins with what stands at its position, which has been read before. */
export class LogReading {
  reached: EsdbPosition | undefined;
  /** Whether something stands at the position where it began. */
  stands: boolean;

  constructor(private readonly start: EsdbPosition | undefined) {
    this.reached = start;
    this.stands = start === undefined;
  }

  *taken(page: Iterable<Placed>): Iterable<Placed> {
    for (const placed of page) if (this.take(placed.at)) yield placed;
  }

  /** Whether it is one after the start that has not been read before. */
  private take(at: EsdbPosition): boolean {
    this.stands ||= this.start !== undefined && compare(at, this.start) === 0;
    const isNew = this.reached === undefined || compare(at, this.reached) > 0;
    if (isNew && this.stands) this.reached = at;
    return isNew && this.stands;
  }
}
