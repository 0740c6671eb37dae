import { CommandRefused } from '@threekeys/event-store';
import { propertyCompany } from '../community';
import type { Beginning } from '../programme';
import { Random } from '../random';
import { registerVolunteer } from '../register-volunteers';
import type { DemoWorld, Scene } from '../stage';
import { Stage } from '../stage';
import { demoVolunteer, volunteerCount, volunteerIdOf } from '../volunteers';
import { dayMinutes, dayMs, localDay, startOfDay } from './calendar';

// Who leaves and who comes while a year goes by: of the staff, with their cases open, and of the volunteers.

interface Successor {
  readonly who: string;
  readonly role: string;
  readonly scope?: string;
  readonly posts: readonly string[];
}

/** Somebody is appointed, takes over posts with every open case of them, and the one before is no longer of the staff. */
const succeeds = (leaver: string, { who, posts, ...granted }: Successor): Scene =>
  async function* play(stage) {
    await stage.decide('admin', 'GrantRole', { person: who, ...granted });
    for (const post of posts) {
      yield 20;
      await stage.decide('secretary', 'LeavePost', { post, takesOver: who });
    }
    yield 60;
    await stage.decide('admin', 'RevokeRole', { person: leaver, ...granted });
  };

/** Two weeks at the desk of somebody who is away. */
const standsIn = (post: string, holder: string, standIn: string): Scene =>
  async function* play(stage) {
    await stage.decide('secretary', 'LeavePost', { post, takesOver: standIn });
    yield 14 * dayMinutes;
    await stage.decide('secretary', 'LeavePost', { post, takesOver: holder });
  };

const successors = {
  'grid-4': { who: 'grid-6', role: 'grid-worker', posts: ['grid-7-worker', 'grid-8-worker'] },
  mediator: { who: 'mediator-2', role: 'mediator', posts: ['mediation'] },
  liaison: { who: 'liaison-2', role: 'handler', scope: propertyCompany, posts: ['property-liaison'] },
} as const satisfies Readonly<Record<string, Successor>>;

/** Who comes to the staff while a year goes by. */
export const newcomers: readonly string[] = Object.values(successors).map(({ who }) => who);

const ofStaff: readonly (readonly [daysBeforeEnd: number, scene: Scene])[] = [
  [310, succeeds('grid-4', successors['grid-4'])],
  [215, succeeds('mediator', successors.mediator)],
  [160, standsIn('duty-desk', 'clerk', 'dispatcher')],
  [85, succeeds('liaison', successors.liaison)],
];

const everyDays = 9;

/** Every few days one of the volunteers rests for some weeks, learns something, agrees to something, comes, or goes. */
function ofVolunteers(seed: number, number: number): Scene {
  const random = new Random(Math.imul(seed + 1, 0xc2b2ae35) ^ number);
  const volunteerId = volunteerIdOf(random.between(1, volunteerCount - 1));
  const change = random.pick([rest, rest, learn, agree, come, go]);
  return (stage) => change(stage, { volunteerId, random, number });
}

interface Change {
  readonly volunteerId: string;
  readonly random: Random;
  readonly number: number;
}
type VolunteerScene = (stage: Stage, change: Change) => ReturnType<Scene>;

const rest: VolunteerScene = async function* play(stage, { volunteerId, random }) {
  const until = new Date(stage.now + random.between(10, 40) * dayMs).toISOString();
  yield* unlessGone(() => stage.volunteer('clerk', volunteerId, 'PauseVolunteer', { until }));
};

const learn: VolunteerScene = async function* play(stage, { volunteerId, random }) {
  const until = new Date(stage.now + random.between(30, 90) * dayMs).toISOString().slice(0, 10);
  const certificate = random.pick(['first-aid', 'height-work', 'driver']);
  yield* unlessGone(() => stage.volunteer('worker', volunteerId, 'GrantCertificate', { certificate, until }));
};

const agree: VolunteerScene = async function* play(stage, { volunteerId, random }) {
  const consentId = stage.newId('consent');
  const consent = { consentId, categories: ['errand'] };
  yield* unlessGone(() => stage.volunteer('clerk', volunteerId, 'GiveStandingConsent', consent));
  yield random.between(30, 120) * dayMinutes;
  yield* unlessGone(() => stage.volunteer('clerk', volunteerId, 'WithdrawStandingConsent', { consentId }));
};

const come: VolunteerScene = async function* play(stage, { random, number }) {
  const index = volunteerCount + number;
  const certifiedUntil = new Date(stage.now + 700 * dayMs).toISOString().slice(0, 10);
  await registerVolunteer(stage.world.people, {
    index,
    volunteer: demoVolunteer(random, index),
    certifiedUntil,
  });
  await stage.world.settle();
  yield 0;
};

const go: VolunteerScene = async function* play(stage, { volunteerId }) {
  yield* unlessGone(() =>
    stage.volunteer('clerk', volunteerId, 'LeaveVolunteering', { reason: 'moved-away' }),
  );
};

/** Who has left by now is not asked. */
async function* unlessGone(act: () => Promise<void>): AsyncGenerator<number, void, void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
  }
  yield 0;
}

/** Soonest first. @param end of the clock, in epoch milliseconds */
export function comingsAndGoings(world: DemoWorld, { seed, end, days }: GoingsOf): readonly Beginning[] {
  const today = localDay(end);
  const tenOClock = (daysBefore: number): number => startOfDay(today - daysBefore) + 600 * 60_000;
  const count = Math.floor((days - 2) / everyDays);
  const volunteers = Array.from({ length: count }, (_, number) => {
    const stage = new Stage(world, `volunteers ${String(number)}`);
    const scene = ofVolunteers(seed, number);
    return { at: tenOClock(days - 2 - number * everyDays) + 60_000, begin: () => scene(stage) };
  });
  const staff = ofStaff.map(([daysBefore, scene], index) => {
    const stage = new Stage(world, `staff ${String(index)}`);
    return { at: tenOClock(daysBefore), begin: () => scene(stage) };
  });
  return [...volunteers, ...staff].sort((a, b) => a.at - b.at);
}

export interface GoingsOf {
  readonly seed: number;
  readonly end: number;
  /** How long the community has lived. */
  readonly days: number;
}
