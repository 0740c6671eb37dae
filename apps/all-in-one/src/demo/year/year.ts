import type { OnRefused } from '../as-far-as-it-goes';
import type { Beginning } from '../programme';
import { Random } from '../random';
import type { DemoWorld } from '../stage';
import { Stage } from '../stage';
import { busyness, dayMs, hours, localDay, monthOf, startOfDay } from './calendar';
import { drawnConcern, outsideConcerns } from './concerns';
import { lifeOf } from './life';
import { Matter } from './matter';

export const yearDays = 365;

export interface YearOf {
  readonly count: number;
  readonly seed: number;
  /** In epoch milliseconds. */
  readonly end: number;
}

/** How many cases come from another system, beside so many that are reported here. */
export const importsBeside = (count: number): number => Math.ceil(count / 60);

/** Of one case: its own lots, so that none depends on how many others there are. */
const lotsOf = (seed: number, index: number): Random =>
  new Random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));

/** So many cases over the year before the end, soonest first; the same for the same seed. */
export function* yearOf(
  { count, seed, end }: YearOf,
  world: DemoWorld,
  onRefused: OnRefused = () => undefined,
): Iterable<Beginning> {
  const days = new Days(localDay(end) - yearDays + 1, localDay(end));
  const starts = Array.from({ length: count + importsBeside(count) }, (_, index) => {
    const random = lotsOf(seed, index);
    return { index, at: startOf(random, { days, isOutside: index >= count }).at };
  });
  // What would come after the end came at the same hour a day before.
  const past = starts.map(({ index, at }) => ({ index, at: at > end ? at - dayMs : at }));
  const lastOf = new Map<string, string>();
  for (const { index, at } of past.sort((a, b) => a.at - b.at || a.index - b.index)) {
    yield { at, begin: () => begun(index) };
  }

  function begun(index: number) {
    const random = lotsOf(seed, index);
    const { concern } = startOf(random, { days, isOutside: index >= count });
    return lifeOf(new Matter(new Stage(world, `year ${String(index)}`), random, concern, lastOf), onRefused);
  }
}

/** When, and with what, somebody comes. */
function startOf(random: Random, { days, isOutside }: { days: Days; isOutside: boolean }) {
  const day = days.drawn(random);
  const concern = isOutside ? random.pick(outsideConcerns) : drawnConcern(random, monthOf(day));
  const minute = random.pick(hours[concern.hours]) + random.between(0, 19);
  return { concern, at: startOfDay(day) + minute * 60_000 + random.between(0, 59) * 1000 };
}

/** The days of the year, the busy ones drawn more often. */
class Days {
  private readonly sums: readonly number[];

  constructor(
    private readonly first: number,
    last: number,
  ) {
    let sum = 0;
    this.sums = Array.from({ length: last - first + 1 }, (_, index) => (sum += busyness(first + index)));
  }

  drawn(random: Random): number {
    const at = random.next() * (this.sums.at(-1) ?? 0);
    return this.first + this.sums.findIndex((sum) => at < sum);
  }
}
