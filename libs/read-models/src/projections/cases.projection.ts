import { byEvent, deadlinesAfter, isOpen, jointAfter, statusAfter, workersIn } from '@threekeys/domain';
import type { Actor, ByEvent, CaseEvent, CaseEventOf, SealedAt } from '@threekeys/domain';
import type { Projection, Unfinished, ViewEvent } from '../projection';
import { laneOf } from './case-lane';
import { addPeopleOf, ordersAfter } from './case-orders';
import { joinedRequester, requestersAfter } from './case-requesters';
import { liveOrdersOf, turnsOf } from './case-turns';
import type { CasePlace, CaseRespondent, CaseRow } from './case.row';
import { sides } from './case.row';

/** Every case as it is now; key = caseId. */
export const cases: Projection<CaseRow> & Required<Pick<Projection<CaseRow>, 'drafts'>> = {
  name: 'cases',
  module: __filename,
  version: 14,
  categories: ['case'],
  columns: {
    number: 'text',
    status: 'text',
    open: 'integer',
    category: 'text',
    urgency: 'text',
    unit: 'text',
    accountablePost: 'text',
    accountablePerson: 'text',
    compound: 'text',
    placeKey: 'text',
    reportedAt: 'text',
    updatedAt: 'text',
    nextDueAt: 'text',
    overdue: 'integer',
    lane: 'text',
    keyOverdue: 'integer',
    alertedAt: 'text',
    externalId: 'text',
    people: 'text[]',
    shutOut: 'text[]',
    turns: 'text[]',
    turnDueAt: 'text',
  },
  indexes: [
    ['reportedAt'],
    ['updatedAt'],
    ['nextDueAt'],
    ['number'],
    ['status', 'reportedAt'],
    ['open', 'reportedAt'],
    ['open', 'nextDueAt'],
    ['category', 'reportedAt'],
    ['unit', 'reportedAt'],
    ['urgency', 'reportedAt'],
    ['accountablePerson', 'open', 'nextDueAt'],
    ['accountablePerson', 'reportedAt'],
    ['accountablePost', 'open', 'nextDueAt'],
    ['compound', 'open', 'reportedAt'],
    ['placeKey', 'open', 'reportedAt'],
    ['overdue', 'nextDueAt'],
    ['lane', 'nextDueAt'],
    ['keyOverdue', 'nextDueAt'],
    ['alertedAt'],
    ['externalId'],
    ['people', 'open', 'reportedAt'],
    ['shutOut'],
    ['turns', 'turnDueAt'],
    ['status', 'nextDueAt'],
  ],
  search: { values: searched, order: 'reportedAt' },
  keysOf: ({ stream }) => [stream.slice('case-'.length)],
  evolve: (row, event) => {
    const next = drafted(row, event);
    complete(next);
    return next;
  },
  drafts: { evolve: drafted, complete },
};

function drafted(row: CaseRow | null, event: ViewEvent): Unfinished<CaseRow> {
  const { type, data } = event as unknown as CaseEvent;
  if (type === 'CaseReported' || type === 'CaseImported') return reported(type, data, event);
  if (row === null) throw new Error(`${type} before CaseReported`);
  return evolved(row, event);
}

/** What nothing that comes after asks for. */
function complete(row: Unfinished<CaseRow>): void {
  row.overdue = row.deadlines.some(({ breached }) => breached);
  row.nextDueAt = earliest(row.deadlines);
  row.keyOverdue = row.open && isKeyOverdue(row.joint);
  row.lane = laneOf(row);
  row.people = peopleIn(row);
  Object.assign(row, turnsOf(row));
}

/** One copy, then in place: there are millions of these. */
function evolved(row: CaseRow, view: ViewEvent): Unfinished<CaseRow> {
  const event = view as unknown as CaseEvent;
  const next: Unfinished<CaseRow> = { ...row };
  next.updatedAt = view.recordedAt;
  next.status = statusAfter(row.status, event, isOfLead(row, event));
  next.open = isOpen(next);
  next.orders = ordersAfter(row, view);
  next.doers = doersAfter(row, view);
  next.joint = event.type === 'CaseReopened' ? undefined : jointAfter(row.joint, event, row);
  next.requesters = requestersAfter(row, event, view);
  const { deadlines, stopped } = deadlinesAfter(row, event);
  next.deadlines = deadlines;
  next.stopped = stopped;
  const changed = byEvent(facts, event, row);
  if (changed !== undefined) Object.assign(next, changed);
  next.flags = flagsAfter(row.flags, event, next);
  next.alertedAt = alertAfter(row, next, view);
  return next;
}

type Reported = CaseEventOf<'CaseReported' | 'CaseImported'>['data'];

function shutOutBy(
  respondent: Pick<CaseRespondent, 'organisation' | 'keptOut'> | undefined,
): readonly string[] {
  const { organisation, keptOut = [] } = respondent ?? {};
  return organisation === undefined ? keptOut : [...keptOut, sides.organisation(organisation)];
}

function reported(
  type: 'CaseReported' | 'CaseImported',
  data: Reported,
  event: ViewEvent,
): Unfinished<CaseRow> {
  const { category, urgency, place, accountable, channel, respondent } = data;
  const first = event as unknown as CaseEvent;
  const status = statusAfter('reported', first, false);
  const { deadlines } = deadlinesAfter({ deadlines: [], stopped: [] }, first);
  // Every member from the start, absent or not: rows of one shape are copied several times faster.
  return {
    caseId: data.caseId,
    number: data.number,
    status,
    open: isOpen({ status }),
    lane: undefined,
    category,
    urgency,
    channel,
    place: place as CasePlace,
    compound: place.compound,
    placeKey: placeKeyOf(place),
    summary: data.summary as SealedAt,
    reportedAt: event.recordedAt,
    updatedAt: event.recordedAt,
    occurredAt: event.occurredAt,
    accountablePost: accountable.post,
    accountablePerson: accountable.person,
    unit: undefined,
    level: undefined,
    responsibility: undefined,
    round: 1,
    confidential: data.confidential,
    requesters: data.requesters.map((each) => joinedRequester(each, event.recordedAt)),
    respondent: respondent as CaseRespondent | undefined,
    orders: [],
    joint: undefined,
    referral: undefined,
    deadlines,
    stopped: [],
    nextDueAt: undefined,
    overdue: false,
    keyOverdue: false,
    alertedAt: type === 'CaseReported' && urgency === 'urgent' ? event.recordedAt : undefined,
    flags: firstFlags(type, urgency),
    ...originOf(data),
    notes: 0,
    people: [],
    shutOut: shutOutBy(respondent),
    doneBy: [],
    doers: [],
    closedAs: undefined,
    mergedInto: undefined,
    reopeningRequestIds: [],
    turns: [],
    turnDueAt: undefined,
  };
}

function originOf(data: Reported): Pick<CaseRow, 'origin' | 'externalId' | 'externalParent'> {
  if (!('origin' in data)) return { origin: undefined, externalId: undefined, externalParent: undefined };
  const { origin, externalId, externalParent } = data;
  return { origin, externalId, externalParent };
}

/** `compound/building/entrance`: what the view's `placeKey` has for a place. */
export function placeKeyOf(place: { compound: string; building?: string; entrance?: string }): string {
  return `${place.compound}/${place.building ?? ''}/${place.entrance ?? ''}`;
}

/** A new round has been worked on by nobody; what comes late of an order before it is no work of it. */
function doersAfter({ orders: all, doers, round }: CaseRow, view: ViewEvent): readonly string[] {
  if (view.type === 'CaseReopened') return [];
  const orders = all.filter((each) => each.round === round);
  const found = workersIn(view as unknown as CaseEvent, { orders, by: view.actor as unknown as Actor });
  return found.length === 0 ? doers : added(doers, found);
}

/** Whether the event is of an order that leads the current round. */
function isOfLead({ orders, round }: CaseRow, { data }: CaseEvent): boolean {
  if ('order' in data) return data.order.part === 'lead';
  const workOrderId = 'workOrderId' in data ? data.workOrderId : undefined;
  return orders.some(
    (each) => each.workOrderId === workOrderId && each.part === 'lead' && each.round === round,
  );
}

/** What single events change beside status, orders, deadlines, requesters and flags. */
const facts: ByEvent<CaseRow, Partial<CaseRow>> = {
  CaseAccepted: ({ category, urgency }) => ({ category, urgency }),
  CaseAnswered: ({ category }, row) => ({ closedAs: 'answered', category: category ?? row.category }),
  CaseHandledOnSpot: ({ category, by, check }, row) => ({
    category,
    doneBy: added(row.doneBy, [by]),
    closedAs: check ? row.closedAs : 'on-the-spot',
  }),
  CaseFiled: ({ level, unit, category }, row) => ({ level, unit, category: category ?? row.category }),
  ResponsibilityDetermined: ({ kind }) => ({ responsibility: kind }),
  CaseEscalated: ({ to }) => ({ level: to.level, unit: to.unit }),
  AccountabilityTransferred: ({ to }) => ({ accountablePost: to.post, accountablePerson: to.person }),
  ResultReported: ({ doneBy }, row) => ({ doneBy: added(row.doneBy, doneBy) }),
  SettlementRecorded: ({ doneBy }, row) => ({ doneBy: added(row.doneBy, doneBy) }),
  SettlementFailed: ({ doneBy }, row) => ({ doneBy: added(row.doneBy, doneBy) }),
  ReportAmended: (data, row) => ({ ...amended(data.fields, row), ...respondentAfter(data, row) }),
  CaseReferred: ({ referralId, body }) => ({ referral: { referralId, body } }),
  ReferralAnswered: ({ accepted }, { referral }) => ({ referral: referral && { ...referral, accepted } }),
  WorkOrderDispatched: (_, { referral }) => (referral === undefined ? {} : { referral: undefined }),
  CaseClosed: (data) => ({ closedAs: data.as }),
  CaseMerged: ({ into }) => ({ mergedInto: into }),
  CaseReopened: ({ round, accountable }) => ({
    round,
    accountablePost: accountable.post,
    accountablePerson: accountable.person,
    referral: undefined,
    closedAs: undefined,
    reopeningRequestIds: [],
  }),
  ReopeningRequested: ({ requestId }, { reopeningRequestIds: before }) => ({
    reopeningRequestIds: [...before, requestId],
  }),
  ReopeningRefused: ({ requestId }, { reopeningRequestIds: before }) => ({
    reopeningRequestIds: before.filter((each) => each !== requestId),
  }),
  ExternalNoteRecorded: (_, { notes }) => ({ notes: notes + 1 }),
};

/** What was corrected; what was left out stays. */
function amended(
  {
    place,
    summary,
    channel,
    confidential,
    category,
    urgency,
  }: CaseEventOf<'ReportAmended'>['data']['fields'],
  row: CaseRow,
): Partial<CaseRow> {
  const at =
    place === undefined
      ? {}
      : { place: place as CasePlace, compound: place.compound, placeKey: placeKeyOf(place) };
  return {
    ...at,
    summary: (summary as SealedAt | undefined) ?? row.summary,
    channel: channel ?? row.channel,
    category: category ?? row.category,
    urgency: urgency ?? row.urgency,
    confidential: confidential ?? row.confidential,
  };
}

function respondentAfter(
  { fields, phoneStays }: CaseEventOf<'ReportAmended'>['data'],
  { respondent: before }: CaseRow,
): Partial<CaseRow> {
  const now = fields.respondent as CaseRespondent | undefined;
  if (now === undefined) return {};
  return { respondent: phoneStays ? { ...now, phone: before?.phone } : now, shutOut: shutOutBy(now) };
}

function firstFlags(type: 'CaseReported' | 'CaseImported', urgency: CaseRow['urgency']): CaseRow['flags'] {
  return {
    urgent: urgency === 'urgent',
    supervised: false,
    imported: type === 'CaseImported',
    exhausted: false,
    returned: 0,
    reworked: 0,
    reopened: 0,
  };
}

function flagsAfter(
  before: CaseRow['flags'],
  event: CaseEvent,
  after: Pick<CaseRow, 'orders' | 'round'>,
): CaseRow['flags'] {
  const changed = byEvent(flags, event, before) ?? before;
  const exhausted = liveOrdersOf(after).some(({ nobodyFound }) => nobodyFound !== undefined);
  return exhausted === changed.exhausted ? changed : { ...changed, exhausted };
}

const flags: ByEvent<CaseRow['flags'], CaseRow['flags']> = {
  CaseAccepted: ({ urgency }, before) => ({ ...before, urgent: urgency === 'urgent' }),
  ReportAmended: ({ fields: { urgency } }, before) =>
    urgency === undefined ? before : { ...before, urgent: urgency === 'urgent' },
  WorkOrderReturned: (_, before) => ({ ...before, returned: before.returned + 1 }),
  ReworkOrdered: (_, before) => ({ ...before, reworked: before.reworked + 1 }),
  CaseReopened: ({ supervised }, before) => ({
    ...before,
    reopened: before.reopened + 1,
    supervised: supervised || before.supervised,
  }),
};

function isKeyOverdue(joint: CaseRow['joint']): boolean {
  return joint?.lock === 'shut' && joint.clocks.some(({ overdue }) => overdue);
}

/** By these somebody has taken an urgent matter in hand. */
const takenInHand: readonly CaseEvent['type'][] = [
  'SafetyMeasureTaken',
  'WorkOrderAcknowledged',
  'HandlingStarted',
  'VolunteerAssigned',
  'ResultReported',
  'CaseReferred',
];

/** These say how urgent it is. */
const judging: readonly CaseEvent['type'][] = ['CaseAccepted', 'ReportAmended'];

/** Safety first (CASE, rule 2): from when it is known to be urgent until somebody has it in hand, or says that it is not. */
function alertAfter(before: CaseRow, { open, urgency }: CaseRow, { type, recordedAt }: ViewEvent) {
  if (!open || (takenInHand as readonly string[]).includes(type)) return undefined;
  if (!(judging as readonly string[]).includes(type)) return before.alertedAt;
  if (urgency !== 'urgent') return undefined;
  const isNews = before.urgency !== 'urgent' || (type === 'CaseAccepted' && before.flags.imported);
  return isNews ? recordedAt : before.alertedAt;
}

function earliest(deadlines: CaseRow['deadlines']): string | undefined {
  return deadlines.reduce<string | undefined>(
    (least, { dueAt }) => (least === undefined || dueAt < least ? dueAt : least),
    undefined,
  );
}

function peopleIn({ accountablePerson, orders, doneBy }: CaseRow): readonly string[] {
  const people = new Set([accountablePerson]);
  for (const order of orders) addPeopleOf(order, people);
  for (const person of doneBy) people.add(person);
  return [...people];
}

function added(people: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...people, ...more])];
}

function searched({ summary, requesters, respondent, place }: CaseRow): readonly SealedAt[] {
  const people = requesters
    .filter(({ withdrawn }) => withdrawn !== true)
    .flatMap(({ subject, proxy }) => [subject?.name, subject?.phone, proxy?.name, proxy?.phone]);
  const codes = requesters.map(({ trackingCode }) => trackingCode);
  return [summary, respondent?.name, place.door, place.address, ...people, ...codes].filter(
    (each) => each !== undefined,
  );
}
