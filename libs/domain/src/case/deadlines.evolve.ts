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
  CaseHandled: ['dispatch', 'acknowledgement'],
  ReworkOrdered: ['follow-up'],
  JointResolutionConvened: ['dispatch'],
  PlanProposed: ['dispatch'],
  KeyRefused: ['dispatch'],
  KeyTakenBack: ['dispatch', 'follow-up'],
  JointResolutionFailed: ['acknowledgement'],
  CaseReferred: ['acceptance', 'dispatch', 'acknowledgement', 'escalation'],
};

/** Work under way is suspended (CASE, rule 3): nobody is late in taking it. */
const keysAwaited: readonly CaseEventType[] = [
  'JointResolutionConvened',
  'PlanProposed',
  'KeyRefused',
  'KeyTakenBack',
];

/** While the keys or a body outside are waited for, the handling clock stands still: from any of these on … */
const pauses: readonly CaseEventType[] = ['CaseHandled', ...keysAwaited, 'CaseReferred'];
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
  if (type === 'DeadlineWarned') return marked(clocks, data, { warned: true });
  if (type === 'DeadlineBreached') return marked(clocks, data, { warned: true, breached: true });
  const left = endsEverything(event)
    ? []
    : deadlines.filter((each) => !isEndedBy(event, each) && !isPausedBy(event, each));
  const started = startedAfter(clocks, event);
  const others = (each: LiveDeadline) => !started.some((one) => isSame(one, each));
  const stopped = stoppedAfter(clocks, event).filter(others);
  return isHandedOnMeanwhile(clocks, event)
    ? { deadlines: left.filter(others), stopped: [...stopped, ...started] }
    : { deadlines: [...left.filter(others), ...started], stopped };
}

/** An order that is reassigned while the keys are waited for: its new clock stands still, too. */
function isHandedOnMeanwhile({ stopped }: Clocks, { type }: CaseEvent): boolean {
  return type === 'WorkOrderReassigned' && stopped.some(({ name }) => name === 'handling');
}

/** What stood still goes on: told is told, due as the event says. */
function startedAfter({ stopped }: Clocks, event: CaseEvent): readonly LiveDeadline[] {
  const { data } = event;
  const given = 'deadlines' in data ? (data.deadlines ?? []) : [];
  if (!isResumption(event)) return given.map((each) => startedBy(event, each));
  const goOn = stopped.filter((each) => !isEndedBy(event, each)).flatMap((each) => resumed(each, given));
  const fresh = given.filter(({ name }) => !stopped.some((each) => each.name === name));
  return [...goOn, ...fresh.map((each) => startedBy(event, each))];
}

/** Due as the event says. In older logs a handled case ends its escalation: no event names it again. */
function resumed(clock: LiveDeadline, given: readonly Deadline[]): readonly LiveDeadline[] {
  const goesOn = given.find(
    ({ name, startedAt }) =>
      name === clock.name && (name !== 'acknowledgement' || startedAt === clock.startedAt),
  );
  return clock.name === 'escalation' && goesOn === undefined ? [] : [{ ...clock, ...goesOn }];
}

function isPausedBy(event: CaseEvent, { name }: LiveDeadline): boolean {
  switch (name) {
    case 'handling':
      return isWait(event);
    case 'acknowledgement':
      return keysAwaited.includes(event.type);
    case 'escalation':
      return isHandled(event);
    case 'acceptance':
    case 'dispatch':
    case 'follow-up':
      return false;
  }
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
  const paused = deadlines.filter((each) => isPausedBy(event, each) && !isEndedBy(event, each));
  return [...stopped.filter((each) => !isEndedBy(event, each)), ...paused];
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

/** Also of what stands still: in older logs it ran on. */
function marked(
  { deadlines, stopped }: Clocks,
  which: CaseEventOf<'DeadlineWarned' | 'DeadlineBreached'>['data'],
  mark: Partial<LiveDeadline>,
): Clocks {
  const told = (each: LiveDeadline) => (isMeant(each, which) ? { ...each, ...mark } : each);
  return { deadlines: deadlines.map(told), stopped: stopped.map(told) };
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
