import type { Config, Logger } from '@threekeys/runtime';
import { existsSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { runAllInOne } from '../embedded-run';
import type { RunningAllInOne } from '../embedded-run';
import { demoAccounts } from './community';
import { DemoPeople } from './people';
import { demoPlan } from './plan';
import { registerVolunteers } from './register-volunteers';
import { scenes } from './scenes';
import { SimulatedClock } from './simulated-clock';
import { playScenes } from './stage';
import type { DemoWorld } from './stage';

const dayMs = 86_400_000;
const livedDays = 28;
const volunteerCount = 300;

export interface DemoRequest {
  readonly config: Config;
  readonly logs: Logger;
  readonly password: string;
  readonly seed: number;
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
  const { config, logs, endsAt } = request;
  const home = `${config.home}.being-made`;
  rmSync(home, { recursive: true, force: true });
  const clock = new SimulatedClock(new Date(Date.parse(endsAt) - livedDays * dayMs).toISOString());
  const running = await runAllInOne({ ...config, home, port: 0, host: '127.0.0.1' }, logs, {
    clock,
    plan: demoPlan(endsAt),
    accounts: { names: Object.keys(demoAccounts), password: request.password },
    withTimers: false,
  });
  try {
    await play(running, clock, request);
  } finally {
    await running.close();
  }
  // Only an empty folder gives way.
  if (existsSync(config.home)) rmdirSync(config.home);
  renameSync(home, config.home);
  const { recoverySecret } = running.engine.stores;
  return recoverySecret === undefined ? {} : { recoverySecret };
}

async function play(
  running: RunningAllInOne,
  clock: SimulatedClock,
  { password, seed, endsAt }: DemoRequest,
): Promise<void> {
  const { operatorToken } = running.engine.stores;
  const people = new DemoPeople(running.url, { password, operatorToken });
  const certifiedUntil = new Date(Date.parse(endsAt) + 400 * dayMs).toISOString().slice(0, 10);
  await registerVolunteers(people, { count: volunteerCount, seed, certifiedUntil });
  await settle(running);
  await playScenes(worldOf(running, clock, people), scenes, endsAt);
}

function worldOf(running: RunningAllInOne, clock: SimulatedClock, people: DemoPeople): DemoWorld {
  const { wheel } = running.engine;
  return {
    send: (by, method, path, body) => people.send(by, method, path, body),
    now: () => clock.now(),
    setClock: (instant) => clock.set(instant),
    settle: () => settle(running),
    nextDueAt: () => wheel.nextDueAt(),
    fireDueTimers: async () => {
      await wheel.fireDue(clock.now());
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
