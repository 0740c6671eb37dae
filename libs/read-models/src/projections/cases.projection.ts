import { deadlinesAfter, isOpen, statusAfter } from '@threekeys/domain';
import type { CaseEvent, CaseEventOf, SealedAt } from '@threekeys/domain';
import type { Projection, ViewEvent } from '../projection';
import { ordersAfter, peopleOf } from './case-orders';
import { joinedRequester, requestersAfter } from './case-requesters';
import type { CasePlace, CaseRespondent, CaseRow } from './case.row';

/** Every case as it is now; key = caseId. */
export const cases: Projection<CaseRow> = {
  name: 'cases',
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
  next.flags = flagsAfter(row.flags, event);
  const { deadlines, stopped } = deadlinesAfter(row, event);
  next.deadlines = deadlines;
  next.stopped = stopped;
  next.overdue = deadlines.some(({ breached }) => breached);
  next.nextDueAt = earliest(deadlines);
  const facts = factsAfter(row, event);
  if (facts !== undefined) Object.assign(next, facts);
  if (next.orders !== row.orders || facts !== undefined) next.people = peopleIn(next);
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
function factsAfter(row: CaseRow, { type, data }: CaseEvent): Partial<CaseRow> | undefined {
  switch (type) {
    case 'CaseAccepted':
      return { category: data.category, urgency: data.urgency };
    case 'CaseAnswered':
      return { closedAs: 'answered', ...(data.category === undefined ? {} : { category: data.category }) };
    case 'CaseHandledOnSpot':
      return {
        category: data.category,
        doneBy: added(row.doneBy, [data.by]),
        ...(data.check ? {} : { closedAs: 'on-the-spot' as const }),
      };
    case 'CaseFiled':
      return {
        level: data.level,
        unit: data.unit,
        ...(data.category === undefined ? {} : { category: data.category }),
      };
    case 'AccountabilityTransferred':
      return { accountablePost: data.to.post, accountablePerson: data.to.person };
    case 'ResultReported':
      return { doneBy: added(row.doneBy, data.doneBy) };
    case 'CaseClosed':
      return { closedAs: data.as };
    case 'CaseReopened':
      return reopened(data);
    case 'ExternalNoteRecorded':
      return { notes: row.notes + 1 };
    default:
      return undefined;
  }
}

function reopened({ round, accountable }: CaseEventOf<'CaseReopened'>['data']): Partial<CaseRow> {
  return {
    round,
    accountablePost: accountable.post,
    accountablePerson: accountable.person,
    closedAs: undefined,
  };
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

function flagsAfter(flags: CaseRow['flags'], { type, data }: CaseEvent): CaseRow['flags'] {
  switch (type) {
    case 'CaseAccepted':
      return { ...flags, urgent: data.urgency === 'urgent' };
    case 'WorkOrderReturned':
      return { ...flags, returned: flags.returned + 1, exhausted: false };
    case 'ReworkOrdered':
      return { ...flags, reworked: flags.reworked + 1 };
    case 'CaseReopened':
      return { ...flags, reopened: flags.reopened + 1, supervised: data.supervised || flags.supervised };
    case 'VolunteersExhausted':
      return { ...flags, exhausted: true };
    case 'VolunteerOffered':
    case 'VolunteerAssigned':
    case 'WorkOrderReassigned':
    case 'ResultReported':
    case 'CaseWithdrawn':
      return flags.exhausted ? { ...flags, exhausted: false } : flags;
    default:
      return flags;
  }
}

function earliest(deadlines: CaseRow['deadlines']): string | undefined {
  return deadlines.reduce<string | undefined>(
    (least, { dueAt }) => (least === undefined || dueAt < least ? dueAt : least),
    undefined,
  );
}

function peopleIn({ accountablePerson, orders, doneBy }: CaseRow): readonly string[] {
  return added([accountablePerson], [...orders.flatMap(peopleOf), ...doneBy]);
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
