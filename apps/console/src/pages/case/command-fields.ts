import {
  category,
  contactChannel,
  fromTexts,
  ground,
  holders,
  instant,
  number,
  offer,
  order,
  outcome,
  part,
  requester,
  select,
  volunteer,
  words,
  yesNo,
} from './field-makers';
import type { FieldMaker } from './field-makers';

/** The form of each command that a person gives on the case page. A command without an entry has none here. */
export const commandFields: Readonly<Record<string, readonly FieldMaker[]>> = {
  AcceptCase: [category, select('urgency', ({ t }) => fromTexts(t.urgencies), false)],
  DeclineCase: [ground('ground', 'decline'), words('words', false)],
  AnswerDirectly: [contactChannel, words('words', true), category],
  RecordHandledOnSpot: [category, contactChannel, words('words', true)],
  AcknowledgeWorkOrder: [order],
  ReturnWorkOrder: [order, ground('ground', 'return'), words('words', false)],
  AcceptOffer: [offer('offered')],
  DeclineOffer: [offer('offered')],
  WithdrawOffer: [offer('offered', 'accepted'), ground('reason', 'override')],
  ReleaseVolunteer: [offer('assigned', 'checked-in'), ground('reason', 'release'), words('words', false)],
  CheckInVolunteer: [offer('assigned')],
  RecordNoShow: [offer('assigned')],
  RecordContact: [
    requester('RecordContact'),
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
    requester('AnswerRequester'),
    select('subjectOf', ({ t }) => fromTexts(t.answersAbout)),
    contactChannel,
    words('words', true),
  ],
  RecordFollowUp: [
    requester('RecordFollowUp'),
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
  RequestReopening: [requester('RequestReopening'), words('reason', true)],
  GrantReopening: [
    ({ one }) => ({ name: 'requestId', kind: 'fixed', required: true, value: one.reopeningRequestId ?? '' }),
  ],
  RefuseReopening: [
    ({ one }) => ({ name: 'requestId', kind: 'fixed', required: true, value: one.reopeningRequestId ?? '' }),
    ground('ground', 'reopeningRefusal'),
    words('words', false),
  ],
  WithdrawRequest: [requester('WithdrawRequest'), words('words', false)],
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
