import { isRefusal } from '../refusals';
import { localDateOf } from '../volunteer/free-time';
import { allowedCommands } from './allowed-commands';
import { caseEvents, type CaseEvent, type CaseEventOf, type CaseEventType } from './case.events';
import { caseRules } from './case.fixtures';
import type { Case, ReportedCase } from './case.state';
import { statusTable } from './case.status';
import type { Deadline } from './case.values';
import { later } from './clocks';
import { isOpen } from './openings';
import { sealed, type CaseDecider, type Transition } from './random-case.fixtures';

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

/** Who did work of the round: reported, on the spot, holder of the order's post, volunteers who were booked for it. */
function doersIn(round: readonly Happened[]): Set<string> {
  const doers = new Set<string>();
  for (const { event } of round) {
    if (event.type === 'CaseHandledOnSpot') doers.add(event.data.by);
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
    if (type === 'VolunteerAssigned') workers.add(data.volunteerId);
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
  if (!is('ResultChecked', 'FollowUpRecorded')(each)) return undefined;
  return doersIn(sinceRound(earlier)).has(each.in.context.by.id) ? `${each.event.type} by a doer` : undefined;
});

const leadOrderOf = (round: readonly Happened[]): DataOf<'WorkOrderDispatched'>['order'] | undefined =>
  round.filter(is('WorkOrderDispatched')).findLast(({ event }) => event.data.order.part === 'lead')?.event
    .data.order;

const companiesAreChecked: Invariant = atEach((each, earlier) => {
  if (!is('ResultChecked')(each)) return undefined;
  const order = leadOrderOf(sinceRound(earlier));
  const to = sinceRound(earlier)
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
    if (type === 'WorkOrderReturned' || type === 'ResultReported') live.delete(data.workOrderId);
    if (type === 'ReworkOrdered' && data.workOrderId !== undefined) live.add(data.workOrderId);
    if (type === 'CaseWithdrawn') live.clear();
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
  const since = earlier.slice(earlier.findLastIndex(is('CaseReopened', 'ReworkOrdered')) + 1);
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
    .some(({ event: { data } }) => data.requesterId === requesterId && data.subjectOf !== 'progress');
  const followUp = lastFollowUp(requesterId, since);
  return answered && followUp !== undefined && (followUp.outcome !== 'reached' || followUp.solved === true);
}

function tried(requesterId: string, since: readonly Happened[]): boolean {
  const attempts = since.filter(({ event: { type, data } }) => {
    if (type === 'FollowUpRecorded')
      return data.requesterId === requesterId && data.outcome === 'not-reached';
    if (type !== 'ContactAttempted') return false;
    return (
      data.requesterId === requesterId && !data.reached && ['answer', 'follow-up'].includes(data.purpose)
    );
  });
  const days = new Set(attempts.map((each) => localDateOf(each.in.context.now, 480)));
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
    if (type === 'ReworkOrdered') return goesOnWithTimeLeft(data, before as ReportedCase, context.now);
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

/** What stood still while the residents were asked is due as much later; what never stood still is not touched. */
function goesOnWithTimeLeft(
  { deadlines = [] }: DataOf<'ReworkOrdered'>,
  { stopped, ...before }: ReportedCase,
  now: string,
): string | undefined {
  const handledAt = before.deadlines.find(({ name }) => name === 'follow-up')?.startedAt ?? now;
  const leftMs = (dueAt: string, at: string) => Date.parse(dueAt) - Date.parse(at);
  const goesOn = stopped.every(({ name, dueAt }) =>
    deadlines.some((each) => each.name === name && leftMs(each.dueAt, now) === leftMs(dueAt, handledAt)),
  );
  return goesOn && deadlines.length === stopped.length ? undefined : 'rework with another time than was left';
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
    if (['dispatched', 'handling'].includes(after.status) && !runs('handling'))
      return 'handled without a clock';
    if (after.status === 'awaiting-follow-up' && (runs('handling') || !runs('follow-up')))
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

const locksAreKept: Invariant = atEach(({ event: { type }, in: { before } }) => {
  if (type !== 'WorkOrderDispatched') return undefined;
  const category = caseRules.catalogue.categories[(before as ReportedCase).category ?? ''];
  return category && !category.threeKeys && category.kind !== 'dispute' ? undefined : 'work without its lock';
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

const hazardsOutliveWithdrawal: Invariant = atEach(({ event: { type }, in: { before } }, earlier) => {
  if (type !== 'CaseWithdrawn') return undefined;
  if (activeOf(earlier).length > 0) return 'ended though a requester is left';
  const kind = caseRules.catalogue.categories[(before as ReportedCase).category ?? '']?.kind;
  return kind === 'hazard' ? 'a hazard ended by a withdrawal' : undefined;
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
  if (type === 'AccountabilityTransferred')
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
    return decider.evolve(state, event, { recordedAt: now, occurredAt, by });
  }, decider.initialState);
  const now = transitions.at(-1)?.after ?? decider.initialState;
  return same(sealed(replayed), now) || same(sealed(replayed), sealed(now))
    ? undefined
    : 'a replay comes to something else';
};

export const invariants = {
  'exactly one is accountable while it is open': oneAccountable,
  'who did it neither checks it nor asks how it went': doersStayOut,
  'a company does not check its own work': companiesAreChecked,
  'a round has one live lead order': oneLiveLead,
  'seats are taken once, and not beyond their number': seatsHold,
  'an offer is accepted in its time': offersInTime,
  'nobody is asked for an order that is over': nobodyIsAskedInVain,
  'a closed case was heard by each requester': closedIsHeard,
  'a short way answers everybody': shortWaysAnswer,
  'short ways are for questions and small things': shortWaysAreShort,
  'clocks are those of the policy': deadlinesAreAsPromised,
  'handling runs from the first dispatch of a round': handlingRunsOnce,
  'clocks stop and run on with the status': clocksFitTheStatus,
  'a timer tells what is due, once': timersTellOnce,
  'from the second reopening on somebody else handles it': handlersChange,
  'rounds follow each other, the third supervised': secondReopeningIsSupervised,
  'a request reopens at once only within the term': reopenedInTerm,
  'what an earlier round was, it stays': earlierRoundsStay,
  'three-key matters and disputes get no order': locksAreKept,
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
