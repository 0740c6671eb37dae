import type { Actor, CaseEventOf } from '@threekeys/domain';
import { contentOf } from '@threekeys/event-store';
import { trackingSecretName } from '@threekeys/privacy';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { scriptOf } from '../tools/generators/case-script';
import { workingCopy } from '../tools/generators/generated-home';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { settledDisk } from './limits';
import { quantile } from './rounds';
import { Town } from './town';

const casesPerSecond = 50;
const waveSize = 3;
const p99MsMax = 100;
const patienceMs = 10_000;
const clerk: Actor = { id: 'clerk', role: 'intake-clerk', post: 'desk' };

/** From an acceptance that is stored until the offers of its first wave are: filing, dispatch, ranking, asking; views live beside. */
export const offers: Benchmark = { name: 'offers', run };

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const town = await Town.open(await workingCopy({ cases: 2000 }, join(options.directory, 'home')));
  const watch = new OfferWatch(town);
  await settledDisk(options.directory);
  try {
    await acceptEvenly(await reportCases(town, casesPerSecond), watch, town);
    const caseIds = await reportCases(town, casesPerSecond * (options.quick ? 2 : 12), 1);
    const waits = await acceptEvenly(caseIds, watch, town);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(waits, share));
    options.note('ms from accepted to offered', {
      cases: waits.length,
      p50,
      p95,
      p99,
      max: Math.max(...waits),
    });
    const name = `accepted → offers stored, p99 at ${casesPerSecond} cases/s`;
    return [{ name, unit: 'ms', measured: p99 ?? Infinity, limit: p99MsMax, mustReach: { atMost: 1 } }];
  } finally {
    await watch.stop();
    await town.close();
  }
}

/** Reports so many cases, which nobody has accepted yet. */
async function reportCases(town: Town, count: number, seed = 0): Promise<readonly string[]> {
  const trackingSecret = await town.home.keys.secret(trackingSecretName);
  const scripts = Array.from({ length: count }, (_, number) =>
    scriptOf(number, { seed: 77 + seed, startsAt: 0, openPercent: 0, trackingSecret }),
  );
  for (const { caseId, steps } of scripts) {
    const report = steps[0]?.command;
    if (report?.type !== 'ReportCase') throw new Error('a case begins with its report');
    await town.tell(caseId, report, clerk);
  }
  await town.settled();
  return scripts.map(({ caseId }) => caseId);
}

/** Accepts the cases at an even pace, whatever becomes of those before. Milliseconds each waited for its offers. */
async function acceptEvenly(
  caseIds: readonly string[],
  watch: OfferWatch,
  town: Town,
): Promise<readonly number[]> {
  const startedAt = performance.now();
  const accepted = new Map<string, number>();
  const accepting: Promise<void>[] = [];
  for (const [index, caseId] of caseIds.entries()) {
    await delay(Math.max(0, startedAt + (1000 * index) / casesPerSecond - performance.now()));
    const accept = town.tell(
      caseId,
      { type: 'AcceptCase', data: { category: 'water-leak', urgency: 'urgent' } },
      clerk,
    );
    accepting.push(accept.then(() => void accepted.set(caseId, performance.now())));
  }
  await Promise.all(accepting);
  const deadline = performance.now() + patienceMs;
  while (!caseIds.every((caseId) => watch.hasWave(caseId)) && performance.now() < deadline) await delay(10);
  return caseIds.map((caseId) => watch.waveAt(caseId) - (accepted.get(caseId) ?? 0));
}

/** Sees each offer when it has been stored. */
class OfferWatch {
  private readonly seen = new Map<string, number[]>();
  private readonly stopped = new AbortController();
  private readonly watching: Promise<void>;

  constructor(town: Town) {
    this.watching = this.watch(town);
  }

  hasWave(caseId: string): boolean {
    return (this.seen.get(caseId)?.length ?? 0) >= waveSize;
  }

  /** When the last offer of the first wave was there; infinitely late where it never came. */
  waveAt(caseId: string): number {
    return this.seen.get(caseId)?.[waveSize - 1] ?? Infinity;
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.watching;
  }

  private async watch(town: Town): Promise<void> {
    const { store } = town.home;
    const { position } = await store.head();
    for await (const event of store.subscribe(
      position,
      { types: ['VolunteerOffered'] },
      this.stopped.signal,
    )) {
      const { wave } = contentOf(event).data as CaseEventOf<'VolunteerOffered'>['data'];
      const caseId = event.stream.slice('case-'.length);
      if (wave === 1) this.seen.set(caseId, [...(this.seen.get(caseId) ?? []), performance.now()]);
    }
  }
}
