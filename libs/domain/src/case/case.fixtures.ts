import type { Actor } from '../actor';
import { starterCatalogue } from '../catalogue/starter-catalogue';
import { postDefined, postFilled, rulesOf, theOrganisation } from '../community.fixtures';
import type { DecisionContext, EventContext } from '../decider';
import type { OrganisationEvent } from '../organisation/organisation.messages';
import { isRefusal, type RefusalCode } from '../refusals';
import type { Rules } from '../rules';
import { caseCommands, type CaseCommand, type CaseCommandOf, type CaseCommandType } from './case.commands';
import { caseDecider } from './case.decider';
import { caseEvents, type CaseEvent, type CaseEventOf, type CaseEventType } from './case.events';
import type { Case, ReportedCase } from './case.state';
import type { Deadline, DeadlineName } from './case.values';
import { deadlineOf, later } from './clocks';

/** The n-th id. The hundreds tell what it is of: 1xx requesters, 2xx orders, 3xx offers, 4xx volunteers, 5xx the rest. */
export const id = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const theStart = '2026-03-02T02:00:00.000Z';
export const hours = (n: number): string => later(theStart, n * 3_600_000);
export const days = (n: number): string => hours(24 * n);

export const clerk: Actor = { id: 'clerk', role: 'intake-clerk', post: 'desk' };
export const dispatcher: Actor = { id: 'zhao', role: 'dispatcher', post: 'grid-worker-home' };
export const gridWorker: Actor = { id: 'li', role: 'grid-worker', post: 'grid-worker-1' };
export const socialWorker: Actor = { id: 'su', role: 'social-worker', post: 'social-worker' };
export const companyHandler: Actor = { id: 'wuye', role: 'handler' };
export const companyAuditor: Actor = { id: 'wuye-2', role: 'key-holder' };
export const electrician: Actor = { id: 'dian', role: 'volunteer' };
export const resident: Actor = { id: 'resident-1', role: 'resident' };
export const timers: Actor = { id: 'timers', role: 'service' };
export const dispatchService: Actor = { id: 'dispatch', role: 'service' };

/** The desk, the grid worker of the first grid, the grid worker of the whole community. */
export const atDesk = { post: 'desk', person: 'clerk' };
export const atGrid = { post: 'grid-worker-1', person: 'li' };
export const atHome = { post: 'grid-worker-home', person: 'zhao' };
export const atSocialWork = { post: 'social-worker', person: 'su' };

const organisation: readonly OrganisationEvent[] = [
  ...theOrganisation,
  postDefined('social-worker', 'home', 'social-worker'),
  postFilled('social-worker', 'su'),
  { type: 'RoleGranted', data: { person: 'su', role: 'social-worker' } },
  { type: 'RoleGranted', data: { person: 'wuye-2', role: 'key-holder', party: 'property' } },
];

const lighting = starterCatalogue.find(({ category }) => category === 'lighting')!;

/** The starter rules, a category that a social worker leads, and one that is retired. */
export const caseRules: Rules = (() => {
  const rules = rulesOf(organisation);
  const distress = {
    ...lighting,
    ...{ category: 'distress', sensitive: true, certifiedLead: true, kind: 'service' as const },
  };
  const categories = {
    ...rules.catalogue.categories,
    distress,
    whistle: { ...lighting, category: 'whistle', sensitive: true, kind: 'question' as const },
    'street-lamp': { ...lighting, category: 'street-lamp' },
  };
  return { ...rules, catalogue: { ...rules.catalogue, categories, retired: ['street-lamp'] } };
})();

/** The worker of grid 1 has left, and somebody else holds the post. */
export const afterHandOver: Rules = {
  ...caseRules,
  organisation: rulesOf([
    ...organisation,
    { type: 'PostLeft', data: { post: 'grid-worker-1', person: 'li', takesOver: 'bo' } },
    postFilled('grid-worker-1', 'bo'),
  ]).organisation,
};

/** A deadline of the starter policy that begins at an instant. */
export const clock = (
  name: DeadlineName,
  startedAt = theStart,
  urgency: 'normal' | 'soon' | 'urgent' = 'soon',
): Deadline => deadlineOf(name, { startedAt, urgency }, caseRules);

type EventData<T extends CaseEventType> = CaseEventOf<T>['data'];
type CommandData<T extends CaseCommandType> = CaseCommandOf<T>['data'];

const event =
  <T extends CaseEventType>(type: T, usual: EventData<T>) =>
  (data: Partial<EventData<T>> = {}) =>
    ({ type, data: { ...usual, ...data } }) as CaseEventOf<T>;

const command =
  <T extends CaseCommandType>(type: T, usual: CommandData<T>) =>
  (data: Partial<CommandData<T>> = {}) =>
    ({ type, data: { ...usual, ...data } }) as CaseCommandOf<T>;

export const requester = (n = 1, data: Partial<CommandData<'JoinCase'>['requester']> = {}) => ({
  requesterId: id(100 + n),
  relation: 'self' as const,
  subject: { subjectId: id(150 + n), name: '何桂兰', phone: '13800001111' },
  confidential: false,
  trackingCode: `TRACK-${String(n)}`,
  ...data,
});
export const anonymous = (n = 1) => {
  const { subject: _nobody, ...rest } = requester(n);
  return rest;
};

const place = { compound: 'spring', building: 'b1', entrance: 'e1', spot: 'path' };
const report = {
  caseId: id(1),
  number: '2026-000001',
  channel: 'phone' as const,
  category: 'lighting',
  place,
  summary: '楼前路灯不亮',
  confidential: false,
  accountable: atDesk,
};
const outside = { origin: 'city-line', externalId: 'SR-1', outsideStatus: 'open' as const };
const versions = { policyVersion: 1, catalogueVersion: 1 };
const first = { round: 1 };
const ofOrder = { workOrderId: id(201) };
const window = { from: hours(10), to: hours(12) };
const ofOffer = { ...ofOrder, offerId: id(301) };
const where = { ...first, ...ofOffer, volunteerId: id(401) };

export const theNeed = {
  skills: ['electrics'],
  interests: [],
  certificates: [],
  seats: 1,
  place,
  windows: [window],
  minutes: 60,
};
const { spot: _spot, ...placeOfNeed } = place;
export const need = (seats = 1) => ({ ...theNeed, seats, place: placeOfNeed });

export const toPost = (n = 1, holder = atGrid) => ({
  workOrderId: id(200 + n),
  part: 'lead' as const,
  assignee: { kind: 'post' as const, ...holder },
});
export const toVolunteers = (n = 1, seats = 1) => ({
  workOrderId: id(200 + n),
  part: 'lead' as const,
  assignee: { kind: 'volunteers' as const },
  need: need(seats),
});
export const toCompany = (n = 1) => ({
  workOrderId: id(200 + n),
  part: 'lead' as const,
  assignee: { kind: 'organisation' as const, organisation: 'property-company' },
});

export const caseReported = event('CaseReported', {
  ...report,
  requesters: [requester()],
  urgency: 'soon',
  deadlines: [clock('acceptance'), clock('dispatch')],
});
export const caseImported = event('CaseImported', {
  ...report,
  ...outside,
  requesters: [anonymous()],
  urgency: 'soon',
});
export const requesterJoined = event('RequesterJoined', {
  requester: requester(2),
  words: '我家门口也不亮',
  channel: 'phone',
});
export const caseAccepted = event('CaseAccepted', {
  category: 'lighting',
  urgency: 'soon',
  deadlines: [],
  policyVersion: 1,
});
export const caseDeclined = event('CaseDeclined', { ground: 'not-our-area' });
export const caseFiled = event('CaseFiled', {
  ...first,
  level: 'grid-branch',
  unit: 'grid-1',
  deadlines: [],
  ...versions,
});
export const workOrderDispatched = event('WorkOrderDispatched', {
  ...first,
  order: toPost(),
  deadlines: [clock('acknowledgement'), clock('handling')],
  ...versions,
});
export const workOrderAcknowledged = event('WorkOrderAcknowledged', { ...first, ...ofOrder });
export const workOrderReturned = event('WorkOrderReturned', {
  ...first,
  ...ofOrder,
  ground: 'wrong-handler',
});
export const volunteerOffered = event('VolunteerOffered', {
  ...where,
  window,
  expiresAt: hours(2),
  wave: 1,
  basis: 'offer',
});
export const offerAccepted = event('OfferAccepted', { ...where, window });
export const offerDeclined = event('OfferDeclined', where);
export const offerExpired = event('OfferExpired', where);
export const offerWithdrawn = event('OfferWithdrawn', { ...where, reason: 'booking-refused' });
export const volunteerAssigned = event('VolunteerAssigned', {
  ...where,
  bookingId: id(501),
  window,
  basis: 'offer',
});
export const volunteerReleased = event('VolunteerReleased', {
  ...where,
  bookingId: id(501),
  reason: 'volunteer-asked',
});
export const volunteerCheckedIn = event('VolunteerCheckedIn', where);
export const volunteerNoShow = event('VolunteerNoShow', { ...where, bookingId: id(501) });
export const handlingStarted = event('HandlingStarted', { ...first, ...ofOrder });
export const resultReported = event('ResultReported', {
  ...first,
  ...ofOrder,
  outcome: 'done',
  words: '换了灯泡',
  doneBy: ['li'],
});
export const resultChecked = event('ResultChecked', {
  ...first,
  checkId: id(510),
  passed: true,
  found: '灯亮了',
});
export const caseHandled = event('CaseHandled', { ...first, deadlines: [clock('follow-up')] });
export const caseHandledOnSpot = event('CaseHandledOnSpot', {
  ...first,
  category: 'lighting',
  check: false,
  by: 'li',
  words: '当场换好',
});
export const requesterAnswered = event('RequesterAnswered', {
  requesterId: id(101),
  answerId: id(520),
  subjectOf: 'result',
  channel: 'phone',
  words: '灯已修好',
});
export const followUpRecorded = event('FollowUpRecorded', {
  ...first,
  followUpId: id(530),
  requesterId: id(101),
  outcome: 'reached',
  channel: 'phone',
  solved: true,
});
export const reworkOrdered = event('ReworkOrdered', { ...first, ...ofOrder, because: 'follow-up' });
export const caseClosed = event('CaseClosed', { ...first, as: 'solved' });
export const reopeningRequested = event('ReopeningRequested', {
  requesterId: id(101),
  requestId: id(540),
  reason: '又不亮了',
});
export const caseReopened = event('CaseReopened', {
  round: 2,
  requestId: id(540),
  accountable: atDesk,
  deadlines: [clock('dispatch')],
  supervised: false,
});
export const requesterWithdrew = event('RequesterWithdrew', { requesterId: id(101) });
export const caseWithdrawn = event('CaseWithdrawn', first);

export const reportCase = command('ReportCase', { ...report, requester: requester() });
export const importCase = command('ImportCase', { ...report, ...outside, requester: anonymous() });
export const recordExternalNote = command('RecordExternalNote', {
  noteId: id(550),
  at: theStart,
  kind: 'status',
  words: '已派车',
});
export const joinCase = command('JoinCase', {
  requester: requester(2),
  words: '我家门口也不亮',
  channel: 'phone',
});
export const acceptCase = command('AcceptCase', { category: 'lighting' });
export const declineCase = command('DeclineCase', { ground: 'not-our-area' });
export const answerDirectly = command('AnswerDirectly', {
  channel: 'phone',
  words: '周一到周五都可以办',
  category: 'question',
});
export const recordHandledOnSpot = command('RecordHandledOnSpot', {
  category: 'lighting',
  channel: 'visit',
  words: '当场换好',
});
export const fileCase = command('FileCase', { level: 'grid-branch', unit: 'grid-1' });
export const dispatchWorkOrder = command('DispatchWorkOrder', { order: toPost() });
export const acknowledgeWorkOrder = command('AcknowledgeWorkOrder', ofOrder);
export const returnWorkOrder = command('ReturnWorkOrder', { ...ofOrder, ground: 'wrong-handler' });
export const reassignWorkOrder = command('ReassignWorkOrder', {
  ...ofOrder,
  to: { kind: 'post', ...atHome },
  reason: 'handler-unavailable',
});
export const offerToVolunteer = command('OfferToVolunteer', {
  ...ofOffer,
  volunteerId: id(401),
  window,
  wave: 1,
  basis: 'offer',
});
export const acceptOffer = command('AcceptOffer', ofOffer);
export const declineOffer = command('DeclineOffer', ofOffer);
export const expireOffer = command('ExpireOffer', ofOffer);
export const withdrawOffer = command('WithdrawOffer', { ...ofOffer, reason: 'booking-refused' });
export const assignVolunteer = command('AssignVolunteer', { ...ofOffer, bookingId: id(501) });
export const releaseVolunteer = command('ReleaseVolunteer', { ...ofOffer, reason: 'volunteer-asked' });
export const checkInVolunteer = command('CheckInVolunteer', ofOffer);
export const recordNoShow = command('RecordNoShow', ofOffer);
export const reportVolunteersExhausted = command('ReportVolunteersExhausted', {
  ...ofOrder,
  attempt: 1,
  reasons: [{ constraint: 'skill', count: 3 }],
});
export const transferAccountability = command('TransferAccountability', { to: atGrid, reason: 'workload' });
export const recordContact = command('RecordContact', {
  contactId: id(560),
  requesterId: id(101),
  purpose: 'follow-up',
  channel: 'phone',
  reached: false,
});
export const startHandling = command('StartHandling', ofOrder);
export const reportProgress = command('ReportProgress', { ...ofOrder, itemId: id(570), words: '配件已订' });
export const reportResult = command('ReportResult', { ...ofOrder, outcome: 'done', words: '换了灯泡' });
export const checkResult = command('CheckResult', { checkId: id(510), passed: true, found: '灯亮了' });
export const answerRequester = command('AnswerRequester', {
  answerId: id(520),
  requesterId: id(101),
  subjectOf: 'result',
  channel: 'phone',
  words: '灯已修好',
});
export const recordFollowUp = command('RecordFollowUp', {
  followUpId: id(530),
  requesterId: id(101),
  outcome: 'reached',
  channel: 'phone',
  solved: true,
});
export const closeCase = command('CloseCase', {});
export const requestReopening = command('RequestReopening', {
  requestId: id(540),
  requesterId: id(101),
  reason: '又不亮了',
});
export const grantReopening = command('GrantReopening', { requestId: id(540) });
export const refuseReopening = command('RefuseReopening', { requestId: id(540), ground: 'term-over' });
export const withdrawRequest = command('WithdrawRequest', { requesterId: id(101) });
export const warnDeadline = command('WarnDeadline', {
  name: 'acceptance',
  dueAt: clock('acceptance').dueAt,
});
export const deadlineBreached = event('DeadlineBreached', {
  ...{ name: 'handling', dueAt: clock('handling').dueAt, firedAt: hours(73) },
});
export const breachDeadline = command('BreachDeadline', {
  name: 'acceptance',
  dueAt: clock('acceptance').dueAt,
});

/** An event, when it was recorded and who sent the command. */
export interface Told {
  readonly event: CaseEvent;
  readonly context: EventContext;
}

export const told = (event: CaseEvent, at = theStart, by: Actor = clerk): Told => ({
  event,
  context: { recordedAt: at, occurredAt: at, by },
});

const isTold = (each: CaseEvent | Told): each is Told => 'event' in each;

/** The case that a history comes to. An event alone was recorded at the start, by the clerk. */
export const foldCase = (history: readonly (CaseEvent | Told)[]): Case =>
  history.reduce((state: Case, each) => {
    const { event, context } = isTold(each) ? each : told(each);
    return caseDecider.evolve(state, event, context);
  }, caseDecider.initialState);

export const reported = (...history: readonly (CaseEvent | Told)[]): ReportedCase => {
  const state = foldCase(history);
  if (state.status === 'unreported') throw new Error('This history reports no case');
  return state;
};

interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  readonly rules?: Rules;
}

/** Given / when / then over the case. Every command and every decided event is checked against its schema. */
export const given = (...history: readonly (CaseEvent | Told)[]) => ({
  when: (command: CaseCommand, { by = clerk, now = theStart, rules = caseRules }: Circumstances = {}) => {
    caseCommands[command.type]!.parse(command.data);
    const context: DecisionContext = { now, occurredAt: now, by, rules };
    const result = caseDecider.decide(command, foldCase(history), context);
    const events = isRefusal(result) ? [] : result;
    for (const { type, data } of events) caseEvents[type]!.parse(data);
    const types = isRefusal(result) ? result.refused : result.map(({ type }) => type);
    return {
      events,
      state: () => reported(...history, ...events.map((each) => told(each, now, by))),
      thenRecords: (...expected: readonly CaseEvent[]) => expect(result).toEqual(expected),
      thenTypes: (...expected: readonly CaseEventType[]) => expect(types).toEqual(expected),
      thenNothingNew: () => expect(result).toEqual([]),
      thenRefuses: (code: RefusalCode) => expect(types).toBe(code),
    };
  },
});
