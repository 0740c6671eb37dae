import type { CaseEvent, CaseEventOf, CaseEventType } from './case.events';
import type { LiveDeadline, ReportedCase } from './case.state';
import type { Deadline, DeadlineName } from './case.values';

type Clocks = Pick<ReportedCase, 'deadlines' | 'stopped'>;

/** Which deadlines an event ends (CASE, rule 11). Those of an order end with that order's event only. */
const ends: Partial<Record<CaseEventType, readonly DeadlineName[]>> = {
  CaseAccepted: ['acceptance'],
  CaseHandledOnSpot: ['acceptance', 'dispatch'],
  WorkOrderAcknowledged: ['acknowledgement'],
  WorkOrderReturned: ['acknowledgement'],
  WorkOrderReassigned: ['acknowledgement'],
  VolunteerAssigned: ['acknowledgement'],
  ResultReported: ['acknowledgement'],
  CaseHandled: ['dispatch', 'acknowledgement', 'escalation'],
  ReworkOrdered: ['follow-up'],
  JointResolutionConvened: ['dispatch'],
  PlanProposed: ['dispatch'],
  KeyRefused: ['dispatch'],
  KeyTakenBack: ['dispatch', 'follow-up'],
  JointResolutionFailed: ['acknowledgement'],
  CaseReferred: ['acceptance', 'dispatch', 'acknowledgement', 'escalation'],
};

/** While the keys or a body outside are waited for, the handling clock stands still: from any of these on … */
const pauses: readonly CaseEventType[] = [
  'CaseHandled',
  'JointResolutionConvened',
  'PlanProposed',
  'KeyRefused',
  'KeyTakenBack',
  'CaseReferred',
];
/** … until one of these. Rework goes on with what stood still since the case was handled. */
const resumes: readonly CaseEventType[] = [
  'ReworkOrdered',
  'LockOpened',
  'JointResolutionFailed',
  'ReferralAnswered',
];

/** Rework by the body outside is one more wait for it. */
function isWait({ type, data }: CaseEvent): boolean {
  return pauses.includes(type) || (type === 'ReworkOrdered' && data.referralId !== undefined);
}

/** Behind a lock that opens, a case that was handled is so still. */
function isHandled({ type, data }: CaseEvent): boolean {
  return type === 'CaseHandled' || (type === 'LockOpened' && data.resumes === 'awaiting-follow-up');
}

function isResumption(event: CaseEvent): boolean {
  return resumes.includes(event.type) && !isWait(event) && !isHandled(event);
}

const endsAll: readonly CaseEventType[] = [
  'CaseDeclined',
  'CaseAnswered',
  'CaseClosed',
  'CaseReopened',
  'CaseWithdrawn',
  'CaseVoided',
  'CaseMerged',
];

export function deadlinesAfter(clocks: Clocks, event: CaseEvent): Clocks {
  const { deadlines } = clocks;
  const { type, data } = event;
  if (type === 'DeadlineWarned') return { ...clocks, deadlines: marked(deadlines, data, { warned: true }) };
  if (type === 'DeadlineBreached')
    return { ...clocks, deadlines: marked(deadlines, data, { warned: true, breached: true }) };
  const left = endsEverything(event)
    ? []
    : deadlines.filter((each) => !isEndedBy(event, each) && !isPausedBy(event, each));
  const started = startedAfter(clocks, event);
  return {
    deadlines: [...left.filter((each) => !started.some((one) => isSame(one, each))), ...started],
    stopped: stoppedAfter(clocks, event),
  };
}

/** What stood still goes on: told is told, due as the event says. */
function startedAfter({ stopped }: Clocks, event: CaseEvent): readonly LiveDeadline[] {
  const { data } = event;
  const given = 'deadlines' in data ? (data.deadlines ?? []) : [];
  if (!isResumption(event)) return given.map((each) => startedBy(event, each));
  const goOn = stopped.map((each) => ({ ...each, ...given.find(({ name }) => name === each.name) }));
  const fresh = given.filter(({ name }) => !stopped.some((each) => each.name === name));
  return [...goOn, ...fresh.map((each) => startedBy(event, each))];
}

function isPausedBy(event: CaseEvent, { name }: LiveDeadline): boolean {
  return name === 'handling' && isWait(event);
}

function endsEverything({ type, data }: CaseEvent): boolean {
  return endsAll.includes(type) || (type === 'CaseHandledOnSpot' && !data.check);
}

function isEndedBy(event: CaseEvent, deadline: LiveDeadline): boolean {
  const { type, data } = event;
  if (type === 'WorkOrderDispatched') return deadline.name === 'dispatch' && data.order.part === 'lead';
  const names = ends[isHandled(event) ? 'CaseHandled' : type] ?? [];
  return names.includes(deadline.name) && isOfItsOrder(event, deadline);
}

/** An event of an order ends no clock of another one. */
function isOfItsOrder({ data }: CaseEvent, deadline: LiveDeadline): boolean {
  const workOrderId = 'workOrderId' in data ? data.workOrderId : undefined;
  return (
    deadline.workOrderId === undefined || workOrderId === undefined || deadline.workOrderId === workOrderId
  );
}

function stoppedAfter({ deadlines, stopped }: Clocks, event: CaseEvent): readonly LiveDeadline[] {
  if (isResumption(event) || endsEverything(event)) return [];
  const paused = deadlines.filter((each) => isPausedBy(event, each));
  return paused.length === 0 ? stopped : [...stopped, ...paused];
}

/** A member that is added to the type has to be named here, too. */
type EveryMember<T, Without extends keyof T> = { [K in keyof Required<Omit<T, Without>>]: T[K] };

/** Acknowledgement belongs to an order, every other clock to the case. */
function startedBy({ type, data }: CaseEvent, deadline: Deadline): LiveDeadline {
  const { name, clock, startedAt, warnAt, dueAt, policyVersion, calendarVersion } = deadline;
  // Named, not spread: of what was just parsed that takes several times as long, and this runs for most events there are.
  const running: EveryMember<LiveDeadline, 'workOrderId'> = {
    name,
    clock,
    startedAt,
    warnAt,
    dueAt,
    policyVersion,
    calendarVersion,
    warned: false,
    breached: false,
  };
  if (deadline.name !== 'acknowledgement') return running;
  if (type === 'WorkOrderDispatched') return { ...running, workOrderId: data.order.workOrderId };
  return type === 'WorkOrderReassigned' ? { ...running, workOrderId: data.workOrderId } : running;
}

function marked(
  deadlines: readonly LiveDeadline[],
  which: CaseEventOf<'DeadlineWarned' | 'DeadlineBreached'>['data'],
  mark: Partial<LiveDeadline>,
): readonly LiveDeadline[] {
  return deadlines.map((each) => (isMeant(each, which) ? { ...each, ...mark } : each));
}

/** Whether a deadline is the one that a timer names. */
export function isMeant(
  deadline: LiveDeadline,
  { name, dueAt, workOrderId }: { name: DeadlineName; dueAt: string; workOrderId?: string | undefined },
): boolean {
  return (
    deadline.name === name &&
    deadline.dueAt === dueAt &&
    (workOrderId === undefined || deadline.workOrderId === workOrderId)
  );
}

function isSame(a: LiveDeadline, b: LiveDeadline): boolean {
  return a.name === b.name && a.workOrderId === b.workOrderId;
}
