import { runAllInOne } from '@threekeys/all-in-one';
import { Clock } from '@threekeys/event-store';
import { configFrom, openLogs } from '@threekeys/runtime';
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recoverHome } from '../../apps/cli/src/embedded-recover';
import { Caller, removeHome, temporaryHome } from '../support/app';
import { commandLine } from './command-line';
import type { Ended } from './command-line';

const report = {
  channel: 'phone',
  place: { compound: 'outside' },
  summary: 'the lamp over the path flickers',
  requester: { name: '王桂英', phone: '19900005678' },
};
const right = '2026-02-01T08:00:00.000Z';
const ahead = '2026-03-01T08:00:00.000Z';

class SetClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  now(): string {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = instant;
  }
}

const at = (home: string, ...words: string[]): Promise<Ended> => commandLine({ home }, [...words, '--json']);

/** What reaches a home while it runs by a clock. */
async function running(
  home: string,
  clock: Clock,
  {
    acceptClock = false,
    work,
  }: { acceptClock?: boolean; work: (report: () => Promise<void>) => Promise<void> },
): Promise<void> {
  const config = configFrom({ THREEKEYS_HOME: home, PORT: '0', THREEKEYS_LOG: 'silent' });
  const app = await runAllInOne(config, openLogs(config), { clock, acceptClock, withTimers: false });
  try {
    const operator = Caller.operator({ url: app.url, home });
    await work(async () => expect((await operator.post('/api/cases', report)).status).toBe(201));
  } finally {
    await app.close();
  }
}

const reportedAt = (home: string, instant: string, acceptClock = false): Promise<void> =>
  running(home, new SetClock(instant), { acceptClock, work: (one) => one() });

describe('a home whose clock stood a month ahead', () => {
  const folder = temporaryHome();
  const home = join(folder, 'home');
  afterAll(() => removeHome(folder));

  const restored = async (from: string, name: string): Promise<Ended> => {
    const backup = join(folder, `${name}-backup`);
    const again = join(folder, name);
    mkdirSync(again);
    expect((await at(from, 'backup', backup)).code).toBe(0);
    expect((await at(again, 'restore', backup, '--kek', join(from, 'kek'))).code).toBe(0);
    return at(again, 'verify');
  };

  it('is proved, and restored, once somebody has accepted that it stands behind, which every verify tells', async () => {
    await reportedAt(home, ahead);
    await reportedAt(home, right, true);
    await reportedAt(home, '2026-02-02T08:00:00.000Z');
    expect(await at(home, 'verify')).toMatchObject({
      code: 0,
      json: { ok: true, views: 'equal', clocks: [{ newest: ahead, clock: right }] },
    });
    expect((await commandLine({ home }, ['verify'])).stdout).toMatch(
      /an operator accepted a clock that said 2026-02-01.*had come to 2026-03-01/,
    );
    expect(await restored(home, 'again')).toMatchObject({ code: 0, json: { clocks: [{ clock: right }] } });
  });

  it('and was put right by nobody who said so, is told, with everything else compared, and can be restored', async () => {
    const silent = join(folder, 'silent');
    const clock = new SetClock(ahead);
    const work = async (one: () => Promise<void>): Promise<void> => {
      await one();
      clock.set(right);
      await one();
    };
    await running(silent, clock, { work });
    const { code, json, stderr } = await at(silent, 'verify');
    expect([code, json?.ok, json?.views]).toEqual([3, false, 'equal']);
    expect(stderr).toMatch(/recorded at 2026-02-01.*is back-dated, or a clock was wrong/);
    const events = Number(json?.events) + 1; // that it was restored
    expect(await restored(silent, 'silent-again')).toMatchObject({ code: 3, json: { events } });
  });
});

describe('a log that lost its tail', () => {
  const folder = temporaryHome();
  const home = join(folder, 'home');
  afterAll(() => removeHome(folder));

  it('is not recovered by a clock behind what is left, and is by one behind what was lost', async () => {
    await reportedAt(home, '2026-02-01T08:00:00.000Z');
    cpSync(home, join(folder, 'early'), { recursive: true });
    const clock = new SetClock('2026-02-03T08:00:00.000Z');
    const work = async (one: () => Promise<void>): Promise<void> => {
      await one();
      clock.set('2026-02-05T08:00:00.000Z');
      await one();
    };
    await running(home, clock, { work });
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(home, `log.sqlite${suffix}`), { force: true });
    copyFileSync(join(folder, 'early', 'log.sqlite'), join(home, 'log.sqlite'));
    const recovered = (instant: string) => recoverHome(home, undefined, new SetClock(instant));

    await expect(recovered('2026-02-02T08:00:00.000Z')).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringMatching(
        /^The clock of this machine says 2026-02-02.*has come to 2026-02-03/,
      ) as string,
    });
    expect(await recovered('2026-02-04T08:00:00.000Z')).toMatchObject({ accepted: true });
    expect(await at(home, 'verify')).toMatchObject({
      code: 0,
      json: { losses: [{ isWitnessed: true, recordedAt: '2026-02-04T08:00:00.000Z' }] },
    });
  });
});
