import type { Messages } from '../../messages/zh';
import { chinaOffsetMinutes } from '../../community-time';
import type { CaseDetail, Community, Me, RequesterOf, VolunteerLine } from '../../types';
import type { Option } from '../../ui/field';
import { assigneeWords } from '../board/words';
import { isOwed, requesterWords } from './requester-words';
import { volunteerWords } from './volunteer-words';

export interface CommandField {
  readonly name: string;
  readonly kind:
    'words' | 'line' | 'select' | 'many' | 'number' | 'money' | 'yes-no' | 'date' | 'instant' | 'fixed';
  readonly required: boolean;
  readonly options?: readonly Option[];
  readonly value?: string;
  /** What is sent of what is fixed and no text. */
  readonly data?: object;
  /** Asked only after one of these answers to another field. */
  readonly when?: { readonly name: string; readonly among: readonly string[] };
  /** What it says now, where the command corrects it. */
  readonly hint?: string | undefined;
  /** Of an instant: the time zone that it is typed in. */
  readonly offsetMinutes?: number;
}

export interface FieldSources {
  readonly one: CaseDetail;
  readonly community: Community | undefined;
  readonly language: 'zh' | 'en';
  readonly t: Messages;
  /** Who fills the form. */
  readonly me: (Pick<Me, 'username' | 'volunteerId'> & Partial<Pick<Me, 'roles'>>) | undefined;
  /** The register, where a command asks for a volunteer. */
  readonly volunteers: readonly VolunteerLine[];
  /** Name and skills of a volunteer of the case. */
  readonly nameOf: (volunteerId: string) => string;
}

export type FieldMaker = (sources: FieldSources) => CommandField;

export const fromTexts = (
  texts: Readonly<Record<string, string>>,
  only?: readonly string[],
): readonly Option[] =>
  Object.entries(texts)
    .filter(([value]) => only === undefined || only.includes(value))
    .map(([value, label]) => ({ value, label }));

const codes = (values: readonly string[] | undefined, t: Messages): readonly Option[] =>
  (values ?? []).map((value) => ({ value, label: t.codes[value] ?? value }));

export const select =
  (name: string, optionsOf: (sources: FieldSources) => readonly Option[], required = true): FieldMaker =>
  (sources) => {
    const options = optionsOf(sources);
    const [only, another] = options;
    return {
      name,
      kind: 'select',
      required,
      options,
      // What a person decides is never decided for them by the order of a list.
      ...(required && only && !another && { value: only.value }),
    };
  };
export const words =
  (name: string, required: boolean): FieldMaker =>
  () => ({ name, kind: 'words', required });
export const line =
  (name: string, isRequired: boolean): FieldMaker =>
  () => ({ name, kind: 'line', required: isRequired });
export const date =
  (name: string, isRequired: boolean): FieldMaker =>
  () => ({ name, kind: 'date', required: isRequired });
export const yesNo =
  (name: string): FieldMaker =>
  () => ({ name, kind: 'yes-no', required: true });
/** In yuan; sent in fen. */
export const money =
  (name: string): FieldMaker =>
  () => ({ name, kind: 'money', required: true });
/** Asked only after this answer to another field. */
export const after =
  (name: string, is: string, maker: FieldMaker): FieldMaker =>
  (sources) => ({ ...maker(sources), when: { name, among: [is] } });
const scoreMaxOf = ({ community }: FieldSources): number => community?.policy.scoreMax ?? 5;
/** From 1 to the best, as the policy has it. */
export const score =
  (name: string): FieldMaker =>
  (sources) => {
    const values = Array.from({ length: scoreMaxOf(sources) }, (_, index) => String(index + 1));
    const field = select(name, () => values.map((value) => ({ value, label: value })), false)(sources);
    return { ...field, hint: sources.t.case.scoreHint(values.length) };
  };
export const number =
  (name: string): FieldMaker =>
  () => ({ name, kind: 'number', required: false });

const categories = select('category', ({ community, language }) =>
  (community?.categories ?? []).map((each) => ({ value: each.category, label: each.names[language] })),
);
export const category: FieldMaker = (sources) => ({
  ...categories(sources),
  ...(sources.one.category !== undefined && { value: sources.one.category }),
});
/** Chosen beforehand only where exactly one of them is still owed what the command does. */
export const requester =
  (command: string): FieldMaker =>
  (sources) => {
    const { one, t } = sources;
    const those = one.requesters.filter(({ withdrawn }) => !withdrawn);
    const options = those.map((each, index) => ({
      value: each.requesterId,
      label: [requesterName(each, index, t), ...requesterWords(each, t)].join(' · '),
    }));
    const owed = those.filter((each) => isOwed(command, each));
    const [only] = owed.length === 1 ? owed : [];
    const field = select('requesterId', () => options)(sources);
    return only ? { ...field, value: only.requesterId } : field;
  };
function requesterName({ anonymous, name }: RequesterOf, index: number, t: Messages): string {
  if (anonymous) return t.case.anonymous;
  return name ?? `${t.fields.requesterId ?? ''} ${String(index + 1)}`;
}
/** Statuses of orders that somebody works on. */
export const live: ReadonlySet<string> = new Set(['dispatched', 'acknowledged', 'handling']);
export const order = select('workOrderId', ({ one, ...words }) =>
  one.orders
    .filter(({ status }) => live.has(status))
    .map(({ workOrderId, part, status, assignee }) => ({
      value: workOrderId,
      label: [
        words.t.parts[part] ?? part,
        words.t.orderStatuses[status] ?? status,
        assigneeWords(assignee, words),
      ].join(' · '),
    })),
);
type OfferStatus = CaseDetail['orders'][number]['offers'][number]['status'];
type SeatStatus = CaseDetail['orders'][number]['assigned'][number]['status'];

/** One of the offers in such a status, or of the seats that they became; with it goes its order. */
export const offer = (...statuses: readonly (OfferStatus | SeatStatus)[]): FieldMaker =>
  select('offerId', ({ one, t, nameOf }) =>
    one.orders.flatMap(({ workOrderId, offers, assigned }) =>
      [...offers.filter(({ offerId }) => !assigned.some((seat) => seat.offerId === offerId)), ...assigned]
        .filter(({ status }) => statuses.includes(status))
        .map(({ offerId, volunteerId, status }) => ({
          value: `${workOrderId}|${offerId}`,
          label: `${nameOf(volunteerId)} · ${t.orderStatuses[status] ?? status}`,
        })),
    ),
  );
export const contactChannel = select('channel', ({ t }) =>
  fromTexts(t.channels, ['phone', 'desk', 'visit', 'web', 'sms', 'letter', 'notice']),
);
export const ground = (name: string, list: keyof Community['grounds']) =>
  select(name, ({ community, t }) => codes(community?.grounds[list], t));
export const outcome = (values: readonly string[]) =>
  select('outcome', ({ t }) => fromTexts(t.outcomes, values));

export const volunteer = select('volunteerId', ({ volunteers, community, language, t }) =>
  volunteers.map((each) => ({
    value: each.volunteerId,
    label: volunteerWords(t.volunteers.erased, each, community, language),
  })),
);
export const instant =
  (name: string): FieldMaker =>
  ({ community }) => ({
    ...{ name, kind: 'instant', required: true },
    offsetMinutes: community?.policy.timeZoneOffsetMinutes ?? chinaOffsetMinutes,
  });
export const part = select('part', ({ t }) => fromTexts(t.parts));

/** What is not chosen but follows from the case. */
export const fixed =
  (name: string, valueOf: (one: CaseDetail) => string | number): FieldMaker =>
  ({ one }) => ({ name, kind: 'fixed', required: true, value: String(valueOf(one)) });
export const optionalChannel = select(
  'sheetChannel',
  ({ t }) => fromTexts(t.channels, ['desk', 'visit', 'letter', 'notice']),
  false,
);
export type KeyState = NonNullable<CaseDetail['joint']>['parties'][number]['key'];

/** One of the parties whose key is as it has to be for this. */
export const party = (...keys: readonly KeyState[]): FieldMaker =>
  select('party', ({ one, t }) =>
    (one.joint?.parties ?? [])
      .filter(({ key }) => keys.includes(key))
      .map((each) => ({ value: each.party, label: t.parties[each.party] ?? each.party })),
  );
