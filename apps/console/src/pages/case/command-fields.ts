import type { Messages } from '../../messages/zh';
import type { CaseDetail, Community, VolunteerLine } from '../../types';
import type { Option } from '../../ui/field';

export interface CommandField {
  readonly name: string;
  readonly kind: 'words' | 'select' | 'number' | 'yes-no' | 'instant' | 'fixed';
  readonly required: boolean;
  readonly options?: readonly Option[];
  readonly value?: string;
}

export interface FieldSources {
  readonly one: CaseDetail;
  readonly community: Community | undefined;
  readonly language: 'zh' | 'en';
  readonly t: Messages;
  /** The register, where a command asks for a volunteer. */
  readonly volunteers: readonly VolunteerLine[];
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

const holders = ({ community, language }: FieldSources): readonly Option[] =>
  (community?.posts ?? [])
    .filter(({ holder }) => holder !== undefined)
    .map(({ post, names, holder }) => ({
      value: `${post}|${holder ?? ''}`,
      label: `${names[language]} · ${holder ?? ''}`,
    }));
const volunteer = select('volunteerId', ({ volunteers }) =>
  volunteers.map(({ volunteerId, name, skills }) => ({
    value: volunteerId,
    label: `${name ?? volunteerId.slice(0, 8)} · ${skills.join(', ')}`,
  })),
);
const instant =
  (name: string): FieldMaker =>
  () => ({ name, kind: 'instant', required: true });
const part = select('part', ({ t }) => fromTexts(t.parts));

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
  FileCase: [
    select('unit', ({ community, language }) =>
      (community?.units ?? []).map(({ unit, level, names }) => ({
        value: `${unit}|${level}`,
        label: names[language],
      })),
    ),
  ],
  DispatchWorkOrder: [part, select('assignee', holders), ground('reason', 'override'), words('words', false)],
  ReassignWorkOrder: [
    order,
    select('assignee', holders),
    ground('reason', 'override'),
    words('words', false),
  ],
  OfferToVolunteer: [
    order,
    volunteer,
    instant('windowFrom'),
    instant('windowTo'),
    ground('reason', 'override'),
    words('words', false),
  ],
  TransferAccountability: [select('to', holders), ground('reason', 'transfer'), words('words', false)],
};

/** Commands that need the register of volunteers. */
export const asksForVolunteer: ReadonlySet<string> = new Set(['OfferToVolunteer']);
