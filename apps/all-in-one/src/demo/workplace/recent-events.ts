import type { RecordedEvent, StreamName, StreamRange } from '@threekeys/event-store';

const eventsMax = 4096;

/** The end of a log in memory: its last events, {@link eventsMax} at least and twice as many at most. */
export class RecentEvents {
  private events: RecordedEvent[] = [];
  private byStream = new Map<StreamName, RecordedEvent[]>();
  private before = 0;

  /** The one after all others. */
  add(event: RecordedEvent): void {
    this.events.push(event);
    this.addToStream(event);
    if (this.events.length > 2 * eventsMax) this.forgetOldest();
  }

  /** Everything after so many events of the log; undefined where that begins before what is remembered. */
  after(number: number): readonly RecordedEvent[] | undefined {
    return number < this.before ? undefined : this.events.slice(number - this.before);
  }

  /** As `readStream` gives it; undefined where something of it is not remembered. */
  ofStream(stream: StreamName, range: StreamRange): readonly RecordedEvent[] | undefined {
    const events = this.byStream.get(stream) ?? [];
    const last = events.at(-1)?.revision ?? -1;
    const first = last - events.length + 1;
    const [low, high] = edgesOf(range, last);
    if (events.length === 0 || low < first) return undefined;
    const found = events.slice(low - first, high - first + 1);
    return range.direction === 'backwards' ? found.reverse() : found;
  }

  private addToStream(event: RecordedEvent): void {
    const ofStream = this.byStream.get(event.stream);
    if (ofStream === undefined) this.byStream.set(event.stream, [event]);
    else ofStream.push(event);
  }

  private forgetOldest(): void {
    this.before += this.events.length - eventsMax;
    this.events = this.events.slice(-eventsMax);
    this.byStream = new Map();
    for (const event of this.events) this.addToStream(event);
  }
}

/** The lowest revision that a range asks for, and the highest. @param last of the stream */
function edgesOf({ direction, from, max = Infinity }: StreamRange, last: number): [number, number] {
  if (direction === 'backwards') {
    const high = Math.min(from ?? last, last);
    return [Math.max(0, high - max + 1), high];
  }
  const low = Math.max(from ?? 0, 0);
  return [low, Math.min(last, low + max - 1)];
}
