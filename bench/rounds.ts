/** A measurement: does its work and answers with a rate (per second) or a time. */
export type Measure = () => Promise<number> | number;

export interface Samples<Name extends string> {
  readonly medians: Readonly<Record<Name, number>>;
  readonly all: Readonly<Record<Name, readonly number[]>>;
}

/**
 * Measures everything once per round, beginning each round with another one, so that what else the machine does falls on
 * all alike. One round before the first is thrown away.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, Measure>>,
): Promise<Samples<Name>> {
  const names = Object.keys(measures) as Name[];
  const all = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -1; round < rounds; round++) {
    for (let index = 0; index < names.length; index++) {
      const name = names[(index + round + 1) % names.length] as Name;
      const sample = await measures[name]();
      if (round >= 0) all[name].push(sample);
    }
  }
  const medians = Object.fromEntries(names.map((name) => [name, median(all[name])])) as Record<Name, number>;
  return { medians, all };
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** By linear interpolation between the two nearest samples. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('nothing was measured');
  const sorted = samples.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

/** Operations per second of so many, done by `work`. */
export async function rateOf(operations: number, work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (1000 * operations) / (performance.now() - startedAt);
}
