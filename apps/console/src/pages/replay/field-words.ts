import type { I18n } from '../../i18n';
import type { Community } from '../../types';
import type { Field, Segment } from './differences';
import { codeNames, fieldNames } from './field-names';

export interface Wording extends Pick<I18n, 't' | 'language' | 'time' | 'number'> {
  readonly community: Community | undefined;
  readonly nameOf: (volunteerId: string) => string;
}

/** The field in words, from the outermost list inwards: “Work order 1 · Offer 罗*梅 · Status”. */
export function fieldWords({ path }: Pick<Field, 'path'>, wording: Wording): string {
  return path.map((segment) => segmentWords(segment, wording)).join(' · ');
}

function segmentWords(segment: Segment, wording: Wording): string {
  const words = fieldNames[segment.name]?.[wording.language] ?? segment.name;
  return segment.element === undefined ? words : `${words} ${whichWords(segment, wording)}`;
}

function whichWords({ name, at = 0, element = {} }: Segment, { t, nameOf, number }: Wording): string {
  const { volunteerId, name: itsName, party } = element;
  if (typeof volunteerId === 'string') return nameOf(volunteerId).split(' · ')[0] ?? '';
  const named = { deadlines: t.deadlineNames[String(itsName)], parties: t.parties[String(party)] };
  return named[name as keyof typeof named] ?? number(at + 1);
}

/** What is there, as the page would say it: local times, names for codes. */
export function valueWords(field: Pick<Field, 'path'>, value: unknown, wording: Wording): string {
  if (Array.isArray(value)) return listWords(field, value, wording);
  const { t, time, number } = wording;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return instant.test(value) ? time(value) : codeWords(field, value, wording);
}

function listWords(field: Pick<Field, 'path'>, values: readonly unknown[], wording: Wording): string {
  const words = values.map((each) => valueWords(field, each, wording));
  return words.join(wording.language === 'zh' ? '、' : ', ') || wording.t.none;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Only fields that hold codes are looked up: what somebody said is never taken for one. */
function codeWords({ path }: Pick<Field, 'path'>, value: string, wording: Wording): string {
  const { name } = path.at(-1) ?? { name: '' };
  if (name === 'volunteerId') return wording.nameOf(value);
  return textsOf(name, path, wording)[value] ?? givenWords(name, value, wording);
}

const givenWords = (name: string, value: string, { community, language }: Wording): string =>
  registerNames(name, community)[value]?.[language] ?? value;

function textsOf(name: string, path: readonly Segment[], { t }: Wording): Readonly<Record<string, string>> {
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    channel: t.channels,
    closedAs: t.codes,
    ...(path[0]?.name === 'deadlines' && { name: t.deadlineNames }),
    status: path.length === 1 ? t.statuses : t.orderStatuses,
    outcome: t.outcomes,
    part: t.parts,
    relation: t.relations,
    subjectOf: t.answersAbout,
    urgency: t.urgencies,
    ...(path[0]?.name === 'joint' && jointTexts(t)),
  };
  return texts[name] ?? {};
}

/** Of the lock, its keys, and the plan they are turned on. */
const jointTexts = (t: Wording['t']) => ({
  lock: t.locks,
  party: t.parties,
  key: t.keyStates,
  assembly: t.assemblies,
  source: t.planSources,
});

type Named = Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>>;

const coded: ReadonlySet<string> = new Set(['basis', 'kind', 'level']);

/** Names that the community has given. */
function registerNames(name: string, community: Community | undefined): Named {
  if (coded.has(name)) return codeNames;
  if (!community) return {};
  const { categories, compounds, posts, units, vocabulary } = community;
  const names: Readonly<Record<string, Named>> = {
    category: Object.fromEntries(categories.map((each) => [each.category, each.names])),
    compound: Object.fromEntries(compounds.map((each) => [each.compound, each.names])),
    post: Object.fromEntries(posts.map((each) => [each.post, each.names])),
    unit: Object.fromEntries(units.map((each) => [each.unit, each.names])),
    skills: vocabulary.skills,
    interests: vocabulary.interests,
    certificates: vocabulary.certificates,
  };
  return names[name] ?? {};
}
