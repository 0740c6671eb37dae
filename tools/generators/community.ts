import type { Actor, CatalogueCommand, CompoundCommand, Names, OrganisationCommand } from '@threekeys/domain';
import { starterCatalogue, starterPolicy } from '@threekeys/domain';
import type { HandlerPorts } from '@threekeys/event-store';
import {
  catalogueAggregate,
  CommandHandler,
  compoundAggregate,
  organisationAggregate,
  policyAggregate,
} from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';

export interface GeneratedPost {
  readonly post: string;
  readonly person: string;
  readonly unit: string;
}

const administrator: Actor = { id: 'administrator', role: 'admin' };
const named = (en: string): Names => ({ zh: `第${en}`, en });

export const theDesk: GeneratedPost = { post: 'desk', person: 'clerk', unit: 'home' };
export const grids: readonly GeneratedPost[] = [1, 2, 3, 4].map((number) => ({
  post: `grid-worker-${number}`,
  person: `worker-${number}`,
  unit: `grid-${number}`,
}));
export const compounds = ['spring', 'summer', 'autumn', 'winter'] as const;
export const buildings = Array.from({ length: 20 }, (_, index) => `b${index + 1}`);
export const entrances = ['e1', 'e2', 'e3'] as const;
export const gridOf = (compound: string): GeneratedPost => {
  const grid = grids[compounds.findIndex((each) => each === compound)];
  if (!grid) throw new Error(`no such compound: ${compound}`);
  return grid;
};

/** Founds a community of four compounds by commands: starter policy and catalogue, units, posts, buildings. */
export async function foundCommunity(ports: HandlerPorts): Promise<void> {
  const policy = { type: 'AdoptPolicy', data: { version: 1, document: starterPolicy } } as const;
  await new CommandHandler(policyAggregate, ports).handle('policy-main', policy, originOf('policy'));
  const catalogue = new CommandHandler(catalogueAggregate, ports);
  for (const category of starterCatalogue) {
    const command: CatalogueCommand = { type: 'DefineCategory', data: { category } };
    await catalogue.handle('catalogue-main', command, originOf(`category-${category.category}`));
  }
  const organisation = new CommandHandler(organisationAggregate, ports);
  for (const [index, command] of organisationCommands().entries()) {
    await organisation.handle('organisation-main', command, originOf(`organisation-${index}`));
  }
  const compound = new CommandHandler(compoundAggregate, ports);
  for (const code of compounds) {
    for (const [index, command] of compoundCommands(code).entries()) {
      await compound.handle(`compound-${code}`, command, originOf(`compound-${code}-${index}`));
    }
  }
}

function organisationCommands(): OrganisationCommand[] {
  const levels = [
    { unit: 'home', level: 'community' as const, parent: {} },
    ...grids.map(({ unit }) => ({ unit, level: 'grid-branch' as const, parent: { parent: 'home' } })),
  ];
  const property = compounds.map((compound) => ({
    compound,
    post: `property-${compound}`,
    person: `property-${compound}`,
  }));
  return [
    ...levels.map(({ unit, level, parent }): OrganisationCommand => ({
      type: 'DefineUnit',
      data: { unit, level, ...parent, names: named(unit) },
    })),
    ...grants,
    definePost(theDesk, 'duty-desk'),
    fillPost(theDesk),
    ...grids.flatMap((each) => [definePost(each, 'grid-worker'), fillPost(each)]),
    ...property.flatMap(({ compound, post, person }): OrganisationCommand[] => [
      {
        type: 'DefinePost',
        data: { post, unit: 'home', kind: 'property-liaison', compound, names: named(post) },
      },
      fillPost({ post, person, unit: 'home' }),
    ]),
  ];
}

/** Who signs in and may do what the scripts do. */
const grants: readonly OrganisationCommand[] = [
  { type: 'GrantRole', data: { person: theDesk.person, role: 'intake-clerk' } },
  { type: 'GrantRole', data: { person: theDesk.person, role: 'dispatcher' } },
  { type: 'GrantRole', data: { person: 'secretary', role: 'secretary' } },
];

function definePost({ post, unit }: GeneratedPost, kind: string): OrganisationCommand {
  return { type: 'DefinePost', data: { post, unit, kind, names: named(post) } };
}

function fillPost({ post, person }: GeneratedPost): OrganisationCommand {
  return { type: 'FillPost', data: { post, person } };
}

function compoundCommands(compound: string): CompoundCommand[] {
  return [
    { type: 'RegisterCompound', data: { compound, names: named(compound) } },
    ...buildings.map((building): CompoundCommand => ({
      type: 'AddBuilding',
      data: {
        building,
        names: named(building),
        grid: gridOf(compound).unit,
        entrances: entrances.map((entrance) => ({ entrance, doors: 24 })),
      },
    })),
  ];
}

function originOf(step: string) {
  const commandId = derivedId('generated', step);
  return { commandId, correlationId: commandId, by: administrator };
}
