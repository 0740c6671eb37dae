import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClusterTown } from '../../bench/cluster-town';
import { whyNoServers } from '../../deploy/local/jars';
import { patiently } from './load';

// Not THREEKEYS_…: each process would take it for a setting that it does not know.
const minutes = Number(process.env.MEMORY_MINUTES ?? 30);
/** Of what a process held in the middle third, so much more it may hold in the last. */
const growthMax = 0.1;
/** What a heap rises and falls by between two collections. */
const slackBytes = 16 * 1024 * 1024;
/** As much as a small machine has for each: on a large one V8 leaves what nobody holds lying about, and looks like a leak. */
const heapMaxMB = 256;
const sampleEveryMs = minutes >= 5 ? 30_000 : 5_000;
/** Half of what five processes and three servers do on two cores. */
const casesPerSecond = Number(process.env.MEMORY_CASES_PER_SECOND ?? 5);
const atOnceMax = 20;
const warmUpCases = 100;

jest.setTimeout((minutes + 10) * 60_000);

const describeWithServers = whyNoServers() === undefined ? describe : describe.skip;

describeWithServers(`a cluster at half load for ${minutes} minutes`, () => {
  let directory: string;
  let town: ClusterTown;
  let close: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-memory-')));
    const opened = await ClusterTown.open(directory, { NODE_OPTIONS: `--max-old-space-size=${heapMaxMB}` });
    close = () => opened.close();
    town = opened;
  });
  afterAll(async () => {
    await close();
    rmSync(directory, { recursive: true, force: true });
  });

  it(`holds in no process ${growthMax * 100} % more memory in its last third than in its middle third`, async () => {
    await town.acceptEvenly(warmUpCases, casesPerSecond);
    const stopped = new AbortController();
    const working = work(town, stopped.signal);
    const samples = await sampled(town.pids, minutes * 60_000);
    stopped.abort();
    const cases = await working;
    const rows = Object.entries(samples).map(([name, bytes]) => ({ name, ...thirdsOf(bytes) }));
    process.stderr.write(`${cases} cases\n${rows.map(lineOf).join('\n')}\n`);
    expect(cases).toBeGreaterThan(0);
    const grown = rows.filter(({ middle, last }) => last > middle * (1 + growthMax) + slackBytes);
    expect(grown).toEqual([]);
  });
});

/** Reports and acceptances at an even pace until it is aborted. @returns how many cases */
async function work(town: ClusterTown, signal: AbortSignal): Promise<number> {
  const underWay = new Set<Promise<unknown>>();
  let cases = 0;
  for (const startedAt = performance.now(); !signal.aborted; cases++) {
    await pause(Math.max(0, startedAt + (1000 * cases) / casesPerSecond - performance.now()));
    const one = again(() => town.report()).then((caseId) => again(() => town.accept(caseId)));
    underWay.add(one);
    void one.finally(() => underWay.delete(one)).catch(() => undefined);
    if (underWay.size >= atOnceMax) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return cases;
}

const again = <T>(act: () => Promise<T>): Promise<T> => patiently(act, () => false);

type Samples = Readonly<Record<string, readonly number[]>>;

/** What each process holds of the memory of the machine, every so often. */
async function sampled(pids: Readonly<Record<string, number | undefined>>, forMs: number): Promise<Samples> {
  const samples = Object.fromEntries(Object.keys(pids).map((name) => [name, [] as number[]]));
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    for (const [name, pid] of Object.entries(pids)) samples[name]?.push(residentBytesOf(pid));
    await pause(sampleEveryMs);
  }
  return samples;
}

function residentBytesOf(pid: number | undefined): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  if (!found) throw new Error(`process ${String(pid)} says nothing of its memory`);
  return Number(found[1]) * 1024;
}

interface Thirds {
  readonly first: number;
  readonly middle: number;
  readonly last: number;
}

/** Medians: a collection that has just not run yet counts for one sample. */
function thirdsOf(samples: readonly number[]): Thirds {
  const third = Math.floor(samples.length / 3);
  const median = (from: number, to: number) => {
    const sorted = samples.slice(from, to).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    first: median(0, third),
    middle: median(third, 2 * third),
    last: median(2 * third, samples.length),
  };
}

function lineOf({ name, first, middle, last }: Thirds & { readonly name: string }): string {
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
  return `${name}: ${megabytes(first)} → ${megabytes(middle)} → ${megabytes(last)} MB`;
}
