import type { TimersRow } from '@threekeys/timers';

interface Placed {
  readonly nextAt: string;
  readonly stream: string;
}

const before = (a: Placed, b: Placed): boolean =>
  a.nextAt === b.nextAt ? a.stream < b.stream : a.nextAt < b.nextAt;
const isEarlier = (a: string, b: string): boolean => a < b;
const dayOf = ({ nextAt }: Placed): string => nextAt.slice(0, 'yyyy-mm-dd'.length);

/** Rows of the `timers` view, soonest first: by day, so that what waits for months is not moved about by what is due today. */
export class SoonestRows {
  private readonly rows = new Map<string, TimersRow>();
  private readonly placedOn = new Map<string, Placed[]>();
  /** Those on which something is due. */
  private readonly days: string[] = [];

  get(stream: string): TimersRow | null {
    return this.rows.get(stream) ?? null;
  }

  set(stream: string, row: TimersRow | null): void {
    const from = this.rows.get(stream)?.nextAt;
    const to = row?.nextAt;
    if (row === null) this.rows.delete(stream);
    else this.rows.set(stream, row);
    if (from === to) return;
    if (from !== undefined) this.remove({ nextAt: from, stream });
    if (to !== undefined) this.add({ nextAt: to, stream });
  }

  /** The soonest `nextAt` there is. */
  get soonest(): string | undefined {
    return this.inOrder().next().value?.nextAt;
  }

  /** So many rows from a place on, as long as their `nextAt` is below. */
  page(from: number, count: number, below: string | undefined): readonly TimersRow[] {
    const found: TimersRow[] = [];
    let place = 0;
    for (const { nextAt, stream } of this.inOrder()) {
      if (found.length === count || (below !== undefined && nextAt >= below)) break;
      const row = place++ < from ? undefined : this.rows.get(stream);
      if (row !== undefined) found.push(row);
    }
    return found;
  }

  private *inOrder(): Generator<Placed, undefined> {
    for (const day of this.days) yield* this.placedOn.get(day) ?? [];
    return undefined;
  }

  private add(placed: Placed): void {
    const day = dayOf(placed);
    const ofDay = this.placedOn.get(day) ?? [];
    if (ofDay.length === 0) {
      this.placedOn.set(day, ofDay);
      this.days.splice(placeIn(this.days, day, isEarlier), 0, day);
    }
    ofDay.splice(placeIn(ofDay, placed, before), 0, placed);
  }

  private remove(placed: Placed): void {
    const day = dayOf(placed);
    const ofDay = this.placedOn.get(day) ?? [];
    ofDay.splice(placeIn(ofDay, placed, before), 1);
    if (ofDay.length > 0) return;
    this.placedOn.delete(day);
    this.days.splice(placeIn(this.days, day, isEarlier), 1);
  }
}

/** Where it stands in an ordered list, or would. */
function placeIn<Each>(list: readonly Each[], placed: Each, isBefore: (a: Each, b: Each) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle] as Each, placed)) low = middle + 1;
    else high = middle;
  }
  return low;
}
