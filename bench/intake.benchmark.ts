import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { buildings, compounds, entrances } from '../tools/generators/community';
import { workingCopy } from '../tools/generators/generated-home';
import { Random } from '../tools/generators/random';
import { invented } from '../tools/generators/words';
import { App } from './app';
import type { Usage } from './app.child';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { settledDisk } from './limits';
import { interleaved, rateOf } from './rounds';

const connections = 32;

/** A report by somebody new, through every check to the disk, against the same route with the same sign-in and validation that does nothing. */
export const intake: Benchmark = { name: 'intake', run };

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const requests = options.quick ? 300 : 1500;
  const homeOf = (name: string): Promise<string> =>
    workingCopy({ cases: 2000 }, join(options.directory, name));
  const real = await App.start(await homeOf('real'));
  const noOp = await App.start(await homeOf('no-op'), { noReports: true });
  const random = new Random(requests);
  const used = { real: [] as Use[], noOp: [] as Use[] };
  const measured = (name: 'real' | 'noOp', app: App) => async (): Promise<number> => {
    const before = await app.usage();
    const rate = await rateOf(requests, () => report(app, requests, random));
    used[name].push(useBetween(before, await app.usage(), requests));
    return rate;
  };
  await settledDisk(options.directory);
  try {
    const { medians, all } = await interleaved(options.rounds, {
      real: measured('real', real),
      noOp: measured('noOp', noOp),
    });
    options.note('rates', all);
    options.note('what the product used', used);
    const name = `intake over HTTP, ${connections} connections`;
    return [{ name, unit: '/s', measured: medians.real, limit: medians.noOp, mustReach: { atLeast: 0.7 } }];
  } finally {
    await real.stop();
    await noOp.stop();
  }
}

/** Per report. */
interface Use {
  readonly cpuMs: number;
  readonly diskKibibytes: number;
}

function useBetween(before: Usage, after: Usage, reports: number): Use {
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / reports,
    diskKibibytes: (after.diskBytes - before.diskBytes) / 1024 / reports,
  };
}

async function report(app: App, times: number, random: Random): Promise<void> {
  let left = times;
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const { status, text } = await app.post('/api/cases', bodyOf(random), {
        'idempotency-key': randomUUID(),
      });
      if (status !== 201) throw new Error(`a report was answered with ${status}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
}

function bodyOf(random: Random): object {
  return {
    requester: { name: invented.name(random), phone: invented.phone(random), callBack: true },
    channel: 'phone',
    place: {
      compound: random.pick(compounds),
      building: random.pick(buildings),
      entrance: random.pick(entrances),
      door: String(random.between(101, 1204)),
    },
    summary: invented.complaint(random),
  };
}
