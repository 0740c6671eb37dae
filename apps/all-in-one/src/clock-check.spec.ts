import { Clock } from '@threekeys/event-store';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogs } from '@threekeys/runtime';
import type { Config } from '@threekeys/runtime';
import { configFrom } from '@threekeys/runtime';
import { runAllInOne } from './embedded-run';

class ClockAt extends Clock {
  constructor(private readonly instant: string) {
    super();
  }

  now(): string {
    return this.instant;
  }
}

describe('a start by a clock that stands behind the log', () => {
  let home: string;
  let config: Config;
  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-clock-')));
    config = configFrom({ THREEKEYS_HOME: home, PORT: '0', THREEKEYS_LOG: 'silent' });
    await startAt('2026-03-01T08:00:00.000Z');
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const startAt = async (instant: string, acceptClock = false): Promise<void> => {
    const clock = new ClockAt(instant);
    const running = await runAllInOne(config, openLogs(config), { clock, acceptClock, withTimers: false });
    await running.close();
  };

  it('is refused, and says why', async () => {
    await expect(startAt('1970-01-01T00:00:07.000Z')).rejects.toThrow(
      /^the clock of this machine says 1970-.*, and the last event of the log is of 2026-03-01T08:00.*--accept-clock/,
    );
  });

  it('goes on by a few minutes less, and where somebody takes the clock for right', async () => {
    await startAt('2026-03-01T07:55:00.000Z');
    await startAt('2026-02-01T00:00:00.000Z', true);
  });
});
