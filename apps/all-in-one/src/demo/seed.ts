import { Workplace } from '../embedded-workplace';
import type { Config, Logger } from '@threekeys/runtime';
import { setImmediate as turn } from 'node:timers/promises';
import { existsSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { OnRefused } from './as-far-as-it-goes';
import { organisationCommands, staffOf } from './community';
import { DemoPeople } from './people';
import { demoPlan } from './plan';
import type { Beginning } from './programme';
import { inOrder } from './programme';
import { registerVolunteers } from './register-volunteers';
import { livedCases, livedScenes } from './scenes';
import { SimulatedClock } from './simulated-clock';
import { playScenes } from './stage';
import { worldAt } from './world';
import { comingsAndGoings, newcomers } from './year/comings-and-goings';
import { importsBeside, yearDays, yearOf } from './year/year';

const dayMs = 86_400_000;
const livedDays = 28;
const threadCasesMin = 1000;

/** Whether it pays to let a thread of its own write the log, which takes about a second to start. */
const paysThread = (cases: number): boolean => cases >= threadCasesMin && availableParallelism() > 1;

export interface DemoRequest {
  readonly config: Config;
  readonly logs: Logger;
  readonly password: string;
  readonly seed: number;
  /** At least the lived-in ones are there; so many in all, over a year. */
  readonly cases?: number;
  /** Cases that have begun. */
  readonly onProgress?: (begun: number, of: number) => void;
  readonly onRefused?: OnRefused;
  /** When the simulated clock ends. */
  readonly endsAt: string;
  /** Ends the work; nothing of it stays. */
  readonly signal?: AbortSignal;
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
  const { config, logs, endsAt, cases = 0, password } = request;
  const { signal = new AbortController().signal } = request;
  const home = `${config.home}.being-made`;
  rmSync(home, { recursive: true, force: true });
  const more = Math.max(0, cases - livedCases);
  const days = more > 0 ? yearDays : livedDays;
  const clock = new SimulatedClock(new Date(Date.parse(endsAt) - days * dayMs).toISOString());
  let made: DemoHome = {};
  signal.throwIfAborted();
  const workplace = await Workplace.open({
    ...{ config: { ...config, home }, logs, clock, plan: demoPlan(endsAt) },
    inThread: paysThread(more),
    accounts: { names: [...staffOf(organisationCommands()), ...(more > 0 ? newcomers : [])], password },
    onMade: ({ recoverySecret }) => (made = recoverySecret === undefined ? made : { recoverySecret }),
  });
  try {
    await live(workplace, clock, { ...request, more, signal });
    await workplace.finish(signal);
  } catch (error) {
    // What went wrong first is what is told.
    await Promise.allSettled([workplace.close()]);
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  // Only an empty folder gives way.
  if (existsSync(config.home)) rmdirSync(config.home);
  renameSync(home, config.home);
  return made;
}

interface Lived extends DemoRequest {
  /** Beside the lived-in ones. */
  readonly more: number;
  readonly signal: AbortSignal;
}

const casesPerSave = 500;
const actsPerTurn = 50;

async function live(workplace: Workplace, clock: SimulatedClock, request: Lived): Promise<void> {
  const { seed, endsAt, more, signal, onRefused, onProgress = () => undefined } = request;
  const people = new DemoPeople({ app: workplace.app, operatorToken: workplace.operatorToken, seed });
  const end = Date.parse(endsAt);
  const certifiedUntil = new Date(end + 400 * dayMs).toISOString().slice(0, 10);
  await registerVolunteers(people, { seed, certifiedUntil });
  await workplace.settle();
  const world = worldAt(workplace, clock, people);
  const year: Iterable<Beginning> = more > 0 ? yearOf({ count: more, seed, end }, world, onRefused) : [];
  const lived = livedScenes(world, end, onRefused);
  const goings = more > 0 ? comingsAndGoings(world, { seed, end, days: yearDays }) : [];
  const all = more + importsBeside(more) + lived.length + goings.length;
  let [saved, acts] = [0, 0];
  await playScenes(world, inOrder(inOrder(goings, lived), year), {
    end,
    onAct: async (begun) => {
      // Nothing else gives way: Ctrl-C is heard here.
      if (++acts % actsPerTurn === 0) await turn();
      signal.throwIfAborted();
      onProgress(begun, all);
      if (begun < saved + casesPerSave) return;
      saved = begun;
      await workplace.save();
    },
  });
}
