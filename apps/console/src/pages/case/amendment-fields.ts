import { chinaOffsetMinutes, localTextOf } from '../../community-time';
import type { CaseDetail } from '../../types';
import { fromTexts, line, requester, select, words } from './field-makers';
import type { FieldMaker, FieldSources } from './field-makers';

/** What it says now stands above each field; what is left empty stays as it is. */
const instead =
  (maker: FieldMaker, nowOf: (sources: FieldSources) => string | undefined): FieldMaker =>
  (sources) => {
    const { value: _chosen, ...field } = maker(sources);
    const now = nowOf(sources);
    return { ...field, ...(now === undefined ? {} : { hint: sources.t.case.saysNow(now) }) };
  };

const ofPlace = (name: 'building' | 'entrance' | 'spot' | 'door'): FieldMaker =>
  instead(line(name, false), ({ one }) => one.place[name]);

const told = ({ one, t, community }: FieldSources) => {
  const offset = community?.policy.timeZoneOffsetMinutes ?? chinaOffsetMinutes;
  return one.correctable.map(({ eventId, type, recordedAt }) => ({
    value: eventId,
    label: `${t.events[type] ?? type} · ${localTextOf(recordedAt, offset).replace('T', ' ')}`,
  }));
};

/** By which a report comes; an answer has others beside them. */
const reportChannels = ['desk', 'phone', 'web', 'proxy', 'station', 'visit', 'mobile', 'open311'];

/** 更正: which record is wrong, whose words it holds, and each part that may be corrected. */
export const amendmentFields: readonly FieldMaker[] = [
  select('supersedes', told),
  requester('AmendReport'),
  instead(words('summary', false), ({ one }) => one.summary),
  instead(
    select('channel', ({ t }) => fromTexts(t.channels, reportChannels), false),
    ({ one, t }) => t.channels[one.channel] ?? one.channel,
  ),
  instead(
    select(
      'compound',
      ({ community, language }) =>
        (community?.compounds ?? []).map((each) => ({ value: each.compound, label: each.names[language] })),
      false,
    ),
    ({ one, community, language }) =>
      community?.compounds.find((each) => each.compound === one.place.compound)?.names[language],
  ),
  ...(['building', 'entrance', 'spot', 'door'] as const).map(ofPlace),
  instead(
    select(
      'confidential',
      ({ t }) => [
        { value: 'true', label: t.yes },
        { value: 'false', label: t.no },
      ],
      false,
    ),
    ({ one, t }) => (one.confidential ? t.yes : t.no),
  ),
  instead(
    select('respondentKind', ({ t }) => fromTexts(t.respondentKinds), false),
    ({ one, t }) => one.respondent && t.respondentKinds[one.respondent.kind],
  ),
  instead(line('respondentName', false), ({ one }) => one.respondent?.name),
  instead(line('respondentPhone', false), ({ one }) => one.respondent?.phone),
  instead(line('organisation', false), ({ one }) => one.respondent?.organisation),
  instead(line('keptOut', false), ({ one }) => one.respondent?.keptOut?.join(', ')),
  words('words', false),
  // Not chosen: what the other parts of a place or of a respondent are, where one of them is corrected.
  ({ one }) => ({ name: 'before', kind: 'fixed', required: true, value: JSON.stringify(before(one)) }),
];

interface Before {
  readonly place: CaseDetail['place'];
  readonly respondent: CaseDetail['respondent'] | undefined;
}

const before = ({ place, respondent }: CaseDetail): Before => ({ place, respondent });

type Filled = Readonly<Record<string, unknown>>;

const given = (parts: Filled): Filled =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

/** Names or accounts in one line, a comma between them. */
export const listed = (text: unknown): readonly string[] | undefined =>
  typeof text === 'string'
    ? text
        .split(/[,，、]/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : undefined;

/** The typed form → the command's data. `id`: of a respondent who was not known before. */
export function amendmentOf(filled: Filled, id: string): Filled {
  const {
    supersedes,
    requesterId,
    words: why,
    before: text,
    summary,
    channel,
    confidential,
    ...parts
  } = filled;
  const { place, respondent } = JSON.parse(String(text)) as Before;
  const fields = {
    summary,
    channel,
    confidential: confidential === undefined ? undefined : confidential === 'true',
    place: placeOf(parts, place),
    respondent: respondentOf(parts, respondent, id),
  };
  return { supersedes, requesterId, fields: given(fields), ...given({ words: why }) };
}

function placeOf(
  { compound, building, entrance, spot, door }: Filled,
  now: CaseDetail['place'],
): Filled | undefined {
  const corrected = given({ compound, building, entrance, spot, door });
  return Object.keys(corrected).length === 0 ? undefined : given({ ...now, ...corrected });
}

function respondentOf(
  { respondentKind, respondentName, respondentPhone, organisation, keptOut }: Filled,
  now: Before['respondent'],
  id: string,
): Filled | undefined {
  const corrected = given({
    ...{ kind: respondentKind, name: respondentName, phone: respondentPhone, organisation },
    keptOut: listed(keptOut),
  });
  if (Object.keys(corrected).length === 0) return undefined;
  const { respondentId = id, kind, organisation: before, keptOut: keptBefore } = now ?? {};
  return given({ respondentId, kind, organisation: before, keptOut: keptBefore, ...corrected });
}
