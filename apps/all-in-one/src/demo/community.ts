import { starterCatalogue, starterPolicy } from '@threekeys/domain';
import type {
  CatalogueCommand,
  CompoundCommand,
  OrganisationCommand,
  PolicyCommand,
} from '@threekeys/domain';

// An invented community: one community, three compounds, nine grids, sixty buildings, about three thousand households,
// eleven staff.

interface CompoundPlan {
  readonly compound: string;
  readonly zh: string;
  readonly en: string;
  readonly buildings: number;
  /** Numbers of its grids. */
  readonly grids: readonly number[];
}

const compounds: readonly CompoundPlan[] = [
  { compound: 'dawn-lane', zh: '晨曦里', en: 'Dawn Lane', buildings: 20, grids: [1, 2, 3] },
  { compound: 'plane-court', zh: '梧桐苑', en: 'Plane Tree Court', buildings: 22, grids: [4, 5, 6] },
  { compound: 'harmony-garden', zh: '和顺园', en: 'Harmony Garden', buildings: 18, grids: [7, 8, 9] },
];

const doorsPerEntrance = 20;
const gridWorkers = ['grid', 'grid-2', 'grid-3', 'grid-4', 'grid-5'];
const gridUnit = (grid: number) => `grid-${String(grid)}`;
const workerOf = (grid: number) => gridWorkers[Math.floor((grid - 1) / 2)] ?? 'grid-5';

/** Accounts to sign in with, and the role of each. */
export const demoAccounts = {
  clerk: 'intake-clerk',
  dispatcher: 'dispatcher',
  worker: 'social-worker',
  grid: 'grid-worker',
  branch: 'key-holder',
  owners: 'key-holder',
  property: 'key-holder',
  secretary: 'secretary',
  auditor: 'auditor',
  admin: 'admin',
  volunteer: 'volunteer',
} as const;
/** Whoever the demo's cases need before long: named where somebody may sign in as them. */
export const accountsToTry = [...Object.keys(demoAccounts), 'liaison', 'mediator'];
export type DemoAccount = keyof typeof demoAccounts;

const parties = ['branch', 'owners', 'property'] as const;

/**
 * 物业公司 of all three compounds, an organisation from the start: what is complained about it is kept from who holds its key
 * and from the liaison, who stands in for them.
 */
export const propertyCompany = 'mingguang-property';

function units(): OrganisationCommand[] {
  const community: OrganisationCommand = {
    type: 'DefineUnit',
    data: { unit: 'community', level: 'community', names: { zh: '明光社区党委', en: 'Mingguang community' } },
  };
  const grids = Array.from({ length: 9 }, (_, index): OrganisationCommand => ({
    type: 'DefineUnit',
    data: {
      unit: gridUnit(index + 1),
      level: 'grid-branch',
      parent: 'community',
      names: { zh: `第${String(index + 1)}网格党支部`, en: `Grid ${String(index + 1)}` },
    },
  }));
  return [community, ...grids];
}

const post = (
  code: string,
  unit: string,
  kind: string,
  names: { zh: string; en: string },
): OrganisationCommand => ({
  type: 'DefinePost',
  data: { post: code, unit, kind, names },
});
const fill = (code: string, person: string): OrganisationCommand => ({
  type: 'FillPost',
  data: { post: code, person },
});

function posts(): OrganisationCommand[] {
  const central: readonly [string, string, string, { zh: string; en: string }][] = [
    ['secretary', 'secretary', 'secretary', { zh: '社区党委书记', en: 'Secretary' }],
    ['duty-desk', 'duty-desk', 'clerk', { zh: '受理台', en: 'Duty desk' }],
    ['dispatch-desk', 'dispatcher', 'dispatcher', { zh: '派单台', en: 'Dispatch desk' }],
    ['social-work', 'social-worker', 'worker', { zh: '专业社工岗', en: 'Social work' }],
    ['mediation', 'mediator', 'mediator', { zh: '调解室', en: 'Mediation room' }],
    ['property-liaison', 'property-liaison', 'liaison', { zh: '物业对接岗', en: 'Property liaison' }],
  ];
  const grids = Array.from({ length: 9 }, (_, index) => index + 1);
  return [
    ...central.flatMap(([code, kind, person, names]) => [
      post(code, 'community', kind, names),
      fill(code, person),
    ]),
    ...grids.flatMap((grid) => [
      post(`${gridUnit(grid)}-worker`, gridUnit(grid), 'grid-worker', {
        zh: `第${String(grid)}网格网格员`,
        en: `Worker of grid ${String(grid)}`,
      }),
      fill(`${gridUnit(grid)}-worker`, workerOf(grid)),
    ]),
  ];
}

function grants(): OrganisationCommand[] {
  const ofParties = (person: string) => parties.find((party) => party === person);
  return [
    ...Object.entries(demoAccounts).map(([person, role]): OrganisationCommand => {
      const party = ofParties(person);
      return { type: 'GrantRole', data: { person, role, ...(party && { party, scope: 'dawn-lane' }) } };
    }),
    ...compounds.slice(1).flatMap(({ compound }) =>
      parties.map((party): OrganisationCommand => ({
        type: 'GrantRole',
        data: { person: holderOf(party, { compound }), role: 'key-holder', party, scope: compound },
      })),
    ),
    { type: 'GrantRole', data: { person: 'mediator', role: 'mediator' } },
    // Somebody else mediates what comes back for the second time.
    { type: 'GrantRole', data: { person: 'worker', role: 'mediator' } },
    { type: 'GrantRole', data: { person: 'liaison', role: 'handler', scope: propertyCompany } },
    // Beside the key of a compound: of whom they hold it.
    ...compounds.map((compound): OrganisationCommand => {
      const granted = { role: 'key-holder', party: 'property', scope: propertyCompany } as const;
      return { type: 'GrantRole', data: { person: holderOf('property', compound), ...granted } };
    }),
    ...gridWorkers
      .slice(1)
      .map((person): OrganisationCommand => ({ type: 'GrantRole', data: { person, role: 'grid-worker' } })),
  ];
}

export const organisationCommands = (): readonly OrganisationCommand[] => [
  ...units(),
  ...posts(),
  ...grants(),
];

/** Everybody who has a post or a role: each has an account, with the password of the demo. */
export function staffOf(commands: readonly OrganisationCommand[]): readonly string[] {
  const people = commands.flatMap(({ data }) => ('person' in data ? [data.person] : []));
  return [...new Set([...Object.keys(demoAccounts), ...people])];
}

/** Entrances of a building: two, of every second building three. */
const entrancesOf = (building: number) =>
  Array.from({ length: building % 2 === 0 ? 3 : 2 }, (_, index) => ({
    entrance: String(index + 1),
    doors: doorsPerEntrance,
  }));

function buildingsOf({ buildings, grids }: CompoundPlan): CompoundCommand[] {
  return Array.from({ length: buildings }, (_, index) => ({
    type: 'AddBuilding' as const,
    data: {
      building: String(index + 1),
      names: { zh: `${String(index + 1)}号楼`, en: `Building ${String(index + 1)}` },
      grid: gridUnit(grids[Math.floor((index * grids.length) / buildings)] ?? 1),
      entrances: entrancesOf(index + 1),
    },
  }));
}

const holderOf = (party: string, { compound }: Pick<CompoundPlan, 'compound'>): string =>
  compound === 'dawn-lane' ? party : `${party}-${compound}`;

function partiesOf(plan: CompoundPlan): CompoundCommand[] {
  return parties.map((party) => ({
    type: 'NameParty' as const,
    data: { party, holder: holderOf(party, plan), standIns: [] },
  }));
}

/** Every compound with the commands that build it up. */
export const compoundCommands = (): readonly { compound: string; commands: readonly CompoundCommand[] }[] =>
  compounds.map((plan) => ({
    compound: plan.compound,
    commands: [
      { type: 'RegisterCompound', data: { compound: plan.compound, names: { zh: plan.zh, en: plan.en } } },
      ...buildingsOf(plan),
      ...partiesOf(plan),
    ],
  }));

export const catalogueCommands = (): readonly CatalogueCommand[] =>
  starterCatalogue.map((category) => ({ type: 'DefineCategory', data: { category } }));

export const policyCommands = (): readonly PolicyCommand[] => [
  { type: 'AdoptPolicy', data: { version: 1, document: starterPolicy } },
];

/** Compound and number of buildings: where volunteers and residents live. */
export const addresses: readonly { compound: string; buildings: number }[] = compounds.map(
  ({ compound, buildings }) => ({
    compound,
    buildings,
  }),
);
