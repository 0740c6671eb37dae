import type { EventStore } from '@threekeys/event-store';
import { takeInto } from './expected-rows';
import type { ExpectedRows } from './expected-rows';
import type { KnownEvents } from './known-events';

export interface WholeStreamsPorts {
  readonly store: EventStore;
  readonly known: KnownEvents;
}

export interface WholeStreamsLimits {
  /** So many streams that have begun and not ended are held at a time. */
  readonly held: number;
  /** So many that have ended are given at a time. */
  readonly given: number;
}

/**
 * The log taken into views in its order, and its streams given once all of their events are in. The log is read twice: to
 * know where each stream ends, and to take it. A stream that would be one too many to hold is read by itself in the end.
 */
export class WholeStreams {
  private ends: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly ports: WholeStreamsPorts,
    private readonly views: readonly ExpectedRows[],
    private readonly limits: WholeStreamsLimits,
  ) {}

  /** How many the log has, as far as it has been read. */
  get count(): number {
    return this.ends.size;
  }

  /** What is given stays in the views until the next is asked for. Events later than the first reading are left out. */
  async *ended(onEvent: () => void): AsyncIterable<ReadonlySet<string>> {
    this.ends = await this.endOfEach();
    const late = new Set<string>();
    const ended = new Set<string>();
    for await (const stream of this.taken(late, onEvent)) {
      ended.add(stream);
      if (ended.size >= this.limits.given) yield* this.given(ended);
    }
    for (const stream of late) {
      await this.take(stream);
      ended.add(stream);
      if (ended.size >= this.limits.given) yield* this.given(ended);
    }
    yield* this.given(ended);
  }

  private *given(ended: Set<string>): Iterable<ReadonlySet<string>> {
    yield ended;
    for (const stream of ended) this.forget(stream);
    ended.clear();
  }

  /** Each stream as its last event is taken, but for those that were under way the longest when there were too many. */
  private async *taken(late: Set<string>, onEvent: () => void): AsyncIterable<string> {
    const underWay = new Set<string>();
    for await (const recorded of this.ports.store.readAll()) {
      const { stream, revision } = recorded;
      const end = this.endOf(stream);
      if (revision > end) continue;
      onEvent();
      if (late.has(stream)) continue;
      takeInto(this.views, recorded, this.ports.known);
      underWay.add(stream);
      if (revision === end) {
        underWay.delete(stream);
        yield stream;
      }
      const [first] = underWay;
      if (underWay.size <= this.limits.held || first === undefined) continue;
      underWay.delete(first);
      this.forget(first);
      late.add(first);
    }
  }

  private async take(stream: string): Promise<void> {
    for await (const recorded of this.ports.store.readStream(stream)) {
      if (recorded.revision > this.endOf(stream)) return;
      takeInto(this.views, recorded, this.ports.known);
    }
  }

  /** Of each stream, the revision of its last event. */
  private async endOfEach(): Promise<ReadonlyMap<string, number>> {
    const ends = new Map<string, number>();
    for await (const { stream, revision } of this.ports.store.readAll()) ends.set(stream, revision);
    return ends;
  }

  private endOf(stream: string): number {
    return this.ends.get(stream) ?? -1;
  }

  private forget(stream: string): void {
    for (const { streams } of this.views) streams.delete(stream);
  }
}
