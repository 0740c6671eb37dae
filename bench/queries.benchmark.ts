import { join } from 'node:path';
import { generatedId } from '../tools/generators/case-script';
import { generatedSeed, workingCopy } from '../tools/generators/generated-home';
import { Random } from '../tools/generators/random';
import { searchedWords } from '../tools/generators/words';
import { App, clerk } from './app';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { settledDisk } from './limits';
import { median, quantile } from './rounds';

const p95MsMax = 10;
const growthMax = 1.5;

/** What the console asks all day, over HTTP as it asks it, in a small and in a large community. */
export const queries: Benchmark = { name: 'queries', run };

type Kind = 'list' | 'search' | 'history';
const kinds: readonly Kind[] = ['list', 'search', 'history'];

const filters = [
  '',
  'open=true&sort=due',
  'status=closed',
  'status=dispatched,handling',
  `accountable=${clerk}&open=true&sort=due`,
  'unit=grid-1',
  'category=lighting',
  'urgency=soon&sort=updated',
  'overdue=false&open=true',
  'sort=oldest',
] as const;

interface Served {
  readonly app: App;
  readonly cases: number;
  readonly random: Random;
}

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const [few, many] = options.quick ? [200, 2000] : [10_000, 100_000];
  const served = await Promise.all([serve(few, options), serve(many, options)]);
  const p95s = served.map(() => ({ list: [] as number[], search: [] as number[], history: [] as number[] }));
  await settledDisk(options.directory);
  try {
    for (let round = -1; round < options.rounds; round++)
      for (const kind of kinds)
        for (const [index, town] of served.entries()) {
          const p95 = quantile(await times(town, kind, options.quick ? 20 : 200), 0.95);
          if (round >= 0) p95s[index]?.[kind].push(p95);
        }
  } finally {
    await Promise.all(served.map(({ app }) => app.stop()));
  }
  options.note('p95 in ms', { [few]: p95s[0], [many]: p95s[1] });
  return kinds.flatMap((kind) => {
    const [small, large] = p95s.map((each) => median(each[kind]));
    return figuresOf(kind, { small: small ?? 0, large: large ?? 0, few, many });
  });
}

function figuresOf(
  kind: Kind,
  { small, large, few, many }: { small: number; large: number; few: number; many: number },
): Figure[] {
  return [
    {
      name: `${kind}, p95 at ${many} cases`,
      unit: 'ms',
      measured: large,
      limit: p95MsMax,
      mustReach: { atMost: 1 },
    },
    {
      name: `${kind}, ${many} against ${few} cases`,
      unit: 'ms',
      measured: large,
      limit: small,
      mustReach: { atMost: growthMax },
    },
  ];
}

async function serve(cases: number, { directory }: BenchmarkOptions): Promise<Served> {
  const home = await workingCopy({ cases }, join(directory, String(cases)));
  return { app: await App.start(home), cases, random: new Random(cases) };
}

async function times({ app, cases, random }: Served, kind: Kind, count: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < count; time++) {
    const path = pathOf(kind, cases, random);
    const startedAt = performance.now();
    const { status, text } = await app.get(path);
    taken.push(performance.now() - startedAt);
    if (status !== 200) throw new Error(`${path} was answered with ${status}: ${text}`);
  }
  return taken;
}

function pathOf(kind: Kind, cases: number, random: Random): string {
  switch (kind) {
    case 'list':
      return `/api/cases?${random.pick(filters)}`;
    case 'search':
      return `/api/cases?q=${encodeURIComponent(random.pick(searchedWords))}`;
    case 'history':
      return `/api/cases/${generatedId(generatedSeed, random.between(0, cases - 1), 'case')}/history`;
  }
}
