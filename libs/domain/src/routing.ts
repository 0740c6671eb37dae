import { entryOf } from './lookup';
import type { Actor } from './actor';
import type { Category } from './catalogue/catalogue.messages';
import type { Organisation } from './organisation/organisation.messages';
import type { Rules } from './rules';
import { LevelName } from './values';

// 派单: from an address and a category to the post that takes it. Work goes to the post that the catalogue names; the
// four levels are how the community reaches every door, not a ladder that every complaint has to climb.

/** What of an address routing rests on. A compound that no register knows (`outside`) is an address too. */
export interface RoutedPlace {
  readonly compound: string;
  readonly building?: string | undefined;
}

export interface UnitAtLevel {
  readonly unit: string;
  readonly level: LevelName;
}

/** A post, and the person who holds it. */
export interface Holder {
  readonly post: string;
  readonly person: string;
}

export interface Route extends Holder, UnitAtLevel {}

/** Whether somebody may answer for a case: the side that it complains about may not. */
export type Fit = (person: string) => boolean;
const anybody: Fit = () => true;

type Routing = Pick<Rules, 'organisation' | 'compounds'>;

/**
 * The unit of a level that an address belongs to, or of the next level above that it does belong to: a building without
 * a group goes to its grid; a compound without a building to the grid all its buildings share, else to the community;
 * what lies outside every compound to the community. A key household is reached by consent, never by address.
 * Nothing only where the organisation has no community.
 */
export function unitOf(place: RoutedPlace, level: LevelName, rules: Routing): UnitAtLevel | undefined {
  const wanted = level === 'key-household' ? 'building-group' : level;
  const line = upwardsFrom(lowestUnitOf(place, rules), rules.organisation);
  return line.find((each) => each.level === wanted) ?? line.find((each) => isAbove(each.level, wanted));
}

/** Whether an address lies in the territory of a unit: its own or that of one above it. A key household is of its group. */
export function liesIn(place: RoutedPlace, unit: string, rules: Routing): boolean {
  const { level, parent } = entryOf(rules.organisation.units, unit) ?? {};
  const territory = level === 'key-household' ? parent : unit;
  const line = upwardsFrom(lowestUnitOf(place, rules), rules.organisation);
  return line.some((each) => each.unit === territory);
}

/**
 * The post of the category's kind, held by somebody, at the unit of its level of the address; where nobody holds it, at
 * the next unit above. Sensitive categories and disputes (whistle-blowing is sensitive) start at the community, and
 * nothing but a service starts as low as a key household's level.
 */
export function postFor(
  category: Pick<Category, 'kind' | 'level' | 'postKind' | 'sensitive'>,
  place: RoutedPlace,
  rules: Routing,
): Route | 'no-holder' {
  const level = startingLevel(category);
  const start = unitOf(place, level, rules);
  const households = level === 'key-household' ? householdsOf(start?.unit, rules.organisation) : [];
  for (const at of [...households, ...upwardsFrom(start?.unit, rules.organisation)]) {
    const holder = holderAt(at.unit, category.postKind, place, { ...rules, isFit: anybody });
    if (holder) return { ...holder, ...at };
  }
  return 'no-holder';
}

interface Climb {
  readonly unit: string;
  readonly kind: string | undefined;
  readonly place: RoutedPlace;
  readonly to?: LevelName;
}

/**
 * The post that a case climbs to: at the nearest unit above in which somebody holds one of the case's kind or, where none
 * does, of the kinds that the policy names for it, in their order. `to`: only at that level.
 */
export function postAbove(
  { unit, kind, place, to }: Climb,
  { organisation, policy }: Pick<Rules, 'organisation' | 'policy'>,
  isFit: Fit = anybody,
): Route | 'no-holder' {
  const kinds = [...(kind === undefined ? [] : [kind]), ...policy.escalationPostKinds];
  const above = upwardsFrom(unit, organisation).filter((each) => each.unit !== unit);
  for (const at of above.filter(({ level }) => to === undefined || to === level)) {
    for (const each of kinds) {
      const holder = holderAt(at.unit, each, place, { organisation, isFit });
      if (holder) return { ...holder, ...at };
    }
  }
  return 'no-holder';
}

/** Who holds a post of a kind that serves this place, in the order of the posts' codes. */
export function holdersOfKind(kind: string, { compound }: RoutedPlace, organisation: Organisation): string[] {
  return heldPosts(organisation).flatMap(({ post, person }) => {
    const at = entryOf(organisation.posts, post);
    return at?.kind === kind && (at.compound ?? compound) === compound ? [person] : [];
  });
}

/**
 * 首接负责: whoever receives a report answers for it under their own post; who holds none, and the web, the duty desk.
 * Where they are of the side that is complained about: whoever a case would climb to, else any post.
 */
export function accountableFor(
  by: Actor,
  rules: Pick<Rules, 'organisation' | 'policy'>,
  isFit: Fit = anybody,
): Holder | 'no-holder' {
  const everybody = heldPosts(rules.organisation);
  const held = everybody.filter(({ person }) => isFit(person));
  const own = held.filter(({ person }) => person === by.id);
  const named = own.find(({ post }) => post === by.post) ?? own[0];
  const { dutyPostKind, escalationPostKinds } = rules.policy;
  const ofKind = (kind: string) =>
    held.filter(({ post }) => entryOf(rules.organisation.posts, post)?.kind === kind);
  const isShutOut = held.length < everybody.length;
  const [first] = [
    ...ofKind(dutyPostKind),
    ...(isShutOut ? [...escalationPostKinds.flatMap(ofKind), ...held] : []),
  ];
  return named ?? first ?? 'no-holder';
}

function startingLevel({
  kind,
  level,
  sensitive,
}: Pick<Category, 'kind' | 'level' | 'sensitive'>): LevelName {
  if (sensitive || kind === 'dispute') return 'community';
  return level === 'key-household' && kind !== 'service' ? 'building-group' : level;
}

/** 党员中心户 of a building group, in the order of their codes. Holding a post of one is the consent to be given services. */
function householdsOf(group: string | undefined, { units }: Organisation): readonly UnitAtLevel[] {
  return Object.entries(units)
    .filter(([, { level, parent, closed }]) => level === 'key-household' && parent === group && !closed)
    .map(([unit, { level }]) => ({ unit, level }))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

function lowestUnitOf({ compound, building }: RoutedPlace, rules: Routing): string | undefined {
  const buildings = entryOf(rules.compounds, compound)?.buildings ?? {};
  const known = building === undefined ? undefined : entryOf(buildings, building);
  if (known) return known.group ?? known.grid;
  const [grid, ...others] = new Set(Object.values(buildings).map((each) => each.grid));
  return others.length === 0 ? grid : upwardsFrom(grid, rules.organisation).at(-1)?.unit;
}

/** A unit and those above it, lowest first, without those that are closed. Where no such unit is known: the first open community. */
function upwardsFrom(unit: string | undefined, { units }: Organisation): readonly UnitAtLevel[] {
  const known = unit !== undefined && entryOf(units, unit) ? unit : undefined;
  const line: UnitAtLevel[] = [];
  let at = known ?? Object.keys(units).find((each) => isOpenCommunity(unitNamed(each, units)));
  while (at !== undefined) {
    const { level, parent, closed } = unitNamed(at, units);
    if (!closed) line.push({ unit: at, level });
    at = parent;
  }
  return line;
}

function isOpenCommunity({ level, closed }: Organisation['units'][string]): boolean {
  return level === 'community' && !closed;
}

/** @throws Error where a parent is not defined: the decider of the organisation lets no such unit in. */
function unitNamed(unit: string, units: Organisation['units']): Organisation['units'][string] {
  const found = entryOf(units, unit);
  if (!found) throw new Error(`The organisation has no unit ${unit}`);
  return found;
}

/** Among several posts of a kind at one unit: one that serves this compound, then one that serves all; never another's. */
function holderAt(
  unit: string,
  kind: string,
  { compound }: RoutedPlace,
  { organisation, isFit }: { organisation: Organisation; isFit: Fit },
): Holder | undefined {
  const fitting = heldPosts(organisation).filter(({ post, person }) => {
    const at = entryOf(organisation.posts, post);
    return isFit(person) && at?.unit === unit && at.kind === kind && (at.compound ?? compound) === compound;
  });
  return fitting.find(({ post }) => entryOf(organisation.posts, post)?.compound === compound) ?? fitting[0];
}

/** Posts that somebody holds, in the order of their codes: the same state always routes the same way. */
function heldPosts({ posts }: Organisation): readonly Holder[] {
  return Object.entries(posts)
    .flatMap(([post, { holder }]) => (holder === undefined ? [] : [{ post, person: holder }]))
    .sort((a, b) => (a.post < b.post ? -1 : 1));
}

function isAbove(level: LevelName, other: LevelName): boolean {
  return LevelName.options.indexOf(level) < LevelName.options.indexOf(other);
}
