// npm run bench [-- --only <name>] [--rounds n] [--quick]: each ratio that the design promises, against limits of the same run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Figure } from './benchmark';
import { isReached, ratioOf } from './benchmark';
import { clusterLog } from './cluster-log.benchmark';
import { clusterMessaging } from './cluster-messaging.benchmark';
import { clusterOffers } from './cluster-offers.benchmark';
import { clusterViews } from './cluster-views.benchmark';
import { commits } from './commits.benchmark';
import { intake } from './intake.benchmark';
import { offers } from './offers.benchmark';
import { queries } from './queries.benchmark';
import { rebuild } from './rebuild.benchmark';
import { tableOf } from './table';

const benchmarks: readonly Benchmark[] = [
  commits,
  intake,
  rebuild,
  offers,
  queries,
  clusterLog,
  clusterMessaging,
  clusterOffers,
  clusterViews,
];

interface Asked {
  readonly chosen: readonly Benchmark[];
  readonly rounds: number;
  readonly quick: boolean;
}

void main();

async function main(): Promise<void> {
  const { chosen, rounds, quick } = asked();
  const directory = mkdtempSync(join(tmpdir(), 'threekeys-bench-'));
  const figures: Figure[] = [];
  const notes: Record<string, unknown> = {};
  try {
    for (const { name, run } of chosen) {
      process.stderr.write(`${name} …\n`);
      const own = join(directory, name);
      mkdirSync(own);
      const note = (of: string, facts: unknown): void => void (notes[`${name}: ${of}`] = facts);
      figures.push(...(await run({ rounds, quick, directory: own, note })));
      rmSync(own, { recursive: true, force: true });
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  process.stdout.write(`${tableOf(figures)}\n`);
  keep(figures, { rounds, quick, notes });
  const missed = figures.filter((figure) => !isReached(figure));
  if (missed.length > 0) process.stderr.write(`missed: ${missed.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

function asked(): Asked {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const { only, quick } = values;
  const unknown = only?.filter((name) => !benchmarks.some((each) => each.name === name)) ?? [];
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name }) => name).join(', ');
    throw new Error(`no such benchmark: ${unknown.join(', ')}; there are ${known}`);
  }
  const rounds = Number(values.rounds ?? (quick ? 1 : 7));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1');
  return { chosen: benchmarks.filter(({ name }) => only?.includes(name) ?? true), rounds, quick };
}

function keep(figures: readonly Figure[], facts: object): void {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const rows = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), ok: isReached(figure) }));
  writeFileSync(
    join(__dirname, 'last.json'),
    `${JSON.stringify({ machine, ...facts, figures: rows }, null, 2)}\n`,
  );
}
