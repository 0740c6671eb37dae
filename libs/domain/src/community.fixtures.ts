import { starterCatalogue } from './catalogue/starter-catalogue';
import type { OrganisationEvent } from './organisation/organisation.messages';
import { organisationDecider } from './organisation/organisation.decider';
import type { CompoundEvent } from './compound/compound.messages';
import { compoundDecider } from './compound/compound.decider';
import { starterPolicy } from './policy/starter-policy';
import type { Rules } from './rules';
import { foldOf } from './scenario.fixtures';
import type { LevelName, Names } from './values';

export const named = (en: string): Names => ({ zh: `名${en}`, en });

export const unitDefined = (unit: string, level: LevelName, parent?: string): OrganisationEvent => ({
  type: 'UnitDefined',
  data: { unit, level, ...(parent === undefined ? {} : { parent }), names: named(unit) },
});

export const postDefined = (
  post: string,
  unit: string,
  kind: string,
  compound?: string,
): OrganisationEvent => ({
  type: 'PostDefined',
  data: { post, unit, kind, names: named(post), ...(compound === undefined ? {} : { compound }) },
});

export const postFilled = (post: string, person: string): OrganisationEvent => ({
  type: 'PostFilled',
  data: { post, person },
});

export const compoundRegistered = (compound: string): CompoundEvent => ({
  type: 'CompoundRegistered',
  data: { compound, names: named(compound) },
});

export const buildingAdded = (building: string, grid: string, group?: string): CompoundEvent => ({
  type: 'BuildingAdded',
  data: {
    building,
    names: named(building),
    grid,
    ...(group === undefined ? {} : { group }),
    entrances: [{ entrance: 'e1', doors: 12 }],
  },
});

/** One community, two grids, one building group; the courtyard `spring` lies in both grids, `autumn` in the second alone. */
export const theOrganisation: readonly OrganisationEvent[] = [
  unitDefined('home', 'community'),
  unitDefined('grid-1', 'grid-branch', 'home'),
  unitDefined('grid-2', 'grid-branch', 'home'),
  unitDefined('group-1', 'building-group', 'grid-1'),
  postDefined('desk', 'home', 'duty-desk'),
  postDefined('mediation', 'home', 'mediator'),
  postDefined('property-autumn', 'home', 'property-liaison', 'autumn'),
  postDefined('property-spring', 'home', 'property-liaison', 'spring'),
  postDefined('grid-worker-1', 'grid-1', 'grid-worker'),
  postDefined('grid-worker-2', 'grid-2', 'grid-worker'),
  postDefined('grid-worker-home', 'home', 'grid-worker'),
  postFilled('desk', 'clerk'),
  postFilled('mediation', 'wen'),
  postFilled('property-autumn', 'qiu'),
  postFilled('property-spring', 'chun'),
  postFilled('grid-worker-1', 'li'),
  postFilled('grid-worker-home', 'zhao'),
];

export const rulesOf = (organisation: readonly OrganisationEvent[]): Rules => ({
  policy: { ...starterPolicy, version: 1 },
  catalogue: {
    version: 1,
    categories: Object.fromEntries(starterCatalogue.map((each) => [each.category, each])),
    retired: [],
  },
  organisation: foldOf(organisationDecider, organisation),
  compounds: {
    spring: foldOf(compoundDecider, [
      compoundRegistered('spring'),
      buildingAdded('b1', 'grid-1', 'group-1'),
      buildingAdded('b2', 'grid-1'),
      buildingAdded('b3', 'grid-2'),
    ]),
    autumn: foldOf(compoundDecider, [compoundRegistered('autumn'), buildingAdded('b9', 'grid-2')]),
  },
});

export const theRules = rulesOf(theOrganisation);
