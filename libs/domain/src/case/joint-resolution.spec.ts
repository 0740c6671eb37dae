import type { Refusal } from '../refusals';
import { sentenceOf } from '../refusals';
import type { CaseEvent } from './case.events';
import * as a from './case.fixtures';
import { given, told } from './case.fixtures';
import type { CaseCommand } from './case.commands';
import type { ReportedCase } from './case.state';
import { later } from './clocks';
import { liveDeadlines } from './openings';

const filed = [
  a.caseReported({ category: 'wall-plaster' }),
  a.caseAccepted({ category: 'wall-plaster' }),
  a.caseFiled(),
];
const convened = [...filed, a.jointResolutionConvened()];
const proposed = [...convened, a.planProposed()];
const twoKeys = [...proposed, a.keyTurned('branch'), a.keyTurned('owners')];
const open = [...twoKeys, a.keyTurned('property'), a.lockOpened()];
const dispatched = [...open, a.workOrderDispatched()];
const handling = [...dispatched, a.workOrderAcknowledged()];
const fromFund = a.planProposed({ plan: { ...a.plan, source: 'maintenance-fund' } });
const recordedBy = { person: 'clerk', channel: 'visit' as const, minutes: 'minutes-7' };
const sheet = { channel: 'visit' as const, minutes: 'minutes-7' };

describe('three parties of a compound', () => {
  it('are convened by staff, each with a clock of its own; the dispatch clock has done its work', () => {
    const when = given(...filed).when(a.conveneJointResolution());
    when.thenRecords(a.jointResolutionConvened());
    expect(when.state()).toMatchObject({ status: 'awaiting-keys', deadlines: [] });
  });

  it('are those that the register of the compound names, where it names some', () => {
    const spring = { ...a.caseRules.compounds['spring']!, parties: { owners: { standIns: [] } } };
    const rules = { ...a.caseRules, compounds: { ...a.caseRules.compounds, spring } };
    given(...filed)
      .when(a.conveneJointResolution(), { rules })
      .thenRecords(a.jointResolutionConvened({ parties: ['owners'], keyDeadlines: [a.keyClock('owners')] }));
  });

  it('are not convened about a neighbours’ dispute', () =>
    given(a.caseReported({ category: 'noise' }), a.caseAccepted({ category: 'noise' }), a.caseFiled())
      .when(a.conveneJointResolution())
      .thenRefuses('NeedsMediation'));

  it('get a plan, version by version', () => {
    given(...convened)
      .when(a.proposePlan())
      .thenRecords(a.planProposed());
    given(...proposed)
      .when(a.proposePlan({ version: 3 }))
      .thenRefuses('PlanVersionNotNext');
    given(...filed)
      .when(a.proposePlan())
      .thenRefuses('NoJointResolution');
  });

  it('have no work done before their lock is open', () => {
    given(...filed)
      .when(a.dispatchWorkOrder())
      .thenRefuses('NeedsThreeKeys');
    given(...proposed)
      .when(a.dispatchWorkOrder())
      .thenRefuses('CommandNotInStatus');
  });

  it('make the place safe whatever they think of it', () =>
    given(...proposed)
      .when(a.takeSafetyMeasure())
      .thenRecords(a.safetyMeasureTaken()));
});

describe('a key', () => {
  it('is turned by its holder, on the plan as it is stored', () =>
    given(...proposed)
      .when(a.turnKey('branch'), { by: a.keyHolder('branch') })
      .thenRecords(a.keyTurned('branch')));

  it('that is the last one opens the lock, and somebody has to be given the work', () => {
    const when = given(...twoKeys).when(a.turnKey('property'), { by: a.keyHolder('property') });
    when.thenRecords(a.keyTurned('property'), a.lockOpened());
    expect(when.state().status).toBe('filed');
  });

  it('is turned once', () =>
    given(...twoKeys)
      .when(a.turnKey('branch'), { by: a.keyHolder('branch') })
      .thenNothingNew());

  it('is not turned by anybody else', () => {
    given(...proposed)
      .when(a.turnKey('owners', { holder: 'wuye-2' }), { by: a.keyHolder('property') })
      .thenRefuses('NotTheKeyHolder');
    given(...proposed)
      .when(a.turnKey('owners', { sheet }), { by: a.keyHolder('property') })
      .thenRefuses('NotTheKeyHolder');
    given(...proposed)
      .when(a.turnKey('owners'))
      .thenRefuses('SignedSheetMissing');
  });

  it('is written down by nobody who has a hand in the same lock, whatever role they have beside it', () => {
    const by = { id: a.keyHolders.branch, role: 'grid-worker' as const };
    for (const when of [
      given(...proposed, a.keyTurned('branch')).when(a.turnKey('owners', { sheet }), { by }),
      given(...proposed).when(a.turnKey('owners', { sheet }), { by }),
      given(...proposed).when(a.refuseKey('owners', { sheet }), { by }),
      given(...proposed, a.keyTurned('owners')).when(a.takeKeyBack('owners', { sheet }), { by }),
    ])
      when.thenRefuses('NotTheKeyHolder');
    const standIn = { id: 'gao', role: 'courtyard-head' as const };
    given(...proposed, a.standInAppointed())
      .when(a.turnKey('branch', { sheet }), { by: standIn })
      .thenRefuses('NotTheKeyHolder');
  });

  it('is written down by nobody who has turned one on an earlier version', () => {
    const left = { id: 'zhi-before', role: 'grid-worker' as const };
    given(...proposed, a.keyTurned('branch', { holder: left.id }), a.planProposed({ version: 2 }))
      .when(a.turnKey('owners', { version: 2, sheet }), { by: left })
      .thenRefuses('NotTheKeyHolder');
  });

  it('is turned by nobody who has written down another party’s', () => {
    const written = a.keyTurned('branch', { recordedBy: { ...recordedBy, person: 'gao' } });
    given(...proposed, written, a.standInAppointed())
      .when(a.turnKey('owners', { holder: 'gao' }), { by: { id: 'gao', role: 'courtyard-head' } })
      .thenRefuses('NotTheKeyHolder');
  });

  it('is written down by staff from a signed sheet', () =>
    given(...proposed)
      .when(a.turnKey('owners', { sheet }))
      .thenRecords(a.keyTurned('owners', { recordedBy })));

  it('is not turned on another version than the one on the table', () => {
    given(...twoKeys, a.planProposed({ version: 2 }))
      .when(a.turnKey('property'), { by: a.keyHolder('property') })
      .thenRefuses('PlanNotCurrent');
    given(...convened)
      .when(a.turnKey('property'), { by: a.keyHolder('property') })
      .thenRefuses('PlanNotCurrent');
  });

  it('counts on the version it was turned on: a new one gives every key back', () => {
    const second = [...twoKeys, a.planProposed({ version: 2 })];
    const when = given(...second).when(a.turnKey('property', { version: 2 }), {
      by: a.keyHolder('property'),
    });
    when.thenRecords(a.keyTurned('property', { version: 2 }));
    expect(when.state().rounds[0].joint?.keys).toHaveLength(1);
  });

  it('is the only one of a person on a version', () => {
    const both = a.standInAppointed({ person: 'zhi' });
    given(...proposed, both, a.keyTurned('branch'))
      .when(a.turnKey('owners', { holder: 'zhi' }), { by: a.keyHolder('branch') })
      .thenRefuses('PersonTurnedAnotherKey');
  });

  it('is refused with a reason, also after it was turned', () => {
    given(...twoKeys)
      .when(a.refuseKey('owners'), { by: a.keyHolder('owners') })
      .thenRecords(a.keyRefused('owners'));
    given(...twoKeys)
      .when(a.refuseKey('owners', { reason: 'mood' }), { by: a.keyHolder('owners') })
      .thenRefuses('GroundNotInPolicy');
    given(...twoKeys, a.keyRefused('owners'))
      .when(a.turnKey('property'), { by: a.keyHolder('property') })
      .thenTypes('KeyTurned');
  });

  it('is taken back by who turned it, and its clock begins anew', () =>
    given(...twoKeys)
      .when(a.takeKeyBack('owners'), { by: a.keyHolder('owners'), now: a.hours(5) })
      .thenRecords(a.keyTakenBack('owners', { keyDeadlines: [a.keyClock('owners', a.hours(5))] })));

  it('names who asked for the link by which it was turned, and is taken back as one that staff wrote down', () => {
    const byLink = given(...proposed).when(a.turnKey('owners', { linkedBy: 'clerk' }), {
      by: a.keyHolder('owners'),
    });
    byLink.thenRecords(a.keyTurned('owners', { linkedBy: 'clerk' }));
    given(...proposed, a.keyTurned('owners', { holder: 'gao', linkedBy: 'clerk' }))
      .when(a.takeKeyBack('owners'), { by: a.keyHolder('owners') })
      .thenRecords(a.keyTakenBack('owners', { because: 'objection' }));
  });

  it('is not turned by a link that another party’s holder has asked for', () =>
    given(...proposed)
      .when(a.turnKey('owners', { linkedBy: a.keyHolders.branch }), { by: a.keyHolder('owners') })
      .thenRefuses('NotTheKeyHolder'));

  it('that staff wrote down is taken back by the party’s objection', () => {
    const recorded = a.keyTurned('owners', { holder: 'gao', recordedBy });
    given(...proposed, recorded)
      .when(a.takeKeyBack('owners'), { by: a.keyHolder('owners') })
      .thenRecords(a.keyTakenBack('owners', { because: 'objection' }));
    given(...proposed, a.keyTurned('owners', { holder: 'gao' }))
      .when(a.takeKeyBack('owners'), { by: a.keyHolder('owners') })
      .thenRefuses('NotTheKeyHolder');
    given(...proposed)
      .when(a.takeKeyBack('owners'), { by: a.keyHolder('owners') })
      .thenRefuses('KeyNotTurned');
  });

  it('that nobody turned in time is told once, by the timer', () => {
    given(...proposed)
      .when(a.recordKeyOverdue('owners'), { now: a.hours(72) })
      .thenTypes('KeyOverdue', 'CaseEscalated');
    given(...proposed)
      .when(a.recordKeyOverdue('owners'), { now: a.hours(71) })
      .thenNothingNew();
    given(...twoKeys)
      .when(a.recordKeyOverdue('owners'), { now: a.hours(72) })
      .thenNothingNew();
    given(...proposed, a.keyOverdue('owners'))
      .when(a.recordKeyOverdue('owners'), { now: a.hours(73) })
      .thenNothingNew();
  });
});

describe('an overdue key', () => {
  const withTheSecretary: CaseEvent = {
    type: 'AccountabilityTransferred',
    data: { from: a.atDesk, to: { post: 'secretary', person: 'shu' }, reason: 'workload' },
  };
  const at = { now: a.hours(72) };
  const climbed = a.caseEscalated({
    to: { level: 'community', unit: 'home', post: 'desk', person: 'clerk' },
    reason: 'key-overdue',
    deadlines: [a.clock('escalation', a.hours(72))],
  });

  it('escalates to the community, which answers for it from then on, with a time of its own', () => {
    const when = given(...proposed, withTheSecretary).when(a.recordKeyOverdue('owners'), at);
    expect(when.result).toMatchObject([
      { type: 'KeyOverdue' },
      climbed,
      { type: 'AccountabilityTransferred' },
    ]);
    expect(when.state()).toMatchObject({ status: 'awaiting-keys', level: 'community', unit: 'home' });
  });

  it('turns nobody’s key, and climbs no second time: the next one finds it there', () => {
    const there = [...proposed, a.keyOverdue('owners'), climbed];
    const when = given(...there).when(a.recordKeyOverdue('branch'), at);
    when.thenRecords(a.keyOverdue('branch'));
    expect(when.state()).toMatchObject({ rounds: [{ joint: { lock: 'shut', keys: [] } }] });
  });

  it('climbs from as many of them on as the policy says', () => {
    const { policy } = a.caseRules;
    const jointResolution = { ...policy.jointResolution, climbsFrom: 2 };
    const rules = { ...a.caseRules, policy: { ...policy, jointResolution } };
    given(...proposed)
      .when(a.recordKeyOverdue('owners'), { ...at, rules })
      .thenRecords(a.keyOverdue('owners'));
    given(...proposed, a.keyOverdue('owners'))
      .when(a.recordKeyOverdue('branch'), { ...at, rules })
      .thenTypes('KeyOverdue', 'CaseEscalated');
  });

  it('stays where it is where the matter is urgent, or nobody is there to take it', () => {
    const { organisation } = a.caseRules;
    const rules = { ...a.caseRules, organisation: { ...organisation, posts: {} } };
    given(...proposed)
      .when(a.recordKeyOverdue('owners'), { ...at, rules })
      .thenRecords(a.keyOverdue('owners'));
    const urgent = { category: 'lift', urgency: 'urgent' as const };
    given(
      a.caseReported(urgent),
      a.caseAccepted(urgent),
      a.caseFiled(),
      a.jointResolutionConvened(),
      a.planProposed(),
    )
      .when(a.recordKeyOverdue('owners'), at)
      .thenRecords(a.keyOverdue('owners'));
  });
});

describe('the place under a lock', () => {
  it.each([
    ['awaited', proposed],
    ['turned', handling],
  ])('is not moved to another compound while its keys are %s', (_what, history) => {
    given(...history)
      .when(a.amendReport({ fields: { place: { compound: 'autumn' } } }))
      .thenRefuses('PlaceUnderLock');
    given(...history)
      .when(a.amendReport({ fields: { place: { compound: 'spring', building: 'b2' } } }))
      .thenTypes('ReportAmended');
  });

  it('is moved before the parties are convened, and once their resolution has failed', () => {
    for (const history of [filed, [...proposed, a.jointResolutionFailed()]])
      given(...history)
        .when(a.amendReport({ fields: { place: { compound: 'autumn' } } }))
        .thenTypes('ReportAmended');
  });
});

describe('a stand-in', () => {
  it('is appointed in the order that is data, and turns the key instead of the holder', () => {
    given(...proposed)
      .when(a.appointStandIn())
      .thenRecords(a.standInAppointed());
    given(...proposed, a.standInAppointed())
      .when(a.turnKey('owners', { holder: 'gao' }), { by: { id: 'gao', role: 'courtyard-head' } })
      .thenTypes('KeyTurned');
    given(...proposed, a.standInAppointed())
      .when(a.turnKey('owners'), { by: a.keyHolder('owners') })
      .thenRefuses('NotTheKeyHolder');
  });

  it('stands in until its term is over', () =>
    given(...proposed, a.standInAppointed())
      .when(a.turnKey('owners'), { by: a.keyHolder('owners'), now: a.days(30) })
      .thenTypes('KeyTurned'));

  it('stands in for nobody where the case was moved to another compound since', () => {
    const moved = a.reportAmended({ fields: { place: { compound: 'autumn' } } });
    const there = { parties: ['owners', 'property'] as const };
    const inAutumn = [
      ...[...proposed, a.standInAppointed(), a.jointResolutionFailed(), moved],
      ...[a.jointResolutionConvened({ parties: [...there.parties] }), a.planProposed({ version: 2 })],
    ];
    given(...inAutumn)
      .when(a.turnKey('owners', { version: 2, holder: 'gao' }), {
        by: { id: 'gao', role: 'courtyard-head' },
      })
      .thenRefuses('NotTheKeyHolder');
    given(...inAutumn)
      .when(a.turnKey('owners', { version: 2 }), { by: a.keyHolder('owners') })
      .thenTypes('KeyTurned');
    const back = [
      ...[...proposed, a.standInAppointed(), a.jointResolutionFailed()],
      a.reportAmended({ fields: { place: { compound: 'spring', building: 'b2' } } }),
    ];
    given(...back, a.jointResolutionConvened(), a.planProposed({ version: 2 }))
      .when(a.turnKey('owners', { version: 2, holder: 'gao' }), {
        by: { id: 'gao', role: 'courtyard-head' },
      })
      .thenTypes('KeyTurned');
  });

  it('is passed over only by name', () => {
    given(...proposed)
      .when(a.appointStandIn({ person: 'lou' }))
      .thenRefuses('StandInOutOfTurn');
    const passedOver = [{ person: 'gao', basis: 'conflicted' }];
    given(...proposed)
      .when(a.appointStandIn({ person: 'lou', passedOver }))
      .thenRecords(a.standInAppointed({ person: 'lou', passedOver }));
  });

  it.each([
    ['lou', 'Before this person comes gao'],
    ['li', `in their order: ${a.standInsOfOwners.join(', ')}`],
  ])('instead of %s is named by the refusal', (person, words) => {
    const { result } = given(...proposed).when(a.appointStandIn({ person }));
    expect(sentenceOf(result as Refusal).en).toContain(words);
  });

  it('comes from a kind of post that the policy names, where the compound has nobody left', () => {
    const passedOver = a.standInsOfOwners.map((person) => ({ person, basis: 'absent' }));
    given(...proposed)
      .when(a.appointStandIn({ person: 'su', passedOver }))
      .thenTypes('StandInAppointed');
  });

  it.each([
    ['nobody of the order', { person: 'li' }, 'NotAStandIn'],
    ['for a term that is over', { until: a.theStart }, 'TermIsOver'],
    ['for no reason', { basis: 'mood' }, 'GroundNotInPolicy'],
  ] as const)('is not %s', (_what, data, code) =>
    given(...proposed)
      .when(a.appointStandIn(data))
      .thenRefuses(code),
  );
});

describe('an open lock', () => {
  it('lets the work begin', () =>
    given(...open)
      .when(a.dispatchWorkOrder())
      .thenTypes('WorkOrderDispatched'));

  it('is of its round: a reopened case needs its keys anew', () =>
    given(...open, a.caseReopened({ round: 2 }))
      .when(a.dispatchWorkOrder())
      .thenRefuses('NeedsThreeKeys'));

  it('shuts again with a new version, a refusal and a key that is taken back', () => {
    const by = a.keyHolder('property');
    const ways = [
      given(...handling).when(a.proposePlan({ version: 2 })),
      given(...handling).when(a.refuseKey('property'), { by }),
      given(...handling).when(a.takeKeyBack('property'), { by }),
    ];
    for (const when of ways) {
      expect(when.state().status).toBe('awaiting-keys');
      expect(when.state().deadlines.map(({ name }) => name)).not.toContain('handling');
    }
  });

  it('asks nobody while it is shut again, and looks for others in place of who could not come meanwhile', () => {
    const order = a.toVolunteers(1, 2);
    const second = { offerId: a.id(302), volunteerId: a.id(402) };
    const searching = [
      ...[...open, a.workOrderDispatched({ order })],
      ...[a.volunteerOffered(), a.offerAccepted(), a.volunteerAssigned(), a.volunteerOffered(second)],
    ];
    const withdrawn = a.offerWithdrawn({ ...second, reason: 'keys-awaited' });
    for (const [command, by, type] of [
      [a.proposePlan({ version: 2 }), a.clerk, 'PlanProposed'],
      [a.refuseKey('owners'), a.keyHolder('owners'), 'KeyRefused'],
      [a.takeKeyBack('owners'), a.keyHolder('owners'), 'KeyTakenBack'],
    ] as const) {
      const when = given(...searching).when(command, { by });
      when.thenTypes('OfferWithdrawn', type);
      expect(when.events[0]).toEqual(withdrawn);
    }
    const shut = [...searching, withdrawn, a.keyTakenBack('owners')];
    const turned = (now: string) =>
      given(...shut).when(a.turnKey('owners'), { by: a.keyHolder('owners'), now });
    turned(a.hours(11)).thenTypes('KeyTurned', 'LockOpened');
    const late = turned(a.hours(12));
    late.thenTypes('KeyTurned', 'VolunteerReleased', 'LockOpened');
    expect(late.events[1]).toMatchObject(a.volunteerReleased({ reason: 'keys-awaited' }));
    expect(late.state().status).toBe('handling');
  });

  it('withdraws what is asked where the parties are convened about work under way', () =>
    given(
      ...[a.caseReported(), a.caseAccepted(), a.caseFiled()],
      ...[
        a.workOrderDispatched({ order: a.toVolunteers(1, 2) }),
        ...[a.volunteerOffered(), a.offerAccepted(), a.volunteerAssigned()],
        a.volunteerOffered({ offerId: a.id(302), volunteerId: a.id(402) }),
      ],
    )
      .when(a.conveneJointResolution())
      .thenTypes('OfferWithdrawn', 'JointResolutionConvened'));

  it('lets suspended work go on where it was, with the time that was left', () => {
    const taken = told(a.keyTakenBack('property'), a.hours(10));
    const when = given(...handling, taken).when(a.turnKey('property'), {
      by: a.keyHolder('property'),
      now: a.hours(34),
    });
    when.thenTypes('KeyTurned', 'LockOpened');
    expect(when.state().status).toBe('handling');
    expect(liveDeadlines(when.state())).toMatchObject([{ name: 'handling', dueAt: a.hours(72 + 24) }]);
    const asked = given(...dispatched, taken).when(a.turnKey('property'), { by: a.keyHolder('property') });
    expect(asked.state().status).toBe('dispatched');
  });

  it('does not pay for more than was agreed', () => {
    given(...handling)
      .when(a.reportResult({ costFen: 1_200_001 }))
      .thenRefuses('CostAbovePlan');
    given(...handling)
      .when(a.reportResult({ costFen: 1_200_000 }))
      .thenTypes('ResultReported');
  });
});

describe('an objection once a result is there', () => {
  const by = a.keyHolder('property');
  const behindSheet = [
    ...[...twoKeys, a.keyTurned('property', { recordedBy }), a.lockOpened()],
    ...[a.workOrderDispatched(), a.workOrderAcknowledged()],
  ];
  const reported = [...behindSheet, a.resultReported()];
  const handled = [...reported, a.resultChecked(), a.caseHandled()];
  const taken = (interrupts: 'awaiting-check' | 'awaiting-follow-up') =>
    a.keyTakenBack('property', {
      ...{ because: 'objection', interrupts },
      keyDeadlines: [a.keyClock('property', a.hours(10))],
    });
  const resting = [...reported, told(taken('awaiting-check'), a.hours(10))];
  const unheard = [...handled, told(taken('awaiting-follow-up'), a.hours(10))];

  it.each([
    ['awaiting-check', reported],
    ['awaiting-follow-up', handled],
  ] as const)('takes back a key that staff wrote down, and what is %s rests', (status, history) => {
    const when = given(...history).when(a.takeKeyBack('property'), { by, now: a.hours(10) });
    when.thenRecords(taken(status));
    expect(when.state()).toMatchObject({ status: 'awaiting-keys', deadlines: [] });
  });

  it.each([
    ['awaiting-check', reported],
    ['awaiting-follow-up', handled],
  ] as const)('takes back no key that its holder turned in person, %s', (_status, history) => {
    given(...history)
      .when(a.takeKeyBack('branch'), { by: a.keyHolder('branch') })
      .thenRefuses('ResultIsThere');
    given(...history)
      .when(a.refuseKey('property'), { by })
      .thenRefuses('CommandNotInStatus');
  });

  it('lets nobody check the result or ask about it while the lock is shut', () => {
    given(...resting)
      .when(a.checkResult(), { by: a.dispatcher })
      .thenRefuses('CommandNotInStatus');
    for (const command of [a.recordFollowUp(), a.closeCase()])
      given(...unheard)
        .when(command)
        .thenRefuses('CommandNotInStatus');
  });

  it('lets the check go on once the keys are there again, with the time that was left', () => {
    const when = given(...resting).when(a.turnKey('property'), { by, now: a.hours(34) });
    when.thenTypes('KeyTurned', 'LockOpened');
    expect(when.state().status).toBe('awaiting-check');
    expect(liveDeadlines(when.state())).toMatchObject([{ name: 'handling', dueAt: a.hours(72 + 24) }]);
  });

  it('lets the follow-up go on with its whole time, and the work stay done', () => {
    const when = given(...unheard).when(a.turnKey('property'), { by, now: a.hours(34) });
    when.thenTypes('KeyTurned', 'LockOpened');
    expect(when.state()).toMatchObject({
      status: 'awaiting-follow-up',
      deadlines: [a.clock('follow-up', a.hours(34))],
      stopped: [{ name: 'handling' }],
    });
  });

  it('lets it go on also behind another version of the plan', () => {
    const second = [
      a.planProposed({ version: 2 }),
      ...[a.keyTurned('branch', { version: 2 }), a.keyTurned('owners', { version: 2 })],
    ];
    const when = given(...resting, ...second).when(a.turnKey('property', { version: 2 }), { by });
    expect(when.state().status).toBe('awaiting-check');
  });

  it('leaves what was turned in person where it is, also while the result rests', () => {
    for (const command of [a.takeKeyBack('branch'), a.refuseKey('branch')])
      for (const history of [resting, unheard])
        given(...history)
          .when(command, { by: a.keyHolder('branch') })
          .thenRefuses('ResultIsThere');
    given(...resting)
      .when(a.refuseKey('property'), { by })
      .thenTypes('KeyRefused');
    const second = [...resting, a.planProposed({ version: 2 })];
    given(...second)
      .when(a.refuseKey('branch', { version: 2 }), { by: a.keyHolder('branch') })
      .thenTypes('KeyRefused');
    given(...second, a.keyTurned('branch', { version: 2, recordedBy }))
      .when(a.takeKeyBack('branch', { version: 2 }), { by: a.keyHolder('branch') })
      .thenTypes('KeyTakenBack');
  });

  it('is made once of what a link has turned: who turns it again has done so in person', () => {
    const byLink = a.keyTurned('property', { linkedBy: 'clerk' });
    const again = [...resting, byLink, told(a.lockOpened({ resumes: 'awaiting-check' }), a.hours(12))];
    const back = given(...again).when(a.takeKeyBack('property'), { by });
    back.thenRefuses('ResultIsThere');
    const [round] = back.state().rounds;
    expect(round.joint?.keys.at(-1)).toMatchObject({
      party: 'property',
      recorded: false,
      writtenBy: 'clerk',
    });
    const forged = a.keyTurned('property', { recordedBy });
    given(...resting, forged, a.lockOpened({ resumes: 'awaiting-check' }))
      .when(a.takeKeyBack('property'), { by })
      .thenTypes('KeyTakenBack');
  });

  it('is of whoever holds the party’s key now', () => {
    const byGao = a.keyTurned('property', { holder: 'gao', linkedBy: 'clerk' });
    const before = [...twoKeys, byGao, a.lockOpened(), a.workOrderDispatched(), a.workOrderAcknowledged()];
    const gao = { id: 'gao', role: 'key-holder' as const };
    const back = a.takeKeyBack('property', { holder: 'gao' });
    given(...before)
      .when(back, { by: gao })
      .thenTypes('KeyTakenBack');
    given(...before, a.resultReported())
      .when(back, { by: gao })
      .thenRefuses('NotTheKeyHolder');
    given(...before, a.resultReported())
      .when(a.takeKeyBack('property'), { by })
      .thenTypes('KeyTakenBack');
  });

  it('is no end of the talks: what was refused before the lock opened is settled', () => {
    const settled = [
      ...[...proposed, a.keyRefused('branch'), a.keyRefused('owners'), a.keyTurned('branch')],
      ...[a.keyTurned('owners'), a.keyTurned('property', { recordedBy }), a.lockOpened()],
      ...[a.workOrderDispatched(), a.workOrderAcknowledged(), a.resultReported(), taken('awaiting-check')],
    ];
    given(...settled)
      .when(a.endJointResolution())
      .thenRefuses('JointResolutionGoesOn');
    given(...settled, a.keyRefused('property'), a.keyOverdue('owners'))
      .when(a.endJointResolution())
      .thenTypes('JointResolutionFailed');
  });

  it('takes no plan that costs less than was spent', () => {
    const spent = [...behindSheet, a.resultReported({ costFen: 700_000 }), taken('awaiting-check')];
    const costing = (costFen: number) => a.proposePlan({ version: 2, plan: { ...a.plan, costFen } });
    given(...spent)
      .when(costing(699_999))
      .thenRefuses('PlanBelowSpent');
    given(...spent)
      .when(costing(700_000))
      .thenTypes('PlanProposed');
  });

  it('owes everybody a new answer where another body goes on with it', () => {
    const joined = [a.requesterJoined(), a.requesterAnswered(), a.followUpRecorded()];
    const referred = given(...handled, ...joined, taken('awaiting-follow-up')).when(a.referCase());
    referred.thenTypes('CaseReferred');
    const history = [...handled, ...joined, taken('awaiting-follow-up'), a.caseReferred()];
    const done = [...history, a.referralAnswered(), a.resultChecked(), a.caseHandled()];
    const second = { requesterId: a.id(102) };
    given(...done, a.requesterAnswered(second), a.followUpRecorded({ ...second, followUpId: a.id(531) }))
      .when(a.closeCase())
      .thenRefuses('AnswerOwed');
  });

  it('owes everybody a new answer where the parties find no agreement any more', () => {
    const refused = [a.keyRefused('property'), a.keyRefused('owners')];
    const when = given(...handled, a.requesterAnswered(), taken('awaiting-follow-up'), ...refused).when(
      a.endJointResolution(),
    );
    const [requester] = when.state().requesters;
    expect(when.state().status).toBe('filed');
    expect(requester).toMatchObject({ answered: undefined });
  });
});

describe('what the work costs', () => {
  const support = a.workOrderDispatched({ order: { ...a.toPost(2), part: 'support' } });
  const supported = a.resultReported({ workOrderId: a.id(202), costFen: 700_000 });
  const tooMuch = a.reportResult({ costFen: 500_001 });
  const rest = a.reportResult({ costFen: 500_000 });

  it('adds up over the orders of the round', () => {
    const history = [...handling, support, supported];
    given(...history)
      .when(tooMuch)
      .thenRefuses('CostAbovePlan');
    given(...history)
      .when(rest)
      .thenTypes('ResultReported');
  });

  it('adds up with rework, which may cost nothing more', () => {
    const reworked = [...handling, a.resultReported({ costFen: 700_000 }), a.reworkOrdered()];
    given(...reworked)
      .when(tooMuch)
      .thenRefuses('CostAbovePlan');
    given(...reworked)
      .when(rest)
      .thenTypes('ResultReported');
    given(...handling, a.resultReported({ costFen: 1_200_000 }), a.reworkOrdered())
      .when(a.reportResult())
      .thenTypes('ResultReported');
  });
});

describe('a matter of all owners', () => {
  const waiting = [...convened, fromFund];
  const referred = [...waiting, a.referredToOwnersAssembly()];

  it('is referred to their assembly; their committee’s key does not stand for it', () => {
    given(...waiting)
      .when(a.referToOwnersAssembly())
      .thenRecords(a.referredToOwnersAssembly());
    given(...waiting)
      .when(a.turnKey('owners'), { by: a.keyHolder('owners') })
      .thenRefuses('AssemblyDecides');
    given(...proposed)
      .when(a.referToOwnersAssembly())
      .thenRefuses('NotReservedToOwners');
  });

  it('has no clock of its owners’ committee, nor of anybody once it is rejected', () => {
    const { plan } = fromFund.data;
    const others = [a.keyClock('branch'), a.keyClock('property')];
    given(...convened)
      .when(a.proposePlan({ plan }))
      .thenRecords(a.planProposed({ plan, keyDeadlines: others }));
    const overdue = { now: a.hours(72) };
    for (const history of [waiting, referred])
      given(...history)
        .when(a.recordKeyOverdue('owners'), overdue)
        .thenNothingNew();
    given(...referred)
      .when(a.recordKeyOverdue('branch'), overdue)
      .thenTypes('KeyOverdue', 'CaseEscalated');
    given(...referred, a.assemblyDecided({ approved: false }))
      .when(a.recordKeyOverdue('branch'), overdue)
      .thenNothingNew();
  });

  it('is so by the catalogue, too', () =>
    given(a.caseReported({ category: 'outer-wall' }), a.jointResolutionConvened(), a.planProposed())
      .when(a.referToOwnersAssembly())
      .thenRecords(a.referredToOwnersAssembly({ rule: 'owners-assembly' })));

  it('has the owners’ key turned by an approval', () => {
    const two = [...referred, a.keyTurned('branch'), a.keyTurned('property')];
    const when = given(...two).when(a.recordAssemblyDecision());
    when.thenRecords(a.assemblyDecided(), a.lockOpened());
    given(...referred, a.assemblyDecided(), a.keyTurned('branch'))
      .when(a.turnKey('property'), { by: a.keyHolder('property') })
      .thenTypes('KeyTurned', 'LockOpened');
    given(...referred, a.assemblyDecided())
      .when(a.takeKeyBack('owners'), { by: a.keyHolder('owners') })
      .thenRefuses('AssemblyDecides');
  });

  it('asks for a new plan after a rejection', () => {
    const rejected = [...referred, a.assemblyDecided({ approved: false })];
    given(...rejected)
      .when(a.turnKey('branch'), { by: a.keyHolder('branch') })
      .thenRefuses('PlanRejected');
    given(...rejected)
      .when(a.proposePlan({ version: 2 }))
      .thenTypes('PlanProposed');
  });

  it('is decided once it was asked, and once', () => {
    given(...waiting)
      .when(a.recordAssemblyDecision())
      .thenRefuses('AssemblyNotAwaited');
    given(...referred, a.assemblyDecided())
      .when(a.recordAssemblyDecision())
      .thenRefuses('AssemblyNotAwaited');
  });
});

describe('an order that nobody has taken when a new version is proposed', () => {
  const order = a.toVolunteers();
  const taking = a.clock('acknowledgement');
  const untaken = [...open, a.workOrderDispatched({ order, deadlines: [taking, a.clock('handling')] })];
  const waiting = [...untaken, told(a.planProposed({ version: 2 }), a.hours(1))];
  const names = (state: ReportedCase) => liveDeadlines(state).map(({ name }) => name);
  const breach: CaseCommand = {
    type: 'BreachDeadline',
    data: { name: 'acknowledgement', workOrderId: order.workOrderId, dueAt: taking.dueAt },
  };
  const twoOfNew = [a.keyTurned('branch', { version: 2 }), a.keyTurned('owners', { version: 2 })];

  it('is late for nobody while the keys are awaited', () => {
    expect(names(a.reported(...waiting))).toEqual([]);
    given(...waiting)
      .when(breach, { now: a.days(9), by: a.timers })
      .thenNothingNew();
  });

  it('is to be taken in the time that was left, once the lock is open', () => {
    const when = given(...waiting, ...twoOfNew).when(a.turnKey('property', { version: 2 }), {
      ...{ now: a.hours(25), by: a.keyHolder('property') },
    });
    const { dueAt } = liveDeadlines(when.state()).find(({ name }) => name === 'acknowledgement')!;
    expect(dueAt).toBe(later(taking.dueAt, 24 * 3_600_000));
  });

  it('has the whole time again where it is handed on meanwhile', () => {
    const fresh = a.clock('acknowledgement', a.hours(5));
    const handedOn = told(a.workOrderReassigned({ deadlines: [fresh] }), a.hours(5));
    expect(names(a.reported(...waiting, handedOn))).toEqual([]);
    const when = given(...waiting, handedOn, ...twoOfNew).when(a.turnKey('property', { version: 2 }), {
      ...{ now: a.hours(25), by: a.keyHolder('property') },
    });
    const clocks = liveDeadlines(when.state()).filter(({ name }) => name === 'acknowledgement');
    expect(clocks).toMatchObject([{ dueAt: later(fresh.dueAt, 20 * 3_600_000) }]);
  });

  it('is not waited for any longer once the talks have failed', () => {
    const hopeless = [a.keyRefused('owners', { version: 2 }), a.keyRefused('branch', { version: 2 })];
    const when = given(...waiting, ...hopeless).when(a.endJointResolution(), { now: a.hours(25) });
    expect(names(when.state())).toEqual(['handling']);
  });

  it('folds what was told of its clock before it stood still', () => {
    const told3 = a.deadlineBreached({
      ...{ name: 'acknowledgement', workOrderId: order.workOrderId, dueAt: taking.dueAt },
    });
    const state = a.reported(...waiting, told3, ...twoOfNew, a.lockOpened({ version: 2, deadlines: [] }));
    expect(liveDeadlines(state)).toContainEqual(
      expect.objectContaining({ name: 'acknowledgement', dueAt: taking.dueAt, breached: true }),
    );
  });
});

describe('a joint resolution without an end', () => {
  const refused = [...proposed, a.keyRefused('owners'), a.keyOverdue('property')];

  it('is ended after as many refusals and overdue keys as the policy asks for', () => {
    const when = given(...refused).when(a.endJointResolution());
    when.thenRecords(a.jointResolutionFailed());
    expect(when.state()).toMatchObject({ status: 'filed', rounds: [{ joint: { lock: 'failed' } }] });
    given(...proposed, a.keyRefused('owners'))
      .when(a.endJointResolution())
      .thenRefuses('JointResolutionGoesOn');
  });

  it('is ended once the owners’ assembly has rejected as many versions', () => {
    const rejected = (version: number) => [
      ...[a.planProposed({ version }), a.referredToOwnersAssembly({ version })],
      a.assemblyDecided({ version, approved: false }),
    ];
    given(...convened, ...rejected(1))
      .when(a.endJointResolution())
      .thenRefuses('JointResolutionGoesOn');
    given(...convened, ...rejected(1), ...rejected(2))
      .when(a.endJointResolution())
      .thenTypes('JointResolutionFailed');
  });

  it('is not ended by one party, however often it says no to the same version', () => {
    const by = a.keyHolder('owners');
    given(...proposed, a.keyRefused('owners'))
      .when(a.refuseKey('owners'), { by })
      .thenNothingNew();
    const again = [a.keyRefused('owners'), a.keyTurned('owners'), a.keyRefused('owners')];
    given(...proposed, ...again, a.keyOverdue('owners'))
      .when(a.endJointResolution())
      .thenRefuses('JointResolutionGoesOn');
    given(...proposed, ...again, a.planProposed({ version: 2 }), a.keyRefused('owners', { version: 2 }))
      .when(a.endJointResolution())
      .thenTypes('JointResolutionFailed');
  });

  it('does not call a party late that has said no', () => {
    const when = given(...proposed, a.keyRefused('owners')).when(a.recordKeyOverdue('owners'), {
      now: a.hours(72),
    });
    when.thenNothingNew();
    expect(when.state().rounds[0].joint?.clocks.map(({ party }) => party)).toEqual(['branch', 'property']);
  });

  it('leaves its lock shut, and may be convened for anew with a plan of the next version', () => {
    const failed = [...refused, a.jointResolutionFailed()];
    given(...failed)
      .when(a.dispatchWorkOrder())
      .thenRefuses('NeedsThreeKeys');
    given(...failed, a.jointResolutionConvened())
      .when(a.proposePlan({ version: 2 }))
      .thenTypes('PlanProposed');
  });

  it('ends the orders that were under way, and tells their volunteers', () => {
    const ordinary = [
      ...[a.caseReported(), a.caseAccepted(), a.caseFiled()],
      ...[a.workOrderDispatched({ order: a.toVolunteers() }), a.volunteerOffered(), a.offerAccepted()],
      ...[a.volunteerAssigned(), a.jointResolutionConvened(), a.planProposed()],
      ...[a.keyRefused('owners'), a.keyRefused('branch')],
    ];
    const when = given(...ordinary).when(a.endJointResolution());
    when.thenTypes('VolunteerReleased', 'JointResolutionFailed');
    expect(when.state().rounds[0].orders).toMatchObject([{ status: 'ended' }]);
  });
});
