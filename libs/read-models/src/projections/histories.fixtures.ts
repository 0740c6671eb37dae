import type {
  CaseEvent,
  CaseEventOf,
  CaseEventType,
  Deadline,
  DeadlineName,
  Message,
} from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import type { Projection, Row, ViewEvent } from '../projection';

/** A UUID that a spec can say by name. */
export const id = (name: string): string => derivedId('spec', name);
export const caseId = id('case');

/** Minutes after the history's start, as an instant. */
export const minute = (n: number): string =>
  new Date(Date.parse('2026-03-02T08:00:00.000Z') + 60_000 * n).toISOString();

export const window = { from: minute(600), to: minute(660) };

export function deadline(name: DeadlineName, due = 120): Deadline {
  return {
    name,
    clock: 'clock-hours',
    startedAt: minute(0),
    warnAt: minute(due - 20),
    dueAt: minute(due),
    policyVersion: 1,
  };
}

const sealed = (ct: string): string => ({ $pii: { kid: 'k', ct } }) as unknown as string;
export const words = sealed('words');

const requester = (name: string): CaseEventOf<'CaseReported'>['data']['requesters'][number] => ({
  requesterId: id(name),
  relation: 'self',
  subject: {
    subjectId: id(`${name}-subject`),
    name: sealed(`name of ${name}`),
    phone: sealed(`phone of ${name}`),
  },
  confidential: false,
  trackingCode: sealed(`code of ${name}`),
});

const report = {
  caseId,
  number: '2026-000001',
  requesters: [requester('ann')],
  channel: 'desk' as const,
  urgency: 'normal' as const,
  place: { compound: 'spring', building: 'b1', entrance: 'e1', door: sealed('door') },
  summary: sealed('summary'),
  confidential: false,
  accountable: { post: 'desk', person: 'clerk' },
};

const round = 1;
const ofOrder = { round, workOrderId: id('lead') };
const ofOffer = { ...ofOrder, offerId: id('offer'), volunteerId: id('vera') };
const post = { kind: 'post' as const, post: 'grid-worker-1', person: 'li' };

const ofKey = { round, party: 'owners' as const, version: 1, holder: 'ye' };
const keyDeadlines = (['branch', 'owners', 'property'] as const).map((party) => ({
  party,
  clock: 'clock-hours' as const,
  startedAt: minute(0),
  dueAt: minute(600),
  policyVersion: 1,
}));

type Defaults = { readonly [T in CaseEventType]: CaseEventOf<T>['data'] };

/** One of each event, in a case with one lead order and one offer. */
export const examples: Defaults = {
  CaseReported: { ...report, deadlines: [deadline('acceptance'), deadline('dispatch', 240)] },
  CaseImported: { ...report, origin: 'chicago', externalId: 'SR-1', outsideStatus: 'open' },
  ExternalNoteRecorded: { noteId: id('note'), at: minute(0), kind: 'remark', words },
  RequesterJoined: { requester: requester('bob'), words, channel: 'phone' },
  CaseAccepted: {
    category: 'lighting',
    urgency: 'soon',
    deadlines: [deadline('dispatch', 200)],
    policyVersion: 1,
  },
  CaseDeclined: { ground: 'not-ours' },
  CaseAnswered: { round, category: 'question' },
  CaseHandledOnSpot: { round, category: 'lighting', check: false, by: 'li', words },
  RequesterAnswered: {
    requesterId: id('ann'),
    answerId: id('answer'),
    subjectOf: 'result',
    channel: 'phone',
    words,
  },
  CaseFiled: {
    round,
    level: 'grid-branch',
    unit: 'grid-1',
    deadlines: [],
    policyVersion: 1,
    catalogueVersion: 1,
  },
  FactsVerified: { round, verificationId: id('verification'), found: words },
  ResponsibilityDetermined: { round, kind: 'common-service', basis: 'contract' },
  SafetyMeasureTaken: { round, measureId: id('measure'), measure: 'cordon', words },
  CaseEscalated: {
    round,
    from: { level: 'grid-branch', unit: 'grid-1' },
    to: { level: 'community', unit: 'home', post: 'desk', person: 'wen' },
    reason: 'not-settled',
    deadlines: [deadline('escalation', 8000)],
    policyVersion: 1,
  },
  WorkOrderDispatched: {
    round,
    order: { workOrderId: id('lead'), part: 'lead', assignee: { kind: 'volunteers' } },
    deadlines: [deadline('acknowledgement', 300), deadline('handling', 5000)],
    policyVersion: 1,
    catalogueVersion: 1,
  },
  WorkOrderAcknowledged: ofOrder,
  WorkOrderReturned: { ...ofOrder, ground: 'not-ours' },
  WorkOrderReassigned: {
    ...ofOrder,
    from: { kind: 'volunteers' },
    to: post,
    reason: 'busy',
    deadlines: [deadline('acknowledgement', 400)],
  },
  VolunteerOffered: {
    ...ofOffer,
    window,
    expiresAt: minute(90),
    wave: 1,
    basis: 'offer',
    matchRef: id('ranking'),
  },
  OfferAccepted: { ...ofOffer, window },
  OfferDeclined: ofOffer,
  OfferExpired: ofOffer,
  OfferWithdrawn: { ...ofOffer, reason: 'taken' },
  VolunteerAssigned: { ...ofOffer, bookingId: id('booking'), window, basis: 'offer' },
  VolunteerReleased: { ...ofOffer, bookingId: id('booking'), reason: 'ill' },
  VolunteerCheckedIn: ofOffer,
  VolunteerNoShow: { ...ofOffer, bookingId: id('booking') },
  VolunteersExhausted: { ...ofOrder, attempt: 1, asked: 3, reasons: [] },
  AccountabilityTransferred: {
    from: { post: 'desk', person: 'clerk' },
    to: { post: 'grid-worker-1', person: 'li' },
    reason: 'on-leave',
  },
  ContactAttempted: {
    contactId: id('contact'),
    requesterId: id('ann'),
    purpose: 'follow-up',
    channel: 'phone',
    reached: false,
  },
  HandlingStarted: ofOrder,
  ProgressReported: { ...ofOrder, itemId: id('item'), words },
  ResultReported: { ...ofOrder, outcome: 'done', words, minutes: 45, doneBy: [id('vera')] },
  ResultChecked: { round, checkId: id('check'), passed: true, found: words },
  CaseHandled: { round, deadlines: [deadline('follow-up', 6000)] },
  ReworkOrdered: { round, workOrderId: id('lead'), because: 'check', reason: words },
  FollowUpRecorded: {
    round,
    followUpId: id('follow-up'),
    requesterId: id('ann'),
    outcome: 'reached',
    channel: 'phone',
    contacted: true,
    solved: true,
    outcomeScore: 5,
  },
  ReportAmended: {
    amendmentId: id('amendment'),
    requesterId: id('ann'),
    fields: { summary: words, place: { compound: 'autumn', door: words } },
    supersedes: id('event'),
  },
  VoidProposed: { ground: 'entered-twice', by: 'clerk' },
  CaseVoided: { round, ground: 'entered-twice', first: 'clerk', second: 'zhao' },
  CaseMerged: { round, into: id('other') },
  CaseArchived: { round },
  CaseReferred: {
    ...{ round, referralId: id('referral'), body: 'police', basis: 'outside-powers' },
    policyVersion: 1,
  },
  ReferralAnswered: { round, referralId: id('referral'), accepted: true, words, deadlines: [] },
  SettlementRecorded: {
    ...{ ...ofOrder, settlementId: id('settlement'), form: 'oral', requesterIds: [id('ann')] },
    ...{ terms: words, mediator: 'wen', doneBy: ['wen'] },
  },
  SettlementFailed: {
    ...{ ...ofOrder, settlementId: id('settlement'), reason: 'no-agreement', rightsExplained: true },
    ...{ mediator: 'wen', doneBy: ['wen'] },
  },
  DisclosureConsented: { requesterId: id('ann') },
  JointResolutionConvened: {
    round,
    parties: ['branch', 'owners', 'property'],
    keyDeadlines,
    policyVersion: 1,
  },
  PlanProposed: {
    round,
    version: 1,
    plan: {
      ...{ content: words, costFen: 1_200_000, payer: 'property', source: 'service-fee' },
      ...{ scope: words, term: '2026-05-01' },
    },
    keyDeadlines,
    policyVersion: 1,
  },
  KeyTurned: { ...ofKey, planHash: 'a'.repeat(64) },
  KeyRefused: { ...ofKey, reason: 'cost', words },
  KeyTakenBack: { ...ofKey, because: 'holder', keyDeadlines: [] },
  KeyOverdue: { round, party: 'owners', dueAt: minute(600), firedAt: minute(601) },
  StandInAppointed: {
    ...{ round, party: 'owners', person: 'gao', basis: 'absent', until: minute(9000) },
    policyVersion: 1,
  },
  ReferredToOwnersAssembly: { round, version: 1, rule: 'maintenance-fund' },
  AssemblyDecided: { round, version: 1, approved: true, minutes: 'assembly-1' },
  LockOpened: { round, version: 1, resumes: 'handling', deadlines: [] },
  JointResolutionFailed: { round, reason: 'refused', deadlines: [deadline('dispatch', 9000)] },
  CaseClosed: { round, as: 'solved' },
  ReopeningRequested: { requesterId: id('ann'), requestId: id('request'), reason: words },
  ReopeningRefused: { requestId: id('request'), ground: 'too-late' },
  CaseReopened: {
    round: 2,
    requestId: id('request'),
    accountable: { post: 'desk', person: 'wen' },
    deadlines: [deadline('dispatch', 9000)],
    supervised: false,
  },
  RequesterWithdrew: { requesterId: id('ann') },
  CaseWithdrawn: { round },
  DeadlineWarned: { name: 'acceptance', dueAt: minute(120), firedAt: minute(101) },
  DeadlineBreached: { name: 'acceptance', dueAt: minute(120), firedAt: minute(121) },
};

/** An event of a case, with what differs from the example. */
export function happened<T extends CaseEventType>(
  type: T,
  data: Partial<CaseEventOf<T>['data']> = {},
): CaseEvent {
  return { type, data: { ...examples[type], ...data } } as unknown as CaseEvent;
}

/** Events as views see them: the nth is recorded n minutes after the start. */
export function recorded(stream: string, events: readonly Message[]): readonly ViewEvent[] {
  return events.map(({ type, data }, revision) => ({
    id: id(`${stream}-${revision}`),
    stream,
    revision,
    type,
    recordedAt: minute(revision),
    occurredAt: minute(revision),
    actor: { id: 'ann', role: 'intake-clerk' },
    data,
  }));
}

/** All rows that a projection makes of events. */
export function rowsAfter<R extends Row>(
  projection: Projection<R>,
  stream: string,
  events: readonly Message[],
): ReadonlyMap<string, R | null> {
  const rows = new Map<string, R | null>();
  for (const event of recorded(stream, events)) {
    const swept = projection.sweeps?.(event) === true ? rows.keys() : [];
    for (const key of new Set([...projection.keysOf(event), ...swept]))
      rows.set(key, projection.evolve(rows.get(key) ?? null, event, key));
  }
  return rows;
}
