import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { generatedHome } from '../tools/generators/generated-home';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { inChild } from './child';
import type { LimitAnswer, Rebuilt, RebuildTask } from './rebuild.child';
import { median } from './rounds';

const childModule = join(__dirname, 'rebuild.child.ts');
/** Of the process that rebuilds; it does with less than half of it. */
const heapMebibytes = 320;
const mebibyte = 1024 * 1024;
const limitsOfAMillion = { seconds: 120, mebibytes: 512 };

/** All views from nothing, then the search index, each against the least that any rebuild must do. */
export const rebuild: Benchmark = { name: 'rebuild', run };

interface Round {
  readonly events: number;
  readonly viewsMs: number;
  readonly indexMs: number;
  readonly parseMs: number;
  readonly hashMs: number;
  readonly peakBytes: number;
  readonly disk: Rebuilt['disk'];
  readonly cpuMs: Rebuilt['cpuMs'] & { readonly parse: number; readonly hash: number };
}

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const home = await generatedHome({ cases: options.quick ? 2000 : 100_000 });
  const rounds: Round[] = [];
  for (let round = 0; round < Math.min(options.rounds, 3); round++)
    rounds.push(await oneRound(home, join(options.directory, 'views.sqlite')));
  options.note('rounds', rounds);
  const of = (name: Exclude<keyof Round, 'disk' | 'cpuMs'>): number =>
    median(rounds.map((round) => round[name]));
  const perSecond = (ms: number): number => (1000 * of('events')) / ms;
  const millions = of('events') / 1_000_000;
  return [
    {
      ...{ name: 'rebuild of all views, no index', unit: 'events/s' },
      ...{ measured: perSecond(of('viewsMs')), limit: perSecond(of('parseMs')), mustReach: { atLeast: 0.5 } },
    },
    {
      ...{ name: 'search index', unit: 'events/s' },
      ...{ measured: perSecond(of('indexMs')), limit: perSecond(of('hashMs')), mustReach: { atLeast: 0.5 } },
    },
    {
      ...{ name: `both, ${millions.toFixed(2)} M events`, unit: 's' },
      measured: (of('viewsMs') + of('indexMs')) / 1000,
      ...{ limit: limitsOfAMillion.seconds * millions, mustReach: { atMost: 1 } },
    },
    {
      ...{ name: `peak memory of both, heap ≤ ${heapMebibytes} MB`, unit: 'MB' },
      ...{
        measured: of('peakBytes') / mebibyte,
        limit: limitsOfAMillion.mebibytes,
        mustReach: { atMost: 1 },
      },
    },
  ];
}

async function oneRound(home: string, views: string): Promise<Round> {
  for (const file of [views, `${views}-wal`, `${views}-shm`]) rmSync(file, { force: true });
  const parsed = await inChild<LimitAnswer>(childModule, {
    measure: 'read-and-parse',
    home,
  } satisfies RebuildTask);
  const rebuilt = await inChild<Rebuilt>(
    childModule,
    {
      measure: 'rebuild',
      home,
      views,
    } satisfies RebuildTask,
    heapMebibytes,
  );
  const hashed = await inChild<LimitAnswer>(childModule, {
    measure: 'read-parse-open-hmac',
    home,
    views,
  } satisfies RebuildTask);
  const { events, viewsMs, indexMs, disk, cpuMs } = rebuilt.answer;
  return {
    events,
    viewsMs,
    indexMs,
    parseMs: parsed.answer.ms,
    hashMs: hashed.answer.ms,
    disk,
    cpuMs: { ...cpuMs, parse: parsed.answer.cpuMs, hash: hashed.answer.cpuMs },
    peakBytes: rebuilt.peakBytes,
  };
}
