import { setTimeout as pause } from 'node:timers/promises';
import { Caller, removeHome, startApp, temporaryHome } from '../support/app';
import type { RunningApp } from '../support/app';
import { threekeys } from '../support/threekeys';
import { done } from '../story/path-light.fixtures';
import { bookingsOf, doubledOf, expectEnded, found, Ledger, Load, lostOf, overlapsOf } from './kill-the-app';
import { readLog, sendAgain } from './kill-the-app';

const kills = 10;
const keyboards = 8;

const home = temporaryHome();
const ledger = new Ledger();
let app: RunningApp | undefined;
afterAll(async () => {
  await app?.kill();
  removeHome(home);
});

/** @returns how many commands were in flight when it died */
async function killUnderLoad(running: RunningApp): Promise<number> {
  const load = new Load(Caller.operator(running), ledger).run(keyboards);
  await Promise.race([load, pause(200 + Math.random() * 400)]);
  while (ledger.inFlight.size < 2 || !ledger.hasYes) await Promise.race([load, pause(1)]);
  await running.kill();
  await load;
  return ledger.inFlight.size;
}

/** @returns how many events the head witness vouches for */
async function expectWhole(): Promise<number> {
  const stored = await readLog(home);
  expect({
    lost: lostOf(stored, ledger),
    doubled: doubledOf(stored, ledger),
    overlaps: overlapsOf(bookingsOf(stored)),
  }).toEqual({ lost: [], doubled: [], overlaps: [] });
  const { code, result } = await threekeys(home, 'verify');
  expect({ code, ...result }).toMatchObject({ code: 0, ok: true, events: stored.length });
  // Killed, it may have left its views behind the log.
  expect(result.views).toMatch(/^(equal|behind)$/);
  return (result.anchor as { size: number }).size;
}

interface Ready {
  readonly checks: readonly { readonly name: string; readonly facts?: { readonly behind?: number } }[];
}

/** Until every reaction and every view has handled the whole log. */
async function settled(by: Caller): Promise<void> {
  for (;;) {
    const { checks } = await done(by.get<Ready>('/api/health/ready'));
    if (checks.every(({ facts }) => (facts?.behind ?? 0) === 0)) return;
    await pause(50);
  }
}

describe(`the whole application, killed ${String(kills)} times under load`, () => {
  it('keeps what it accepted, once, and books nobody twice', async () => {
    const inFlight: number[] = [];
    app = await startApp({ home });
    await found(Caller.operator(app));
    for (let kill = 0; kill < kills; kill++) {
      inFlight.push(await killUnderLoad(app));
      await expectWhole();
      app = await startApp({ home });
      expect(await sendAgain(Caller.operator(app), ledger)).toEqual([]);
    }
    expect(Math.min(...inFlight)).toBeGreaterThanOrEqual(1);
    expect(ledger.accepted.size).toBeGreaterThan(kills * keyboards);
  });

  it('brings what it had begun to its end', async () => {
    if (!app) throw new Error('it did not start again');
    await settled(Caller.operator(app));
    expect(await app.stop()).toBe(0);
    const anchored = await expectWhole();
    const stored = await readLog(home);
    expect(anchored).toBe(stored.length);
    expectEnded(stored);
  });

  it('would be found out if it lost an event, stored one twice or booked somebody twice', async () => {
    const stored = await readLog(home);
    const [{ answer } = { answer: undefined }] = [...ledger.accepted.values()];
    const [event] = stored.filter(({ content }) => content.id === answer?.events[0]?.id);
    expect(
      lostOf(
        stored.filter((each) => each !== event),
        ledger,
      ),
    ).toHaveLength(1);
    expect(doubledOf([...stored, event!], ledger)).not.toEqual([]);
    const bookings = bookingsOf(stored);
    expect(overlapsOf([...bookings, { ...bookings[0]!, bookingId: 'planted' }])).toHaveLength(1);
  });
});
