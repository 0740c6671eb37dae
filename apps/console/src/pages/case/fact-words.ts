import type { I18n } from '../../i18n';
import type { Community } from '../../types';
import { yuan } from './joint/plan-rows';

export interface Wording extends Pick<I18n, 't' | 'language' | 'time'> {
  readonly community: Community | undefined;
}

/** What stands in a field of an event, in words; undefined: nothing that a reader would know. */
export function wordOf(name: string, value: unknown, wording: Wording): string | undefined {
  if (typeof value === 'boolean') return value ? wording.t.yes : wording.t.no;
  if (typeof value === 'number') return name === 'costFen' ? yuan(value) : String(value);
  return typeof value === 'string' ? textWord(name, value, wording) : undefined;
}

const textWord = (name: string, value: string, wording: Wording): string | undefined =>
  name === 'until' ? wording.time(value) : (namesOf(name, wording)?.[value] ?? plainWord(name, value));

/** An account, a number or words; nothing where the field means another thing in other events. */
const plainWord = (name: string, value: string): string | undefined =>
  name === 'kind' || name === 'minutes' ? undefined : value;

/** What the codes of a field are called. A field that is not here holds no code: an account may be called as any code is. */
function namesOf(name: string, { t, language, community }: Wording) {
  const given = (those: readonly (readonly [string, Community['units'][number]['names']])[] = []) =>
    Object.fromEntries(those.map(([code, names]) => [code, names[language]]));
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...Object.fromEntries(coded.map((each) => [each, t.codes])),
    kind: t.responsibilities,
    party: t.parties,
    purpose: t.contactPurposes,
    outcome: t.outcomes,
    subjectOf: { ...t.codes, ...t.answersAbout },
    channel: t.channels,
    urgency: t.urgencies,
    form: t.settlementForms,
    interrupts: t.statuses,
    resumes: t.statuses,
    category: given(community?.categories.map((each) => [each.category, each.names])),
    unit: given(community?.units.map((each) => [each.unit, each.names])),
  };
  return texts[name];
}

const coded = ['ground', 'reason', 'basis', 'body', 'measure', 'as'] as const;
