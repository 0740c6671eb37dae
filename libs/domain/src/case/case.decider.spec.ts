import { isRefusal } from '../refusals';
import { allowedCommands } from './allowed-commands';
import { caseCommands, type CaseCommandType } from './case.commands';
import { caseDecider } from './case.decider';
import * as a from './case.fixtures';
import { given, told } from './case.fixtures';
import type { ReportedCase } from './case.state';
import { statusTable, statusTableMarkdown } from './case.status';
import { later } from './clocks';
import { currentRound, doersOf, leadOrder, liveDeadlines, liveLeadOrder, openOffers } from './openings';
import { workWindows } from './work-windows';

const reported = [a.caseReported()];
const accepted = [...reported, a.caseAccepted()];
const filed = [...accepted, a.caseFiled()];
const dispatched = [...filed, a.workOrderDispatched()];
const handling = [...dispatched, a.workOrderAcknowledged()];
const awaitingCheck = [...handling, a.resultReported()];
const awaitingFollowUp = [...awaitingCheck, a.resultChecked(), a.caseHandled()];
const answered = [...awaitingFollowUp, a.requesterAnswered()];
const closed = [...answered, a.followUpRecorded(), a.caseClosed()];

const searching = [...filed, a.workOrderDispatched({ order: a.toVolunteers() })];
const asked = [...searching, a.volunteerOffered()];
const seated = [...asked, a.offerAccepted()];
const booked = [...seated, a.volunteerAssigned()];

const second = { offerId: a.id(302), volunteerId: a.id(402) };
const under = (category: string) => [
  a.caseReported({ category }),
  a.caseAccepted({ category }),
  a.caseFiled(),
];

describe('a report', () => {
  it('names one accountable post and starts the clocks of acceptance and dispatch by urgency', () =>
    given().when(a.reportCase()).thenRecords(a.caseReported()));

  it('is refused twice', () =>
    given(...reported)
      .when(a.reportCase())
      .thenRefuses('CaseAlreadyReported'));

  it('is refused where the accountable person does not hold the post', () =>
    given()
      .when(a.reportCase({ accountable: { post: 'desk', person: 'li' } }))
      .thenRefuses('PersonDoesNotHoldPost'));

  it('is refused before a policy is adopted', () => {
    const policy = { ...a.caseRules.policy, version: 0 };
    given()
      .when(a.reportCase(), { rules: { ...a.caseRules, policy } })
      .thenRefuses('PolicyMissing');
  });

  it('takes the urgency of its category, of the policy without one', () => {
    const ofCategory = given()
      .when(a.reportCase({ category: 'smoke-alarm' }))
      .state();
    const ofPolicy = given()
      .when(a.reportCase({ category: undefined }))
      .state();
    expect([ofCategory.urgency, ofPolicy.urgency]).toEqual(['urgent', 'normal']);
  });

  it('may come from nobody who is known', () =>
    given()
      .when(a.reportCase({ requester: a.anonymous() }))
      .thenRecords(a.caseReported({ requesters: [a.anonymous()] })));

  it('may come by a proxy, a second subject of the same requester', () => {
    const proxy = { subjectId: a.id(199), name: '何小燕', phone: '13800001112' };
    const requester = a.requester(1, { relation: 'proxy', proxy });
    given()
      .when(a.reportCase({ requester }))
      .thenRecords(a.caseReported({ requesters: [requester] }));
  });

  describe('of a place', () => {
    const at = (compound: string, building?: string) =>
      given().when(a.reportCase({ place: { compound, ...(building === undefined ? {} : { building }) } }));

    it('names one of the register, or outside every compound', () => {
      at('winter').thenRefuses('CompoundUnknown');
      at('constructor').thenRefuses('CompoundUnknown');
      at('spring', 'b77').thenRefuses('BuildingUnknown');
      at('spring', 'constructor').thenRefuses('BuildingUnknown');
      for (const place of [{ compound: 'outside' }, { compound: 'spring', building: 'b2' }]) {
        given().when(a.reportCase({ place })).thenRecords(a.caseReported({ place }));
      }
    });

    it('is heard before any register has been entered', () => {
      const place = { compound: 'winter', building: 'b77' };
      const spring = { names: a.caseRules.compounds['spring']!.names, buildings: {}, parties: {} };
      const reported = a.caseReported({ place });
      const none = { ...a.caseRules, compounds: {} };
      given().when(a.reportCase({ place }), { rules: none }).thenRecords(reported);
      const unlisted = { ...a.caseRules, compounds: { winter: spring } };
      given().when(a.reportCase({ place }), { rules: unlisted }).thenRecords(reported);
    });

    it('is taken as the other system tells it', () => {
      const place = { compound: 'winter' };
      given().when(a.importCase({ place })).thenRecords(a.caseImported({ place }));
    });
  });
});

describe('an open case', () => {
  it('is joined by a second caller', () =>
    given(...handling)
      .when(a.joinCase())
      .thenRecords(a.requesterJoined()));

  it('is joined once under one id', () =>
    given(...handling, a.requesterJoined())
      .when(a.joinCase())
      .thenRefuses('IdAlreadyUsed'));

  it('passes from one accountable person to the next, with the reason', () =>
    given(...handling)
      .when(a.transferAccountability())
      .thenRecords({
        type: 'AccountabilityTransferred',
        data: { from: a.atDesk, to: a.atGrid, reason: 'workload' },
      }));

  it('is no news to whoever is accountable already', () =>
    given(...handling)
      .when(a.transferAccountability({ to: a.atDesk }))
      .thenNothingNew());

  it.each([
    [
      'to somebody who does not hold the post',
      { to: { post: 'desk', person: 'li' } },
      'PersonDoesNotHoldPost',
    ],
    ['to a post that nobody has defined', { to: { post: 'moon', person: 'li' } }, 'PostUnknown'],
    ['for a reason that the policy does not know', { reason: 'boredom' }, 'GroundNotInPolicy'],
  ] as const)('does not pass %s', (_how, data, code) =>
    given(...handling)
      .when(a.transferAccountability(data))
      .thenRefuses(code),
  );
});

describe('a reported case', () => {
  it('is accepted with the higher of both urgencies; the dispatch clock still counts from the report', () =>
    given(...reported)
      .when(a.acceptCase({ category: 'smoke-alarm' }), { now: a.hours(1) })
      .thenRecords(
        a.caseAccepted({
          category: 'smoke-alarm',
          urgency: 'urgent',
          deadlines: [a.clock('dispatch', a.theStart, 'urgent')],
        }),
      ));

  it('keeps its clocks where acceptance leaves the urgency', () =>
    given(...reported)
      .when(a.acceptCase(), { now: a.hours(1) })
      .thenRecords(a.caseAccepted()));

  it('is not accepted under a category that is retired or unknown', () => {
    given(...reported)
      .when(a.acceptCase({ category: 'street-lamp' }))
      .thenRefuses('CategoryRetired');
    given(...reported)
      .when(a.acceptCase({ category: 'moon' }))
      .thenRefuses('CategoryUnknown');
    given(a.caseReported())
      .when(a.acceptCase({ category: 'constructor' }))
      .thenRefuses('CategoryUnknown');
  });

  it('is declined on a ground of the policy, and nothing runs any longer', () => {
    const when = given(...reported).when(a.declineCase());
    when.thenRecords(a.caseDeclined());
    expect(liveDeadlines(when.state())).toEqual([]);
  });

  it('is not declined on any other ground', () =>
    given(...reported)
      .when(a.declineCase({ ground: 'too-late' }))
      .thenRefuses('GroundNotInPolicy'));

  it('owes an answer when it is declined', () =>
    given(...reported, a.caseDeclined())
      .when(a.answerRequester({ subjectOf: 'decline' }))
      .thenRecords(a.requesterAnswered({ subjectOf: 'decline' })));
});

describe('the matter itself', () => {
  it('is verified at the place, once under one id', () => {
    given(...reported)
      .when(a.verifyFacts(), { by: a.gridWorker })
      .thenRecords(a.factsVerified());
    given(...reported, a.factsVerified())
      .when(a.verifyFacts())
      .thenRefuses('IdAlreadyUsed');
  });

  it('has whose it is determined on a basis of the policy; a later determination replaces it', () => {
    const when = given(...accepted).when(a.determineResponsibility());
    when.thenRecords(a.responsibilityDetermined());
    expect(when.state().responsibility).toEqual({ kind: 'common-service', basis: 'contract' });
    given(...accepted, a.responsibilityDetermined())
      .when(a.determineResponsibility())
      .thenNothingNew();
    given(...accepted, a.responsibilityDetermined())
      .when(a.determineResponsibility({ kind: 'municipal' }))
      .thenTypes('ResponsibilityDetermined');
    given(...accepted)
      .when(a.determineResponsibility({ basis: 'hearsay' }))
      .thenRefuses('GroundNotInPolicy');
  });

  it.each([
    ['reported', reported],
    ['handled', handling],
    ['awaiting its check', awaitingCheck],
    ['awaiting its follow-up', awaitingFollowUp],
  ] as const)('is made safe while it is %s, before any policy', (_status, history) => {
    const policy = { ...a.caseRules.policy, version: 0 };
    const when = given(...history).when(a.takeSafetyMeasure(), { rules: { ...a.caseRules, policy } });
    when.thenRecords(a.safetyMeasureTaken());
    expect(when.state().status).toBe(a.reported(...history).status);
  });

  it('is not made safe any more once it is closed', () =>
    given(...closed)
      .when(a.takeSafetyMeasure())
      .thenRefuses('CommandNotInStatus'));
});

describe('a case that the lower level cannot settle', () => {
  it('climbs to the post of the next level, which answers for it, with a clock of its own', () => {
    const when = given(...handling).when(a.escalateCase(), { now: a.hours(5) });
    when.thenRecords(a.caseEscalated({ deadlines: [a.clock('escalation', a.hours(5))] }), {
      type: 'AccountabilityTransferred',
      data: { from: a.atDesk, to: a.atHome, reason: 'escalated' },
    });
    expect(when.state()).toMatchObject({ status: 'handling', unit: 'home', level: 'community' });
  });

  it('climbs without a transfer where that post answers for it already', () =>
    given(a.caseReported({ accountable: a.atHome }), a.caseAccepted(), a.caseFiled())
      .when(a.escalateCase())
      .thenRecords(a.caseEscalated()));

  it('climbs to a kind of post that the policy names, where nobody holds one of its own kind', () => {
    const when = given(...under('of-a-kind-nobody-holds')).when(a.escalateCase());
    expect(when.events[0]?.data).toMatchObject({ to: { unit: 'home', post: 'desk', person: 'clerk' } });
  });

  it('does not climb higher than the community, nor before it is filed, nor for no reason', () => {
    given(...filed, a.caseEscalated())
      .when(a.escalateCase())
      .thenRefuses('NoLevelAbove');
    given(...closed, a.caseReopened())
      .when(a.escalateCase({ reason: 'boredom' }))
      .thenRefuses('GroundNotInPolicy');
    given(a.caseImported({ outsideStatus: 'closed' }), a.caseReopened())
      .when(a.escalateCase())
      .thenRefuses('NotFiledYet');
  });

  it('stops that clock when it is handled', () =>
    expect(
      a
        .reported(...handling, a.caseEscalated(), a.resultReported(), a.resultChecked(), a.caseHandled())
        .deadlines.map(({ name }) => name),
    ).toEqual(['follow-up']));
});

describe('a question', () => {
  const joined = [a.caseReported({ category: 'question' }), a.requesterJoined()];

  it('is answered directly, to everybody who asked, and closed', () => {
    const when = given(...joined).when(a.answerDirectly());
    when.thenTypes('CaseAnswered', 'RequesterAnswered', 'RequesterAnswered');
    expect(when.state()).toMatchObject({ status: 'closed', closedAs: 'answered', deadlines: [] });
  });

  it('that is sensitive is not answered directly', () =>
    given(...reported)
      .when(a.answerDirectly({ category: 'whistle' }))
      .thenRefuses('SensitiveNotOnTheSpot'));

  it('is none that was accepted as a dispute, whatever the short way calls it', () =>
    given(a.caseReported({ category: 'parking' }), a.caseAccepted({ category: 'parking' }))
      .when(a.answerDirectly())
      .thenRefuses('NeedsMediation'));

  it('alone is answered directly', () =>
    given(...reported)
      .when(a.answerDirectly({ category: 'lighting' }))
      .thenRefuses('NotAQuestion'));
});

describe('what was handled on the spot', () => {
  it('closes with an answer to each requester', () =>
    given(...reported)
      .when(a.recordHandledOnSpot(), { by: a.gridWorker })
      .thenRecords(
        a.caseHandledOnSpot(),
        a.requesterAnswered({
          answerId: a.id(101),
          subjectOf: 'on-the-spot',
          channel: 'visit',
          words: '当场换好',
        }),
      ));

  const drawn = [...reported, a.caseHandledOnSpot({ check: true })];

  it('goes to a check where it is drawn for one', () =>
    expect(a.reported(...drawn)).toMatchObject({ status: 'awaiting-check', rounds: [{ doers: ['li'] }] }));

  it('is not checked by whoever handled it', () =>
    given(...drawn)
      .when(a.checkResult(), { by: a.gridWorker })
      .thenRefuses('DoerMayNotCheck'));

  it('is filed where the check fails: there is no order to go back to', () => {
    const when = given(...drawn).when(a.checkResult({ passed: false }));
    when.thenTypes('ResultChecked', 'ReworkOrdered');
    expect(when.state().status).toBe('filed');
  });

  it('gets a dispatch clock when it is filed anew', () =>
    given(...drawn, a.reworkOrdered({ workOrderId: undefined, because: 'check' }))
      .when(a.fileCase(), { now: a.hours(5) })
      .thenRecords(a.caseFiled({ deadlines: [a.clock('dispatch', a.hours(5))] })));

  it.each([
    ['a sensitive matter', 'distress', 'SensitiveNotOnTheSpot'],
    ['a three-key matter', 'wall-plaster', 'NeedsThreeKeys'],
    ['a dispute', 'parking', 'NeedsMediation'],
  ] as const)('is never %s, called so or accepted as such', (_what, category, code) => {
    given(...reported)
      .when(a.recordHandledOnSpot({ category }))
      .thenRefuses(code);
    given(...reported, a.caseAccepted({ category }))
      .when(a.recordHandledOnSpot({ category: 'lighting' }))
      .thenRefuses(code);
  });

  it('may be called something else than was guessed at the report', () =>
    given(a.caseReported({ category: 'parking' }))
      .when(a.recordHandledOnSpot())
      .thenTypes('CaseHandledOnSpot', 'RequesterAnswered'));
});

describe('an accepted case', () => {
  it('is filed with the unit whose work it is', () =>
    given(...accepted)
      .when(a.fileCase())
      .thenRecords(a.caseFiled()));

  it('is filed as what it was accepted as, also where only who joined is left', () => {
    const left = [...accepted, a.requesterJoined(), a.requesterWithdrew()];
    const when = given(...left).when(a.fileCase());
    when.thenRecords(a.caseFiled());
    expect(when.state()).toMatchObject({ category: 'lighting', requesters: [{ withdrawn: true }, {}] });
  });

  it('is filed with no unit of another level', () =>
    given(...accepted)
      .when(a.fileCase({ unit: 'home' }))
      .thenRefuses('UnitOfOtherLevel'));
});

describe('a filed case', () => {
  it('dispatches a lead order: acknowledgement and handling begin to run, dispatch has ended', () => {
    const when = given(...filed).when(a.dispatchWorkOrder());
    when.thenRecords(a.workOrderDispatched());
    expect(liveDeadlines(when.state()).map(({ name }) => name)).toEqual(['acknowledgement', 'handling']);
  });

  it('dispatches no supporting order before its lead', () =>
    given(...filed)
      .when(a.dispatchWorkOrder({ order: { ...a.toPost(), part: 'support' } }))
      .thenRefuses('LeadOrderMissing'));

  it('sends nothing to volunteers without saying what it needs', () =>
    given(...filed)
      .when(a.dispatchWorkOrder({ order: { ...a.toVolunteers(), need: undefined } }))
      .thenRefuses('NeedMissing'));

  it('sends nothing to a post that somebody else holds', () =>
    given(...filed)
      .when(a.dispatchWorkOrder({ order: a.toPost(1, { post: 'desk', person: 'li' }) }))
      .thenRefuses('PersonDoesNotHoldPost'));

  it.each([
    ['three-key', 'wall-plaster', 'NeedsThreeKeys'],
    ['dispute', 'noise', 'NeedsMediation'],
  ] as const)('of a %s category waits', (_kind, category, code) =>
    given(...under(category))
      .when(a.dispatchWorkOrder())
      .thenRefuses(code),
  );

  it('of a sensitive category is led by a certified social worker alone', () => {
    const sensitive = given(...under('distress'));
    sensitive.when(a.dispatchWorkOrder({ order: a.toVolunteers() })).thenRefuses('LeadNeedsSocialWorker');
    sensitive.when(a.dispatchWorkOrder()).thenRefuses('LeadNeedsSocialWorker');
    sensitive
      .when(a.dispatchWorkOrder({ order: a.toPost(1, a.atSocialWork) }))
      .thenTypes('WorkOrderDispatched');
  });

  it('of a sensitive category lets volunteers help', () =>
    given(...under('distress'), a.workOrderDispatched({ order: a.toPost(1, a.atSocialWork) }))
      .when(a.dispatchWorkOrder({ order: { ...a.toVolunteers(2), part: 'support' } }))
      .thenTypes('WorkOrderDispatched'));

  it('is overridden only for a reason of the policy', () =>
    given(...filed)
      .when(a.dispatchWorkOrder({ override: { reason: 'mood' } }))
      .thenRefuses('GroundNotInPolicy'));
});

describe('a dispatched case', () => {
  it('refuses a second lead', () =>
    given(...dispatched)
      .when(a.dispatchWorkOrder({ order: a.toPost(2) }))
      .thenRefuses('LeadOrderAlreadyLive'));

  it('takes any number of supporting orders, each with its own acknowledgement, handling unmoved', () => {
    const support = (n: number) => ({ ...a.toPost(n, a.atHome), part: 'support' as const });
    given(...dispatched, a.workOrderDispatched({ order: support(2), deadlines: [] }))
      .when(a.dispatchWorkOrder({ order: support(3) }), { now: a.hours(1) })
      .thenRecords(
        a.workOrderDispatched({ order: support(3), deadlines: [a.clock('acknowledgement', a.hours(1))] }),
      );
  });

  it('is in handling once its lead order is acknowledged', () => {
    const when = given(...dispatched).when(a.acknowledgeWorkOrder(), { by: a.gridWorker });
    when.thenRecords(a.workOrderAcknowledged());
    expect(when.state().status).toBe('handling');
  });

  it('stays dispatched when a supporting order is acknowledged', () => {
    const support = a.workOrderDispatched({ order: { ...a.toPost(2), part: 'support' } });
    const when = given(...dispatched, support).when(a.acknowledgeWorkOrder({ workOrderId: a.id(202) }));
    expect(when.state().status).toBe('dispatched');
  });

  it('is filed again when its order is returned on a ground, and the handling clock runs on', () => {
    const when = given(...dispatched).when(a.returnWorkOrder());
    when.thenRecords(a.workOrderReturned());
    expect(when.state()).toMatchObject({ status: 'filed', flags: { returned: 1 } });
    expect(liveDeadlines(when.state()).map(({ name }) => name)).toEqual(['handling']);
  });

  it('does not start handling again with the next order', () =>
    given(...dispatched, a.workOrderReturned())
      .when(a.dispatchWorkOrder({ order: a.toPost(2, a.atHome) }), { now: a.hours(3) })
      .thenRecords(
        a.workOrderDispatched({
          order: a.toPost(2, a.atHome),
          deadlines: [a.clock('acknowledgement', a.hours(3))],
        }),
      ));

  it('takes whoever starts as having acknowledged', () =>
    given(...dispatched)
      .when(a.startHandling())
      .thenTypes('WorkOrderAcknowledged', 'HandlingStarted'));

  it('withdraws every offer when its order is returned', () =>
    given(...asked)
      .when(a.returnWorkOrder())
      .thenTypes('OfferWithdrawn', 'WorkOrderReturned'));
});

describe('an order', () => {
  it('is not returned once it is taken: somebody else gets it', () =>
    given(...handling)
      .when(a.returnWorkOrder())
      .thenRefuses('OrderAlreadyTaken'));

  it('goes to somebody else for a reason, who acknowledges anew', () => {
    const when = given(...handling).when(a.reassignWorkOrder(), { now: a.hours(2) });
    when.thenTypes('WorkOrderReassigned');
    expect(when.state()).toMatchObject({ status: 'dispatched' });
    expect(liveDeadlines(when.state())).toMatchObject([
      { name: 'handling', startedAt: a.theStart },
      { name: 'acknowledgement', startedAt: a.hours(2), workOrderId: a.id(201) },
    ]);
  });

  it('frees its volunteers when it goes to somebody else', () =>
    given(...booked)
      .when(a.reassignWorkOrder())
      .thenTypes('VolunteerReleased', 'WorkOrderReassigned'));

  it('goes to volunteers with what is asked of them, and without it to none', () => {
    const to = { kind: 'volunteers' as const };
    const need = a.need();
    given(...handling)
      .when(a.reassignWorkOrder({ to }))
      .thenRefuses('NeedMissing');
    const when = given(...handling).when(a.reassignWorkOrder({ to, need }));
    when.thenTypes('WorkOrderReassigned');
    expect(when.state()).toMatchObject({ rounds: [{ orders: [{ assignee: to, need }] }] });
    given(...booked)
      .when(a.reassignWorkOrder({ to, need: { ...need, minutes: 90 } }))
      .thenTypes('VolunteerReleased', 'WorkOrderReassigned');
  });

  it('reassigned to who has it is no news', () =>
    given(...handling)
      .when(a.reassignWorkOrder({ to: { kind: 'post', ...a.atGrid } }))
      .thenNothingNew());
});

describe('an order to volunteers', () => {
  it('asks several at once, each until the policy’s time is over', () => {
    const when = given(...asked).when(a.offerToVolunteer(second), { now: a.hours(1) });
    when.thenRecords(a.volunteerOffered({ ...second, expiresAt: a.hours(3) }));
    expect(openOffers(when.state()).map(({ offerId }) => offerId)).toEqual([a.id(301), a.id(302)]);
  });

  it('asks for an answer before the window is over', () => {
    const window = { from: a.theStart, to: a.hours(1) };
    given(...searching)
      .when(a.offerToVolunteer({ window }))
      .thenRecords(a.volunteerOffered({ window, expiresAt: a.hours(1) }));
  });

  it('gives the seat to the first answer', () =>
    given(...asked, a.volunteerOffered(second), a.offerAccepted())
      .when(a.acceptOffer({ offerId: a.id(302) }))
      .thenRefuses('SeatTaken'));

  it('has as many seats as its need says', () =>
    given(
      ...filed,
      a.workOrderDispatched({ order: a.toVolunteers(1, 2) }),
      ...[a.volunteerOffered(), a.volunteerOffered(second), a.offerAccepted()],
    )
      .when(a.acceptOffer({ offerId: a.id(302) }))
      .thenRecords(a.offerAccepted(second)));

  it('takes an accepted offer for accepted', () =>
    given(...seated)
      .when(a.acceptOffer())
      .thenNothingNew());

  it('refuses an answer that comes too late, timer or not', () => {
    given(...asked)
      .when(a.acceptOffer(), { now: a.hours(2) })
      .thenRefuses('OfferExpired');
    given(...asked, a.offerExpired())
      .when(a.acceptOffer())
      .thenRefuses('OfferExpired');
  });

  it('expires an offer once, and only one that is open and due', () => {
    given(...asked)
      .when(a.expireOffer(), { now: a.hours(2) })
      .thenRecords(a.offerExpired());
    given(...asked)
      .when(a.expireOffer(), { now: a.hours(1) })
      .thenNothingNew();
    given(...seated)
      .when(a.expireOffer(), { now: a.hours(2) })
      .thenNothingNew();
  });

  it('asks nobody twice at a time', () =>
    given(...asked)
      .when(a.offerToVolunteer({ offerId: a.id(309) }))
      .thenRefuses('VolunteerAlreadyAsked'));

  it.each(['standing-consent', 'duty-roster'] as const)('needs no answer by %s', (basis) =>
    given(...searching)
      .when(a.offerToVolunteer({ basis }))
      .thenRecords(a.volunteerOffered({ basis }), a.offerAccepted()),
  );

  it('goes to nobody who has a part in the matter, whoever wishes it; the verdict is not recorded', () => {
    const override = { basis: 'override' as const, reason: 'local-knowledge' };
    given(...searching)
      .when(a.offerToVolunteer({ ...override, conflict: true }))
      .thenRefuses('ConflictOfInterest');
    given(...searching)
      .when(a.offerToVolunteer({ ...override, conflict: false }))
      .thenRecords(a.volunteerOffered(override), a.offerAccepted());
  });

  it('needs a reason where a person overrides the ranking', () => {
    const override = { basis: 'override' as const };
    given(...searching)
      .when(a.offerToVolunteer(override))
      .thenRefuses('OverrideNeedsReason');
    given(...searching)
      .when(a.offerToVolunteer({ ...override, reason: 'mood' }))
      .thenRefuses('GroundNotInPolicy');
    given(...searching)
      .when(a.offerToVolunteer({ ...override, reason: 'local-knowledge' }))
      .thenTypes('VolunteerOffered', 'OfferAccepted');
  });

  it('is in handling with the first booking; the last seat withdraws what is still open', () => {
    const when = given(...asked, a.volunteerOffered(second), a.offerAccepted()).when(a.assignVolunteer());
    when.thenRecords(a.volunteerAssigned(), a.offerWithdrawn({ ...second, reason: 'seats-filled' }));
    expect(when.state().status).toBe('handling');
  });

  it('tells who accepts after that that the seat is taken', () =>
    given(...booked, a.volunteerOffered(second), a.offerWithdrawn({ ...second, reason: 'seats-filled' }))
      .when(a.acceptOffer({ offerId: a.id(302) }))
      .thenRefuses('SeatTaken'));

  it('answers a booking whose offer is over with what is recorded already', () =>
    given(...seated, a.offerWithdrawn())
      .when(a.assignVolunteer())
      .thenNothingNew());

  it('answers a booking whose order is over by withdrawing the offer', () =>
    given(...seated, a.workOrderReturned())
      .when(a.assignVolunteer())
      .thenRecords(a.offerWithdrawn({ reason: 'order-over' })));

  it('offers the seat again after a release or a no-show', () => {
    for (const over of [a.volunteerReleased(), a.volunteerNoShow()])
      given(...booked, over)
        .when(a.offerToVolunteer(second))
        .thenTypes('VolunteerOffered');
  });

  it('is not done for while somebody may still answer', () => {
    given(...asked)
      .when(a.reportVolunteersExhausted())
      .thenNothingNew();
    given(...asked, a.offerDeclined())
      .when(a.reportVolunteersExhausted())
      .thenRecords({
        type: 'VolunteersExhausted',
        data: {
          ...{ round: 1, workOrderId: a.id(201), attempt: 1, asked: 1 },
          reasons: [{ constraint: 'skill', count: 3 }],
        },
      });
  });

  it('is not done for while somebody who accepted is not booked yet', () => {
    const ofTwo = [...filed, a.workOrderDispatched({ order: a.toVolunteers(1, 2) })];
    const one = [...ofTwo, a.volunteerOffered(), a.offerAccepted()];
    given(...one)
      .when(a.reportVolunteersExhausted())
      .thenNothingNew();
    given(...one, a.volunteerAssigned())
      .when(a.reportVolunteersExhausted())
      .thenTypes('VolunteersExhausted');
  });

  it('is done for once by a ranking, and again where somebody was asked in between', () => {
    const exhausted = given(...asked, a.offerDeclined()).when(a.reportVolunteersExhausted()).events;
    const history = [...asked, a.offerDeclined(), ...exhausted];
    given(...history)
      .when(a.reportVolunteersExhausted())
      .thenNothingNew();
    given(...history, a.volunteerOffered(second), a.offerExpired(second))
      .when(a.reportVolunteersExhausted())
      .thenTypes('VolunteersExhausted');
  });

  it('cannot be taken by anybody but a booked volunteer', () => {
    given(...asked)
      .when(a.acknowledgeWorkOrder())
      .thenRefuses('NobodyAssigned');
    given(...asked)
      .when(a.reportResult())
      .thenRefuses('NobodyAssigned');
  });
});

describe('a booked volunteer', () => {
  it('checks in once', () => {
    given(...booked)
      .when(a.checkInVolunteer())
      .thenRecords(a.volunteerCheckedIn());
    given(...booked, a.volunteerCheckedIn())
      .when(a.checkInVolunteer())
      .thenNothingNew();
  });

  it('is not there yet long before the agreed window, which the refusal names', () => {
    const policy = { ...a.caseRules.policy, checkInHoursBefore: 2 };
    const rules = { ...a.caseRules, policy };
    const early = given(...booked).when(a.checkInVolunteer(), { rules, now: a.hours(7) });
    early.thenRefuses('CheckInTooEarly');
    expect(early.result).toMatchObject({ facts: { hours: 2, window: '2026-03-02 20:00–22:00' } });
    given(...booked)
      .when(a.checkInVolunteer(), { rules, now: a.hours(8) })
      .thenRecords(a.volunteerCheckedIn());
  });

  it('has not failed to come before the window begins', () =>
    given(...booked)
      .when(a.recordNoShow(), { now: a.hours(9) })
      .thenRefuses('WindowNotBegun'));

  it('did not come, and the seat is free; one who came did', () => {
    given(...booked)
      .when(a.recordNoShow(), { now: a.hours(11) })
      .thenRecords(a.volunteerNoShow());
    given(...booked, a.volunteerCheckedIn())
      .when(a.recordNoShow(), { now: a.hours(11) })
      .thenNothingNew();
  });

  it('is not missed by a timer before they have had the policy’s time, also where they were booked after the window began', () => {
    const policy = { ...a.caseRules.policy, noShowAfterMinutes: 30 };
    const timer = { by: a.timers, rules: { ...a.caseRules, policy } };
    const minutes = (n: number) => a.hours(10 + n / 60);
    const late = [...seated, told(a.volunteerAssigned(), minutes(40))];
    given(...booked)
      .when(a.recordNoShow(), { ...timer, now: minutes(29) })
      .thenNothingNew();
    given(...booked)
      .when(a.recordNoShow(), { ...timer, now: minutes(30) })
      .thenTypes('VolunteerNoShow');
    given(...late)
      .when(a.recordNoShow(), { ...timer, now: minutes(69) })
      .thenNothingNew();
    given(...late)
      .when(a.recordNoShow(), { ...timer, now: minutes(70) })
      .thenTypes('VolunteerNoShow');
  });

  it('has not failed to come while the keys are waited for: nobody may come', () =>
    given(...booked, a.jointResolutionConvened())
      .when(a.recordNoShow(), { by: a.timers, now: a.hours(100) })
      .thenNothingNew());

  it('is released for a reason of the policy', () => {
    given(...booked)
      .when(a.releaseVolunteer())
      .thenRecords(a.volunteerReleased());
    given(...booked)
      .when(a.releaseVolunteer({ reason: 'mood' }))
      .thenRefuses('GroundNotInPolicy');
  });

  it('is released, not withdrawn', () =>
    given(...booked)
      .when(a.withdrawOffer())
      .thenRefuses('VolunteerIsAssigned'));
});

describe('a case in handling', () => {
  it('goes to its check with the result of its lead order', () => {
    const when = given(...handling).when(a.reportResult(), { by: a.gridWorker });
    when.thenRecords(a.resultReported());
    expect(when.state().status).toBe('awaiting-check');
    expect(liveLeadOrder(when.state())).toBeUndefined();
  });

  it('records the result of a supporting order and goes on', () => {
    const support = a.workOrderDispatched({ order: { ...a.toPost(2, a.atHome), part: 'support' } });
    const when = given(...handling, support).when(a.reportResult({ workOrderId: a.id(202) }));
    when.thenTypes('WorkOrderAcknowledged', 'ResultReported');
    expect(when.state().status).toBe('handling');
  });

  it('knows everybody who did the work: who says so, its volunteers and the accounts under which they came', () => {
    const came = told(a.volunteerCheckedIn(), a.hours(10), a.electrician);
    const when = given(...booked, came).when(a.reportResult(), { by: a.gridWorker });
    expect(doersOf(when.state())).toEqual([a.id(401), 'dian', 'li']);
  });

  it('knows the account of a volunteer for whom others answered', () => {
    const assigned = given(...seated).when(a.assignVolunteer({ account: 'grid' }));
    assigned.thenRecords(a.volunteerAssigned({ account: 'grid' }));
    const when = given(...seated, a.volunteerAssigned({ account: 'grid' })).when(a.reportResult(), {
      by: a.clerk,
    });
    expect(doersOf(when.state())).toContain('grid');
  });

  describe('for two volunteers', () => {
    const second = { offerId: a.id(302), volunteerId: a.id(402) };
    const both = [
      ...[...filed, a.workOrderDispatched({ order: a.toVolunteers(1, 2) })],
      ...[a.volunteerOffered(), a.offerAccepted(), a.volunteerAssigned()],
      ...[a.volunteerOffered(second), a.offerAccepted(second)],
      a.volunteerAssigned({ ...second, bookingId: a.id(502), account: 'second' }),
    ];
    const recordedBy = { person: 'clerk', channel: 'phone' as const };

    it('was done by the one who came', () => {
      const came = told(a.volunteerCheckedIn(), a.hours(10), a.electrician);
      const when = given(...both, came).when(a.reportResult({ recordedBy }), { by: a.clerk });
      expect(doersOf(when.state())).toEqual([a.id(401), 'dian']);
    });

    it('was done by the one who says so, or is named', () => {
      const says = given(...both).when(a.reportResult(), { by: { id: 'second', role: 'volunteer' } });
      expect(doersOf(says.state())).toEqual(['second', a.id(402)]);
      const named = a.reportResult({ recordedBy, doneBy: [a.id(402)] });
      expect(
        doersOf(
          given(...both)
            .when(named)
            .state(),
        ),
      ).toEqual([a.id(402), 'second']);
    });

    it('was done by both, where nobody says by whom', () => {
      const when = given(...both).when(a.reportResult({ recordedBy }));
      expect(doersOf(when.state())).toEqual([a.id(401), a.id(402), 'second']);
    });
  });

  it('knows the holder of the post where somebody else reports for them', () => {
    const when = given(...handling).when(a.reportResult({ doneBy: ['wang'] }), { by: a.clerk });
    expect(doersOf(when.state())).toEqual(['li', 'wang', 'clerk']);
  });

  it('knows whoever holds the post by then, where it was left in the middle of the work', () => {
    const by = a.clerk;
    const when = given(...handling).when(a.reportResult({ doneBy: ['wang'] }), {
      by,
      rules: a.afterHandOver,
    });
    expect(doersOf(when.state())).toEqual(['li', 'wang', 'clerk', 'bo']);
  });

  it('records progress once under one id', () => {
    const progress = given(...handling).when(a.reportProgress());
    progress.thenTypes('ProgressReported');
    given(...handling, ...progress.events)
      .when(a.reportProgress())
      .thenRefuses('IdAlreadyUsed');
  });
});

describe('a case awaiting its check', () => {
  it('refuses the check by who did the work', () =>
    given(...awaitingCheck)
      .when(a.checkResult(), { by: a.gridWorker })
      .thenRefuses('DoerMayNotCheck'));

  it('refuses the check on behalf of who did the work', () =>
    given(...awaitingCheck)
      .when(a.checkResult(), { by: { ...a.clerk, onBehalfOf: 'li' } })
      .thenRefuses('DoerMayNotCheck'));

  const ofCompany = [
    ...[...filed, a.workOrderDispatched({ order: a.toCompany() }), a.workOrderAcknowledged()],
    a.resultReported({ doneBy: ['worker'] }),
  ];

  it('refuses the check of a company’s work by who works there, and by who acts for them, under whatever role', () => {
    const done = given(...ofCompany);
    const underAnotherRole = { id: 'wuye', role: 'grid-worker' as const };
    done.when(a.checkResult(), { by: underAnotherRole }).thenRefuses('PropertyMayNotCheck');
    done.when(a.checkResult(), { by: { ...a.clerk, onBehalfOf: 'wuye' } }).thenRefuses('PropertyMayNotCheck');
    const answered = [...ofCompany, a.resultChecked(), a.caseHandled(), a.requesterAnswered()];
    given(...answered)
      .when(a.recordFollowUp(), { by: underAnotherRole })
      .thenRefuses('DoerMayNotFollowUp');
    given(...answered)
      .when(a.recordFollowUp())
      .thenTypes('FollowUpRecorded');
  });

  it('refuses the check of a company’s work by its own side', () => {
    const done = given(...ofCompany);
    done.when(a.checkResult(), { by: a.companyHandler }).thenRefuses('PropertyMayNotCheck');
    done.when(a.checkResult(), { by: a.companyAuditor }).thenRefuses('PropertyMayNotCheck');
    done.when(a.checkResult()).thenTypes('ResultChecked', 'CaseHandled');
  });

  describe('of the post that the property company fills', () => {
    const order = a.toPost(1, { post: 'property-spring', person: 'chun' });
    const done = [
      ...[...filed, a.workOrderDispatched({ order }), a.workOrderAcknowledged()],
      a.resultReported({ doneBy: ['worker'] }),
    ];
    const { organisation, policy } = a.caseRules;
    const ofBranch = { person: 'shu', role: 'key-holder' as const, party: 'branch' as const };
    const rules = {
      ...a.caseRules,
      organisation: { ...organisation, grants: [...organisation.grants, ofBranch] },
      policy: { ...policy, companyWorkCheckedBy: ['owners' as const] },
    };

    it('is not checked by the company’s own side', () => {
      const inTheOther = { id: 'qiu', role: 'dispatcher' as const };
      for (const by of [a.companyHandler, a.companyAuditor, inTheOther])
        given(...done)
          .when(a.checkResult(), { by })
          .thenRefuses('PropertyMayNotCheck');
    });

    it('is checked by staff, and by the parties that the policy names', () => {
      const by = { id: 'shu', role: 'key-holder' as const };
      given(...done)
        .when(a.checkResult(), { by, rules })
        .thenRefuses('PropertyMayNotCheck');
      const byPolicy = { ...rules, policy };
      given(...done)
        .when(a.checkResult(), { by, rules: byPolicy })
        .thenTypes('ResultChecked', 'CaseHandled');
      given(...done)
        .when(a.checkResult(), { rules })
        .thenTypes('ResultChecked', 'CaseHandled');
    });
  });

  it('is handled when it passes: handling stops, the follow-up begins', () => {
    const when = given(...awaitingCheck).when(a.checkResult());
    when.thenRecords(a.resultChecked(), a.caseHandled());
    expect(liveDeadlines(when.state()).map(({ name }) => name)).toEqual(['follow-up']);
  });

  it('goes back to who had it when it fails, with the reason', () => {
    const when = given(...awaitingCheck).when(a.checkResult({ passed: false, found: '还是不亮' }));
    when.thenRecords(
      a.resultChecked({ passed: false, found: '还是不亮' }),
      a.reworkOrdered({ because: 'check', reason: '还是不亮' }),
    );
    expect(when.state()).toMatchObject({ status: 'handling', flags: { reworked: 1 } });
  });

  describe('of volunteers', () => {
    const failed = a.checkResult({ passed: false, found: '还是不亮' });
    const done = [...booked, a.volunteerCheckedIn(), a.resultReported()];
    const windows = [{ from: a.hours(30), to: a.hours(32) }];

    it('ends their visit, and asks for another time by the policy where the agreed ones are over', () => {
      const when = given(...done).when(failed, { now: a.hours(100) });
      const another = workWindows({ urgency: 'normal', minutes: 60, now: a.hours(100) }, a.caseRules.policy);
      when.thenRecords(
        a.resultChecked({ passed: false, found: '还是不亮' }),
        a.volunteerReleased({ reason: 'rework-ordered' }),
        a.reworkOrdered({ because: 'check', reason: '还是不亮', windows: another }),
      );
      expect(leadOrder(when.state())).toMatchObject({
        ...{ status: 'handling', need: { windows: another }, offers: [{ status: 'released' }] },
      });
    });

    it('ends the visit of who came, also while its time runs: the agreed windows have room for another', () => {
      const when = given(...done).when(failed, { now: a.hours(1) });
      when.thenTypes('ResultChecked', 'VolunteerReleased', 'ReworkOrdered');
      expect(leadOrder(when.state())?.need).toEqual(a.toVolunteers().need);
    });

    it('is done by who is booked ahead and has not come yet', () => {
      const when = given(...booked, a.resultReported()).when(failed, { now: a.hours(1) });
      when.thenTypes('ResultChecked', 'ReworkOrdered');
      expect(leadOrder(when.state())?.offers).toMatchObject([{ status: 'assigned' }]);
    });

    it('takes the time that whoever orders it has agreed', () => {
      const agreed = { ...failed, data: { ...failed.data, windows } };
      const when = given(...done).when(agreed, { now: a.hours(20) });
      when.thenRecords(
        a.resultChecked({ passed: false, found: '还是不亮' }),
        a.volunteerReleased({ reason: 'rework-ordered' }),
        a.reworkOrdered({ because: 'check', reason: '还是不亮', windows }),
      );
      expect(leadOrder(when.state())?.need?.windows).toEqual(windows);
    });

    it('agrees no time that is over, nor one for what nobody comes for', () => {
      const agreed = { ...failed, data: { ...failed.data, windows } };
      given(...done)
        .when(agreed, { now: a.hours(32) })
        .thenRefuses('WindowIsOver');
      given(...done)
        .when(a.checkResult({ windows }))
        .thenRefuses('NoVisitToAgree');
      given(...awaitingCheck)
        .when(agreed)
        .thenRefuses('NoVisitToAgree');
    });

    it('remembers who did it before, whoever comes now', () => {
      const again = given(...done)
        .when(failed, { now: a.hours(100) })
        .state();
      expect(currentRound(again).doers).toContain(a.id(401));
    });

    it('folds rework of before it booked a new time as it did', () => {
      const order = leadOrder(a.reported(...done, a.reworkOrdered({ because: 'check' })));
      expect(order?.offers).toMatchObject([{ status: 'checked-in' }]);
      expect(order?.need).toEqual(a.toVolunteers().need);
    });
  });

  it('lets nobody come for it who is booked ahead, once it passes; until then they may have to', () => {
    const done = [...booked, a.resultReported()];
    given(...done)
      .when(a.checkResult({ passed: false, found: '还是不亮' }))
      .thenTypes('ResultChecked', 'ReworkOrdered');
    const when = given(...done).when(a.checkResult());
    when.thenRecords(
      ...[a.resultChecked(), a.volunteerReleased({ reason: 'case-handled' }), a.caseHandled()],
    );
    given(...done)
      .when(a.checkResult(), { now: a.hours(12) })
      .thenTypes('ResultChecked', 'CaseHandled');
    given(...done)
      .when(a.withdrawRequest())
      .thenTypes('RequesterWithdrew', 'VolunteerReleased', 'CaseWithdrawn');
  });

  it('lets nobody come for a supporting order that is done, once it goes on elsewhere', () => {
    const support = { ...a.toVolunteers(2), part: 'support' as const };
    const ofSupport = { workOrderId: a.id(202) };
    const helped = [
      ...[
        ...handling,
        a.workOrderDispatched({ order: support, deadlines: [] }),
        a.volunteerOffered(ofSupport),
      ],
      ...[a.offerAccepted(ofSupport), a.volunteerAssigned(ofSupport), a.resultReported(ofSupport)],
    ];
    given(...helped)
      .when(a.referCase())
      .thenTypes('VolunteerReleased', 'CaseReferred');
    given(...helped)
      .when(a.mergeCase())
      .thenTypes('VolunteerReleased', 'CaseMerged');
  });

  it('lets supporting orders end with it', () => {
    const order = { ...a.toVolunteers(2), part: 'support' as const };
    const ofSecond = { workOrderId: a.id(202) };
    given(
      ...handling,
      a.workOrderDispatched({ order, deadlines: [] }),
      a.volunteerOffered(ofSecond),
      a.resultReported(),
    )
      .when(a.checkResult())
      .thenTypes('ResultChecked', 'OfferWithdrawn', 'CaseHandled');
  });
});

describe('a case awaiting its follow-up', () => {
  it('answers a result that is checked, none that is not', () => {
    given(...awaitingFollowUp)
      .when(a.answerRequester())
      .thenRecords(a.requesterAnswered());
    given(...handling)
      .when(a.answerRequester())
      .thenRefuses('NothingToAnswer');
  });

  it('is not asked about by who did the work', () =>
    given(...answered)
      .when(a.recordFollowUp(), { by: a.gridWorker })
      .thenRefuses('DoerMayNotFollowUp'));

  it('has no attempt to reach somebody counted by who did the work', () => {
    const attempts = ['answer', 'follow-up'] as const;
    for (const purpose of attempts) {
      given(...answered)
        .when(a.recordContact({ purpose }), { by: a.gridWorker })
        .thenRefuses('DoerMayNotFollowUp');
      given(...answered)
        .when(a.recordContact({ purpose }))
        .thenTypes('ContactAttempted');
    }
    given(...answered)
      .when(a.recordContact({ reached: true }), { by: a.gridWorker })
      .thenTypes('ContactAttempted');
  });

  it('takes the same attempts of who works on it while it is handled: they count for nothing later', () =>
    given(...handling)
      .when(a.recordContact({ purpose: 'answer' }), { by: a.gridWorker })
      .thenTypes('ContactAttempted'));

  it('goes back to handling where it is not solved; the handling clock goes on with the time it had left', () => {
    const handledAt = a.hours(20);
    const followUp = a.clock('follow-up', handledAt);
    const handled = told(a.caseHandled({ deadlines: [followUp] }), handledAt);
    const stopped = [...awaitingCheck, a.resultChecked(), handled];
    const notSolved = a.recordFollowUp({ solved: false, words: '又灭了' });
    const when = given(...stopped, a.requesterAnswered()).when(notSolved, { now: a.hours(50) });
    when.thenTypes('FollowUpRecorded', 'ReworkOrdered');
    const { startedAt, ...left } = a.clock('handling', a.hours(30));
    expect(startedAt).toBe(a.hours(30));
    expect(when.state()).toMatchObject({
      status: 'handling',
      deadlines: [{ ...left, startedAt: a.clock('handling').startedAt, warned: false, breached: false }],
    });
  });

  it('keeps a handling clock that was over before it was handled over', () => {
    const followUp = a.clock('follow-up', a.hours(80));
    const when = given(
      ...[...handling, a.deadlineBreached(), a.resultReported(), a.resultChecked()],
      ...[a.caseHandled({ deadlines: [followUp] }), a.requesterAnswered()],
    ).when(a.recordFollowUp({ solved: false }), { now: a.hours(90) });
    expect(when.state()).toMatchObject({ deadlines: [{ name: 'handling', breached: true }] });
  });

  it('folds rework of before clocks went on with the time left as it did', () => {
    const { deadlines } = a.reported(...answered, a.reworkOrdered({ because: 'follow-up' }));
    expect(deadlines).toMatchObject([a.clock('handling')]);
  });

  describe('that has climbed', () => {
    const climbed = [
      ...[...handling, a.caseEscalated(), a.resultReported(), a.resultChecked()],
      ...[told(a.caseHandled(), a.hours(10)), a.requesterAnswered()],
    ];
    const escalation = (state: ReportedCase) =>
      liveDeadlines(state).find(({ name }) => name === 'escalation')?.dueAt;

    it('stops its clock of escalation, and rework goes on with the time that it had left', () => {
      expect(escalation(a.reported(...climbed))).toBeUndefined();
      const when = given(...climbed).when(a.recordFollowUp({ solved: false }), { now: a.hours(34) });
      expect(escalation(when.state())).toBe(later(a.clock('escalation').dueAt, 24 * 3_600_000));
    });

    it('folds rework of before that clock went on as it did', () =>
      expect(escalation(a.reported(...climbed, a.reworkOrdered()))).toBeUndefined());
  });

  it('keeps the requester’s words out of the order to rework', () => {
    const [, rework] = given(...answered).when(a.recordFollowUp({ solved: false, words: '又灭了' })).events;
    expect(JSON.stringify(rework)).not.toContain('又灭了');
  });

  it('owes a new answer after rework', () =>
    given(
      ...answered,
      a.followUpRecorded({ solved: false }),
      ...[a.reworkOrdered(), a.resultReported(), a.resultChecked(), a.caseHandled()],
    )
      .when(a.closeCase())
      .thenRefuses('AnswerOwed'));

  it('counts what somebody says only where somebody was reached', () => {
    given(...answered)
      .when(a.recordFollowUp({ outcome: 'refused', solved: undefined, serviceScore: 5 }))
      .thenRefuses('OnlyReachedCount');
    given(...answered)
      .when(a.recordFollowUp({ solved: undefined }))
      .thenRefuses('FollowUpNeedsSolved');
    given(...answered)
      .when(a.recordFollowUp({ outcome: 'not-possible', solved: undefined }))
      .thenRefuses('FollowUpIsPossible');
  });
});

describe('closing', () => {
  const follow = (data: Parameters<typeof a.followUpRecorded>[0]) =>
    a.followUpRecorded({ solved: undefined, ...data });
  const calls = (...at: string[]) =>
    at.map((each) =>
      told(
        {
          type: 'ContactAttempted',
          data: {
            ...{ contactId: a.id(600), requesterId: a.id(101), purpose: 'answer' },
            ...{ channel: 'phone', reached: false },
          },
        },
        each,
      ),
    );

  it('waits for an answer to every requester', () => {
    given(...awaitingFollowUp, a.followUpRecorded())
      .when(a.closeCase())
      .thenRefuses('AnswerOwed');
    const two = [...reported, a.requesterJoined(), ...closed.slice(1, -1)];
    given(...two)
      .when(a.closeCase())
      .thenRefuses('AnswerOwed');
  });

  it('waits for a follow-up with every requester', () =>
    given(...answered)
      .when(a.closeCase())
      .thenRefuses('FollowUpOwed'));

  it('is solved where every requester says so', () =>
    given(...answered, a.followUpRecorded())
      .when(a.closeCase())
      .thenRecords(a.caseClosed()));

  it('is unrated where somebody refused to say', () =>
    given(...answered, follow({ outcome: 'refused' }))
      .when(a.closeCase())
      .thenRecords(a.caseClosed({ as: 'unrated' })));

  it('is not reached after attempts on enough different local days', () =>
    given(...awaitingFollowUp, ...calls(a.days(1), a.days(2), a.days(3)))
      .when(a.closeCase(), { now: a.days(4) })
      .thenRecords(a.caseClosed({ as: 'not-reached', archiveAt: a.archivedFrom(a.days(4)) })));

  it('counts attempts by the day on which they were made, whenever they were written down', () => {
    const writtenDown = (days: readonly number[]) =>
      calls(...days.map(() => a.days(4))).map(({ event, context }, i) => ({
        event,
        context: { ...context, occurredAt: a.days(days[i]!) },
      }));
    given(...awaitingFollowUp, ...writtenDown([1, 2, 3]))
      .when(a.closeCase(), { now: a.days(4) })
      .thenRecords(a.caseClosed({ as: 'not-reached', archiveAt: a.archivedFrom(a.days(4)) }));
    given(...awaitingFollowUp, ...writtenDown([1, 1, 2]))
      .when(a.closeCase(), { now: a.days(4) })
      .thenRefuses('AnswerOwed');
  });

  it('counts several attempts of a local day once, though they lie on two days of UTC', () =>
    given(...awaitingFollowUp, ...calls(a.days(1), a.days(2), '2026-03-04T15:59:00.000Z'))
      .when(a.closeCase(), { now: a.days(4) })
      .thenRefuses('AnswerOwed'));

  it('counts a missed follow-up as an attempt', () => {
    const missed = follow({ outcome: 'not-reached' });
    const attempts = [told(missed, a.days(1)), ...calls(a.days(2), a.days(3))];
    given(...awaitingFollowUp, ...attempts)
      .when(a.closeCase(), { now: a.days(4) })
      .thenRecords(a.caseClosed({ as: 'not-reached', archiveAt: a.archivedFrom(a.days(4)) }));
  });

  it('counts no attempt from before the result', () =>
    given(...handling, ...calls(a.days(1), a.days(2), a.days(3)), ...awaitingFollowUp.slice(-3))
      .when(a.closeCase(), { now: a.days(4) })
      .thenRefuses('AnswerOwed'));

  it('does not wait for who has withdrawn', () =>
    given(
      ...answered,
      a.followUpRecorded(),
      a.requesterJoined(),
      a.requesterWithdrew({ requesterId: a.id(102) }),
    )
      .when(a.closeCase())
      .thenRecords(a.caseClosed()));
});

describe('a closed case', () => {
  it('reopens at once on a request within the term, with a round and clocks of its own', () => {
    const when = given(...closed).when(a.requestReopening(), { now: a.days(30) });
    when.thenRecords(
      a.reopeningRequested(),
      a.caseReopened({ deadlines: [a.clock('dispatch', a.days(30))] }),
    );
    expect(when.state()).toMatchObject({ status: 'filed', rounds: [{ round: 1 }, { round: 2, orders: [] }] });
  });

  it('asks staff after the term', () => {
    const asked = given(...closed).when(a.requestReopening(), { now: a.days(31) });
    asked.thenRecords(a.reopeningRequested());
    const pending = given(...closed, a.reopeningRequested());
    pending.when(a.grantReopening()).thenTypes('CaseReopened');
    pending.when(a.refuseReopening()).thenTypes('ReopeningRefused');
    pending.when(a.refuseReopening({ ground: 'mood' })).thenRefuses('GroundNotInPolicy');
    pending.when(a.requestReopening({ requestId: a.id(541) })).thenRefuses('ReopeningAlreadyAsked');
  });

  it('belongs to whoever holds the post by then', () => {
    const { organisation } = a.caseRules;
    const posts = { ...organisation.posts, desk: { ...organisation.posts.desk!, holder: 'new-clerk' } };
    const rules = { ...a.caseRules, organisation: { ...organisation, posts } };
    const when = given(...closed).when(a.requestReopening(), { rules });
    expect(when.state().accountable).toEqual({ post: 'desk', person: 'new-clerk' });
  });

  it('asks who says “not solved” for a request to reopen', () =>
    given(...closed)
      .when(a.recordFollowUp({ followUpId: a.id(531), solved: false }))
      .thenRefuses('ClosedAsksForReopening'));

  it('is joined by nobody', () =>
    given(...closed)
      .when(a.joinCase())
      .thenRefuses('CommandNotInStatus'));

  it('takes late timers for what they are', () => {
    given(...closed)
      .when(a.breachDeadline(), { now: a.days(9) })
      .thenNothingNew();
    given(...closed)
      .when(a.warnDeadline(), { now: a.days(9) })
      .thenNothingNew();
  });
});

describe('a case that is reopened twice', () => {
  const twice = [...closed, a.caseReopened(), a.caseFiled({ round: 2 })];
  const again = [...twice, a.workOrderDispatched({ round: 2, order: a.toPost(2, a.atHome) })];
  const handledTwice = [
    ...again,
    a.workOrderAcknowledged({ round: 2, workOrderId: a.id(202) }),
    a.resultReported({ round: 2, workOrderId: a.id(202), doneBy: ['zhao'] }),
    ...[a.resultChecked({ round: 2 }), a.caseHandled({ round: 2 }), a.caseClosed({ round: 2 })],
  ];
  const third = [...handledTwice, a.caseReopened({ round: 3, supervised: true })];

  it('may have its handler back the first time', () =>
    given(...twice)
      .when(a.dispatchWorkOrder({ order: a.toPost(9) }))
      .thenTypes('WorkOrderDispatched'));

  it('is supervised from the second time on', () => {
    const when = given(...handledTwice).when(a.requestReopening(), { now: a.days(1) });
    expect(when.state().flags).toMatchObject({ supervised: true, reopened: 2 });
  });

  it('is handled by nobody who led it before', () => {
    given(...third)
      .when(a.dispatchWorkOrder({ order: a.toPost(9) }))
      .thenRefuses('AnotherHandlerNeeded');
    given(...third)
      .when(a.dispatchWorkOrder({ order: a.toPost(9, a.atHome) }))
      .thenRefuses('AnotherHandlerNeeded');
    given(...third)
      .when(a.dispatchWorkOrder({ order: a.toCompany(9) }))
      .thenTypes('WorkOrderDispatched');
  });

  it('asks no volunteer who worked on it before', () => {
    const before = a.resultReported({ round: 2, workOrderId: a.id(202), doneBy: [a.id(401)] });
    given(
      ...again,
      a.workOrderAcknowledged({ round: 2, workOrderId: a.id(202) }),
      ...[before, a.caseClosed({ round: 2 }), a.caseReopened({ round: 3, supervised: true })],
      a.workOrderDispatched({ round: 3, order: a.toVolunteers(9) }),
    )
      .when(a.offerToVolunteer({ workOrderId: a.id(209) }))
      .thenRefuses('AnotherHandlerNeeded');
  });
});

describe('withdrawal', () => {
  it('removes the requester; the others’ case goes on', () =>
    given(...handling, a.requesterJoined())
      .when(a.withdrawRequest())
      .thenRecords(a.requesterWithdrew()));

  it('of the last requester ends the case and everything that was asked for it', () => {
    const when = given(...booked).when(a.withdrawRequest());
    when.thenTypes('RequesterWithdrew', 'VolunteerReleased', 'CaseWithdrawn');
    expect(when.state()).toMatchObject({ status: 'withdrawn', deadlines: [] });
  });

  it('never ends a public hazard', () => {
    const when = given(a.caseReported({ category: 'lift' })).when(a.withdrawRequest());
    when.thenRecords(a.requesterWithdrew());
    expect(when.state().status).toBe('reported');
  });

  it('ends nothing of which nobody has said yet what it is, nor what was made safe in this round', () => {
    const unsaid = given(a.caseReported({ category: undefined })).when(a.withdrawRequest());
    unsaid.thenTypes('RequesterWithdrew');
    expect(unsaid.state().status).toBe('reported');
    given(...handling, a.safetyMeasureTaken())
      .when(a.withdrawRequest())
      .thenTypes('RequesterWithdrew');
    given(...closed, a.safetyMeasureTaken(), a.caseReopened())
      .when(a.withdrawRequest())
      .thenTypes('RequesterWithdrew', 'CaseWithdrawn');
  });

  it('of everybody ends a matter once its category says that it is no hazard', () => {
    const left = [a.caseReported({ category: undefined }), a.requesterWithdrew()];
    const when = given(...left).when(a.acceptCase());
    when.thenTypes('CaseAccepted', 'CaseWithdrawn');
    expect(when.state()).toMatchObject({ status: 'withdrawn', deadlines: [] });
    given(...left)
      .when(a.acceptCase({ category: 'lift' }))
      .thenTypes('CaseAccepted');
    given(...left, a.safetyMeasureTaken())
      .when(a.acceptCase())
      .thenTypes('CaseAccepted');
    given(...left, a.requesterJoined())
      .when(a.acceptCase())
      .thenTypes('CaseAccepted');
  });

  it('leaves nobody to answer', () =>
    given(...handling, a.requesterJoined(), a.requesterWithdrew())
      .when(a.answerRequester({ subjectOf: 'progress' }))
      .thenRefuses('RequesterHasWithdrawn'));
});

describe('an imported case', () => {
  const open = [a.caseImported()];

  it('starts no clock and asks for no policy', () => {
    const policy = { ...a.caseRules.policy, version: 0 };
    const when = given().when(a.importCase({ urgency: 'soon' }), { rules: { ...a.caseRules, policy } });
    when.thenRecords(a.caseImported());
    expect(when.state()).toMatchObject({ status: 'reported', deadlines: [] });
  });

  it('that is closed outside is archived', () => {
    const when = given().when(a.importCase({ outsideStatus: 'closed', externalParent: 'SR-0' }));
    expect(when.state()).toMatchObject({ status: 'archived', imported: { externalParent: 'SR-0' } });
  });

  it('again is no news, changed outside is told', () => {
    given(...open)
      .when(a.importCase())
      .thenNothingNew();
    given(...open)
      .when(a.importCase({ outsideStatus: 'closed' }))
      .thenRefuses('ImportedDifferently');
    given(...reported)
      .when(a.importCase())
      .thenRefuses('CaseAlreadyReported');
  });

  it('begins to run when it is accepted', () =>
    given(...open)
      .when(a.acceptCase(), { now: a.days(3) })
      .thenRecords(a.caseAccepted({ deadlines: [a.clock('dispatch', a.days(3))] })));

  it('takes each outside note once, whatever its status', () => {
    const note = given(...open).when(a.recordExternalNote());
    note.thenTypes('ExternalNoteRecorded');
    given(...open, ...note.events)
      .when(a.recordExternalNote())
      .thenNothingNew();
    given(...reported)
      .when(a.recordExternalNote())
      .thenRefuses('CaseNotImported');
  });

  it('that ended outside reopens when staff say so', () =>
    given(a.caseImported({ outsideStatus: 'closed' }))
      .when(a.requestReopening())
      .thenRecords(a.reopeningRequested()));

  it('without a category gets one when it is filed', () => {
    const bare = [a.caseImported({ outsideStatus: 'closed', category: undefined }), a.caseReopened()];
    given(...bare)
      .when(a.fileCase())
      .thenRefuses('CategoryMissing');
    const when = given(...bare).when(a.fileCase({ category: 'lighting' }));
    expect(when.state().category).toBe('lighting');
  });
});

describe('a deadline', () => {
  it('warns once, when the policy’s share of it is over', () => {
    const warned = given(...reported).when(a.warnDeadline(), { now: a.hours(3) });
    warned.thenRecords({
      type: 'DeadlineWarned',
      data: { name: 'acceptance', dueAt: a.hours(4), firedAt: a.hours(3) },
    });
    given(...reported)
      .when(a.warnDeadline(), { now: a.hours(2) })
      .thenNothingNew();
    given(...reported, ...warned.events)
      .when(a.warnDeadline(), { now: a.hours(3) })
      .thenNothingNew();
  });

  it('is breached once, at its end', () => {
    const breached = given(...reported).when(a.breachDeadline(), { now: a.hours(4) });
    breached.thenTypes('DeadlineBreached');
    given(...reported, ...breached.events)
      .when(a.breachDeadline(), { now: a.hours(5) })
      .thenNothingNew();
  });

  it('that was moved or met is no news to a timer that names the old one', () => {
    given(...reported)
      .when(a.breachDeadline({ dueAt: a.hours(9) }), { now: a.hours(10) })
      .thenNothingNew();
    given(...accepted)
      .when(a.breachDeadline(), { now: a.hours(4) })
      .thenNothingNew();
  });
});

describe('the state table', () => {
  const anyData: Record<string, unknown> = {};
  const commands = Object.keys(caseCommands) as CaseCommandType[];

  it('has a status for every command', () => {
    const allowed = new Set(Object.values(statusTable).flatMap((row) => Object.keys(row.commands)));
    expect([...allowed].sort()).toEqual([...commands].sort());
  });

  it.each([
    ['reported', reported],
    ['accepted', accepted],
    ['filed', filed],
    ['dispatched', dispatched],
    ['handling', handling],
    ['awaiting-check', awaitingCheck],
    ['awaiting-follow-up', awaitingFollowUp],
    ['closed', closed],
    ['archived', [a.caseImported({ outsideStatus: 'closed' })]],
    ['declined', [...reported, a.caseDeclined()]],
    ['withdrawn', [...reported, a.requesterWithdrew(), a.caseWithdrawn()]],
    ['referred', [...filed, a.caseReferred()]],
    ['void', [...filed, a.voidProposed(), a.caseVoided()]],
    ['awaiting-keys', [...filed, a.jointResolutionConvened()]],
  ] as const)('alone decides what is out of the question for a case that is %s', (status, history) => {
    const state = a.reported(...history);
    expect(state.status).toBe(status);
    const context = { now: a.theStart, occurredAt: a.theStart, by: a.clerk, rules: a.caseRules };
    for (const type of commands.filter((each) => !(each in statusTable[status].commands))) {
      const result = caseDecider.decide({ type, data: anyData } as never, state, context);
      expect(isRefusal(result) && result.refused).toMatch(/^(?:CommandNotInStatus|CaseAlreadyReported)$/);
    }
    expect(Object.keys(statusTable[status].commands)).toEqual(expect.arrayContaining(allowedCommands(state)));
  });

  it('is the documentation’s table', () => {
    const table = statusTableMarkdown();
    expect(table.trimEnd().split('\n')).toHaveLength(2 + Object.keys(statusTable).length);
    expect(table).toContain('| `awaiting-check` | 待核查 · Awaiting check |');
    expect(table).toContain('**awaiting-follow-up** (CheckResult)');
  });
});
