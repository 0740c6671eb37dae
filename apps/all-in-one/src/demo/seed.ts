import type { Config, Logger } from '@threekeys/runtime';
import { existsSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { runAllInOne } from '../embedded-run';
import type { RunningAllInOne } from '../embedded-run';
import { demoAccounts } from './community';
import { DemoPeople } from './people';
import { generatedScenes, livedDaysFor } from './generated-scenes';
import { demoPlan } from './plan';
import { registerVolunteers } from './register-volunteers';
import { livedCases, scenes } from './scenes';
import { SimulatedClock } from './simulated-clock';
import { playScenes } from './stage';
import type { DemoWorld } from './stage';

const dayMs = 86_400_000;
const volunteerCount = 300;

export interface DemoRequest {
  readonly config: Config;
  readonly logs: Logger;
  readonly password: string;
  readonly seed: number;
  /** At least the lived-in ones are there; so many in all. */
  readonly cases?: number;
  /** Cases that have begun. */
  readonly onProgress?: (begun: number, of: number) => void;
  /** When the simulated clock ends: now. */
  readonly endsAt: string;
}

/** Told once: the secret that brings back the key of all personal data. */
export interface DemoHome {
  readonly recoverySecret?: string;
}

/**
 * Builds a home with the invented community in it, beside the one asked for, and puts it in place when it is whole: an
 * interrupted build leaves nothing half-done.
 */
export async function seedDemo(request: DemoRequest): Promise<DemoHome> {
  const { config, logs, endsAt, cases = 0 } = request;
  const home = `${config.home}.being-made`;
  rmSync(home, { recursive: true, force: true });
  const clock = new SimulatedClock(new Date(Date.parse(endsAt) - livedDaysFor(cases) * dayMs).toISOString());
  let made: DemoHome = {};
  const running = await runAllInOne({ ...config, home, port: 0, host: '127.0.0.1' }, logs, {
    clock,
    plan: demoPlan(endsAt),
    accounts: { names: Object.keys(demoAccounts), password: request.password },
    withTimers: false,
    onMade: ({ recoverySecret }) => (made = recoverySecret === undefined ? made : { recoverySecret }),
  });
  try {
    await play(running, clock, request);
  } finally {
    await running.close();
  }
  // Only an empty folder gives way.
  if (existsSync(config.home)) rmdirSync(config.home);
  renameSync(home, config.home);
  return made;
}

async function play(running: RunningAllInOne, clock: SimulatedClock, request: DemoRequest): Promise<void> {
  const { tokens, stores } = running.engine;
  const { seed } = request;
  const workplace = { url: running.url, tokens, operatorToken: stores.operatorToken, seed };
  await DemoPeople.atWork(workplace, (people) => live(running, clock, { ...request, people }));
}

async function live(
  running: RunningAllInOne,
  clock: SimulatedClock,
  { people, seed, endsAt, cases = 0, onProgress = () => undefined }: DemoRequest & { people: DemoPeople },
): Promise<void> {
  const certifiedUntil = new Date(Date.parse(endsAt) + 400 * dayMs).toISOString().slice(0, 10);
  await registerVolunteers(people, { count: volunteerCount, seed, certifiedUntil });
  await settle(running);
  const more = generatedScenes({
    ...{ seed, days: livedDaysFor(cases) },
    count: Math.max(0, cases - livedCases),
  });
  const all = [...scenes, ...more];
  await playScenes(worldOf(running, clock, people), all, {
    endsAt,
    onBegun: (begun) => onProgress(begun, all.length),
  });
}

function worldOf(running: RunningAllInOne, clock: SimulatedClock, people: DemoPeople): DemoWorld {
  const { wheel } = running.engine;
  return {
    send: (by, method, path, body) => people.send(by, method, path, body),
    now: () => clock.now(),
    setClock: (instant) => clock.set(instant),
    settle: () => settle(running),
    nextDueAt: () => wheel.nextDueAt(),
    // Of two at the same instant the second waits for what the first leads to: the same order each time.
    fireDueTimer: async () => {
      await wheel.fireDue(clock.now(), { max: 1 });
    },
  };
}

const settleWithinMs = 30_000;

/** Until nobody has anything left to say: every view and every consumer is at the head, and the head stays. */
async function settle({ engine }: RunningAllInOne): Promise<void> {
  const { stores, projector, messaging } = engine;
  for (;;) {
    const { size, position } = await stores.store.head();
    if (position !== undefined && !(await projector.waitFor(position, settleWithinMs))) {
      throw new Error('the views did not catch up');
    }
    await messaging.settled();
    if ((await stores.store.head()).size === size) return;
  }
}
