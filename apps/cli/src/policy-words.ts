import { unitWords } from '@threekeys/api-client/unit-words';
import type { Language, Unit } from '@threekeys/api-client/unit-words';

type Value = number | string | boolean | readonly string[];

/** A value that two versions of the policy say differently. */
export interface Difference {
  readonly path: string;
  readonly names: { readonly zh: string; readonly en: string };
  readonly before?: Value;
  readonly after?: Value;
}

/** “Deadlines · handling · urgent: 24 hours → 3 days”. @param unit what its numbers count */
export function differenceWords(
  { names, before, after }: Difference,
  unit: Unit | undefined,
  language: Language,
): string {
  const words = (value: Value | undefined) => valueWords(value, unit, language);
  const change = listChange(before, after) || `${words(before)} → ${words(after)}`;
  return `${unit ? withoutUnit(names[language]) : names[language]}: ${change}`;
}

/** A list says what it gained and lost; where it did neither, its order is what has changed. */
function listChange(before: Value | undefined, after: Value | undefined): string {
  if (typeof before !== 'object' || typeof after !== 'object') return '';
  const gained = after.filter((each) => !before.includes(each)).map((each) => `+${each}`);
  const lost = before.filter((each) => !after.includes(each)).map((each) => `−${each}`);
  return [...lost, ...gained].join(' ');
}

function valueWords(value: Value | undefined, unit: Unit | undefined, language: Language): string {
  if (value === undefined) return '—';
  if (typeof value === 'number' && unit) return unitWords(value, unit, language);
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** A name says in brackets what a bare number counts. */
const unitAlone = / \((?:hours|minutes|days|percent)\)|（(?:小时|分钟|天|百分比)）/g;
const withoutUnit = (name: string): string => name.replaceAll(unitAlone, '');
