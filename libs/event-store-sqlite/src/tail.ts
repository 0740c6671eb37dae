import type { RecordedEvent } from '@threekeys/event-store';
import { copyOf } from '@threekeys/event-store';

const eventsMax = 1024;
const bytesMax = 8 * 1024 * 1024;

/** The events that were committed last, in memory: whoever follows the log live reads no file for them. */
export class Tail {
  private events: RecordedEvent[] = [];
  private bytes = 0;

  /** @param end number of the last event of the log */
  constructor(private end: number) {}

  /** Events that were just committed, in order of the log. Their bytes stay those of who appended them. */
  add(committed: readonly RecordedEvent[]): void {
    for (const event of committed) {
      this.events.push(copyOf(event));
      this.bytes += event.bytes.length;
    }
    this.end += committed.length;
    if (this.events.length > 2 * eventsMax || this.bytes > 2 * bytesMax) this.shorten();
  }

  /** Everything after a number; undefined where that begins before the tail does. */
  after(number: number): readonly RecordedEvent[] | undefined {
    const first = this.events.length - (this.end - number);
    return first < 0 ? undefined : this.events.slice(first);
  }

  private shorten(): void {
    let [from, bytes] = [this.events.length, 0];
    while (from > 0 && this.events.length - from < eventsMax && bytes < bytesMax) {
      from -= 1;
      bytes += this.events[from]?.bytes.length ?? 0;
    }
    this.events = this.events.slice(from);
    this.bytes = bytes;
  }
}
