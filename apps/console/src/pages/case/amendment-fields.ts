import { organisationOptions } from '../../assignees';
import { chinaOffsetMinutes, localTextOf } from '../../community-time';
import type { CaseDetail } from '../../types';
import { before } from './amendment-data';
import { category as ofCategory, fromTexts, line, live, requester, select, words } from './field-makers';
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

/** Asked only of a case that is so; else what the field says stays, and nobody sees it. */
const where =
  (isSo: (one: CaseDetail) => boolean) =>
  (maker: FieldMaker): FieldMaker =>
  (sources) => {
    const field = maker(sources);
    return isSo(sources.one)
      ? { ...field, required: false }
      : { name: field.name, kind: 'fixed', required: false };
  };

const ended = new Set(['closed', 'archived', 'declined']);
const early = new Set(['reported', 'accepted', 'filed']);

/** Once a case has ended only who reported it is corrected. */
const whileOpen = where(({ status }) => !ended.has(status));

/** What it is, and how urgent, stands once somebody has work of it or keys are asked for by it. */
const beforeWork = where(({ status, orders, joint }) => {
  const isGivenOut = orders.some((each) => live.has(each.status));
  const isAskedFor = joint !== undefined && joint.lock !== 'failed';
  return early.has(status) && !isGivenOut && !isAskedFor;
});

type Person = Pick<CaseDetail['requesters'][number], 'name' | 'phone'>;
type PersonOf = (requester: CaseDetail['requesters'][number]) => Person | undefined;

const named: PersonOf = (one) => (one.anonymous ? undefined : one);

/** Asked of a requester who has such a person; what it says now is said of each of them. */
const ofPerson = (
  maker: FieldMaker,
  personOf: PersonOf,
  nowOf: (requester: CaseDetail['requesters'][number], sources: FieldSources) => string | undefined,
): FieldMaker => {
  const those = ({ one }: FieldSources) =>
    one.requesters.filter((each) => !each.withdrawn && personOf(each) !== undefined);
  const now = (sources: FieldSources) => {
    const told = those(sources).flatMap((each) => nowOf(each, sources) ?? []);
    return told.length === 0 ? undefined : told.join(' / ');
  };
  return (sources) => ({
    ...instead(maker, now)(sources),
    when: { name: 'requesterId', among: those(sources).map(({ requesterId }) => requesterId) },
  });
};

const yesOrNo = (name: string): FieldMaker =>
  select(
    name,
    ({ t }) => [
      { value: 'true', label: t.yes },
      { value: 'false', label: t.no },
    ],
    false,
  );

/** By which a report comes; an answer has others beside them. */
const reportChannels = ['desk', 'phone', 'web', 'proxy', 'station', 'visit', 'mobile', 'open311'];

/** Whose words a record holds, and who they are. */
const ofRequester: readonly FieldMaker[] = [
  requester('AmendReport'),
  ofPerson(line('requesterName', false), named, ({ name }) => name),
  ofPerson(line('requesterPhone', false), named, ({ phone }) => phone),
  ofPerson(
    line('proxyName', false),
    ({ proxy }) => proxy,
    ({ proxy }) => proxy?.name,
  ),
  ofPerson(
    line('proxyPhone', false),
    ({ proxy }) => proxy,
    ({ proxy }) => proxy?.phone,
  ),
  ofPerson(
    yesOrNo('callBack'),
    (one) => named(one) ?? one.proxy,
    ({ callBack }, { t }) => (callBack ? t.yes : t.no),
  ),
];

const ofMatter: readonly FieldMaker[] = [
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
  instead(yesOrNo('confidential'), ({ one, t }) => (one.confidential ? t.yes : t.no)),
  instead(
    select('respondentKind', ({ t }) => fromTexts(t.respondentKinds), false),
    ({ one, t }) => one.respondent && t.respondentKinds[one.respondent.kind],
  ),
  instead(line('respondentName', false), ({ one }) => one.respondent?.name),
  instead(line('respondentPhone', false), ({ one }) => one.respondent?.phone),
  instead(
    select('organisation', ({ community }) => organisationOptions(community), false),
    ({ one }) => one.respondent?.organisation,
  ),
  instead(line('keptOut', false), ({ one }) => one.respondent?.keptOut?.join(', ')),
];

/** 更正: which record is wrong, whose words it holds, and each part that may be corrected. */
export const amendmentFields: readonly FieldMaker[] = [
  select('supersedes', told),
  ...ofRequester,
  beforeWork(
    instead(
      ofCategory,
      ({ one, community, language }) =>
        community?.categories.find((each) => each.category === one.category)?.names[language],
    ),
  ),
  beforeWork(
    instead(
      select('urgency', ({ t }) => fromTexts(t.urgencies), false),
      ({ one, t }) => t.urgencies[one.urgency] ?? one.urgency,
    ),
  ),
  ...ofMatter.map(whileOpen),
  words('words', false),
  // Not chosen: what the other parts of a place or of a respondent are, where one of them is corrected.
  ({ one }) => ({ name: 'before', kind: 'fixed', required: true, value: JSON.stringify(before(one)) }),
];
