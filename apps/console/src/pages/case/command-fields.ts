import { holderOptions } from '../../assignees';
import { amendmentFields } from './amendment-fields';
import { assignee } from './assignee-fields';
import { wordOfAssignee, wordOfVolunteer } from './another-word';
import {
  after,
  category,
  contactChannel,
  date,
  fixed,
  fromTexts,
  ground,
  instant,
  line,
  money,
  number,
  offer,
  optionalChannel,
  order,
  outcome,
  part,
  party,
  requester,
  score,
  select,
  volunteer,
  words,
  yesNo,
} from './field-makers';
import type { FieldMaker, KeyState } from './field-makers';
import { mediator, settlingRequesters } from './settlement-fields';
import { spent } from './spent-field';
import { passedOverBasis, standIn } from './stand-in-fields';
import { anotherVisit } from './visit-fields';

const payers = ['property', 'owners', 'developer', 'household', 'municipality', 'community'];
const reopeningRequest = fixed('requestId', ({ reopeningRequestId }) => reopeningRequestId ?? '');
const version = fixed('version', ({ joint }) => joint?.version ?? 1);
const keyFields = (...keys: readonly KeyState[]): readonly FieldMaker[] => [
  version,
  party(...keys),
  line('holder', true),
];
/** Of who writes down another's word. */
const sheetFields: readonly FieldMaker[] = [optionalChannel, line('sheetMinutes', false)];

const solved = select('solved', ({ t }) => [
  { value: 'true', label: t.yes },
  { value: 'false', label: t.no },
]);

const safetyMeasures = ['cordon', 'shut-off', 'warning', 'evacuation', 'provisional-repair'];
/** The form of each command that a person gives on the case page. A command without an entry has none here. */
export const commandFields: Readonly<Record<string, readonly FieldMaker[]>> = {
  AcceptCase: [category, select('urgency', ({ t }) => fromTexts(t.urgencies), false)],
  DeclineCase: [ground('ground', 'decline'), words('words', false)],
  AnswerDirectly: [contactChannel, words('words', true), category],
  RecordHandledOnSpot: [category, contactChannel, words('words', true)],
  VerifyFacts: [words('found', true)],
  DetermineResponsibility: [
    select('kind', ({ t }) => fromTexts(t.responsibilities)),
    ground('basis', 'responsibility'),
    words('words', false),
  ],
  TakeSafetyMeasure: [select('measure', ({ t }) => fromTexts(t.codes, safetyMeasures)), words('words', true)],
  EscalateCase: [ground('reason', 'escalation'), words('words', false)],
  AcknowledgeWorkOrder: [order, wordOfAssignee],
  ReturnWorkOrder: [order, ground('ground', 'return'), words('words', false), wordOfAssignee],
  AcceptOffer: [offer('offered'), wordOfVolunteer],
  DeclineOffer: [offer('offered'), wordOfVolunteer],
  WithdrawOffer: [offer('offered', 'accepted'), ground('reason', 'override')],
  ReleaseVolunteer: [offer('assigned', 'checked-in'), ground('reason', 'release'), words('words', false)],
  CheckInVolunteer: [offer('assigned'), wordOfVolunteer],
  RecordNoShow: [offer('assigned')],
  RecordContact: [
    requester('RecordContact'),
    select('purpose', ({ t }) => fromTexts(t.contactPurposes)),
    contactChannel,
    yesNo('reached'),
    words('words', false),
  ],
  StartHandling: [order, wordOfAssignee],
  ReportProgress: [order, words('words', true), wordOfAssignee],
  ReportResult: [
    order,
    outcome(['done', 'partly', 'not-done']),
    words('words', true),
    number('minutes'),
    spent,
    wordOfAssignee,
  ],
  CheckResult: [yesNo('passed'), words('found', true), ...anotherVisit('passed', 'false')],
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
    after('outcome', 'reached', solved),
    after('outcome', 'reached', score('outcomeScore')),
    after('outcome', 'reached', score('serviceScore')),
    ...anotherVisit('solved', 'false'),
    words('words', false),
  ],
  AmendReport: amendmentFields,
  /** Has a form of its own: `merge/merge-dialog`. */
  MergeCase: [],
  VoidCase: [ground('ground', 'void'), words('words', false)],
  ArchiveCase: [],
  ReferCase: [
    select('body', ({ community, t }) =>
      (community?.policy.referralBodies ?? []).map((value) => ({ value, label: t.codes[value] ?? value })),
    ),
    ground('basis', 'referral'),
    words('words', false),
  ],
  RecordReferralAnswer: [
    fixed('referralId', ({ referral }) => referral?.referralId ?? ''),
    yesNo('accepted'),
    words('words', true),
  ],
  RecordSettlement: [
    order,
    select('form', ({ t }) => fromTexts(t.settlementForms)),
    settlingRequesters,
    words('terms', true),
    date('term', false),
    mediator,
  ],
  RecordSettlementFailure: [
    order,
    ground('reason', 'settlementFailure'),
    yesNo('rightsExplained'),
    words('words', false),
    mediator,
  ],
  ConsentToDisclosure: [requester('ConsentToDisclosure'), words('words', false)],
  ConveneJointResolution: [],
  ProposePlan: [
    fixed('version', ({ joint }) => joint?.nextVersion ?? 1),
    words('content', true),
    words('scope', true),
    money('costFen'),
    select('payer', ({ t }) => fromTexts(t.codes, payers)),
    select('source', ({ t }) => fromTexts(t.planSources)),
    date('term', true),
  ],
  TurnKey: [...keyFields('awaited', 'refused'), ...sheetFields],
  RefuseKey: [
    ...keyFields('awaited', 'refused', 'turned'),
    ground('reason', 'keyRefusal'),
    words('words', false),
    ...sheetFields,
  ],
  TakeKeyBack: [...keyFields('turned'), words('words', false), ...sheetFields],
  AppointStandIn: [
    party('awaited', 'refused', 'turned'),
    ...standIn,
    passedOverBasis,
    ground('basis', 'standIn'),
    instant('until'),
  ],
  ReferToOwnersAssembly: [version],
  RecordAssemblyDecision: [version, yesNo('approved'), line('sheetMinutes', true), words('words', false)],
  EndJointResolution: [ground('reason', 'jointFailure'), words('words', false)],
  CloseCase: [],
  RequestReopening: [requester('RequestReopening'), words('reason', true)],
  GrantReopening: [reopeningRequest],
  RefuseReopening: [reopeningRequest, ground('ground', 'reopeningRefusal'), words('words', false)],
  WithdrawRequest: [requester('WithdrawRequest'), words('words', false)],
  FileCase: [
    select('unit', ({ community, language }) =>
      (community?.units ?? [])
        .filter(({ closed }) => !closed)
        .map(({ unit, level, names }) => ({ value: `${unit}|${level}`, label: names[language] })),
    ),
    category,
  ],
  DispatchWorkOrder: [part, ...assignee, ground('reason', 'override'), words('words', false)],
  ReassignWorkOrder: [order, ...assignee, ground('reason', 'override'), words('words', false)],
  OfferToVolunteer: [
    order,
    volunteer,
    instant('windowFrom'),
    instant('windowTo'),
    ground('reason', 'override'),
    words('words', false),
  ],
  TransferAccountability: [
    select('to', ({ community, language }) => holderOptions(community, language)),
    ground('reason', 'transfer'),
    words('words', false),
  ],
};
