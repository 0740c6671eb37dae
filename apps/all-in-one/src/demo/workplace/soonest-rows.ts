import type { TimersRow } from '@threekeys/timers';

interface Placed {
  readonly nextAt: string;
  readonly stream: string;
}

const before = (a: Placed, b: Placed): boolean =>
  a.nextAt === b.nextAt ? a.stream < b.stream : a.nextAt < b.nextAt;

/** Rows of the `timers` view, soonest first. */
export class SoonestRows {
  private readonly rows = new Map<string, TimersRow>();
  private readonly order: Placed[] = [];

  get(stream: string): TimersRow | null {
    return this.rows.get(stream) ?? null;
  }

  set(stream: string, row: TimersRow | null): void {
    const before = this.rows.get(stream)?.nextAt;
    if (row === null) this.rows.delete(stream);
    else this.rows.set(stream, row);
    this.move(stream, before, row?.nextAt);
  }

  /** The soonest `nextAt` there is. */
  get soonest(): string | undefined {
    return this.order[0]?.nextAt;
  }

  /** So many rows from a place on, as long as their `nextAt` is below. */
  page(from: number, count: number, below: string | undefined): readonly TimersRow[] {
    return this.order
      .slice(from, from + count)
      .filter(({ nextAt }) => below === undefined || nextAt < below)
      .flatMap(({ stream }) => this.rows.get(stream) ?? []);
  }

  private move(stream: string, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) this.order.splice(this.placeOf({ nextAt: from, stream }), 1);
    if (to !== undefined) this.order.splice(this.placeOf({ nextAt: to, stream }), 0, { nextAt: to, stream });
  }

  /** Where it stands, or would. */
  private placeOf(placed: Placed): number {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.order[middle];
      if (there !== undefined && before(there, placed)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
