import type { CaseEvent, CaseEventOf, CaseEventType, Deadline, DeadlineName } from '@threekeys/domain';
import type { CaseDeadline, CaseRow } from './case.row';

type Deadlines = Pick<CaseRow, 'deadlines' | 'stopped'>;

/** Which deadlines an event ends (CASE.md, rule 11). Those of an order end with that order's event only. */
const ends: Partial<Record<CaseEventType, readonly DeadlineName[]>> = {
  CaseAccepted: ['acceptance'],
  CaseHandledOnSpot: ['acceptance', 'dispatch'],
  WorkOrderAcknowledged: ['acknowledgement'],
  WorkOrderReturned: ['acknowledgement'],
  WorkOrderReassigned: ['acknowledgement'],
  VolunteerAssigned: ['acknowledgement'],
  ResultReported: ['acknowledgement'],
  CaseHandled: ['dispatch', 'acknowledgement', 'handling'],
  ReworkOrdered: ['follow-up'],
};

/** After these nothing runs. */
const endsAll: readonly CaseEventType[] = [
  'CaseDeclined',
  'CaseAnswered',
  'CaseClosed',
  'CaseReopened',
  'CaseWithdrawn',
];

export function deadlinesAfter(row: Deadlines, event: CaseEvent): Deadlines {
  const { type, data } = event;
  if (type === 'DeadlineWarned') return { ...row, deadlines: marked(row.deadlines, data, { warned: true }) };
  if (type === 'DeadlineBreached')
    return { ...row, deadlines: marked(row.deadlines, data, { warned: true, breached: true }) };
  const left = endsAllOf(event) ? [] : row.deadlines.filter((each) => !isEnded(each, event));
  const started = 'deadlines' in data ? startedBy(event, data.deadlines) : [];
  return {
    deadlines: [
      ...left.filter((each) => !started.some((one) => isSame(one, each))),
      ...continued(row, event),
      ...started,
    ],
    stopped: stoppedAfter(row, event),
  };
}

function endsAllOf({ type, data }: CaseEvent): boolean {
  return endsAll.includes(type) || (type === 'CaseHandledOnSpot' && !data.check);
}

function isEnded(deadline: CaseDeadline, { type, data }: CaseEvent): boolean {
  if (type === 'WorkOrderDispatched') return deadline.name === 'dispatch' && data.order.part === 'lead';
  const workOrderId = 'workOrderId' in data ? data.workOrderId : undefined;
  const ofThis =
    deadline.workOrderId === undefined || workOrderId === undefined || deadline.workOrderId === workOrderId;
  return ofThis && (ends[type] ?? []).includes(deadline.name);
}

/** `CaseHandled` stops the handling clock, rework lets it run on. */
function stoppedAfter({ deadlines, stopped }: Deadlines, event: CaseEvent): readonly CaseDeadline[] {
  if (event.type === 'CaseHandled') return deadlines.filter(({ name }) => name === 'handling');
  return event.type === 'ReworkOrdered' || endsAllOf(event) ? [] : stopped;
}

function continued({ stopped }: Deadlines, { type }: CaseEvent): readonly CaseDeadline[] {
  return type === 'ReworkOrdered' ? stopped : [];
}

function startedBy(event: CaseEvent, deadlines: readonly Deadline[]): readonly CaseDeadline[] {
  const workOrderId = orderOf(event);
  return deadlines.map(({ name, startedAt, warnAt, dueAt }) => ({
    name,
    ...(name === 'acknowledgement' && workOrderId !== undefined ? { workOrderId } : {}),
    startedAt,
    warnAt,
    dueAt,
    warned: false,
    breached: false,
  }));
}

function orderOf({ type, data }: CaseEvent): string | undefined {
  if (type === 'WorkOrderDispatched') return data.order.workOrderId;
  return type === 'WorkOrderReassigned' ? data.workOrderId : undefined;
}

function marked(
  deadlines: readonly CaseDeadline[],
  { name, workOrderId, dueAt }: CaseEventOf<'DeadlineBreached'>['data'],
  mark: Partial<CaseDeadline>,
): readonly CaseDeadline[] {
  return deadlines.map((each) =>
    each.name === name &&
    each.dueAt === dueAt &&
    (workOrderId === undefined || each.workOrderId === workOrderId)
      ? { ...each, ...mark }
      : each,
  );
}

function isSame(a: CaseDeadline, b: CaseDeadline): boolean {
  return a.name === b.name && a.workOrderId === b.workOrderId;
}
