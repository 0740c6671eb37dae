import { certificateNames, interestNames, skillNames } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { addresses } from './community';
import { personName, phoneNumber } from './names';
import type { Random } from './random';

export interface DemoVolunteer {
  readonly registration: Readonly<Record<string, unknown>>;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  readonly certificates: readonly string[];
  /** Half-hour slots of the week, 0 = Monday 00:00. */
  readonly weekly: readonly number[];
  readonly standingConsent: readonly string[];
}

export const volunteerCount = 300;
export const volunteerIdOf = (index: number): string => derivedId('demo-volunteer', String(index));

const certificateOf: Readonly<Record<string, string>> = {
  electrics: 'electrician',
  metalwork: 'welder',
  'first-aid': 'first-aid',
  mediation: 'mediator',
  driving: 'driver',
};
const homeVisitors = new Set(['visiting', 'errands']);

/** Slots of `from`…`to` o'clock on these days of the week (0 = Monday). */
const slots = (days: readonly number[], from: number, to: number): readonly number[] =>
  days.flatMap((day) => Array.from({ length: (to - from) * 2 }, (_, index) => day * 48 + from * 2 + index));

const weeks: readonly (readonly number[])[] = [
  slots([0, 1, 2, 3, 4, 5, 6], 8, 12),
  slots([0, 1, 2, 3, 4, 5, 6], 14, 20),
  slots([0, 1, 2, 3, 4], 18, 21),
  slots([5, 6], 8, 20),
  slots([0, 2, 4], 9, 18),
  slots([0, 1, 2, 3, 4, 5, 6], 8, 20),
];

function certificatesOf(skills: readonly string[], interests: readonly string[]): readonly string[] {
  const earned = skills.flatMap((skill) => certificateOf[skill] ?? []);
  return [...earned, ...(interests.some((each) => homeVisitors.has(each)) ? ['home-visit'] : [])].filter(
    (certificate) => certificate in certificateNames,
  );
}

interface Person {
  readonly address: { readonly compound: string; readonly buildings: number };
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  readonly weekly: readonly number[];
  readonly account?: string;
}

/** The one with an account: an electrician of Dawn Lane who is free every day. */
const electrician: Person = {
  address: { compound: 'dawn-lane', buildings: 20 },
  skills: ['electrics'],
  interests: ['repairing'],
  weekly: slots([0, 1, 2, 3, 4, 5, 6], 8, 20),
  account: 'volunteer',
};

const somebody = (random: Random): Person => ({
  address: random.pick(addresses),
  skills: random.some(Object.keys(skillNames), random.between(1, 3)),
  interests: random.some(Object.keys(interestNames), random.between(1, 3)),
  weekly: random.pick(weeks),
});

/** One of three hundred; the first is the one with an account. */
export function demoVolunteer(random: Random, index: number): DemoVolunteer {
  const { address, skills, interests, weekly, account } = index === 0 ? electrician : somebody(random);
  return {
    registration: {
      name: personName(random),
      phone: phoneNumber(random),
      kind: random.pick(['resident', 'resident', 'employed-member', 'worker']),
      compound: address.compound,
      building: String(random.between(1, address.buildings)),
      ...(account !== undefined && { account }),
    },
    skills,
    interests,
    certificates: certificatesOf(skills, interests),
    weekly,
    standingConsent: interests.includes('errands') && random.next() < 0.2 ? ['errand'] : [],
  };
}
