import { entryOf } from './lookup';
import { refuse, type Refusal } from './refusals';
import type { RoutedPlace } from './routing';
import type { Rules } from './rules';

/** A place that a compound's register knows, or `outside` every compound. */
export function unlessRegistered(
  { compound, building }: RoutedPlace,
  { compounds }: Pick<Rules, 'compounds'>,
): Refusal | undefined {
  if (compound === 'outside') return undefined;
  const registered = entryOf(compounds, compound);
  if (!registered) return refuse('CompoundUnknown', { compound });
  return building === undefined || entryOf(registered.buildings, building)
    ? undefined
    : refuse('BuildingUnknown', { building });
}

/**
 * The same, as far as there is a register to ask: who reports is heard on the first day too, before any compound, or any
 * building of theirs, has been entered.
 */
export function unlessKnownPlace(
  { compound, building }: RoutedPlace,
  rules: Pick<Rules, 'compounds'>,
): Refusal | undefined {
  if (Object.keys(rules.compounds).length === 0) return undefined;
  const buildings = entryOf(rules.compounds, compound)?.buildings ?? {};
  const isListed = Object.keys(buildings).length > 0;
  return unlessRegistered(isListed ? { compound, building } : { compound }, rules);
}
