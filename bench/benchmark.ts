/** Something measured against a limit of the same run. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  readonly limit: number;
  /** What `measured / limit` has to be: at least that, or at most that. */
  readonly mustReach: { readonly atLeast: number } | { readonly atMost: number };
}

export interface BenchmarkOptions {
  readonly rounds: number;
  /** Small data and few operations: shows that it runs, not how fast. */
  readonly quick: boolean;
  /** An empty directory of this run, removed after it. */
  readonly directory: string;
  /** Facts worth keeping beside the figures: samples, sizes, spread. */
  note(name: string, facts: unknown): void;
}

export interface Benchmark {
  readonly name: string;
  run(options: BenchmarkOptions): Promise<readonly Figure[]>;
}

export function ratioOf({ measured, limit }: Figure): number {
  return measured / limit;
}

export function isReached(figure: Figure): boolean {
  const ratio = ratioOf(figure);
  const { mustReach } = figure;
  return 'atLeast' in mustReach ? ratio >= mustReach.atLeast : ratio <= mustReach.atMost;
}
