import type { CaseEvent, CaseEventType, VolunteerEvent } from '@threekeys/domain';
import { deadlinesAfter, isInstant, isLocalDate } from '@threekeys/domain';
import type { CaseDeadline, Projection, ViewEvent } from '@threekeys/read-models';
import type { Timer } from './timer';
import { eastmostMinutes, minutesAfter } from './timer';

/** A deadline, and the id of the event that set it running. */
type RunningDeadline = CaseDeadline & { readonly generation: string };

/** Everything of one stream that waits for its time. */
export type TimersRow = {
  readonly stream: string;
  /** The earliest `at` of its timers; absent: nothing runs. */
  readonly nextAt?: string | undefined;
  readonly timers: readonly Timer[];
  readonly deadlines: readonly RunningDeadline[];
  /** Deadlines that rework, or an open lock, lets run on. */
  readonly stopped: readonly RunningDeadline[];
  /** While the keys are waited for nobody may come, so nobody has failed to. */
  readonly waitsForKeys?: boolean;
};

/** What is due when, and from which event; key = stream. */
export const timers: Projection<TimersRow> = {
  name: 'timers',
  module: __filename,
  version: 7,
  categories: ['case', 'volunteer'],
  columns: { nextAt: 'text' },
  indexes: [['nextAt']],
  keysOf: ({ type, stream, data }) => (relevant.has(type) || 'deadlines' in data ? [stream] : []),
  evolve: (row, event) => {
    const before = row ?? { stream: event.stream, timers: [], deadlines: [], stopped: [] };
    const isCase = event.stream.startsWith('case-');
    const after = isCase ? afterCaseEvent(before, event) : afterVolunteerEvent(before, event);
    if (after.timers.length + after.deadlines.length + after.stopped.length === 0) return null;
    return { ...after, nextAt: nextOf(after) };
  },
};

/** What was stored before impossible instants were refused never comes: it is not waited for. */
function possible(set: readonly Timer[]): readonly Timer[] {
  return set.filter(({ at }) => isInstant(at));
}

/** All timers of a row, those of its deadlines too. */
export function timersOf(row: Waiting): readonly Timer[] {
  return [...row.timers.filter((each) => runs(each, row)), ...row.deadlines.flatMap(deadlineTimers)];
}

type Waiting = Pick<TimersRow, 'timers' | 'deadlines' | 'waitsForKeys'>;

function runs({ kind }: Timer, { waitsForKeys }: Pick<TimersRow, 'waitsForKeys'>): boolean {
  return kind !== 'no-show' || waitsForKeys !== true;
}

const caseTypes: readonly CaseEventType[] = [
  'CaseAccepted', 'CaseDeclined', 'CaseAnswered', 'CaseHandledOnSpot', 'WorkOrderDispatched', 'WorkOrderAcknowledged',
  'WorkOrderReturned', 'WorkOrderReassigned', 'VolunteerOffered', 'OfferAccepted', 'OfferDeclined', 'OfferExpired',
  'OfferWithdrawn', 'VolunteerAssigned', 'VolunteerReleased', 'VolunteerCheckedIn', 'VolunteerNoShow', 'ResultReported',
  'JointResolutionConvened', 'PlanProposed', 'KeyTurned', 'KeyRefused', 'KeyTakenBack', 'KeyOverdue', 'LockOpened',
  'ReferredToOwnersAssembly', 'AssemblyDecided', 'JointResolutionFailed', 'CaseReferred', 'ReferralAnswered', 'CaseHandled', 'ReworkOrdered', 'CaseClosed', 'CaseReopened', 'CaseWithdrawn', 'CaseVoided', 'CaseMerged', 'CaseArchived', 'ReopeningRequested', 'ReopeningRefused', 'DeadlineWarned', 'DeadlineBreached',
]; // prettier-ignore
const volunteerTypes: readonly VolunteerEvent['type'][] = [
  'CertificateGranted', 'CertificateExpired', 'VolunteerRegistered', 'VolunteerPaused', 'VolunteerResumed', 'VolunteerLeft',
]; // prettier-ignore
const relevant: ReadonlySet<string> = new Set([...caseTypes, ...volunteerTypes]);

function afterCaseEvent(row: TimersRow, view: ViewEvent): TimersRow {
  const event = view as unknown as CaseEvent;
  const { deadlines, stopped } = deadlinesAfter(row, event);
  const running = deadlines.map((each): RunningDeadline => {
    const before = row.deadlines.find((one) => isSame(one, each));
    return { ...each, generation: before?.generation ?? view.id };
  });
  const kept = row.timers.filter(
    (each) => !endedBy(each, event) && !isOfKeyEndedBy(each, event) && !isMissedMeanwhile(each, view),
  );
  return {
    ...row,
    waitsForKeys:
      waitsFrom.includes(event.type) || (row.waitsForKeys === true && !waitsUntil.includes(event.type)),
    timers: [...kept, ...possible(setBy(event, view))],
    deadlines: running,
    stopped: stopped as readonly RunningDeadline[],
  };
}

function isSame(a: CaseDeadline, b: CaseDeadline): boolean {
  return a.name === b.name && a.workOrderId === b.workOrderId && a.dueAt === b.dueAt;
}

function deadlineTimers(deadline: RunningDeadline): readonly Timer[] {
  const { name, workOrderId, dueAt, warnAt, warned, breached, generation } = deadline;
  if (breached) return [];
  const id = workOrderId === undefined ? name : `${name}.${workOrderId}`;
  const data = { name, dueAt, ...(workOrderId === undefined ? {} : { workOrderId }) };
  const breach: Timer = {
    kind: 'breach',
    id,
    at: dueAt,
    generation,
    command: { type: 'BreachDeadline', data },
  };
  const warn: Timer = { kind: 'warn', id, at: warnAt, generation, command: { type: 'WarnDeadline', data } };
  return warned ? [breach] : [warn, breach];
}

/** One per party that has not turned its key. */
function keyTimers({ data }: CaseEvent, generation: string): readonly Timer[] {
  const clocks = 'keyDeadlines' in data ? data.keyDeadlines : [];
  return clocks.map(({ party, dueAt }) => {
    const command = { type: 'RecordKeyOverdue', data: { party, dueAt } } as const;
    return { kind: 'key', id: party, at: dueAt, generation, command };
  });
}

const endsKeys: readonly CaseEventType[] = [
  'JointResolutionConvened',
  'PlanProposed',
  'LockOpened',
  'JointResolutionFailed',
  'CaseReferred',
];
const endsKey: readonly CaseEventType[] = ['KeyTurned', 'KeyRefused', 'KeyTakenBack', 'KeyOverdue'];

/** What all owners decide their committee is not late with, and a plan that they reject nobody. */
function isOfKeyEndedBy({ kind, id }: Timer, { type, data }: CaseEvent): boolean {
  if (kind !== 'key') return false;
  if (type === 'ReferredToOwnersAssembly') return id === 'owners';
  if (type === 'AssemblyDecided') return !data.approved || id === 'owners';
  return endsKeys.includes(type) || (endsKey.includes(type) && 'party' in data && data.party === id);
}

const waitsFrom: readonly CaseEventType[] = [
  'JointResolutionConvened',
  'PlanProposed',
  'KeyRefused',
  'KeyTakenBack',
];
const waitsUntil: readonly CaseEventType[] = ['LockOpened', 'JointResolutionFailed', 'CaseReferred'];

/** Whose window began while the keys were waited for could not come. */
function isMissedMeanwhile({ kind, at }: Timer, { type, recordedAt }: ViewEvent): boolean {
  return type === 'LockOpened' && kind === 'no-show' && at < recordedAt;
}

/** An offer that is accepted as it is made waits for no answer; who is booked into a time that has begun is awaited from then on. */
function setBy(
  { type, data }: CaseEvent,
  { id: generation, recordedAt }: Pick<ViewEvent, 'id' | 'recordedAt'>,
): readonly Timer[] {
  if (type === 'VolunteerOffered' && data.basis === 'offer') {
    const { workOrderId, offerId, expiresAt } = data;
    const command = { type: 'ExpireOffer', data: { workOrderId, offerId } } as const;
    return [{ kind: 'offer', id: offerId, at: expiresAt, generation, command }];
  }
  if (type === 'VolunteerAssigned') {
    const { workOrderId, offerId, window } = data;
    const command = { type: 'RecordNoShow', data: { workOrderId, offerId } } as const;
    const hasBegun = isInstant(window.from) && recordedAt > window.from;
    const at = hasBegun ? recordedAt : window.from;
    return [{ kind: 'no-show', id: offerId, at, generation, command }];
  }
  if ('archiveAt' in data && data.archiveAt !== undefined) return [archiveTimer(data.archiveAt, generation)];
  return keyTimers({ type, data } as CaseEvent, generation);
}

/** What has ended is archived by itself; a request to reopen waits for its decision first. */
function archiveTimer(at: string, generation: string): Timer {
  return { kind: 'archive', id: 'archive', at, generation, command: { type: 'ArchiveCase', data: {} } };
}

const endsOffer: readonly CaseEventType[] = [
  'OfferAccepted',
  'OfferDeclined',
  'OfferExpired',
  'OfferWithdrawn',
  'VolunteerReleased',
  'VolunteerCheckedIn',
  'VolunteerNoShow',
];
const endsOrder: readonly CaseEventType[] = ['WorkOrderReturned', 'WorkOrderReassigned', 'ResultReported'];
const endsCase: readonly CaseEventType[] = [
  'CaseHandled',
  'CaseClosed',
  'CaseReopened',
  'CaseWithdrawn',
  'CaseVoided',
  'CaseMerged',
  'CaseArchived',
  'ReopeningRequested',
];

function endedBy({ id, command }: Timer, { type, data }: CaseEvent): boolean {
  if (endsCase.includes(type)) return true;
  if (endsOffer.includes(type)) return 'offerId' in data && data.offerId === id;
  const ofThisOrder =
    'workOrderId' in data && 'workOrderId' in command.data && data.workOrderId === command.data.workOrderId;
  return ofThisOrder && endsOrder.includes(type);
}

function afterVolunteerEvent(row: TimersRow, event: ViewEvent): TimersRow {
  const timersAfter = volunteerTimers(row.timers, event as unknown as VolunteerEvent, event.id);
  return { ...row, timers: possible(timersAfter) };
}

function volunteerTimers(
  running: readonly Timer[],
  { type, data }: VolunteerEvent,
  generation: string,
): readonly Timer[] {
  const unpaused = running.filter(({ kind }) => kind !== 'pause');
  switch (type) {
    case 'VolunteerPaused': {
      if (data.until === undefined) return unpaused;
      const { until } = data;
      const command = { type: 'ResumeVolunteer', data: { until } } as const;
      return [...unpaused, { kind: 'pause', id: 'pause', at: until, generation, command }];
    }
    case 'VolunteerResumed':
      return unpaused;
    case 'CertificateGranted':
      return isLocalDate(data.until) ? [...running, certificateTimer(data, generation)] : running;
    case 'CertificateExpired':
      return running.filter(({ id }) => id !== data.certificateId);
    case 'VolunteerLeft':
      return [];
    default:
      return running;
  }
}

/** A certificate holds up to and including its local date: wherever the community is, not before the day after begins farthest east. */
function certificateTimer(
  { certificateId, until }: { certificateId: string; until: string },
  generation: string,
): Timer {
  const at = minutesAfter(`${until}T00:00:00.000Z`, 24 * 60 - eastmostMinutes);
  const command = { type: 'ExpireCertificate', data: { certificateId } } as const;
  return { kind: 'certificate', id: certificateId, at, generation, command };
}

/** The earliest `at` of {@link timersOf}, without making them: this is asked after every event. */
function nextOf(row: Waiting): string | undefined {
  const { timers: own, deadlines } = row;
  let next: string | undefined;
  for (const each of own) if (runs(each, row)) next = earlier(next, each.at);
  for (const { breached, warned, warnAt, dueAt } of deadlines) {
    if (!breached) next = earlier(next, dueAt);
    if (!breached && !warned) next = earlier(next, warnAt);
  }
  return next;
}

function earlier(least: string | undefined, at: string): string {
  return least === undefined || at < least ? at : least;
}
