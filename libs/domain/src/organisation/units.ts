import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import { LevelName } from '../values';
import type { DataOf, OrganisationDecision } from './organisation.handler';
import type { Organisation } from './organisation.messages';

export function defineUnit(data: DataOf<'DefineUnit'>, state: Organisation): OrganisationDecision {
  const { unit, ...content } = data;
  const existing = entryOf(state.units, unit);
  if (existing) return equalContent(existing, content) ? [] : refuse('UnitAlreadyDefined', { unit });
  return unlessFits(data, state) ?? [{ type: 'UnitDefined', data }];
}

/** Exactly one level below a unit that is there; nothing stands above the community. */
function unlessFits({ parent, level }: DataOf<'DefineUnit'>, state: Organisation): Refusal | undefined {
  const above = parent === undefined ? undefined : openUnit(parent, state);
  if (above && 'refused' in above) return above;
  return above?.level === levelAbove(level) ? undefined : refuse('LevelDoesNotFit');
}

export function renameUnit({ unit, names }: DataOf<'RenameUnit'>, state: Organisation): OrganisationDecision {
  const known = openUnit(unit, state);
  if ('refused' in known) return known;
  return equalContent(known.names, names) ? [] : [{ type: 'UnitRenamed', data: { unit, names } }];
}

/** 撤销: only what nobody works in, holds a post of, or stands under. */
export function closeUnit(
  { unit, ...found }: DataOf<'CloseUnit'>,
  state: Organisation,
): OrganisationDecision {
  const known = entryOf(state.units, unit);
  if (!known) return refuse('UnitUnknown', { unit });
  if (known.closed) return [];
  const below = Object.entries(state.units).find(([, each]) => each.parent === unit && !each.closed);
  if (below) return refuse('UnitHasSubunits', { unit, below: below[0] });
  const held = Object.entries(state.posts).find(
    ([, each]) => each.unit === unit && each.holder !== undefined,
  );
  if (held) return refuse('UnitHasPosts', { unit, post: held[0] });
  if (isLastCommunity(unit, state)) return refuse('LastCommunity', { unit });
  const open = openWork(found);
  return open ? refuse('UnitHasOpenCases', { unit, ...open }) : [{ type: 'UnitClosed', data: { unit } }];
}

/**
 * What a refusal says of the open cases that lie there; undefined: none. 身份隔离: where all of them are hidden from whoever
 * decides, it gives no number.
 */
export function openWork({
  openCases = 0,
  hasHiddenCases = false,
}: Pick<DataOf<'CloseUnit'>, 'openCases' | 'hasHiddenCases'>): { readonly openCases?: number } | undefined {
  if (openCases > 0) return { openCases };
  return hasHiddenCases ? {} : undefined;
}

/** What no unit below takes goes to the community: there is always one. */
function isLastCommunity(unit: string, { units }: Organisation): boolean {
  const open = Object.keys(units).filter((each) => {
    const known = entryOf(units, each);
    return known?.level === 'community' && !known.closed;
  });
  return open.length === 1 && open[0] === unit;
}

/** A unit in which something can be done. */
export function openUnit(
  unit: string,
  { units }: Pick<Organisation, 'units'>,
): Organisation['units'][string] | Refusal {
  const known = entryOf(units, unit);
  if (!known) return refuse('UnitUnknown', { unit });
  return known.closed ? refuse('UnitIsClosed', { unit }) : known;
}

/** The next level up; nothing above the community. */
function levelAbove(level: LevelName): LevelName | undefined {
  return LevelName.options[LevelName.options.indexOf(level) - 1];
}
