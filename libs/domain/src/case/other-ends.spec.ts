import * as a from './case.fixtures';
import { given, told } from './case.fixtures';
import { liveDeadlines } from './openings';

const reported = [a.caseReported()];
const filed = [...reported, a.caseAccepted(), a.caseFiled()];
const handling = [...filed, a.workOrderDispatched(), a.workOrderAcknowledged()];

describe('a referral', () => {
  const referred = [...handling, told(a.caseReferred(), a.hours(10))];
  const answered = [...referred, a.referralAnswered({ deadlines: [a.clock('handling')] })];

  it('goes to a body that the policy names, on a ground of it', () => {
    given(...reported)
      .when(a.referCase())
      .thenRecords(a.caseReferred());
    given(...reported)
      .when(a.referCase({ body: 'moon' }))
      .thenRefuses('BodyNotInPolicy');
    given(...reported)
      .when(a.referCase({ basis: 'mood' }))
      .thenRefuses('GroundNotInPolicy');
  });

  it('ends whatever was under way here, and its clocks stand still', () => {
    const booked = [
      ...[...filed, a.workOrderDispatched({ order: a.toVolunteers() })],
      ...[a.volunteerOffered(), a.offerAccepted(), a.volunteerAssigned()],
    ];
    const when = given(...booked).when(a.referCase());
    when.thenTypes('VolunteerReleased', 'CaseReferred');
    expect(when.state()).toMatchObject({
      status: 'referred',
      deadlines: [],
      rounds: [{ orders: [{ status: 'ended' }] }],
    });
  });

  it('is told to the requesters, which is no answer yet on what came of it', () => {
    const when = given(...referred).when(a.answerRequester({ subjectOf: 'referral' }));
    when.thenTypes('RequesterAnswered');
    expect(when.state().requesters[0]?.answered).toBeUndefined();
    given(...handling)
      .when(a.answerRequester({ subjectOf: 'referral' }))
      .thenRefuses('NothingToAnswer');
  });

  it('that was theirs goes to its check, with the time that was left', () => {
    const when = given(...referred).when(a.recordReferralAnswer(), { now: a.hours(34) });
    when.thenTypes('ReferralAnswered');
    expect(when.state().status).toBe('awaiting-check');
    expect(liveDeadlines(when.state())).toMatchObject([{ name: 'handling', dueAt: a.hours(72 + 24) }]);
  });

  it('that was not theirs is filed here, to be dispatched anew', () => {
    const when = given(...reported, a.caseReferred()).when(a.recordReferralAnswer({ accepted: false }));
    when.thenRecords(a.referralAnswered({ accepted: false, deadlines: [a.clock('dispatch')] }));
    expect(when.state().status).toBe('filed');
  });

  it('that was not theirs leaves whoever led before out of the next check', () => {
    const company = [
      ...[...referred, a.referralAnswered({ accepted: false })],
      ...[a.workOrderDispatched({ order: a.toCompany(2) }), a.resultReported({ workOrderId: a.id(202) })],
    ];
    given(...company)
      .when(a.checkResult(), { by: a.companyHandler })
      .thenRefuses('PropertyMayNotCheck');
  });

  it('is answered by its own id', () =>
    given(...referred)
      .when(a.recordReferralAnswer({ referralId: a.id(999) }))
      .thenRefuses('ReferralUnknown'));

  it('goes back to the body where its work fails the check', () => {
    const when = given(...answered).when(a.checkResult({ passed: false }));
    when.thenTypes('ResultChecked', 'ReworkOrdered');
    expect(when.state()).toMatchObject({ status: 'referred', deadlines: [] });
    const again = when.state().rounds[0].referral;
    expect(again).toEqual({ referralId: a.id(590), answered: false });
  });

  it('goes back to the body where the resident says that it is not solved', () => {
    const handled = [...answered, a.resultChecked(), told(a.caseHandled(), a.hours(40))];
    const when = given(...handled, a.requesterAnswered()).when(a.recordFollowUp({ solved: false }), {
      now: a.hours(50),
    });
    when.thenTypes('FollowUpRecorded', 'ReworkOrdered');
    expect(when.state()).toMatchObject({ status: 'referred', deadlines: [], pausedAt: a.hours(40) });
  });
});

describe('a neighbours’ dispute', () => {
  const noise = { category: 'noise' };
  const dispute = [a.caseReported(noise), a.caseAccepted(noise), a.caseFiled()];
  const mediated = { ...a.toPost(), assignee: { kind: 'post' as const, ...a.atMediation } };
  const inMediation = [...dispute, a.workOrderDispatched({ order: mediated }), a.workOrderAcknowledged()];
  const by = a.mediator;

  it('is led by a mediator', () => {
    given(...dispute)
      .when(a.dispatchWorkOrder({ order: mediated }))
      .thenTypes('WorkOrderDispatched');
    given(...dispute)
      .when(a.dispatchWorkOrder())
      .thenRefuses('NeedsMediation');
    given(...inMediation)
      .when(a.reassignWorkOrder())
      .thenRefuses('NeedsMediation');
  });

  it('ends by a settlement: result and check in one', () => {
    const when = given(...inMediation).when(a.recordSettlement(), { by });
    when.thenRecords(a.settlementRecorded(), a.caseHandled());
    expect(when.state()).toMatchObject({
      status: 'awaiting-follow-up',
      rounds: [{ doers: ['wen'], orders: [{ status: 'done' }] }],
    });
  });

  it('ends without one, once both sides know their rights', () => {
    given(...inMediation)
      .when(a.recordSettlementFailure(), { by })
      .thenRecords(a.settlementFailed(), a.caseHandled());
    given(...inMediation)
      .when(a.recordSettlementFailure({ rightsExplained: false }), { by })
      .thenRefuses('RightsNotExplained');
    given(...inMediation)
      .when(a.recordSettlementFailure({ reason: 'mood' }), { by })
      .thenRefuses('GroundNotInPolicy');
  });

  it('is settled by whoever holds the order or mediates here, and by nobody else', () => {
    for (const mediator of ['nobody-at-all', 'zhao'])
      given(...inMediation)
        .when(a.recordSettlement({ mediator }), { by: a.dispatcher })
        .thenRefuses('NotTheMediator');
    given(...inMediation)
      .when(a.recordSettlementFailure(), { by: a.dispatcher })
      .thenRefuses('NotTheMediator');
    given(...inMediation)
      .when(a.recordSettlement({ mediator: 'wen' }), { by: a.dispatcher })
      .thenTypes('SettlementRecorded', 'CaseHandled');
  });

  it('does not end by a result', () =>
    given(...inMediation)
      .when(a.reportResult(), { by })
      .thenRefuses('NeedsSettlement'));

  it('alone is settled', () =>
    given(...handling)
      .when(a.recordSettlement(), { by })
      .thenRefuses('NotADispute'));

  it('is not followed up by its mediator', () =>
    given(...inMediation, a.settlementRecorded(), a.caseHandled())
      .when(a.recordFollowUp(), { by })
      .thenRefuses('DoerMayNotFollowUp'));

  it('goes back to its mediator where the resident says that it is not solved', () => {
    const handled = [...inMediation, a.settlementRecorded(), a.caseHandled(), a.requesterAnswered()];
    const when = given(...handled).when(a.recordFollowUp({ solved: false }));
    expect(when.state().status).toBe('handling');
  });

  it('names who reported only with their consent, which is given once', () => {
    const when = given(...inMediation).when(a.consentToDisclosure());
    when.thenRecords(a.disclosureConsented());
    expect(when.state().requesters[0]?.disclosure).toBe(true);
    given(...inMediation, a.disclosureConsented())
      .when(a.consentToDisclosure())
      .thenNothingNew();
  });
});

describe('a case that never was one', () => {
  it('is made void by two people on the same ground', () => {
    given(...filed)
      .when(a.voidCase())
      .thenRecords(a.voidProposed());
    const when = given(...filed, a.voidProposed()).when(a.voidCase(), { by: a.dispatcher });
    when.thenRecords(a.caseVoided());
    expect(when.state()).toMatchObject({ status: 'void', deadlines: [] });
  });

  it('is not made void by one, nor on no ground, nor on another ground than was asked', () => {
    given(...filed, a.voidProposed())
      .when(a.voidCase())
      .thenRefuses('SecondPersonNeeded');
    given(...filed)
      .when(a.voidCase({ ground: 'mood' }))
      .thenRefuses('GroundNotInPolicy');
    given(...filed, a.voidProposed())
      .when(a.voidCase({ ground: 'test-entry' }), { by: a.dispatcher })
      .thenRecords(a.voidProposed({ ground: 'test-entry', by: 'zhao' }));
  });

  it('is not made void once somebody has begun to handle it, where it was filed or reopened since', () => {
    const begun = [...filed, a.workOrderDispatched(), a.handlingStarted(), a.workOrderReassigned()];
    const support = a.workOrderDispatched({ order: { ...a.toPost(2), part: 'support' } });
    const bySupport = a.resultReported({ workOrderId: a.id(202) });
    const seated = [a.volunteerOffered(), a.offerAccepted(), a.volunteerAssigned()];
    const from = a.toVolunteers().assignee;
    for (const history of [
      begun,
      [...filed, a.workOrderDispatched(), a.workOrderAcknowledged(), a.workOrderReassigned()],
      [...filed, a.workOrderDispatched(), a.progressReported()],
      [
        ...[...filed, a.workOrderDispatched({ order: a.toVolunteers() }), ...seated],
        ...[a.volunteerReleased(), a.workOrderReassigned({ from })],
      ],
      [...filed, a.jointResolutionConvened(), a.planProposed(), a.lockOpened()],
      [...filed, a.workOrderDispatched(), support, bySupport],
      [...filed, a.caseHandled(), a.caseClosed(), a.caseReopened()],
    ])
      given(...history)
        .when(a.voidCase(), { by: a.dispatcher })
        .thenRefuses('HandlingHasBegun');
  });

  it('is not made void by a proposal from before it was accepted', () =>
    given(a.caseReported(), a.voidProposed(), a.caseAccepted())
      .when(a.voidCase(), { by: a.dispatcher })
      .thenRecords(a.voidProposed({ by: 'zhao' })));

  it('tells its volunteers, and is never made void once handling has begun', () => {
    const asked = [
      ...[...filed, a.workOrderDispatched({ order: a.toVolunteers() }), a.volunteerOffered()],
      a.voidProposed(),
    ];
    given(...asked)
      .when(a.voidCase(), { by: a.dispatcher })
      .thenTypes('OfferWithdrawn', 'CaseVoided');
    given(...handling)
      .when(a.voidCase())
      .thenRefuses('CommandNotInStatus');
  });
});

describe('a correction', () => {
  it('changes what it names, and nothing else', () => {
    const when = given(...handling).when(a.amendReport());
    when.thenRecords(a.reportAmended());
    expect(when.state()).toMatchObject({ confidential: true, summary: '楼前路灯不亮', status: 'handling' });
  });

  it('says something, about a place that is there', () => {
    given(...handling)
      .when(a.amendReport({ fields: {} }))
      .thenRefuses('NothingToAmend');
    given(...handling)
      .when(a.amendReport({ fields: { place: { compound: 'spring', building: 'b77' } } }))
      .thenRefuses('BuildingUnknown');
  });
});

describe('a correction by its reference', () => {
  it('names an event of this case that told what it corrects', () =>
    given(...handling)
      .when(a.amendReport({ known: false }))
      .thenRefuses('EventUnknown'));
});

describe('the archive', () => {
  const closed = [
    ...[...handling, a.resultReported(), a.resultChecked(), a.caseHandled(), a.requesterAnswered()],
    ...[a.followUpRecorded(), a.caseClosed()],
  ];

  it('takes a case once nobody can reopen it by themself', () => {
    given(...closed)
      .when(a.archiveCase(), { now: a.days(30) })
      .thenRefuses('StillReopenable');
    const when = given(...closed).when(a.archiveCase(), { now: a.days(31) });
    when.thenRecords(a.caseArchived());
    expect(when.state().status).toBe('archived');
  });

  it('waits where a request to reopen has not been decided', () =>
    given(...closed, a.reopeningRequested())
      .when(a.archiveCase(), { now: a.days(31) })
      .thenRefuses('ReopeningAlreadyAsked'));

  it('comes by itself when the policy says, and after a refused request again as long', () => {
    const at = (now: string) => ({ archiveAt: a.archivedFrom(now) });
    expect(a.archivedFrom()).toBe(a.later(a.days(90), 1));
    given(...closed.slice(0, -1))
      .when(a.closeCase(), { now: a.days(2) })
      .thenRecords(a.caseClosed(at(a.days(2))));
    given(a.caseReported({ category: 'question' }))
      .when(a.answerDirectly(), { now: a.days(1) })
      .thenTypes('CaseAnswered', 'RequesterAnswered');
    const refused = given(...closed, a.reopeningRequested()).when(a.refuseReopening(), { now: a.days(40) });
    expect(refused.events[0]?.data).toMatchObject(at(a.days(40)));
    const archived = given(...closed, a.caseArchived(), a.reopeningRequested()).when(a.refuseReopening());
    expect(archived.events[0]?.data).toMatchObject({ archiveAt: undefined });
  });

  it('gives a case back where staff say so', () =>
    given(...closed, a.caseArchived(), a.reopeningRequested())
      .when(a.grantReopening(), { now: a.days(40) })
      .thenTypes('CaseReopened'));
});
