import { isRefusal } from '../refusals';
import { localDateOf } from '../volunteer/free-time';
import { allowedCommands } from './allowed-commands';
import { caseEvents, type CaseEvent, type CaseEventOf, type CaseEventType } from './case.events';
import { archivedFrom, caseRules, clock, keyHolders, leafHashOf } from './case.fixtures';
import type { Case, ReportedCase } from './case.state';
import { statusTable } from './case.status';
import type { Deadline } from './case.values';
import { later } from './clocks';
import { isOpen, liveOrders } from './openings';
import { sealed, type CaseDecider, type Transition } from './random-case.fixtures';
import { countsAsAttempt } from './requesters.evolve';

// What holds of every history, told from the events alone wherever that is possible: a second, plainer account of the
// rules than the decider's.

/** An event as decided, where it stands in the history, and the transition that recorded it. */
interface Happened {
  readonly event: CaseEvent;
  readonly in: Transition;
}

export interface History {
  readonly transitions: readonly Transition[];
  readonly happened: readonly Happened[];
  /** What had happened before each event. */
  readonly earlier: readonly (readonly Happened[])[];
  readonly decider: CaseDecider;
}

export function historyOf(decider: CaseDecider, transitions: readonly Transition[]): History {
  const happened = transitions.flatMap((each) => eventsOf(each).map((event) => ({ event, in: each })));
  return { transitions, happened, earlier: happened.map((_, i) => happened.slice(0, i)), decider };
}

export const eventsOf = ({ result }: Transition): readonly CaseEvent[] =>
  result instanceof Error || isRefusal(result) ? [] : result;

/** What is wrong, or nothing. */
type Invariant = (history: History) => string | undefined;

type DataOf<T extends CaseEventType> = CaseEventOf<T>['data'];
const is =
  <T extends CaseEventType>(...types: readonly T[]) =>
  (each: Happened): each is Happened & { event: CaseEventOf<T> } =>
    (types as readonly string[]).includes(each.event.type);

const isReported = (state: Case): state is ReportedCase => state.status !== 'unreported';
const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);
const roundAt = (happened: readonly Happened[]): number => 1 + happened.filter(is('CaseReopened')).length;
const sinceRound = (happened: readonly Happened[]): readonly Happened[] =>
  happened.slice(happened.findLastIndex(is('CaseReopened')) + 1);

/** Looks at each event with those before it. */
const atEach =
  (wrong: (each: Happened, earlier: readonly Happened[]) => string | undefined): Invariant =>
  ({ happened, earlier }) => {
    for (const [i, each] of happened.entries()) {
      const found = wrong(each, earlier[i] ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };

const oneAccountable: Invariant = ({ transitions }) => {
  let named: DataOf<'CaseReported'>['accountable'] | undefined;
  for (const transition of transitions) {
    for (const { type, data } of eventsOf(transition)) {
      if (type === 'AccountabilityTransferred') {
        if (!same(data.from, named)) return 'a transfer from somebody who was not accountable';
        named = data.to;
      }
      if (type === 'CaseReported' || type === 'CaseImported' || type === 'CaseReopened')
        named = data.accountable;
    }
    const { after } = transition;
    if (!isReported(after) || !isOpen(after)) continue;
    if (!same(after.accountable, named)) return 'the case names somebody else than its history';
    const holder = caseRules.organisation.posts[after.accountable.post]?.holder;
    if (!after.imported && holder !== after.accountable.person) return 'the accountable person holds no post';
  }
  return undefined;
};

/** Who did work of the round: reported, on the spot, holder of the order's post, volunteers who came for it. */
function doersIn(round: readonly Happened[]): Set<string> {
  const doers = new Set<string>();
  for (const { event } of round) {
    if (event.type === 'CaseHandledOnSpot') doers.add(event.data.by);
    if (event.type === 'SettlementRecorded' || event.type === 'SettlementFailed')
      event.data.doneBy.forEach((each) => doers.add(each));
    if (event.type === 'ResultReported') {
      event.data.doneBy.forEach((each) => doers.add(each));
      workersOf(
        event.data.workOrderId,
        round.slice(
          0,
          round.findIndex((each) => each.event === event),
        ),
      ).forEach((each) => doers.add(each));
    }
  }
  return doers;
}

function workersOf(workOrderId: string, before: readonly Happened[]): Set<string> {
  const workers = new Set<string>();
  let holder: string | undefined;
  for (const {
    event,
    in: { context },
  } of before) {
    const { type, data } = event;
    if (type === 'WorkOrderDispatched' && data.order.workOrderId === workOrderId)
      holder = personOf(data.order.assignee);
    if (!('workOrderId' in data) || data.workOrderId !== workOrderId) continue;
    if (type === 'WorkOrderReassigned') holder = personOf(data.to);
    if (type === 'VolunteerCheckedIn') workers.add(data.volunteerId);
    if (type === 'VolunteerCheckedIn' && context.by.role === 'volunteer') workers.add(context.by.id);
    if (type === 'VolunteerReleased' || type === 'VolunteerNoShow') {
      workers.delete(data.volunteerId);
      workers.delete('dian');
    }
  }
  return holder === undefined ? workers : workers.add(holder);
}

const personOf = (assignee: DataOf<'WorkOrderReassigned'>['to']): string | undefined =>
  assignee.kind === 'post' ? assignee.person : undefined;

const doersStayOut: Invariant = atEach((each, earlier) => {
  const { event, in: within } = each;
  const isAttempt =
    event.type === 'ContactAttempted' &&
    countsAsAttempt(event.data) &&
    within.before.status === 'awaiting-follow-up';
  if (!isAttempt && !is('ResultChecked', 'FollowUpRecorded')(each)) return undefined;
  return doersIn(sinceRound(earlier)).has(each.in.context.by.id) ? `${each.event.type} by a doer` : undefined;
});

/** What may have been told or done before somebody reported it. */
const mayComeBefore: readonly string[] = [
  ...['CaseReported', 'CaseImported', 'ExternalNoteRecorded', 'RequesterJoined', 'SafetyMeasureTaken'],
  ...['CaseHandledOnSpot', 'RequesterAnswered'],
];
const timeHasItsOrder: Invariant = atEach((each, earlier) => {
  const [report] = earlier;
  const { event, in: within } = each;
  const { occurredAt } = within.context;
  if (report && !mayComeBefore.includes(event.type) && occurredAt < report.in.context.occurredAt)
    return `${event.type} before the report`;
  if (!is('ResultChecked', 'FollowUpRecorded')(each) || within.command.type === 'RecordSettlement')
    return undefined;
  const result = earlier.findLast(
    (one) =>
      is('CaseHandledOnSpot', 'ReferralAnswered', 'SettlementRecorded', 'SettlementFailed')(one) ||
      (is('ResultReported')(one) && one.in.before.status !== 'awaiting-check'),
  );
  return result && occurredAt < result.in.context.occurredAt ? `${event.type} before the result` : undefined;
});

const leadOrderOf = (round: readonly Happened[]): DataOf<'WorkOrderDispatched'>['order'] | undefined =>
  round.filter(is('WorkOrderDispatched')).findLast(({ event }) => event.data.order.part === 'lead')?.event
    .data.order;

const companiesAreChecked: Invariant = atEach((each, earlier) => {
  if (!is('ResultChecked')(each)) return undefined;
  const round = sinceRound(earlier);
  const order = leadOrderOf(round);
  const last = round.findLast(
    (one) => is('CaseReferred')(one) || (is('WorkOrderDispatched')(one) && one.event.data.order === order),
  );
  // What another body did is nobody's own work here.
  if (last?.event.type === 'CaseReferred') return undefined;
  const to = round
    .filter(is('WorkOrderReassigned'))
    .findLast(({ event }) => event.data.workOrderId === order?.workOrderId)?.event.data.to;
  const { by } = each.in.context;
  const isCompany = (to ?? order?.assignee)?.kind === 'organisation';
  return isCompany && (by.role === 'handler' || by.id === 'wuye-2')
    ? 'a company checked its own work'
    : undefined;
});

const oneLiveLead: Invariant = ({ happened }) => {
  const live = new Set<string>();
  const leads = new Set<string>();
  for (const {
    event: { type, data },
  } of happened) {
    if (type === 'WorkOrderDispatched' && data.order.part === 'lead') {
      live.add(data.order.workOrderId);
      leads.add(data.order.workOrderId);
    }
    if (['WorkOrderReturned', 'ResultReported', 'SettlementRecorded', 'SettlementFailed'].includes(type))
      live.delete((data as { workOrderId: string }).workOrderId);
    if (type === 'ReworkOrdered' && data.workOrderId !== undefined) live.add(data.workOrderId);
    if (['CaseWithdrawn', 'JointResolutionFailed', 'CaseReferred', 'CaseVoided', 'CaseMerged'].includes(type))
      live.clear();
    if ([...live].filter((each) => leads.has(each)).length > 1) return 'two live lead orders';
  }
  return undefined;
};

const seatsHold: Invariant = ({ happened }) => {
  const seats = new Map<string, number>();
  const taken = new Map<string, Map<string, string>>();
  for (const {
    event: { type, data },
  } of happened) {
    if (type === 'WorkOrderDispatched') {
      seats.set(data.order.workOrderId, data.order.need?.seats ?? 0);
      taken.set(data.order.workOrderId, new Map());
    }
    if (!('offerId' in data)) continue;
    const here = taken.get(data.workOrderId);
    if (type === 'OfferAccepted') {
      if ([...(here?.values() ?? [])].includes(data.volunteerId))
        return 'one volunteer on two seats of an order';
      here?.set(data.offerId, data.volunteerId);
    }
    if (type === 'VolunteerAssigned' && here?.has(data.offerId) !== true) return 'assigned without a seat';
    if (['OfferWithdrawn', 'VolunteerReleased', 'VolunteerNoShow'].includes(type)) here?.delete(data.offerId);
    if ((here?.size ?? 0) > (seats.get(data.workOrderId) ?? 0)) return 'more volunteers than seats';
  }
  return undefined;
};

/** Nobody holds a seat of a visit that was made, or whose time is over, and there is a time to come. */
const reworkIsAVisit: Invariant = atEach(({ event: { type, data }, in: { after, context } }) => {
  if (type !== 'ReworkOrdered' || !isReported(after)) return undefined;
  const order = after.rounds.at(-1)?.orders.find(({ workOrderId }) => workOrderId === data.workOrderId);
  const offers = order?.offers ?? [];
  const isOver = ({ status, window }: (typeof offers)[number]): boolean =>
    status === 'checked-in' || (status === 'assigned' && window.to <= context.now);
  if (offers.some(isOver)) return 'a seat of a visit that is over';
  const isForVolunteers = order?.assignee.kind === 'volunteers';
  const isAhead = order?.need?.windows.some(({ to }) => to > context.now) === true;
  return isForVolunteers && !isAhead ? 'no time to come again' : undefined;
});

const offersInTime: Invariant = atEach(({ event, in: { context } }, earlier) => {
  if (event.type !== 'OfferAccepted') return undefined;
  const about = earlier.filter(
    ({ event: { data } }) => 'offerId' in data && data.offerId === event.data.offerId,
  );
  const offered = about.find(is('VolunteerOffered'));
  if (!offered) return 'accepted without an offer';
  if (about.length > 1) return 'accepted after it was answered or over';
  return context.now >= offered.event.data.expiresAt ? 'accepted after its time' : undefined;
});

const nobodyComesTooEarly: Invariant = atEach((each, earlier) => {
  if (!is('VolunteerCheckedIn')(each)) return undefined;
  const { offerId } = each.event.data;
  const from = earlier.filter(is('VolunteerOffered')).find(({ event }) => event.data.offerId === offerId)
    ?.event.data.window.from;
  const opensAt = later(from ?? '', -caseRules.policy.checkInHoursBefore * hoursMs);
  return each.in.context.now < opensAt ? 'there long before the agreed time' : undefined;
});

/** While the keys are waited for nobody may say yes; once it is handled, or goes on elsewhere, nobody is needed. */
const nobodyWaitsInVain: Invariant = ({ transitions }) => {
  for (const { after, context } of transitions) {
    if (!isReported(after)) continue;
    const offers = after.rounds.at(-1)?.orders.flatMap((order) => order.offers) ?? [];
    if (after.status === 'awaiting-keys' && offers.some(({ status }) => status === 'open'))
      return 'somebody is asked while the keys are waited for';
    const isOver = ['awaiting-follow-up', 'closed', 'merged', 'referred', 'withdrawn'].includes(after.status);
    const isAhead = offers.some(({ status, window }) => status === 'assigned' && window.to > context.now);
    if (isOver && isAhead) return 'somebody is booked for what is over';
  }
  return undefined;
};

const nobodyIsAskedInVain: Invariant = ({ transitions }) => {
  for (const { after } of transitions) {
    if (!isReported(after)) continue;
    for (const { orders } of after.rounds) {
      for (const { status, offers } of orders) {
        const isLive = isOpen(after) && ['dispatched', 'acknowledged', 'handling'].includes(status);
        if (!isLive && offers.some((each) => ['open', 'accepted'].includes(each.status)))
          return 'somebody is asked for an order that is over';
      }
    }
  }
  return undefined;
};

/** Told and asked since the result, or tried on enough days since it was there. */
const closedIsHeard: Invariant = atEach(({ event }, earlier) => {
  if (event.type !== 'CaseClosed') return undefined;
  const begins = is('CaseReopened', 'ReworkOrdered', 'JointResolutionFailed', 'CaseReferred');
  const since = earlier.slice(earlier.findLastIndex(begins) + 1);
  const handledAt = since.findLastIndex(is('CaseHandled'));
  if (handledAt < 0) return 'closed without being handled';
  const waiting = activeOf(earlier).filter(
    (each) => !heard(each, since) && !tried(each, since.slice(handledAt)),
  );
  if (waiting.length > 0) return 'closed over the head of a requester';
  const allSolved = activeOf(earlier).every(
    (id) => lastFollowUp(id, since)?.solved === true && heard(id, since),
  );
  return event.data.as === 'solved' && !allSolved ? 'silence counted as content' : undefined;
});

function activeOf(earlier: readonly Happened[]): string[] {
  const gone = new Set(earlier.filter(is('RequesterWithdrew')).map(({ event }) => event.data.requesterId));
  return earlier
    .flatMap(({ event: { type, data } }) => {
      if (type === 'CaseReported' || type === 'CaseImported') return data.requesters;
      return type === 'RequesterJoined' ? [data.requester] : [];
    })
    .map(({ requesterId }) => requesterId)
    .filter((each) => !gone.has(each));
}

const lastFollowUp = (requesterId: string, since: readonly Happened[]) =>
  since
    .filter(is('FollowUpRecorded'))
    .findLast(({ event: { data } }) => data.requesterId === requesterId && data.outcome !== 'not-reached')
    ?.event.data;

function heard(requesterId: string, since: readonly Happened[]): boolean {
  const answered = since
    .filter(is('RequesterAnswered'))
    .some(
      ({ event: { data } }) =>
        data.requesterId === requesterId && !['progress', 'referral'].includes(data.subjectOf),
    );
  const followUp = lastFollowUp(requesterId, since);
  return answered && followUp !== undefined && (followUp.outcome !== 'reached' || followUp.solved === true);
}

function tried(requesterId: string, since: readonly Happened[]): boolean {
  const attempts = since.filter(({ event: { type, data } }) => {
    if (type === 'FollowUpRecorded')
      return data.requesterId === requesterId && data.outcome === 'not-reached';
    if (type !== 'ContactAttempted') return false;
    return data.requesterId === requesterId && countsAsAttempt(data);
  });
  const days = new Set(attempts.map((each) => localDateOf(each.in.context.occurredAt, 480)));
  return days.size >= caseRules.policy.contactAttemptsMin;
}

const shortWaysAnswer: Invariant = ({ happened, transitions }) => {
  for (const transition of transitions) {
    const events = eventsOf(transition);
    if (!events.some(({ type }) => type === 'CaseAnswered' || type === 'CaseHandledOnSpot')) continue;
    const before = happened.slice(
      0,
      happened.findIndex((each) => each.in === transition),
    );
    const answered = events.flatMap(({ type, data }) =>
      type === 'RequesterAnswered' ? [data.requesterId] : [],
    );
    if (!same(answered, activeOf(before))) return 'a short way that left somebody without an answer';
  }
  return undefined;
};

/** The short ways are for questions and for small things. */
const shortWaysAreShort: Invariant = atEach(({ event: { type, data } }) => {
  if (type !== 'CaseAnswered' && type !== 'CaseHandledOnSpot') return undefined;
  const category = caseRules.catalogue.categories[data.category ?? ''];
  if (type === 'CaseAnswered')
    return category?.kind === 'question' ? undefined : 'no question was answered directly';
  const isSmall = category && !category.sensitive && !category.threeKeys && category.kind !== 'dispute';
  return isSmall ? undefined : 'handled on the spot what may not be';
});

const hoursMs = 3_600_000;

const deadlinesAreAsPromised: Invariant = atEach(
  ({ event: { type, data }, in: { context, before } }, earlier) => {
    if (type === 'ReworkOrdered')
      return goesOnWithTimeLeft(data, before as ReportedCase, { earlier, now: context.now });
    if (type === 'LockOpened' && data.resumes === 'awaiting-follow-up')
      return same(data.deadlines, [clock('follow-up', context.now, (before as ReportedCase).urgency)])
        ? undefined
        : 'a follow-up without its time';
    if (type === 'JointResolutionFailed')
      return goesOnAfterWait(data.deadlines, withoutOrders(before), { earlier, now: context.now });
    if (type === 'LockOpened' || type === 'ReferralAnswered')
      return goesOnAfterWait(data.deadlines, before as ReportedCase, { earlier, now: context.now });
    if (type === 'ReportAmended') return endsByItsUrgency(data, before as ReportedCase);
    if (!('deadlines' in data)) return undefined;
    const urgency = 'urgency' in data ? data.urgency : (before as ReportedCase).urgency;
    const wrong = data.deadlines.find(
      ({ name, startedAt, dueAt, warnAt }) =>
        dueAt !== later(startedAt, caseRules.policy.deadlineHours[name][urgency] * hoursMs) ||
        !(startedAt < warnAt && warnAt < dueAt) ||
        startedAt !== (type === 'CaseAccepted' ? firstInstant(earlier, context.now) : context.now),
    );
    if (wrong) return `a clock of ${wrong.name} that is not the policy's`;
    const owed = owedClocks[type] ?? [];
    return owed.every((name) => data.deadlines.some((each) => each.name === name))
      ? undefined
      : `${type} without its clock`;
  },
);

/** Every clock that runs ends as much sooner or later as its two terms differ, and begins where it began. */
function endsByItsUrgency(
  { fields, deadlines = [] }: DataOf<'ReportAmended'>,
  { urgency: from, deadlines: running }: ReportedCase,
): string | undefined {
  const { urgency: to = from } = fields;
  if (to === from) return deadlines.length > 0 ? 'clocks that nothing moved' : undefined;
  const isMoved = ({ name, startedAt, dueAt }: Deadline) => {
    const hours = caseRules.policy.deadlineHours[name];
    const due = later(dueAt, (hours[to] - hours[from]) * hoursMs);
    return deadlines.some((each) => each.name === name && each.startedAt === startedAt && each.dueAt === due);
  };
  return running.every(isMoved) && deadlines.length === running.length
    ? undefined
    : 'a clock of another urgency';
}

/** The clocks of orders end with the talks that they wait for. */
function withoutOrders(of: Case): ReportedCase {
  const state = of as ReportedCase;
  return { ...state, stopped: state.stopped.filter(({ workOrderId }) => workOrderId === undefined) };
}

/** What stood still while the residents were asked is due as much later; what never stood still is not touched. */
function goesOnWithTimeLeft(
  { deadlines = [], referralId }: DataOf<'ReworkOrdered'>,
  { stopped }: ReportedCase,
  { earlier, now }: { earlier: readonly Happened[]; now: string },
): string | undefined {
  if (referralId !== undefined) return deadlines.length > 0 ? 'a clock that runs in another body' : undefined;
  const handledAt = earlier.findLast(is('CaseHandled'))?.in.context.now ?? now;
  const leftMs = (dueAt: string, at: string) => Date.parse(dueAt) - Date.parse(at);
  const goesOn = stopped.every(({ name, dueAt, startedAt }) => {
    const since = startedAt > handledAt ? startedAt : handledAt;
    return deadlines.some((each) => each.name === name && leftMs(each.dueAt, now) === leftMs(dueAt, since));
  });
  return goesOn && deadlines.length === stopped.length ? undefined : 'rework with another time than was left';
}

/** Statuses in which the handling clock stands still. */
const waits: readonly string[] = ['awaiting-keys', 'referred', 'awaiting-follow-up'];

/** What stood still while others were waited for is due as much later; where nothing did, dispatch begins, if it is due. */
function goesOnAfterWait(
  deadlines: readonly Deadline[],
  { stopped, urgency }: ReportedCase,
  { earlier, now }: { earlier: readonly Happened[]; now: string },
): string | undefined {
  const dispatchMs = caseRules.policy.deadlineHours.dispatch[urgency] * hoursMs;
  const begins = ({ name, startedAt, dueAt }: Deadline) =>
    name === 'dispatch' && startedAt === now && dueAt === later(now, dispatchMs);
  const isGiven = stopped.some(({ name }) => name === 'handling');
  const goOn = isGiven ? deadlines : deadlines.filter((each) => !begins(each));
  const began = earlier.findLast(
    ({ in: { before, after } }) => !waits.includes(before.status) && waits.includes(after.status),
  );
  const beganAt = began?.in.context.now ?? now;
  const stoodMs = (startedAt: string) =>
    Date.parse(now) - Date.parse(startedAt > beganAt ? startedAt : beganAt);
  const isShifted = ({ name, startedAt, dueAt }: Deadline) =>
    goOn.some((each) => each.name === name && each.dueAt === later(dueAt, stoodMs(startedAt)));
  return stopped.every(isShifted) && goOn.length === stopped.length
    ? undefined
    : 'a wait that ended with another time than was left';
}

/** Moved by another urgency, the dispatch clock of a report still counts from the report. */
function firstInstant(earlier: readonly Happened[], now: string): string {
  return earlier.find(is('CaseReported'))?.in.context.now ?? now;
}

const owedClocks: Partial<Record<CaseEventType, readonly Deadline['name'][]>> = {
  CaseReported: ['acceptance', 'dispatch'],
  WorkOrderDispatched: ['acknowledgement'],
  WorkOrderReassigned: ['acknowledgement'],
  CaseHandled: ['follow-up'],
  CaseEscalated: ['escalation'],
  CaseReopened: ['dispatch'],
};

const handlingRunsOnce: Invariant = atEach(({ event: { type, data } }, earlier) => {
  if (type !== 'WorkOrderDispatched') return undefined;
  const starts = data.deadlines.some(({ name }) => name === 'handling');
  const round = sinceRound(earlier);
  const isFirst =
    data.order.part === 'lead' &&
    !round.filter(is('WorkOrderDispatched')).some(({ event }) => event.data.order.part === 'lead');
  return starts === isFirst ? undefined : 'the handling clock does not run from the first dispatch';
});

/** Which clocks may run in a status; between dispatch and `CaseHandled`, handling must. */
const clocksFitTheStatus: Invariant = ({ transitions }) => {
  for (const { after } of transitions) {
    if (!isReported(after)) continue;
    const names = after.deadlines.map(({ name }) => name);
    const runs = (name: Deadline['name']): boolean => names.includes(name);
    if (!isOpen(after) && names.length > 0) return `a clock runs in a case that is ${after.status}`;
    if (after.imported && ['reported', 'archived'].includes(after.status) && names.length > 0)
      return 'an import started a clock';
    if (
      ['awaiting-keys', 'referred'].includes(after.status) &&
      (runs('handling') || runs('dispatch') || runs('acknowledgement'))
    )
      return 'a clock of the work runs while others are waited for';
    if (['dispatched', 'handling'].includes(after.status) && !runs('handling'))
      return 'handled without a clock';
    if (
      after.status === 'awaiting-follow-up' &&
      (runs('handling') || runs('escalation') || !runs('follow-up'))
    )
      return 'the handling clock did not stop when the case was handled';
    if (!['awaiting-follow-up'].includes(after.status) && runs('follow-up'))
      return 'a follow-up clock too long';
    if (after.status === 'reported' && !after.imported && !runs('acceptance')) return 'no acceptance clock';
    const keys = after.deadlines.map(({ name, workOrderId }) => `${name} ${workOrderId ?? ''}`);
    if (new Set(keys).size < keys.length) return 'a clock runs twice';
  }
  return undefined;
};

const timersTellOnce: Invariant = atEach(({ event: { type, data }, in: { context } }, earlier) => {
  if (type !== 'DeadlineWarned' && type !== 'DeadlineBreached') return undefined;
  if (data.firedAt !== context.now) return 'fired at another time than now';
  const started = earlier.findLastIndex(
    ({ event }) =>
      'deadlines' in event.data &&
      event.data.deadlines?.some(({ name, dueAt }) => name === data.name && dueAt === data.dueAt),
  );
  if (started < 0) return 'a deadline that nobody set';
  if (type === 'DeadlineBreached' && context.now < data.dueAt) return 'a breach before its time';
  const again = earlier
    .slice(started)
    .some(
      ({ event }) =>
        event.type === type &&
        event.data.dueAt === data.dueAt &&
        event.data.name === data.name &&
        event.data.workOrderId === data.workOrderId,
    );
  return again ? 'told twice' : undefined;
});

const handlersChange: Invariant = atEach(({ event, in: { before } }, earlier) => {
  if (roundAt(earlier) < 3) return undefined;
  const past = earlier.slice(0, earlier.findLastIndex(is('CaseReopened')));
  if (event.type === 'WorkOrderDispatched' && event.data.order.part === 'lead')
    return leads(past).some((each) => sameHandler(each, event.data.order.assignee))
      ? 'the same handler again'
      : undefined;
  if (
    event.type === 'WorkOrderReassigned' &&
    leadOrderOf(sinceRound(earlier))?.workOrderId === event.data.workOrderId
  )
    return leads(past).some((each) => sameHandler(each, event.data.to))
      ? 'the same handler again'
      : undefined;
  if (
    event.type !== 'VolunteerOffered' ||
    leadOrderOf(sinceRound(earlier))?.workOrderId !== event.data.workOrderId
  )
    return undefined;
  const did = (before as ReportedCase).rounds.slice(0, -1).flatMap(({ doers }) => doers);
  return did.includes(event.data.volunteerId) ? 'the same volunteer again' : undefined;
});

type Handler = DataOf<'WorkOrderReassigned'>['to'];

/** Whoever had a lead order last, round by round. */
function leads(past: readonly Happened[]): Handler[] {
  const orders = past.filter(is('WorkOrderDispatched')).map(({ event }) => event.data.order);
  return orders
    .filter(({ part }) => part === 'lead')
    .map(
      ({ workOrderId, assignee }) =>
        past.filter(is('WorkOrderReassigned')).findLast(({ event }) => event.data.workOrderId === workOrderId)
          ?.event.data.to ?? assignee,
    );
}

function sameHandler(x: Handler, y: Handler): boolean {
  if (x.kind === 'post' && y.kind === 'post') return x.person === y.person || x.post === y.post;
  return x.kind === 'organisation' && same(x, y);
}

/** A climb goes to a unit above the one where the case lay, and to somebody who holds a post there. */
const climbsGoUp: Invariant = atEach(({ event, in: { before, after } }) => {
  if (event.type !== 'CaseEscalated') return undefined;
  const { from, to } = event.data;
  const { units, posts } = caseRules.organisation;
  if ((before as ReportedCase).unit !== from.unit) return 'a climb from where the case did not lie';
  let above = units[from.unit]?.parent;
  while (above !== undefined && above !== to.unit) above = units[above]?.parent;
  if (above === undefined) return 'a climb to a unit that is not above';
  const post = posts[to.post];
  if (post?.unit !== to.unit || post.holder !== to.person) return 'a climb to a post that nobody holds there';
  const { post: named, person } = (after as ReportedCase).accountable;
  return named === to.post && person === to.person ? undefined : 'nobody answers for it after the climb';
});

const secondReopeningIsSupervised: Invariant = atEach(({ event }, earlier) => {
  if (event.type !== 'CaseReopened') return undefined;
  if (event.data.round !== roundAt(earlier) + 1) return 'a round that does not follow the last';
  return roundAt(earlier) >= 2 && !event.data.supervised
    ? 'a second reopening without supervision'
    : undefined;
});

/** At once within the term after its end; later, or where it ended elsewhere, only by staff. */
const reopenedInTerm: Invariant = atEach(({ event, in: { context, command } }, earlier) => {
  if (event.type !== 'CaseReopened' || command.type === 'GrantReopening') return undefined;
  const closed = earlier.findLast(is('CaseClosed', 'CaseAnswered', 'CaseHandledOnSpot'));
  if (!closed) return 'reopened at once, though it never ended here';
  const term = later(closed.in.context.now, caseRules.policy.reopeningTermDays * 24 * hoursMs);
  return context.now > term ? 'reopened at once after the term' : undefined;
});

const earlierRoundsStay: Invariant = ({ transitions }) => {
  for (const { before, after } of transitions) {
    if (!isReported(before) || !isReported(after)) continue;
    const closed = before.rounds.slice(0, -1);
    if (!same(closed, after.rounds.slice(0, closed.length))) return 'an earlier round changed';
  }
  return undefined;
};

const ofTheLock = is(
  ...(['JointResolutionConvened', 'PlanProposed', 'KeyRefused', 'KeyTakenBack'] as const),
  ...(['LockOpened', 'JointResolutionFailed'] as const),
);

const locksAreKept: Invariant = atEach(({ event: { type }, in: { before } }, earlier) => {
  if (type !== 'WorkOrderDispatched') return undefined;
  const category = caseRules.catalogue.categories[(before as ReportedCase).category ?? ''];
  if (category && !category.threeKeys && category.kind !== 'dispute') return undefined;
  const last = sinceRound(earlier).findLast(ofTheLock);
  if (category?.kind === 'dispute') return undefined;
  return category?.threeKeys && last?.event.type === 'LockOpened' ? undefined : 'work without its lock';
});

/** What it is, and how urgent, stands once somebody has work of it, keys are asked for by it, or it is done. */
const classifiedBeforeWork: Invariant = atEach(({ event: { type, data }, in: { before } }, earlier) => {
  if (type !== 'ReportAmended') return undefined;
  const { category, urgency } = data.fields;
  if (category === undefined && urgency === undefined) return undefined;
  const isBefore = ['reported', 'accepted', 'filed'].includes(before.status);
  const last = sinceRound(earlier).findLast(ofTheLock)?.event.type;
  const isFree = last === undefined || last === 'JointResolutionFailed';
  return isBefore && isFree && liveOrders(before as ReportedCase).length === 0
    ? undefined
    : 'another category, or urgency, than that by which work was given out';
});

/** While the lock is shut nobody checks a result, asks about it, or ends its case. */
const resultsRest: Invariant = atEach(({ event: { type }, in: { before } }, earlier) => {
  const isOfResult = type === 'ResultChecked' || type === 'FollowUpRecorded' || type === 'CaseClosed';
  if (!isOfResult || before.status === 'closed') return undefined;
  const last = sinceRound(earlier).findLast((each) => ofTheLock(each) || is('CaseReferred')(each));
  const isShut = last !== undefined && !is('LockOpened', 'JointResolutionFailed', 'CaseReferred')(last);
  return isShut ? `${type} behind a lock that is shut` : undefined;
});

/** A result that an objection has interrupted rests until its lock is open, or given up. */
const rests = (earlier: readonly Happened[]): boolean => {
  const last = sinceRound(earlier).findLast(
    (one) =>
      is('LockOpened', 'JointResolutionFailed', 'JointResolutionConvened')(one) ||
      (is('KeyTakenBack')(one) && one.event.data.interrupts !== undefined),
  );
  return last?.event.type === 'KeyTakenBack';
};

/**
 * What a party was only said to have turned it may object to at any time, by a link once on a version; what it turned itself
 * stands with the result, also while that rests.
 */
const ownKeysStand: Invariant = atEach((each, earlier) => {
  if (!is('KeyTakenBack', 'KeyRefused')(each)) return undefined;
  const { party } = each.event.data;
  const { status } = each.in.before;
  const waits = status === 'awaiting-check' || status === 'awaiting-follow-up';
  const interrupts = is('KeyTakenBack')(each) ? each.event.data.interrupts : undefined;
  if (interrupts !== (waits ? status : undefined)) return 'something else is interrupted than what waits';
  if (!waits && !rests(earlier)) return undefined;
  const said = sincePlan(earlier);
  const ofParty = said.filter(is('KeyTurned', 'KeyTakenBack', 'KeyRefused'));
  const turned = ofParty.findLast(({ event }) => event.data.party === party);
  if (turned === undefined || !is('KeyTurned')(turned))
    return is('KeyRefused')(each) ? undefined : 'a key was taken back that nobody had turned';
  const { holder, recordedBy, linkedBy } = turned.event.data;
  const knewOfIt = said
    .slice(0, said.indexOf(turned))
    .some((one) => is('KeyTakenBack')(one) && objects(one.event.data, holder));
  const isRecorded = recordedBy !== undefined || (linkedBy !== undefined && !knewOfIt);
  return isRecorded ? undefined : 'a result behind a key of its own that was taken back';
});

const objects = ({ because, holder }: DataOf<'KeyTakenBack'>, whoever: string): boolean =>
  because === 'objection' && holder === whoever;

/** Led by a mediator, and ended by a settlement or without one; never by a result (CASE, rule 5). */
const disputesAreMediated: Invariant = atEach(({ event, in: { before } }, earlier) => {
  const kind = caseRules.catalogue.categories[(before as ReportedCase).category ?? '']?.kind;
  const lead = leadOrderOf(sinceRound(earlier))?.workOrderId;
  const { type, data } = event;
  if (type === 'SettlementRecorded' || type === 'SettlementFailed')
    return kind === 'dispute' ? undefined : 'a settlement of what is no dispute';
  if (kind !== 'dispute') return undefined;
  if (type === 'ResultReported')
    return data.workOrderId === lead ? 'a dispute that a result ended' : undefined;
  const assignee =
    type === 'WorkOrderDispatched' && data.order.part === 'lead'
      ? data.order.assignee
      : type === 'WorkOrderReassigned' && data.workOrderId === lead
        ? data.to
        : undefined;
  return assignee && personOf(assignee) !== 'wen' ? 'a dispute without a mediator' : undefined;
});

const twoMakeItVoid: Invariant = atEach((each, earlier) => {
  if (!is('CaseVoided')(each)) return undefined;
  const asked = earlier.findLast(is('VoidProposed'))?.event.data;
  const { ground, first, second } = each.event.data;
  const isTheirs = asked?.ground === ground && asked.by === first && second === each.in.context.by.id;
  return isTheirs && first !== second ? undefined : 'one person made it void';
});

/** Not as long as a requester could still reopen it at once. */
const archivedAfterTheTerm: Invariant = atEach(({ event, in: { context } }, earlier) => {
  if (event.type !== 'CaseArchived') return undefined;
  const closed = earlier.findLast(is('CaseClosed', 'CaseAnswered', 'CaseHandledOnSpot'));
  const termMs = caseRules.policy.reopeningTermDays * 24 * hoursMs;
  const isOver = closed && context.now > later(closed.in.context.now, termMs);
  return isOver ? undefined : 'archived while it could be reopened';
});

/** What was said on the plan that is on the table: what is older was said on another one. */
const sincePlan = (earlier: readonly Happened[]): readonly Happened[] => {
  const round = sinceRound(earlier);
  return round.slice(round.findLastIndex(is('PlanProposed', 'JointResolutionConvened')));
};

/** Every party has turned its key on this version and not taken it back; what is all owners' they have decided. */
const locksOpenByAllKeys: Invariant = atEach(({ event, in: { before } }, earlier) => {
  if (event.type !== 'LockOpened') return undefined;
  const parties = sinceRound(earlier).findLast(is('JointResolutionConvened'))?.event.data.parties ?? [];
  const said = sincePlan(earlier);
  const plan = said[0]?.event;
  if (plan?.type !== 'PlanProposed' || plan.data.version !== event.data.version)
    return 'a lock without a plan';
  const approved = said.some((each) => is('AssemblyDecided')(each) && each.event.data.approved);
  const isTurned = (party: string) => {
    const last = said.findLast(
      (each) => is('KeyTurned', 'KeyRefused', 'KeyTakenBack')(each) && each.event.data.party === party,
    );
    return last?.event.type === 'KeyTurned' || (party === 'owners' && approved);
  };
  if (!parties.every(isTurned)) return 'a lock that opened without a key';
  const { category } = before as ReportedCase;
  const rule = caseRules.catalogue.categories[category ?? '']?.decisionRule;
  const isReserved = rule === 'owners-assembly' || plan.data.plan.source === 'maintenance-fund';
  return isReserved && !approved ? 'decided over the heads of all owners' : undefined;
});

const keysCountOnTheirPlan: Invariant = atEach(({ event }, earlier) => {
  if (event.type !== 'KeyTurned') return undefined;
  const plan = sincePlan(earlier)[0]?.event;
  if (plan?.type !== 'PlanProposed') return 'a key without a plan';
  const isOnIt = plan.data.version === event.data.version && leafHashOf(plan) === event.data.planHash;
  return isOnIt ? undefined : 'a key on another plan than the one on the table';
});

const onePersonOneKey: Invariant = atEach((each, earlier) => {
  if (!is('KeyTurned')(each)) return undefined;
  const { holder, party } = each.event.data;
  const held = new Map<string, string>();
  for (const { event } of sincePlan(earlier)) {
    if (event.type === 'KeyTurned') held.set(event.data.party, event.data.holder);
    if (event.type === 'KeyTakenBack' || event.type === 'KeyRefused') held.delete(event.data.party);
  }
  held.delete(party);
  return [...held.values()].includes(holder) ? 'one person with two keys' : undefined;
});

/** Appointed since the case is where it is. */
function standInOf(party: string, earlier: readonly Happened[]): DataOf<'StandInAppointed'> | undefined {
  let compound: string | undefined;
  let standIn: DataOf<'StandInAppointed'> | undefined;
  for (const { event } of earlier) {
    if (event.type === 'CaseReported' || event.type === 'CaseImported') compound = event.data.place.compound;
    const place = event.type === 'ReportAmended' ? event.data.fields.place : undefined;
    const isMoved = place !== undefined && place.compound !== compound;
    if (place !== undefined) compound = place.compound;
    if (event.type === 'CaseReopened' || isMoved) standIn = undefined;
    if (event.type === 'StandInAppointed' && event.data.party === party) standIn = event.data;
  }
  return standIn;
}

/** Whoever holds it, by their own word or a signed sheet that staff wrote down. */
const onlyHoldersTurn: Invariant = atEach((each, earlier) => {
  if (!is('KeyTurned', 'KeyRefused')(each)) return undefined;
  const { party, holder, recordedBy } = each.event.data;
  const { now, by } = each.in.context;
  const standIn = standInOf(party, earlier);
  const holds = standIn && standIn.until > now ? standIn.person : keyHolders[party];
  if (holder !== holds) return 'a key turned by somebody who does not hold it';
  return by.id === holder || recordedBy?.person === by.id ? undefined : 'another’s word without a sheet';
});

const endsWhenItIsHopeless: Invariant = atEach(({ event }, earlier) => {
  if (event.type !== 'JointResolutionFailed') return undefined;
  const round = sinceRound(earlier);
  const since = round.slice(round.findLastIndex(is('JointResolutionConvened')));
  let version = 0;
  const attempts = new Set<string>();
  for (const { event: one } of since) {
    if (one.type === 'PlanProposed') ({ version } = one.data);
    if (one.type === 'KeyRefused' || one.type === 'KeyOverdue')
      attempts.add(`${one.data.party} ${String(version)}`);
    if (one.type === 'AssemblyDecided' && !one.data.approved) attempts.add(`owners ${String(version)}`);
  }
  return attempts.size < caseRules.policy.jointResolution.attemptsMin ? 'ended before its time' : undefined;
});

const costsStayWithinThePlan: Invariant = atEach(({ event }, earlier) => {
  if (event.type !== 'ResultReported') return undefined;
  const last = sinceRound(earlier).findLast(ofTheLock);
  if (last?.event.type !== 'LockOpened') return undefined;
  const agreed = sinceRound(earlier).findLast(is('PlanProposed'))?.event.data.plan.costFen ?? 0;
  const results = sinceRound(earlier).filter(is('ResultReported'));
  const spent = results.reduce((sum, each) => sum + (each.event.data.costFen ?? 0), 0);
  const { costFen = 0 } = event.data;
  return costFen > 0 && spent + costFen > agreed ? 'it cost more than was agreed' : undefined;
});

const sensitiveIsLedByCertified: Invariant = atEach(({ event: { type, data }, in: { before } }, earlier) => {
  const lead = leadOrderOf(sinceRound(earlier))?.workOrderId;
  const assignee =
    type === 'WorkOrderDispatched' && data.order.part === 'lead'
      ? data.order.assignee
      : type === 'WorkOrderReassigned' && data.workOrderId === lead
        ? data.to
        : undefined;
  if (!assignee) return undefined;
  const certified =
    caseRules.catalogue.categories[(before as ReportedCase).category ?? '']?.certifiedLead === true;
  return certified && personOf(assignee) !== 'su' ? 'somebody uncertified leads' : undefined;
});

const withdrawnAreLeftAlone: Invariant = atEach(({ event: { type, data } }, earlier) => {
  const touches = [
    'RequesterAnswered',
    'FollowUpRecorded',
    'ContactAttempted',
    'ReopeningRequested',
    'RequesterWithdrew',
  ];
  if (!touches.includes(type) || !('requesterId' in data)) return undefined;
  return activeOf(earlier).includes(data.requesterId)
    ? undefined
    : `${type} of somebody who is not a requester`;
});

const hazardsOutliveWithdrawal: Invariant = atEach(({ event: { type }, in: { after } }, earlier) => {
  if (type !== 'CaseWithdrawn') return undefined;
  if (activeOf(earlier).length > 0) return 'ended though a requester is left';
  const kind = caseRules.catalogue.categories[(after as ReportedCase).category ?? '']?.kind;
  if (kind === undefined) return 'ended before anybody said what it is';
  const isMadeSafe = sinceRound(earlier).some(is('SafetyMeasureTaken'));
  return kind === 'hazard' || isMadeSafe ? 'a hazard ended by a withdrawal' : undefined;
});

const idsAddOnce: Invariant = ({ happened }) => {
  const seen = new Set<string>();
  for (const {
    event: { type, data },
  } of happened) {
    const id = addedBy(type, data);
    if (id === undefined) continue;
    const key = type === 'RequesterAnswered' ? `answer ${id}` : id;
    if (seen.has(key)) return `${type} with an id that was used before`;
    seen.add(key);
  }
  return undefined;
};

const addedBy = (type: CaseEventType, data: Readonly<Record<string, unknown>>): string | undefined => {
  const by: Partial<Record<CaseEventType, string>> = {
    VolunteerOffered: 'offerId',
    ContactAttempted: 'contactId',
    ProgressReported: 'itemId',
    ReportAmended: 'amendmentId',
    CaseReferred: 'referralId',
    SettlementRecorded: 'settlementId',
    SettlementFailed: 'settlementId',
    FactsVerified: 'verificationId',
    SafetyMeasureTaken: 'measureId',
    ResultChecked: 'checkId',
    RequesterAnswered: 'answerId',
    FollowUpRecorded: 'followUpId',
    ReopeningRequested: 'requestId',
    ExternalNoteRecorded: 'noteId',
  };
  const field = by[type];
  return field === undefined ? undefined : String(data[field]);
};

const grounds = caseRules.policy.grounds;
const groundsArePolicy: Invariant = atEach(({ event: { type, data }, in: { command } }) => {
  if (type === 'CaseDeclined')
    return grounds.decline.includes(data.ground) ? undefined : 'declined on no ground';
  if (type === 'WorkOrderReturned')
    return grounds.return.includes(data.ground) ? undefined : 'returned on no ground';
  if (type === 'ReopeningRefused')
    return grounds.reopeningRefusal.includes(data.ground) ? undefined : 'refused on no ground';
  if (type === 'CaseVoided') return grounds.void.includes(data.ground) ? undefined : 'void on no ground';
  if (type === 'CaseReferred')
    return grounds.referral.includes(data.basis) && caseRules.policy.referralBodies.includes(data.body)
      ? undefined
      : 'referred on no basis';
  if (type === 'SettlementFailed')
    return grounds.settlementFailure.includes(data.reason) ? undefined : 'failed for no reason';
  if (type === 'KeyRefused')
    return grounds.keyRefusal.includes(data.reason) ? undefined : 'a key refused for no reason';
  if (type === 'JointResolutionFailed')
    return grounds.jointFailure.includes(data.reason) ? undefined : 'ended for no reason';
  if (type === 'CaseEscalated')
    return (command.type === 'RecordKeyOverdue' ? ['key-overdue'] : grounds.escalation).includes(data.reason)
      ? undefined
      : 'climbed for no reason';
  if (type === 'ResponsibilityDetermined')
    return grounds.responsibility.includes(data.basis) ? undefined : 'determined on no basis';
  if (type === 'AccountabilityTransferred' && command.type === 'TransferAccountability')
    return grounds.transfer.includes(data.reason) ? undefined : 'transferred for no reason';
  if (type === 'VolunteerReleased' && command.type === 'ReleaseVolunteer')
    return grounds.release.includes(data.reason) ? undefined : 'released for no reason';
  if (type === 'VolunteerOffered' && data.basis === 'override')
    return grounds.override.includes(data.reason ?? '') ? undefined : 'overridden for no reason';
  return undefined;
});

const statusesFollowTheTable: Invariant = ({ transitions }) => {
  for (const { before, command, after, result } of transitions) {
    if (result instanceof Error || isRefusal(result)) continue;
    const leadsTo: readonly string[] = statusTable[before.status].commands[command.type] ?? [];
    if (!leadsTo.includes(after.status))
      return `${command.type} led from ${before.status} to ${after.status}`;
  }
  return undefined;
};

/** 待派单 has nobody to lead, 待签收 somebody who has not taken it, 办理中 somebody who has; a result is led by nobody. */
const statusAgreesWithItsOrder: Invariant = ({ transitions }) => {
  for (const { after } of transitions) {
    if (!isReported(after)) continue;
    const orders = after.rounds.at(-1)?.orders ?? [];
    const lead = orders.find(
      ({ part, status }) => part === 'lead' && ['dispatched', 'acknowledged', 'handling'].includes(status),
    );
    const says = lead === undefined ? 'nobody' : lead.status === 'dispatched' ? 'asked' : 'taken';
    const expected =
      after.status === 'dispatched' ? 'asked' : after.status === 'handling' ? 'taken' : 'nobody';
    if (after.status === 'awaiting-keys') continue;
    if (says !== expected) return `${after.status}, and its lead order is ${lead?.status ?? 'missing'}`;
  }
  return undefined;
};

const whatIsDoneWasAllowed: Invariant = ({ transitions }) => {
  const done = transitions.find(
    (each) => eventsOf(each).length > 0 && !allowedCommands(each.before).includes(each.command.type),
  );
  return done && `${done.command.type} was not offered in ${done.before.status}`;
};

const nothingIsThrown: Invariant = ({ transitions }) => {
  const thrown = transitions.find(({ result }) => result instanceof Error);
  return thrown && `${thrown.command.type}: ${(thrown.result as Error).message}`;
};

const eventsFitTheirSchemas: Invariant = ({ happened }) => {
  const unfit = happened.find(
    ({ event: { type, data } }) => caseEvents[type]?.safeParse(data).success !== true,
  );
  return unfit && `${unfit.event.type} does not fit its schema`;
};

/** A value that was sealed under one event cannot be opened under another. */
const nothingSealedIsRecordedAgain: Invariant = ({ happened }) => {
  const again = happened.find(({ event }) => JSON.stringify(event.data).includes('"$pii"'));
  return again && `${again.event.type} copies a sealed value`;
};

/** The same history folds to the same case, and what is personal makes no difference to it. */
const replayIsTheSame: Invariant = ({ happened, transitions, decider }) => {
  const replayed = happened.reduce((state: Case, { event, in: { context } }) => {
    const { now, occurredAt, by } = context;
    return decider.evolve(state, event, { recordedAt: now, occurredAt, by, leafHash: leafHashOf(event) });
  }, decider.initialState);
  const now = transitions.at(-1)?.after ?? decider.initialState;
  return same(sealed(replayed), now) || same(sealed(replayed), sealed(now))
    ? undefined
    : 'a replay comes to something else';
};

/** What was merged goes on in another case, which is open; here nothing happens any more. */
const mergedGoesOn: Invariant = atEach(({ event, in: { command } }, earlier) => {
  const isOver = earlier.some(is('CaseMerged'));
  const stillComes = ['RequesterAnswered', 'ContactAttempted', 'ExternalNoteRecorded'];
  if (isOver && !stillComes.includes(event.type)) return `${event.type} in a case that was merged`;
  if (event.type !== 'CaseMerged') return undefined;
  const target = command.type === 'MergeCase' ? command.data.target : undefined;
  return target?.open === true ? undefined : 'merged into a case that is not open';
});

/** However many are merged at once, the oldest of them goes on: here the other one is of last year, or it is not older. */
const mergesIntoTheOlder: Invariant = atEach((each) => {
  const { command, before } = each.in;
  if (!is('CaseMerged')(each) || command.type !== 'MergeCase') return undefined;
  if (each.event.data.into === (before as ReportedCase).caseId) return 'merged into itself';
  const isOlder = command.data.target?.number.startsWith('2025-') === true;
  return isOlder ? undefined : 'merged into a younger case';
});

/** 身份隔离: nobody reads in the other case what they were kept from here. */
const mergesUnveilNothing: Invariant = atEach((each) => {
  const { command, before } = each.in;
  if (!is('CaseMerged')(each) || command.type !== 'MergeCase') return undefined;
  const { respondent, confidential } = before as ReportedCase;
  const { target } = command.data;
  const isSeenThrough =
    target?.knowsRespondent !== true ||
    (respondent?.organisation !== undefined && respondent.organisation !== target.organisation) ||
    (respondent?.keptOut ?? []).some((person) => !target.keptOut.includes(person));
  if (isSeenThrough) return 'merged to where the other side reads it';
  return confidential && !target.confidential ? 'merged out of confidence' : undefined;
});

const archiveInstants: Invariant = atEach(({ event: { type, data }, in: { context } }) => {
  const ends = type === 'CaseClosed' || type === 'CaseAnswered' || type === 'CaseHandledOnSpot';
  if (!ends || (type === 'CaseHandledOnSpot' && data.check)) return undefined;
  return data.archiveAt === archivedFrom(context.now)
    ? undefined
    : `${type} that is archived at another time`;
});

const urgentNeverClimbs: Invariant = atEach(({ event, in: { before } }) => {
  if (event.type !== 'CaseEscalated') return undefined;
  const { category } = before as ReportedCase;
  const isUrgent = caseRules.catalogue.categories[category ?? '']?.urgency === 'urgent';
  return isUrgent ? 'an urgent matter climbed' : undefined;
});

/** Who handles, checks, asks or answers for it by an event. */
function actingIn({ event: { type, data }, in: { command, context } }: Happened): readonly string[] {
  if (type === 'WorkOrderDispatched') return assigneeOf(data.order.assignee);
  if (type === 'WorkOrderReassigned') return assigneeOf(data.to);
  if (type === 'VolunteerOffered') return [data.volunteerId];
  if (type === 'ResultChecked' || type === 'FollowUpRecorded') return [context.by.id];
  const transfers = type === 'AccountabilityTransferred' && command.type === 'TransferAccountability';
  return transfers ? [data.to.person] : [];
}

function assigneeOf(assignee: DataOf<'WorkOrderReassigned'>['to']): readonly string[] {
  if (assignee.kind === 'organisation') return [assignee.organisation];
  return assignee.kind === 'post' ? [assignee.person] : [];
}

const respondentsStayOut: Invariant = atEach((each) => {
  const { before } = each.in;
  const { organisation, keptOut = [] } = (isReported(before) ? before.respondent : undefined) ?? {};
  const side = organisation === undefined ? keptOut : [...keptOut, organisation, 'wuye'];
  const biased = actingIn(each).find((person) => side.includes(person));
  return biased && `${each.event.type} with the side that is complained about`;
});

export const invariants = {
  'exactly one is accountable while it is open': oneAccountable,
  'who did it neither checks it nor asks how it went': doersStayOut,
  'nothing happens before its report, nor a check before its result': timeHasItsOrder,
  'a company does not check its own work': companiesAreChecked,
  'a round has one live lead order': oneLiveLead,
  'seats are taken once, and not beyond their number': seatsHold,
  'rework is a visit of its own': reworkIsAVisit,
  'an offer is accepted in its time': offersInTime,
  'nobody is there long before the agreed time': nobodyComesTooEarly,
  'nobody is asked for an order that is over': nobodyIsAskedInVain,
  'nobody is asked while the keys are waited for, or booked for what is over': nobodyWaitsInVain,
  'a closed case was heard by each requester': closedIsHeard,
  'a short way answers everybody': shortWaysAnswer,
  'short ways are for questions and small things': shortWaysAreShort,
  'clocks are those of the policy': deadlinesAreAsPromised,
  'handling runs from the first dispatch of a round': handlingRunsOnce,
  'clocks stop and run on with the status': clocksFitTheStatus,
  'a timer tells what is due, once': timersTellOnce,
  'from the second reopening on somebody else handles it': handlersChange,
  'a climb goes to the level above, which answers for it': climbsGoUp,
  'rounds follow each other, the third supervised': secondReopeningIsSupervised,
  'a request reopens at once only within the term': reopenedInTerm,
  'what an earlier round was, it stays': earlierRoundsStay,
  'three-key matters get an order behind their open lock alone': locksAreKept,
  'what it is, and how urgent, is corrected before there is work of it': classifiedBeforeWork,
  'a result rests while its lock is shut': resultsRest,
  'a key that was turned in person stands once a result is there': ownKeysStand,
  'a dispute is led by a mediator and settled, or not': disputesAreMediated,
  'two people make it void': twoMakeItVoid,
  'a case is archived after the term to reopen it': archivedAfterTheTerm,
  'what ended is archived in its time': archiveInstants,
  'a merged case goes on in an open one': mergedGoesOn,
  'of cases that are merged the oldest goes on': mergesIntoTheOlder,
  'a merge unveils nothing': mergesUnveilNothing,
  'an urgent matter never climbs': urgentNeverClimbs,
  'the respondent’s side stays out of it': respondentsStayOut,
  'a lock opens by all its keys on one version': locksOpenByAllKeys,
  'keys count on the plan on the table': keysCountOnTheirPlan,
  'one person turns one key': onePersonOneKey,
  'a key is turned and refused by whoever holds it': onlyHoldersTurn,
  'a joint resolution is not ended before its time': endsWhenItIsHopeless,
  'work costs no more than was agreed': costsStayWithinThePlan,
  'a social worker leads what is sensitive': sensitiveIsLedByCertified,
  'who has withdrawn is left alone': withdrawnAreLeftAlone,
  'the last withdrawal ends it, a hazard excepted': hazardsOutliveWithdrawal,
  'an id adds one thing': idsAddOnce,
  'grounds and reasons are of the policy': groundsArePolicy,
  'statuses follow the table': statusesFollowTheTable,
  'the status agrees with the lead order': statusAgreesWithItsOrder,
  'what is done was allowed': whatIsDoneWasAllowed,
  'nothing is thrown, and nothing written into what was read': nothingIsThrown,
  'every event fits its schema': eventsFitTheirSchemas,
  'nothing sealed is recorded again': nothingSealedIsRecordedAgain,
  'a replay comes to the same case': replayIsTheSame,
} as const satisfies Readonly<Record<string, Invariant>>;
export type InvariantName = keyof typeof invariants;

export function violationsOf(history: History): InvariantName[] {
  return (Object.keys(invariants) as InvariantName[]).filter(
    (name) => invariants[name](history) !== undefined,
  );
}
