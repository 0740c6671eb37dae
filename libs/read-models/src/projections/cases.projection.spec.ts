import { caseDecider, caseEvents, currentRound, service } from '@threekeys/domain';
import type { CaseEvent, CaseEventType, ReportedCase } from '@threekeys/domain';
import {
  assert,
  constantFrom,
  array as arrayOf,
  record,
  property,
  option,
  integer,
  boolean,
} from 'fast-check';
import type { CaseRow } from './case.row';
import { cases, placeKeyOf } from './cases.projection';
import { caseId, deadline, examples, happened, id, minute, recorded, rowsAfter } from './histories.fixtures';

const rowAfter = (...events: readonly CaseEvent[]): CaseRow => {
  const row = rowsAfter(cases, `case-${caseId}`, events).get(caseId);
  if (row === undefined || row === null) throw new Error('no row');
  return row;
};

const reported = [happened('CaseReported')];
const accepted = [...reported, happened('CaseAccepted')];
const filed = [...accepted, happened('CaseFiled')];
const dispatched = [...filed, happened('WorkOrderDispatched')];
const offered = [...dispatched, happened('VolunteerOffered')];
const assigned = [...offered, happened('OfferAccepted'), happened('VolunteerAssigned')];
const done = [...assigned, happened('VolunteerCheckedIn'), happened('ResultReported')];
const handled = [...done, happened('ResultChecked'), happened('CaseHandled')];
const closed = [
  ...handled,
  happened('RequesterAnswered'),
  happened('FollowUpRecorded'),
  happened('CaseClosed'),
];

describe('the examples of events', () => {
  it.each(Object.keys(caseEvents))('%s is what the domain says', (type) => {
    const sealedAway = JSON.parse(
      JSON.stringify(examples[type as CaseEventType], (key, value: unknown) =>
        typeof value === 'object' && value !== null && '$pii' in value
          ? key === 'phone'
            ? '13800000000'
            : 'plain text'
          : value,
      ),
    ) as unknown;
    expect(caseEvents[type]?.safeParse(sealedAway).error).toBeUndefined();
  });
});

describe('a reported case', () => {
  it('stands in the list with who answers for it', () => {
    expect(rowAfter(...reported)).toMatchObject({
      caseId,
      number: '2026-000001',
      status: 'reported',
      open: true,
      urgency: 'normal',
      compound: 'spring',
      placeKey: 'spring/b1/e1',
      reportedAt: minute(0),
      updatedAt: minute(0),
      accountablePost: 'desk',
      accountablePerson: 'clerk',
      round: 1,
      people: ['clerk'],
      overdue: false,
      flags: { urgent: false, imported: false, returned: 0 },
    });
  });
  it('is due by the earliest of its deadlines', () => {
    const row = rowAfter(...reported);
    expect(row.deadlines.map(({ name }) => name)).toEqual(['acceptance', 'dispatch']);
    expect(row.nextDueAt).toBe(minute(120));
  });
  it('is overdue once a running deadline is breached, and not any longer when it ends', () => {
    const breached = [...reported, happened('DeadlineBreached')];
    expect(rowAfter(...breached)).toMatchObject({ overdue: true, nextDueAt: minute(120) });
    expect(rowAfter(...breached, happened('CaseAccepted'))).toMatchObject({
      overdue: false,
      nextDueAt: minute(200),
    });
  });
  it('ends when it is declined, answered or handled on the spot', () => {
    expect(rowAfter(...reported, happened('CaseDeclined'))).toMatchObject({
      status: 'declined',
      open: false,
      deadlines: [],
    });
    expect(rowAfter(...reported, happened('CaseAnswered'))).toMatchObject({
      status: 'closed',
      closedAs: 'answered',
      category: 'question',
    });
    expect(rowAfter(...reported, happened('CaseHandledOnSpot'))).toMatchObject({
      status: 'closed',
      closedAs: 'on-the-spot',
      doneBy: ['li'],
    });
  });
  it('awaits a check when it was handled on the spot and drawn for one', () =>
    expect(rowAfter(...reported, happened('CaseHandledOnSpot', { check: true }))).toMatchObject({
      status: 'awaiting-check',
      open: true,
    }));
  it('takes in who joins, and remembers who withdrew', () => {
    const row = rowAfter(...reported, happened('RequesterJoined'), happened('RequesterWithdrew'));
    expect(row.requesters.map(({ requesterId, withdrawn }) => [requesterId, withdrawn ?? false])).toEqual([
      [id('ann'), true],
      [id('bob'), false],
    ]);
  });
  it('is searched by its words, people and codes, but not by who withdrew', () => {
    const texts = (...events: readonly CaseEvent[]): readonly string[] =>
      (cases.search?.values(rowAfter(...events)) ?? []).map(({ $pii }) => $pii.ct);
    expect(texts(...reported)).toEqual([
      ...['summary', 'door', 'name of ann', 'phone of ann', 'code of ann'],
    ]);
    expect(texts(...reported, happened('RequesterJoined'), happened('RequesterWithdrew'))).toEqual([
      'summary',
      'door',
      'name of bob',
      'phone of bob',
      'code of ann',
      'code of bob',
    ]);
  });
  it('has its place as one word', () => {
    expect(placeKeyOf({ compound: 'spring' })).toBe('spring//');
    expect(placeKeyOf({ compound: 'spring', building: 'b1', entrance: 'e2' })).toBe('spring/b1/e2');
  });
});

describe('an imported case', () => {
  it('keeps where it came from, and starts nothing', () =>
    expect(
      rowAfter(happened('CaseImported', { externalParent: 'SR-0' }), happened('ExternalNoteRecorded')),
    ).toMatchObject({
      status: 'reported',
      origin: 'chicago',
      externalId: 'SR-1',
      externalParent: 'SR-0',
      flags: { imported: true },
      deadlines: [],
      notes: 1,
    }));
  it('is archived where it was closed outside', () =>
    expect(rowAfter(happened('CaseImported', { outsideStatus: 'closed' }))).toMatchObject({
      status: 'archived',
      open: false,
    }));
});

describe('a dispatched case', () => {
  it('shows its order', () => {
    const row = rowAfter(...dispatched);
    expect(row).toMatchObject({
      status: 'dispatched',
      level: 'grid-branch',
      unit: 'grid-1',
      category: 'lighting',
    });
    expect(row.orders).toMatchObject([
      { workOrderId: id('lead'), part: 'lead', status: 'dispatched', offers: [], assigned: [] },
    ]);
    expect(row.deadlines.map(({ name, workOrderId }) => [name, workOrderId])).toEqual([
      ['acknowledgement', id('lead')],
      ['handling', undefined],
    ]);
  });
  it('goes back to filed when its lead order is returned', () => {
    const row = rowAfter(...dispatched, happened('WorkOrderReturned'));
    expect(row).toMatchObject({ status: 'filed', flags: { returned: 1 } });
    expect(row.deadlines.map(({ name }) => name)).toEqual(['handling']);
  });
  it('is not moved by supporting orders', () => {
    const support = {
      workOrderId: id('support'),
      part: 'support' as const,
      assignee: { kind: 'organisation' as const, organisation: 'repairs' },
    };
    const row = rowAfter(
      ...assigned,
      happened('WorkOrderDispatched', { order: support }),
      happened('WorkOrderReturned', { workOrderId: id('support') }),
    );
    expect(row.status).toBe('handling');
    expect(row.orders.map(({ status }) => status)).toEqual(['acknowledged', 'returned']);
  });
  it('asks of volunteers what its reassigning says, and otherwise what it asked before', () => {
    const [dispatch] = dispatched.slice(-1);
    const { need } = (dispatch?.data as { order: { need?: object } }).order;
    const to = { kind: 'volunteers' };
    const needOf = (of: object) =>
      rowAfter(...dispatched, happened('WorkOrderReassigned', of)).orders[0]?.need;
    expect([needOf({ to }), needOf({ to, need: { ...need, minutes: 20 } })]).toEqual([
      need,
      { ...need, minutes: 20 },
    ]);
  });
  it('names whoever it was reassigned to among its people', () =>
    expect(rowAfter(...dispatched, happened('WorkOrderReassigned')).people).toEqual(['clerk', 'li']));
});

describe('the lane of the board', () => {
  const inLane = (...events: readonly CaseEvent[]) => rowAfter(...events).lane;
  const toPost = happened('WorkOrderReassigned');
  const exhausted = happened('VolunteersExhausted', { reasons: [{ constraint: 'skill', count: 4 }] });

  it.each([
    ['none before it is accepted', reported, undefined],
    ['waiting, once accepted', accepted, 'waiting'],
    ['waiting, once filed', filed, 'waiting'],
    ['offers, while a seat of its order is free', offered, 'offers'],
    ['under way, when its seats are taken', assigned, 'under-way'],
    ['under way, when a post has it', [...dispatched, toPost], 'under-way'],
    ['offers, when a seat is free again', [...assigned, happened('VolunteerNoShow')], 'offers'],
    ['nobody, when no volunteer is left', [...offered, exhausted], 'nobody'],
    ['under way, when a post takes it from the desk', [...offered, exhausted, toPost], 'under-way'],
    ['returned, when its order came back', [...dispatched, happened('WorkOrderReturned')], 'returned'],
    ['none, when its result is in', done, undefined],
    ['none, once closed', closed, undefined],
    ['waiting, when it is reopened', [...closed, happened('CaseReopened')], 'waiting'],
  ] as const)('is %s', (_, events, lane) => expect(inLane(...events)).toBe(lane));

  it('comes with why nobody was found, and why the order came back', () => {
    expect(rowAfter(...offered, exhausted).orders[0]?.nobodyFound).toEqual([
      { constraint: 'skill', count: 4 },
    ]);
    expect(rowAfter(...dispatched, happened('WorkOrderReturned')).orders[0]?.returnedFor).toBe('not-ours');
  });
});

describe('a case of three parties', () => {
  const convened = [...filed, happened('JointResolutionConvened'), happened('PlanProposed')];

  it('shows which keys are turned on which version', () => {
    const row = rowAfter(...convened, happened('KeyTurned'));
    expect(row).toMatchObject({
      status: 'awaiting-keys',
      joint: { lock: 'shut', plan: { version: 1, costFen: 1_200_000 }, keys: [{ party: 'owners' }] },
    });
    expect(rowAfter(...convened, happened('LockOpened')).joint?.lock).toBe('open');
  });

  it('begins without one when it is reopened', () =>
    expect(rowAfter(...convened, happened('LockOpened'), happened('CaseReopened')).joint).toBeUndefined());
});

describe('an offered case', () => {
  it('has the volunteer among its people while they are asked', () => {
    expect(rowAfter(...offered).people).toContain(id('vera'));
    for (const said of ['OfferDeclined', 'OfferExpired', 'OfferWithdrawn'] as const)
      expect(rowAfter(...offered, happened(said)).people).not.toContain(id('vera'));
  });
  it('is handled from the first volunteer assigned', () => {
    const row = rowAfter(...assigned);
    expect(row.status).toBe('handling');
    expect(row.orders[0]?.offers).toMatchObject([
      { status: 'accepted', basis: 'offer', expiresAt: minute(90) },
    ]);
    expect(row.orders[0]?.assigned).toMatchObject([
      { volunteerId: id('vera'), status: 'assigned', bookingId: id('booking') },
    ]);
  });
  it('no longer counts who was released or did not come', () => {
    for (const left of ['VolunteerReleased', 'VolunteerNoShow'] as const)
      expect(
        rowAfter(...offered, happened('VolunteerAssigned'), happened(left)).orders[0]?.assigned[0]?.status,
      ).not.toBe('assigned');
  });
  it('lies on the desk when nobody is left to ask, until somebody is', () => {
    const exhausted = [...offered, happened('OfferDeclined'), happened('VolunteersExhausted')];
    expect(rowAfter(...exhausted).flags.exhausted).toBe(true);
    expect(rowAfter(...exhausted, happened('WorkOrderReassigned')).flags.exhausted).toBe(false);
    expect(
      rowAfter(...exhausted, happened('VolunteerOffered', { offerId: id('next') })).flags.exhausted,
    ).toBe(false);
  });
});

describe('an order for which nobody is left to ask', () => {
  const support = {
    ...{ workOrderId: id('support'), part: 'support' as const },
    assignee: { kind: 'volunteers' as const },
  };
  const both = [...offered, happened('WorkOrderDispatched', { order: support })];
  const exhausted = [...both, happened('VolunteersExhausted', { workOrderId: id('support') })];
  const nobodyFor = (...events: readonly CaseEvent[]) =>
    rowAfter(...events)
      .orders.filter(({ nobodyFound }) => nobodyFound !== undefined)
      .map(({ workOrderId }) => workOrderId);

  it('stays so while somebody is asked for another order', () => {
    const asked = [...exhausted, happened('VolunteerOffered', { offerId: id('next') })];
    expect(nobodyFor(...asked)).toEqual([id('support')]);
    expect(rowAfter(...asked)).toMatchObject({ flags: { exhausted: true }, lane: 'nobody' });
  });
  it('is so no longer once somebody is asked for it, or it is a post’s', () => {
    const of = { workOrderId: id('support') };
    for (const next of [
      happened('VolunteerOffered', { ...of, offerId: id('next') }),
      happened('WorkOrderReassigned', of),
    ]) {
      expect(nobodyFor(...exhausted, next)).toEqual([]);
      expect(rowAfter(...exhausted, next).flags.exhausted).toBe(false);
    }
  });
  it('lies on no desk any more once it is given back, whatever else is asked for', () => {
    const returned = [...exhausted, happened('WorkOrderReturned', { workOrderId: id('support') })];
    expect(rowAfter(...returned)).toMatchObject({ flags: { exhausted: false }, lane: 'offers' });
  });
});

describe('a handled case', () => {
  it('keeps who did the work among its people', () =>
    expect(rowAfter(...handled)).toMatchObject({
      status: 'awaiting-follow-up',
      doneBy: [id('vera')],
      people: expect.arrayContaining([id('vera')]) as unknown,
    }));
  it('lets its handling clock run on when it is reworked', () => {
    expect(rowAfter(...handled).deadlines.map(({ name }) => name)).toEqual(['follow-up']);
    const row = rowAfter(
      ...handled,
      happened('RequesterAnswered'),
      happened('ReworkOrdered', { because: 'follow-up' }),
    );
    expect(row).toMatchObject({ status: 'handling', flags: { reworked: 1 } });
    expect(row.deadlines.map(({ name }) => name)).toEqual(['handling']);
    expect(row.requesters[0]?.answered).toBeUndefined();
  });
  it('asks volunteers for another time, and their first visit is done', () => {
    const windows = [{ from: minute(600), to: minute(660) }];
    const need = {
      ...{ skills: [], interests: [], certificates: [], seats: 1, minutes: 60 },
      ...{ place: { compound: 'dawn-lane' }, windows: [{ from: minute(60), to: minute(120) }] },
    };
    const order = { workOrderId: id('lead'), part: 'lead', assignee: { kind: 'volunteers' }, need } as const;
    const visited = [
      ...[...filed, happened('WorkOrderDispatched', { order }), happened('VolunteerOffered')],
      ...[happened('OfferAccepted'), happened('VolunteerAssigned'), happened('ResultReported')],
      happened('VolunteerReleased', { reason: 'rework-ordered' }),
    ];
    const row = rowAfter(...visited, happened('ReworkOrdered', { windows }));
    expect(row.orders).toMatchObject([
      { status: 'handling', need: { ...need, windows }, assigned: [{ status: 'done' }] },
    ]);
    expect(rowAfter(...visited, happened('ReworkOrdered')).orders[0]?.need).toEqual(need);
  });
  it('counts an attempt on the day it was made, whenever it was written down', () => {
    const [attempt] = recorded(`case-${caseId}`, [...handled, happened('ContactAttempted')]).slice(-1);
    const row = cases.evolve(rowAfter(...handled), { ...attempt!, occurredAt: minute(1) }, caseId);
    expect(row?.requesters[0]?.attempts).toEqual([minute(1)]);
  });

  it('remembers attempts, answers and follow-ups per requester', () => {
    const row = rowAfter(
      ...handled,
      happened('ContactAttempted'),
      happened('FollowUpRecorded', { outcome: 'not-reached' }),
      happened('RequesterAnswered'),
      happened('FollowUpRecorded'),
    );
    expect(row.requesters[0]).toMatchObject({
      attempts: [minute(handled.length), minute(handled.length + 1)],
      answered: { subjectOf: 'result', at: minute(handled.length + 2) },
      followUp: { outcome: 'reached', solved: true, outcomeScore: 5, at: minute(handled.length + 3) },
    });
  });
});

describe('a closed case', () => {
  it('is no longer open and runs nothing', () =>
    expect(rowAfter(...closed)).toMatchObject({
      status: 'closed',
      open: false,
      closedAs: 'solved',
      deadlines: [],
      overdue: false,
    }));
  it('begins a round when it is reopened', () => {
    const row = rowAfter(...closed, happened('ReopeningRequested'), happened('CaseReopened'));
    expect(row).toMatchObject({
      status: 'filed',
      open: true,
      round: 2,
      accountablePerson: 'wen',
      flags: { reopened: 1 },
    });
    expect(row.closedAs).toBeUndefined();
    expect(row.requesters[0]?.followUp).toBeUndefined();
    expect(row.nextDueAt).toBe(minute(9000));
  });
  it('counts nobody among its doers for an order of the round before', () => {
    const again = [...closed, happened('CaseReopened')];
    expect(rowAfter(...again, happened('WorkOrderAcknowledged')).doers).toEqual([]);
  });
  it('is not moved any more by orders of the round before', () =>
    expect(rowAfter(...closed, happened('CaseReopened'), happened('WorkOrderAcknowledged')).status).toBe(
      'filed',
    ));
});

describe('any history', () => {
  const orders = ['lead', 'second', 'support'] as const;
  const step = record({
    type: constantFrom(...(Object.keys(examples) as CaseEventType[])),
    order: constantFrom(...orders),
    offer: constantFrom('one', 'two'),
    person: constantFrom('ann', 'bob'),
    round: integer({ min: 1, max: 3 }),
    yes: boolean(),
    due: option(constantFrom(120, 300, 5000), { nil: undefined }),
  });
  type Step = typeof step extends { generate: (...args: never[]) => { value: infer S } } ? S : never;

  const eventOf = ({ type, order, offer, person, round, yes, due }: Step): CaseEvent => {
    const example: Record<string, unknown> = { ...examples[type] };
    const name = constantNames[due ?? 0];
    const replaced: Record<string, unknown> = {
      workOrderId: yes || type !== 'ReworkOrdered' ? id(order) : undefined,
      offerId: id(offer),
      requesterId: id(person),
      round,
      check: yes,
      supervised: yes,
      outcome: type === 'FollowUpRecorded' ? (yes ? 'reached' : 'not-reached') : example['outcome'],
      order: {
        ...(example['order'] as object | undefined),
        workOrderId: id(order),
        part: order === 'support' ? 'support' : 'lead',
      },
      deadlines: due === undefined || name === undefined ? [] : [deadline(name, due)],
    };
    for (const key of Object.keys(replaced)) if (key in example) example[key] = replaced[key];
    return { type, data: example } as unknown as CaseEvent;
  };
  const constantNames: Readonly<Record<number, 'acceptance' | 'acknowledgement' | 'handling'>> = {
    120: 'acceptance',
    300: 'acknowledgement',
    5000: 'handling',
  };

  const isLater = ({ type }: Step): boolean => type !== 'CaseReported' && type !== 'CaseImported';
  /** Each reopening begins the next round. */
  const inRounds = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
    let round = 1;
    return events.map((event) =>
      event.type === 'CaseReopened'
        ? happened('CaseReopened', { ...event.data, round: (round += 1) })
        : event,
    );
  };
  const stateAfter = (events: readonly CaseEvent[]): ReportedCase => {
    const state = recorded(`case-${caseId}`, events).reduce(
      (before, { recordedAt, occurredAt }, i) =>
        caseDecider.evolve(before, events[i] as CaseEvent, {
          recordedAt,
          occurredAt,
          by: service('dispatch'),
        }),
      caseDecider.initialState,
    );
    return state as ReportedCase;
  };

  it('has the status, deadlines, orders and requesters that the decider sees', () => {
    assert(
      property(arrayOf(step, { maxLength: 40 }), (steps) => {
        const events = [happened('CaseReported'), ...inRounds(steps.filter(isLater).map(eventOf))];
        const row = rowAfter(...events);
        const state = stateAfter(events);
        expect(row.status).toBe(state.status);
        expect(row.deadlines).toEqual(state.deadlines);
        expect(row.stopped).toEqual(state.stopped);
        expect([row.accountablePost, row.accountablePerson]).toEqual([
          state.accountable.post,
          state.accountable.person,
        ]);
        expect([row.category, row.urgency, row.unit, row.level]).toEqual([
          state.category,
          state.urgency,
          state.unit,
          state.level,
        ]);
        expect(row.closedAs).toEqual(state.closedAs);
        expect(
          row.orders
            .filter((each) => each.round === row.round)
            .map((each) => [each.workOrderId, each.status]),
        ).toEqual(currentRound(state).orders.map((each) => [each.workOrderId, each.status]));
        expect(row.flags).toMatchObject(state.flags);
        expect(
          row.requesters.map(({ withdrawn, attempts, answered, followUp }) => [
            withdrawn ?? false,
            attempts,
            answered?.subjectOf,
            followUp?.outcome,
          ]),
        ).toEqual(
          state.requesters.map(({ withdrawn, attempts, answered, followUp }) => [
            withdrawn,
            attempts,
            answered,
            followUp?.outcome,
          ]),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('an urgent case', () => {
  const urgent = happened('CaseReported', { urgency: 'urgent' });
  const alertOf = (...events: readonly CaseEvent[]) => rowAfter(...events).alertedAt;

  it('is an alert from its report on, or from when it is accepted as urgent', () => {
    expect(alertOf(urgent)).toBe(rowAfter(urgent).reportedAt);
    expect(alertOf(...reported)).toBeUndefined();
    expect(alertOf(...reported, happened('CaseAccepted', { urgency: 'urgent' }))).toBe(minute(1));
  });

  it('is none once somebody has it in hand, and accepting it does not bring that back', () => {
    const safe = [urgent, happened('SafetyMeasureTaken')];
    expect(alertOf(...safe)).toBeUndefined();
    expect(alertOf(...safe, happened('CaseAccepted', { urgency: 'urgent' }))).toBeUndefined();
    expect(alertOf(urgent, happened('CaseDeclined'))).toBeUndefined();
  });
});

describe('a case whose report was corrected', () => {
  const amended = (fields: object) => happened('ReportAmended', { fields });
  const saying = (ct: string) => ({ $pii: { kid: 'k', ct }, $at: 'amendment#/p' });

  it('goes by the corrected category and urgency, and is an alert from then on, or no longer', () => {
    const urgent = rowAfter(...reported, amended({ category: 'lift', urgency: 'urgent' }));
    expect(urgent).toMatchObject({ category: 'lift', urgency: 'urgent', flags: { urgent: true } });
    expect(urgent.alertedAt).toBe(urgent.updatedAt);
    const alarm = happened('CaseReported', { urgency: 'urgent' });
    expect(rowAfter(alarm, amended({ confidential: true })).alertedAt).toBe(rowAfter(alarm).alertedAt);
    const calmed = rowAfter(alarm, amended({ urgency: 'normal' }));
    expect(calmed).toMatchObject({ urgency: 'normal', flags: { urgent: false } });
    expect(calmed.alertedAt).toBeUndefined();
  });

  it('is searched by the corrected phone of a requester, not by the one before', () => {
    const subject = { subjectId: id('subject'), phone: saying('corrected phone') };
    const row = rowAfter(...reported, amended({ requester: { subject, callBack: true } }));
    const texts = (cases.search?.values(row) ?? []).map(({ $pii }) => $pii.ct);
    expect(texts).toEqual(['summary', 'door', 'name of ann', 'corrected phone', 'code of ann']);
    expect(row.requesters[0]?.callBack).toBe(true);
  });
});

describe('a key that is awaited past its time', () => {
  const awaited = [...filed, happened('JointResolutionConvened'), happened('PlanProposed')];
  const late = [...awaited, happened('KeyOverdue')];

  it('is a fact on the row, until the clock of the party begins anew', () => {
    expect(rowAfter(...awaited).keyOverdue).toBe(false);
    expect(rowAfter(...late).keyOverdue).toBe(true);
    expect(rowAfter(...late, happened('PlanProposed', { version: 2 })).keyOverdue).toBe(false);
    expect(rowAfter(...late, happened('JointResolutionFailed')).keyOverdue).toBe(false);
  });
});

describe('a merged case', () => {
  it('is open no more and leads to the case that goes on', () =>
    expect(rowAfter(...assigned, happened('CaseMerged'))).toMatchObject({
      ...{ status: 'merged', open: false, mergedInto: id('other') },
      orders: [{ status: 'ended' }],
    }));
});
