import { placeWords } from '../../place';
import type { HistoryEvent, OrderOf, Place } from '../../types';
import { assigneeWords } from '../board/words';
import { wordOf } from './fact-words';
import type { Wording } from './fact-words';

type Data = HistoryEvent['data'];

/** A post, an organisation or the volunteers, whoever holds it, and where a case climbs: the unit. */
type Who = Partial<OrderOf['assignee']> & { readonly unit?: string };

/** What an event says in parts of several fields: from whom to whom, by whom, what was corrected. */
export function partsOf(data: Data, wording: Wording): readonly string[] {
  return [...handedOver(data, wording), ...passedOver(data, wording), ...corrected(data, wording)];
}

function handedOver({ order, from, to, accountable, minutes }: Data, wording: Wording): readonly string[] {
  const { t } = wording;
  const { assignee } = (order ?? {}) as { readonly assignee?: Who };
  const labelled = [
    [t.fields['assignee'], assignee],
    [t.fields['windowFrom'], from],
    [t.fields['windowTo'], to],
    [t.case.accountable, accountable],
  ] as const;
  return [
    ...labelled.flatMap(([label = '', who]) =>
      typeof who === 'object' && who !== null ? [`${label}: ${whoWords(who, wording)}`] : [],
    ),
    ...(typeof minutes === 'string' ? [t.joint.minutes(minutes)] : []),
  ];
}

function whoWords({ unit, kind, ...rest }: Who, wording: Wording): string {
  const who = kind || rest.post ? [assigneeWords({ kind: kind ?? 'post', ...rest }, wording)] : [];
  return [...(unit ? [wordOf('unit', unit, wording)] : []), ...who].join(' · ');
}

function passedOver({ passedOver: those }: Data, wording: Wording): readonly string[] {
  const people = (those ?? []) as readonly { readonly person: string; readonly basis: string }[];
  return people.map(({ person, basis }) =>
    wording.t.case.passedOver(person, wordOf('basis', basis, wording) ?? basis),
  );
}

interface Named {
  readonly name?: string;
  readonly phone?: string;
}

interface Corrected {
  readonly channel?: string;
  readonly category?: string;
  readonly urgency?: string;
  /** Names and phones masked, as everywhere. */
  readonly requester?: { readonly subject?: Named; readonly proxy?: Named; readonly callBack?: boolean };
  readonly place?: Place;
  readonly confidential?: boolean;
  readonly respondent?: {
    readonly kind: string;
    readonly name?: string;
    readonly organisation?: string;
    readonly keptOut?: readonly string[];
  };
}

/** Each corrected field as it is now; its words stand in full beside it. */
function corrected({ fields }: Data, wording: Wording): readonly string[] {
  const { t, community, language } = wording;
  const { place, respondent, requester, channel, category, urgency, confidential } = (fields ??
    {}) as Corrected;
  const coded = { category, urgency, channel, confidential };
  return [
    ...Object.entries({ ...identityIn(requester), ...coded }).flatMap(([name, value]) => {
      const said = wordOf(name, value, wording);
      return said === undefined ? [] : [`${t.fields[name] ?? name}: ${said}`];
    }),
    ...(place ? [`${t.cases.place}: ${placeWords(place, community, language)}`] : []),
    ...(respondent ? [`${t.case.respondent}: ${respondentWords(respondent, wording)}`] : []),
  ];
}

function identityIn({ subject = {}, proxy = {}, callBack }: Corrected['requester'] = {}) {
  return {
    ...{ requesterName: subject.name, requesterPhone: subject.phone },
    ...{ proxyName: proxy.name, proxyPhone: proxy.phone, callBack },
  };
}

/** Who is complained about, as far as the reader may know. */
export function respondentWords(
  { kind, name, phone, organisation, keptOut = [] }: Corrected['respondent'] & { readonly phone?: string },
  { t }: Pick<Wording, 't'>,
): string {
  const told = [name, phone, t.respondentKinds[kind] ?? kind, organisation].filter(Boolean);
  return [...told, ...(keptOut.length > 0 ? [t.case.keptOut(keptOut.join(', '))] : [])].join(' · ');
}
