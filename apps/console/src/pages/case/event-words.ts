import type { Messages } from '../../messages/zh';
import type { Category, HistoryEvent } from '../../types';
import type { Language } from '../../i18n';

const shownFacts = [
  'ground',
  'reason',
  'party',
  'version',
  'holder',
  'approved',
  'outcome',
  'solved',
  'passed',
  'subjectOf',
  'channel',
  'as',
  'category',
  'number',
  'interrupts',
  'resumes',
] as const;

interface Wording {
  readonly t: Messages;
  readonly language: Language;
  readonly categories: readonly Pick<Category, 'category' | 'names'>[];
}

/** What an event says in codes, in words. */
export function factsOf({ data }: Pick<HistoryEvent, 'data'>, wording: Wording): readonly string[] {
  const { t } = wording;
  const facts = shownFacts.flatMap((name) => {
    const value = data[name];
    const said = typeof value === 'boolean' ? (value ? t.yes : t.no) : wordOf(name, value, wording);
    return said === undefined ? [] : [`${t.fields[name] ?? name}: ${said}`];
  });
  return [...facts, ...writtenDown(data, t)];
}

function wordOf(name: string, value: unknown, { t, language, categories }: Wording): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const own = { party: t.parties, channel: t.channels, subjectOf: t.answersAbout }[name];
  const given = categories.find(({ category }) => category === value)?.names[language];
  const texts = [own, t.outcomes, t.codes, t.statuses];
  return given ?? texts.find((each) => each && value in each)?.[value] ?? value;
}

/** Who wrote another's word down, how it came, and where its signed sheet is; or who asked for the link it came by. */
function writtenDown(data: HistoryEvent['data'], t: Messages): readonly string[] {
  const { person, channel, minutes } = (data['recordedBy'] ?? {}) as Readonly<Record<string, string>>;
  const by = data['linkedBy'];
  return [
    ...(person ? [t.case.recordedBy(person)] : []),
    ...(channel ? [t.channels[channel] ?? channel] : []),
    ...(minutes ? [t.joint.minutes(minutes)] : []),
    ...(typeof by === 'string' ? [t.case.linkedBy(by)] : []),
  ];
}

const machineMade = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Who did it. A service, and whoever came by a link, has no account that a reader would know: their part is said instead. */
export function actorWords({ id, role }: HistoryEvent['actor'], t: Messages): string {
  return role === 'service' || machineMade.test(id) ? (t.roles[role] ?? role) : id;
}
