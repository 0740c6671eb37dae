import type { Messages } from '../../messages/zh';
import type { CaseDetail, Community } from '../../types';
import type { Option } from '../../ui/field';

export interface CommandField {
  readonly name: string;
  readonly kind: 'words' | 'select' | 'number' | 'yes-no' | 'fixed';
  readonly required: boolean;
  readonly options?: readonly Option[];
  readonly value?: string;
}

export interface FieldSources {
  readonly one: CaseDetail;
  readonly community: Community | undefined;
  readonly language: 'zh' | 'en';
  readonly t: Messages;
}

type FieldMaker = (sources: FieldSources) => CommandField;

const fromTexts = (texts: Readonly<Record<string, string>>, only?: readonly string[]): readonly Option[] =>
  Object.entries(texts)
    .filter(([value]) => only === undefined || only.includes(value))
    .map(([value, label]) => ({ value, label }));

const codes = (values: readonly string[] | undefined, t: Messages): readonly Option[] =>
  (values ?? []).map((value) => ({ value, label: t.codes[value] ?? value }));

const select =
  (name: string, optionsOf: (sources: FieldSources) => readonly Option[], required = true): FieldMaker =>
  (sources) => {
    const options = optionsOf(sources);
    return {
      name,
      kind: 'select',
      required,
      options,
      ...(required && options[0] && { value: options[0].value }),
    };
  };
const words =
  (name: string, required: boolean): FieldMaker =>
  () => ({ name, kind: 'words', required });
const yesNo =
  (name: string): FieldMaker =>
  () => ({ name, kind: 'yes-no', required: true, value: 'true' });
const number =
  (name: string): FieldMaker =>
  () => ({ name, kind: 'number', required: false });

const category = select('category', ({ community, language, one }) => {
  const all = (community?.categories ?? []).map((each) => ({
    value: each.category,
    label: each.names[language],
  }));
  return [
    ...all.filter(({ value }) => value === one.category),
    ...all.filter(({ value }) => value !== one.category),
  ];
});
const requester = select('requesterId', ({ one, t }) =>
  one.requesters
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ requesterId, anonymous, name }, index) => ({
      value: requesterId,
      label: anonymous ? t.case.anonymous : (name ?? `${t.fields.requesterId ?? ''} ${String(index + 1)}`),
    })),
);
const order = select('workOrderId', ({ one, t }) =>
  one.orders.map(({ workOrderId, part, status }) => ({
    value: workOrderId,
    label: `${t.parts[part] ?? part} · ${t.orderStatuses[status] ?? status}`,
  })),
);
const offer = select('offerId', ({ one, t }) =>
  one.orders.flatMap(({ offers }) =>
    offers.map(({ offerId, volunteerId, status }) => ({
      value: offerId,
      label: `${volunteerId.slice(0, 8)} · ${t.orderStatuses[status] ?? status}`,
    })),
  ),
);
const contactChannel = select('channel', ({ t }) =>
  fromTexts(t.channels, ['phone', 'desk', 'visit', 'web', 'sms', 'letter', 'notice']),
);
const ground = (name: string, list: keyof Community['grounds']) =>
  select(name, ({ community, t }) => codes(community?.grounds[list], t));
const outcome = (values: readonly string[]) => select('outcome', ({ t }) => fromTexts(t.outcomes, values));

/** The form of each command that a person gives on the case page. A command without an entry has none here. */
export const commandFields: Readonly<Record<string, readonly FieldMaker[]>> = {
  AcceptCase: [category, select('urgency', ({ t }) => fromTexts(t.urgencies), false)],
  DeclineCase: [ground('ground', 'decline'), words('words', false)],
  AnswerDirectly: [contactChannel, words('words', true), category],
  RecordHandledOnSpot: [category, contactChannel, words('words', true)],
  AcknowledgeWorkOrder: [order],
  ReturnWorkOrder: [order, ground('ground', 'return'), words('words', false)],
  AcceptOffer: [order, offer],
  DeclineOffer: [order, offer],
  WithdrawOffer: [order, offer, ground('reason', 'override')],
  ReleaseVolunteer: [order, offer, ground('reason', 'release'), words('words', false)],
  CheckInVolunteer: [order, offer],
  RecordNoShow: [order, offer],
  RecordContact: [
    requester,
    select('purpose', ({ t }) => fromTexts(t.contactPurposes)),
    contactChannel,
    yesNo('reached'),
    words('words', false),
  ],
  StartHandling: [order],
  ReportProgress: [order, words('words', true)],
  ReportResult: [order, outcome(['done', 'partly', 'not-done']), words('words', true), number('minutes')],
  CheckResult: [yesNo('passed'), words('found', true)],
  AnswerRequester: [
    requester,
    select('subjectOf', ({ t }) => fromTexts(t.answersAbout)),
    contactChannel,
    words('words', true),
  ],
  RecordFollowUp: [
    requester,
    outcome(['reached', 'not-reached', 'refused', 'not-possible']),
    contactChannel,
    select(
      'solved',
      ({ t }) => [
        { value: 'true', label: t.yes },
        { value: 'false', label: t.no },
      ],
      false,
    ),
    number('outcomeScore'),
    number('serviceScore'),
    words('words', false),
  ],
  CloseCase: [],
  RequestReopening: [requester, words('reason', true)],
  GrantReopening: [
    ({ one }) => ({ name: 'requestId', kind: 'fixed', required: true, value: one.reopeningRequestId ?? '' }),
  ],
  RefuseReopening: [
    ({ one }) => ({ name: 'requestId', kind: 'fixed', required: true, value: one.reopeningRequestId ?? '' }),
    ground('ground', 'reopeningRefusal'),
    words('words', false),
  ],
  WithdrawRequest: [requester, words('words', false)],
  TransferAccountability: [
    select('to', ({ community, language }) =>
      (community?.posts ?? [])
        .filter(({ holder }) => holder !== undefined)
        .map(({ post, names, holder }) => ({
          value: `${post}|${holder ?? ''}`,
          label: `${names[language]} · ${holder ?? ''}`,
        })),
    ),
    ground('reason', 'transfer'),
    words('words', false),
  ],
};

const booleans = new Set(['reached', 'passed', 'solved', 'contacted']);
const integers = new Set(['minutes', 'outcomeScore', 'serviceScore']);

function valueOf(name: string, text: string): unknown {
  if (booleans.has(name)) return text === 'true';
  if (integers.has(name)) return Number.parseInt(text, 10);
  if (name !== 'to') return text;
  const [post, person] = text.split('|');
  return { post, person };
}

/** The typed form → the command's data; what was left empty is left out. */
export function dataOf(
  fields: readonly CommandField[],
  typed: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const filled = fields.flatMap(({ name, value = '' }) => {
    const text = (typed[name] ?? value).trim();
    return text === '' ? [] : [[name, valueOf(name, text)] as const];
  });
  return Object.fromEntries(filled);
}
