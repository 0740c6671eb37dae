import { byEvent, endsOrders, reworkOrdered } from '@threekeys/domain';
import type { Assignee, ByEvent, CaseEvent, CaseEventOf, Window } from '@threekeys/domain';
import type { Projection, ViewEvent } from '../projection';

/**
 * What somebody has done and has to do. Posts and organisations have a row per order, volunteers a row per order and
 * volunteer (the last offer counts).
 */
export type WorkRow = {
  /** Account of the post's holder, volunteer id, or `organisation:<code>`. */
  readonly person: string;
  readonly caseId: string;
  readonly workOrderId: string;
  readonly role: 'lead' | 'support' | 'volunteer';
  readonly post?: string;
  readonly offerId?: string;
  readonly bookingId?: string;
  readonly status: WorkStatus;
  /** Something is still asked of them. What is live when the case's orders end has `ended`. */
  readonly live: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly minutes?: number;
  readonly updatedAt: string;
};

export type WorkStatus =
  | 'dispatched'
  | 'acknowledged'
  | 'handling'
  | 'returned'
  | 'reassigned'
  | 'done'
  | 'ended'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'assigned'
  | 'checked-in'
  | 'released'
  | 'no-show';

const live: readonly WorkStatus[] = [
  'dispatched',
  'acknowledged',
  'handling',
  'offered',
  'accepted',
  'assigned',
  'checked-in',
];

const ofTheOrder = ({ workOrderId }: { readonly workOrderId?: string | undefined }): readonly string[] =>
  workOrderId === undefined ? [] : [workOrderId];
const ofTheVolunteer = ({
  workOrderId,
  volunteerId,
}: {
  readonly workOrderId: string;
  readonly volunteerId: string;
}): readonly string[] => [`${workOrderId}#${volunteerId}`];

const keys: ByEvent<undefined, readonly string[]> = {
  WorkOrderDispatched: ({ order }) => [order.workOrderId],
  WorkOrderReassigned: ofTheOrder,
  WorkOrderAcknowledged: ofTheOrder,
  HandlingStarted: ofTheOrder,
  WorkOrderReturned: ofTheOrder,
  ReworkOrdered: ofTheOrder,
  SettlementRecorded: ofTheOrder,
  SettlementFailed: ofTheOrder,
  ResultReported: ({ workOrderId, doneBy }) => [
    workOrderId,
    ...doneBy.map((person) => `${workOrderId}#${person}`),
  ],
  VolunteerOffered: ofTheVolunteer,
  VolunteerAssigned: ofTheVolunteer,
  OfferAccepted: ofTheVolunteer,
  OfferDeclined: ofTheVolunteer,
  OfferExpired: ofTheVolunteer,
  OfferWithdrawn: ofTheVolunteer,
  VolunteerCheckedIn: ofTheVolunteer,
  VolunteerReleased: ofTheVolunteer,
  VolunteerNoShow: ofTheVolunteer,
};

/** Work per person; key = `<workOrderId>`, for volunteers `<workOrderId>#<volunteerId>`. */
export const work: Projection<WorkRow> = {
  name: 'work',
  module: __filename,
  version: 5,
  categories: ['case'],
  columns: {
    person: 'text',
    caseId: 'text',
    status: 'text',
    live: 'integer',
    from: 'text',
    updatedAt: 'text',
  },
  indexes: [['person', 'live', 'from'], ['person', 'updatedAt'], ['caseId']],
  sweeps: ({ type }) => (endsOrders as readonly string[]).includes(type),
  keysOf: (event) => byEvent(keys, event as unknown as CaseEvent, undefined) ?? [],
  evolve: (row, event) => {
    const next = evolved(row, event);
    return next === null || next === row
      ? next
      : { ...next, live: live.includes(next.status), updatedAt: event.recordedAt };
  },
};

function evolved(row: WorkRow | null, event: ViewEvent): WorkRow | null {
  const { type, data } = event as unknown as CaseEvent;
  if (type === 'WorkOrderDispatched') return dispatched(data, event);
  if (type === 'VolunteerOffered') return offered(data, event);
  // Staff who helped have no row of their own beside the order's.
  if (row && (endsOrders as readonly string[]).includes(type)) return ended(row);
  return row && (byEvent(changes, event as unknown as CaseEvent, row) ?? row);
}

const ended = (row: WorkRow): WorkRow => (row.live ? { ...row, status: 'ended' } : row);
const now =
  (status: WorkStatus) =>
  (_: unknown, row: WorkRow): WorkRow => ({ ...row, status });

const changes: ByEvent<WorkRow, WorkRow> = {
  WorkOrderReassigned: (data, row) => reassigned(row, data),
  WorkOrderAcknowledged: now('acknowledged'),
  HandlingStarted: now('handling'),
  ReworkOrdered: ({ windows }, row) => ({
    ...row,
    status: 'handling',
    ...(windows?.[0] && span(windows[0])),
  }),
  WorkOrderReturned: now('returned'),
  ResultReported: (data, row) => ({ ...row, status: 'done', ...spent(data) }),
  OfferAccepted: now('accepted'),
  OfferDeclined: now('declined'),
  OfferExpired: now('expired'),
  OfferWithdrawn: now('withdrawn'),
  VolunteerAssigned: ({ bookingId, window }, row) => ({
    ...row,
    status: 'assigned',
    bookingId,
    ...span(window),
  }),
  VolunteerCheckedIn: now('checked-in'),
  // What was done once is done, also where it has to be done again.
  VolunteerReleased: ({ reason }, row) => ({
    ...row,
    status: reason === reworkOrdered ? 'done' : 'released',
  }),
  VolunteerNoShow: now('no-show'),
};

function dispatched({ order }: CaseEventOf<'WorkOrderDispatched'>['data'], event: ViewEvent): WorkRow {
  const window = order.need?.windows[0];
  return {
    caseId: event.stream.slice('case-'.length),
    workOrderId: order.workOrderId,
    role: order.part,
    status: 'dispatched',
    live: true,
    ...holderOf(order.assignee),
    ...(window === undefined ? {} : span(window)),
    updatedAt: event.recordedAt,
  };
}

/** An order for volunteers waits under `volunteers`, until each of them has a row. */
function holderOf(assignee: Assignee): { person: string; post?: string } {
  switch (assignee.kind) {
    case 'post':
      return { person: assignee.person, post: assignee.post };
    case 'organisation':
      return { person: `organisation:${assignee.organisation}` };
    case 'volunteers':
      return { person: 'volunteers' };
  }
}

function reassigned(
  { post: _, ...row }: WorkRow,
  { to, need }: CaseEventOf<'WorkOrderReassigned'>['data'],
): WorkRow {
  const window = need?.windows[0];
  return { ...row, status: 'dispatched', ...holderOf(to), ...(window && span(window)) };
}

function offered(data: CaseEventOf<'VolunteerOffered'>['data'], event: ViewEvent): WorkRow {
  return {
    person: data.volunteerId,
    caseId: event.stream.slice('case-'.length),
    workOrderId: data.workOrderId,
    role: 'volunteer',
    offerId: data.offerId,
    status: 'offered',
    live: true,
    ...span(data.window),
    updatedAt: event.recordedAt,
  };
}

function span({ from, to }: Window): { from: string; to: string } {
  return { from, to };
}

function spent({ minutes }: CaseEventOf<'ResultReported'>['data']): { minutes?: number } {
  return minutes === undefined ? {} : { minutes };
}
