import { Clock, contentOf } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
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
      /^the clock of this machine says 1970-.*, and the log with its witness has come to 2026-03-01T08:00.*--accept-clock/,
    );
  });

  it('goes on by a few minutes less, and where somebody takes the clock for right', async () => {
    await startAt('2026-03-01T07:55:00.000Z');
    await startAt('2026-02-01T00:00:00.000Z', true);
    expect(await clocksAccepted()).toEqual([
      {
        logSize: expect.any(Number) as number,
        newest: '2026-03-01T08:00:00.000Z',
        clock: '2026-02-01T00:00:00.000Z',
      },
    ]);
  });

  it('goes on by the clock that was accepted, and is refused behind that', async () => {
    await startAt('2026-02-01T01:00:00.000Z');
    await startAt('2026-02-01T02:00:00.000Z', true);
    expect(await clocksAccepted()).toHaveLength(1);
    await expect(startAt('2026-01-31T00:00:00.000Z')).rejects.toThrow('has come to 2026-02-01T02:00');
  });

  it('is refused also where only the witness knows that it was later', async () => {
    await startAt('2026-02-03T10:00:00.000Z');
    await expect(startAt('2026-02-01T03:00:00.000Z')).rejects.toThrow('has come to 2026-02-03T10:00');
  });

  const clocksAccepted = async (): Promise<readonly unknown[]> => {
    const store = await SqliteEventStore.open(home, { readOnly: true });
    const accepted: unknown[] = [];
    for await (const event of store.readAll(undefined, { types: ['ClockAccepted'] }))
      accepted.push(contentOf(event).data);
    await store.close();
    return accepted;
  };
});
