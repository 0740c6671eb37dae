import { byEvent, deadlinesAfter, isOpen, statusAfter } from '@threekeys/domain';
import type { ByEvent, CaseEvent, CaseEventOf, SealedAt } from '@threekeys/domain';
import type { Projection, ViewEvent } from '../projection';
import { addPeopleOf, ordersAfter } from './case-orders';
import { joinedRequester, requestersAfter } from './case-requesters';
import type { CasePlace, CaseRespondent, CaseRow } from './case.row';

/** Every case as it is now; key = caseId. */
export const cases: Projection<CaseRow> = {
  name: 'cases',
  module: __filename,
  version: 1,
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
    externalId: 'text',
    people: 'text[]',
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
    ['externalId'],
    ['people', 'open', 'reportedAt'],
  ],
  search: { values: searched, order: 'reportedAt' },
  keysOf: ({ stream }) => [stream.slice('case-'.length)],
  evolve: (row, event) => {
    const { type, data } = event as unknown as CaseEvent;
    if (type === 'CaseReported' || type === 'CaseImported') return reported(type, data, event);
    if (row === null) throw new Error(`${type} before CaseReported`);
    return evolved(row, event);
  },
};

/** One copy, then in place: there are millions of these. */
function evolved(row: CaseRow, view: ViewEvent): CaseRow {
  const event = view as unknown as CaseEvent;
  const next: { -readonly [K in keyof CaseRow]: CaseRow[K] } = { ...row };
  next.updatedAt = view.recordedAt;
  next.status = statusAfter(row.status, event, isOfLead(row, event));
  next.open = isOpen(next);
  next.orders = ordersAfter(row, event, view.recordedAt);
  next.requesters = requestersAfter(row, event, view.recordedAt);
  next.flags = byEvent(flags, event, row.flags) ?? row.flags;
  const { deadlines, stopped } = deadlinesAfter(row, event);
  next.deadlines = deadlines;
  next.stopped = stopped;
  next.overdue = deadlines.some(({ breached }) => breached);
  next.nextDueAt = earliest(deadlines);
  const changed = byEvent(facts, event, row);
  if (changed !== undefined) Object.assign(next, changed);
  if (next.orders !== row.orders || changed !== undefined) next.people = peopleIn(next);
  return next;
}

type Reported = CaseEventOf<'CaseReported' | 'CaseImported'>['data'];

function reported(type: 'CaseReported' | 'CaseImported', data: Reported, event: ViewEvent): CaseRow {
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
    round: 1,
    confidential: data.confidential,
    requesters: data.requesters.map((each) => joinedRequester(each, event.recordedAt)),
    respondent: respondent as CaseRespondent | undefined,
    orders: [],
    deadlines,
    stopped: [],
    nextDueAt: earliest(deadlines),
    overdue: false,
    flags: firstFlags(type, urgency),
    ...originOf(data),
    notes: 0,
    people: [accountable.person],
    doneBy: [],
    closedAs: undefined,
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
  AccountabilityTransferred: ({ to }) => ({ accountablePost: to.post, accountablePerson: to.person }),
  ResultReported: ({ doneBy }, row) => ({ doneBy: added(row.doneBy, doneBy) }),
  CaseClosed: (data) => ({ closedAs: data.as }),
  CaseReopened: ({ round, accountable }) => ({
    round,
    accountablePost: accountable.post,
    accountablePerson: accountable.person,
    closedAs: undefined,
  }),
  ExternalNoteRecorded: (_, { notes }) => ({ notes: notes + 1 }),
};

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

const offTheDesk = (_data: unknown, flags: CaseRow['flags']): CaseRow['flags'] =>
  flags.exhausted ? { ...flags, exhausted: false } : flags;

const flags: ByEvent<CaseRow['flags'], CaseRow['flags']> = {
  CaseAccepted: ({ urgency }, before) => ({ ...before, urgent: urgency === 'urgent' }),
  WorkOrderReturned: (_, before) => ({ ...before, returned: before.returned + 1, exhausted: false }),
  ReworkOrdered: (_, before) => ({ ...before, reworked: before.reworked + 1 }),
  CaseReopened: ({ supervised }, before) => ({
    ...before,
    reopened: before.reopened + 1,
    supervised: supervised || before.supervised,
  }),
  VolunteersExhausted: (_, before) => ({ ...before, exhausted: true }),
  VolunteerOffered: offTheDesk,
  VolunteerAssigned: offTheDesk,
  WorkOrderReassigned: offTheDesk,
  ResultReported: offTheDesk,
  CaseWithdrawn: offTheDesk,
};

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
  return [summary, respondent?.name, place.door, place.address, ...people].filter(
    (each) => each !== undefined,
  );
}
