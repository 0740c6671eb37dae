import { accountableFor } from '../routing';
import * as a from './case.fixtures';
import { given } from './case.fixtures';
import { fitFor } from './impartiality';

// 身份隔离: the respondent is a company; `li` is kept out as their kin, `wuye` works for the company.

const about = [a.caseReported({ respondent: a.respondent }), a.caseAccepted(), a.caseFiled()];
const atHome = { ...a.toPost(), assignee: { kind: 'post' as const, ...a.atHome } };
const handling = [...about, a.workOrderDispatched({ order: atHome }), a.workOrderAcknowledged()];
const awaitingCheck = [...handling, a.resultReported({ doneBy: ['zhao'] })];

describe('the side that is complained about', () => {
  it('gets no order: neither the company nor whoever is kept out', () => {
    given(...about)
      .when(a.dispatchWorkOrder({ order: a.toCompany() }))
      .thenRefuses('RespondentsSide');
    given(...about)
      .when(a.dispatchWorkOrder())
      .thenRefuses('RespondentsSide');
    given(...handling)
      .when(a.reassignWorkOrder({ to: { kind: 'post', ...a.atGrid } }))
      .thenRefuses('RespondentsSide');
    given(...about)
      .when(a.dispatchWorkOrder({ order: atHome }))
      .thenTypes('WorkOrderDispatched');
  });

  it('answers for no such case', () =>
    given(...about)
      .when(a.transferAccountability())
      .thenRefuses('RespondentsSide'));

  it('receives no report about itself', () => {
    const keptOut = { ...a.respondent, keptOut: ['clerk'] };
    given()
      .when(a.reportCase({ respondent: keptOut }))
      .thenRefuses('RespondentsSide');
    given()
      .when(a.reportCase({ respondent: keptOut, accountable: a.atHome }))
      .thenTypes('CaseReported');
    const isFit = fitFor({ respondent: keptOut }, { now: a.theStart, rules: a.caseRules });
    const theirs = accountableFor(a.clerk, a.caseRules, isFit);
    expect(theirs).not.toBe('no-holder');
    expect(theirs).not.toMatchObject({ person: 'clerk' });
  });

  it('is passed by where a case climbs', () => {
    const kept = { ...a.respondent, keptOut: ['zhao'] };
    const when = given(a.caseReported({ respondent: kept }), a.caseAccepted(), a.caseFiled()).when(
      a.escalateCase(),
      { by: a.gridWorker },
    );
    when.thenTypes('CaseEscalated');
    expect(when.events).toMatchObject([{ data: { to: a.atDesk } }]);
    given(a.caseReported(), a.caseAccepted(), a.caseFiled())
      .when(a.escalateCase())
      .thenTypes(...(['CaseEscalated', 'AccountabilityTransferred'] as const));
  });

  it('does not get back what comes back', () => {
    const kept = { ...a.respondent, keptOut: ['clerk'] };
    const closed = [
      ...[a.caseReported({ respondent: kept, accountable: a.atDesk }), a.caseAccepted(), a.caseFiled()],
      ...[
        a.workOrderDispatched({ order: atHome }),
        a.resultReported({ doneBy: ['zhao'] }),
        a.resultChecked(),
      ],
      ...[a.caseHandled(), a.requesterAnswered(), a.followUpRecorded(), a.caseClosed()],
    ];
    const when = given(...closed).when(a.requestReopening(), { by: a.resident });
    when.thenTypes('ReopeningRequested', 'CaseReopened');
    expect(when.state().accountable.person).not.toBe('clerk');
    const everybody = [
      ...new Set(Object.values(a.caseRules.organisation.posts).flatMap((each) => each.holder ?? [])),
    ];
    const nobodyLeft = a.reportAmended({ fields: { respondent: { ...kept, keptOut: everybody } } });
    given(...closed, nobodyLeft)
      .when(a.requestReopening(), { by: a.resident })
      .thenTypes('ReopeningRequested');
    given(...closed, nobodyLeft, a.reopeningRequested())
      .when(a.grantReopening())
      .thenRefuses('RespondentsSide');
  });

  it('checks nothing and asks nobody', () => {
    for (const by of [a.companyHandler, a.gridWorker])
      given(...awaitingCheck)
        .when(a.checkResult(), { by })
        .thenRefuses('RespondentsSide');
    given(...awaitingCheck, a.resultChecked(), a.caseHandled())
      .when(a.recordFollowUp(), { by: a.gridWorker })
      .thenRefuses('RespondentsSide');
    given(...awaitingCheck)
      .when(a.checkResult())
      .thenTypes('ResultChecked', 'CaseHandled');
  });

  it('helps with nothing', () => {
    const asked = [...about, a.workOrderDispatched({ order: a.toVolunteers() })];
    given(...asked)
      .when(a.offerToVolunteer({ volunteerId: a.id(401) }))
      .thenRefuses('ConflictOfInterest');
    given(...asked)
      .when(a.offerToVolunteer({ volunteerId: a.id(402) }))
      .thenTypes('VolunteerOffered');
  });

  it('mediates no dispute of its own', () => {
    const noise = { category: 'noise', respondent: { ...a.respondent, keptOut: ['wen'] } };
    const mediated = { ...a.toPost(), assignee: { kind: 'post' as const, ...a.atMediation } };
    given(a.caseReported(noise), a.caseAccepted({ category: 'noise' }), a.caseFiled())
      .when(a.dispatchWorkOrder({ order: mediated }))
      .thenRefuses('RespondentsSide');
  });

  it('is whoever acts for the organisation today: a role whose term is over binds nobody', () => {
    const { organisation } = a.caseRules;
    const grants = organisation.grants.map((each) =>
      each.person === 'wuye' ? { ...each, until: a.hours(1) } : each,
    );
    const rules = { ...a.caseRules, organisation: { ...organisation, grants } };
    const by = { ...a.companyHandler, role: 'grid-worker' as const };
    given(...awaitingCheck)
      .when(a.checkResult(), { by, rules })
      .thenRefuses('RespondentsSide');
    given(...awaitingCheck)
      .when(a.checkResult(), { by, rules, now: a.hours(1) })
      .thenTypes('ResultChecked', 'CaseHandled');
  });

  it('stays what it was where a correction says nothing of it', () => {
    const phone = '13800002222';
    const { respondentId, kind, organisation, keptOut } = a.respondent;
    const known = [a.caseReported({ respondent: { ...a.respondent, phone } }), a.disclosureConsented()];
    const corrected = { respondentId, kind, name: '晨光物业公司' };
    const when = given(...known).when(a.amendReport({ fields: { respondent: corrected } }));
    when.thenRecords(
      a.reportAmended({ fields: { respondent: { ...corrected, organisation, keptOut } }, phoneStays: true }),
    );
    expect(when.state()).toMatchObject({
      respondent: { ...corrected, organisation, keptOut, phone },
      requesters: [{ disclosure: true }],
    });
    const letIn = given(...known).when(
      a.amendReport({ fields: { respondent: { ...a.respondent, keptOut: [] } } }),
    );
    expect(letIn.state().respondent?.keptOut).toEqual([]);
  });

  it('passes the case on where a correction names whoever answers for it', () => {
    const respondent = { ...a.respondent, keptOut: ['clerk'] };
    const amend = a.amendReport({ fields: { respondent } });
    const transferred = (person: string) => ({
      type: 'AccountabilityTransferred' as const,
      data: { from: a.atDesk, to: { person }, reason: 'conflict-of-interest' },
    });
    const by = a.dispatcher;
    const when = given(a.caseReported()).when(amend, { by });
    expect(when.events).toMatchObject([{ type: 'ReportAmended' }, transferred('zhao')]);
    expect(when.state().accountable).toEqual(a.atHome);
    const bySomebodyWithoutPost = given(a.caseReported()).when(amend, { by: a.companyAuditor });
    bySomebodyWithoutPost.thenTypes('ReportAmended', 'AccountabilityTransferred');
    expect(bySomebodyWithoutPost.state().accountable.person).not.toBe('clerk');
  });

  it('is named where the case is in its hands by a role in its organisation', () => {
    const { organisation } = a.caseRules;
    const acting = (person: string) => {
      const grant = { role: 'handler', scope: 'property-company', person } as const;
      return { ...a.caseRules, organisation: { ...organisation, grants: [...organisation.grants, grant] } };
    };
    const respondent = { ...a.respondent, keptOut: ['li'] };
    const amend = a.amendReport({ fields: { respondent } });
    const named = (keptOut: string[]) =>
      a.reportAmended({
        ...{ fields: { respondent: { ...respondent, keptOut } }, anotherRespondent: true },
      });
    const plain = [a.caseReported(), a.caseAccepted(), a.caseFiled()];
    const byPost = [...plain, a.workOrderDispatched({ order: atHome }), a.workOrderAcknowledged()];
    given(...byPost)
      .when(amend, { rules: acting('zhao') })
      .thenRecords(named(['li', 'zhao']));
    given(...byPost)
      .when(amend, { rules: acting('somebody') })
      .thenRecords(named(['li']));
    const seated = [
      ...[...plain, a.workOrderDispatched({ order: a.toVolunteers() }), a.volunteerOffered()],
      ...[a.offerAccepted(), a.volunteerAssigned({ account: 'zhou' })],
    ];
    given(...seated)
      .when(amend, { rules: acting('zhou') })
      .thenRecords(named(['li', 'zhou']));
  });

  it('keeps by name what nobody is left to take, until people pass it on', () => {
    const keptOut = Object.values(a.caseRules.organisation.posts).flatMap(({ holder }) => holder ?? []);
    const when = given(a.caseReported()).when(
      a.amendReport({ fields: { respondent: { ...a.respondent, keptOut } } }),
    );
    when.thenTypes('ReportAmended');
    expect(when.state().accountable).toEqual(a.atDesk);
  });

  it('is named to nobody else than to whom a requester agreed to be named', () => {
    const another = { ...a.respondent, respondentId: a.id(4), keptOut: [] };
    const when = given(a.caseReported({ respondent: a.respondent }), a.disclosureConsented()).when(
      a.amendReport({ fields: { respondent: another } }),
    );
    when.thenRecords(a.reportAmended({ fields: { respondent: another }, anotherRespondent: true }));
    expect(when.state().requesters[0]?.disclosure).toBeUndefined();
  });

  it('is not yet known at the report: a correction that names it keeps it out from then on', () => {
    const amended = a.reportAmended({ fields: { respondent: a.respondent } });
    given(a.caseReported(), a.caseAccepted(), a.caseFiled(), amended)
      .when(a.dispatchWorkOrder({ order: a.toCompany() }))
      .thenRefuses('RespondentsSide');
  });
});

describe('a role whose term is over', () => {
  it('leads nothing that needs it', () => {
    const { organisation } = a.caseRules;
    const grants = organisation.grants.map((each) =>
      each.role === 'social-worker' ? { ...each, from: a.hours(1), until: a.hours(3) } : each,
    );
    const rules = { ...a.caseRules, organisation: { ...organisation, grants } };
    const distress = [a.caseReported({ category: 'distress' }), a.caseAccepted({ category: 'distress' })];
    const order = { ...a.toPost(), assignee: { kind: 'post' as const, ...a.atSocialWork } };
    const dispatched = (now: string) =>
      given(...distress, a.caseFiled()).when(a.dispatchWorkOrder({ order }), { now, rules });
    dispatched(a.hours(0)).thenRefuses('LeadNeedsSocialWorker');
    dispatched(a.hours(1)).thenTypes('WorkOrderDispatched');
    dispatched(a.hours(3)).thenRefuses('LeadNeedsSocialWorker');
  });
});

describe('an urgent category', () => {
  it('never climbs: whoever would hear of it has heard already', () => {
    const lift = { category: 'lift', urgency: 'urgent' as const };
    given(a.caseReported(lift), a.caseAccepted(lift), a.caseFiled())
      .when(a.escalateCase())
      .thenRefuses('UrgentNeverClimbs');
  });
});

describe('work that staff write down for who did it', () => {
  const recordedBy = { person: 'clerk', channel: 'phone' as const };
  const company = [a.caseReported(), a.caseAccepted(), a.caseFiled()];
  const dispatched = [...company, a.workOrderDispatched({ order: a.toCompany() })];

  it('names who wrote it down, with every step', () => {
    const when = given(...dispatched).when(a.reportResult({ recordedBy, doneBy: ['wuye'] }));
    when.thenTypes('WorkOrderAcknowledged', 'ResultReported');
    for (const { data } of when.events) expect(data).toMatchObject({ recordedBy });
    for (const command of [a.acknowledgeWorkOrder, a.startHandling, a.returnWorkOrder])
      expect(
        given(...dispatched)
          .when(command({ recordedBy }))
          .events.at(-1)?.data,
      ).toMatchObject({
        recordedBy,
      });
  });

  it('is done by who did it, and may be checked by who wrote it down', () => {
    const written = given(...dispatched).when(a.reportResult({ recordedBy, doneBy: ['wuye'] }));
    given(...dispatched, ...written.events)
      .when(a.checkResult())
      .thenTypes('ResultChecked', 'CaseHandled');
  });

  it('says how a requester said it', () => {
    const said = { channel: 'letter' as const };
    expect(given(...company).when(a.withdrawRequest(said)).events[0]?.data).toMatchObject(said);
    expect(given(...company).when(a.consentToDisclosure(said)).events[0]?.data).toMatchObject(said);
  });
});

describe('an order that is left while the keys are waited for', () => {
  const locked = { category: 'wall-plaster' };
  const suspended = [
    ...[a.caseReported(locked), a.caseAccepted(locked), a.caseFiled(), a.lockOpened()],
    ...[a.workOrderDispatched(), a.workOrderAcknowledged(), a.jointResolutionConvened(), a.planProposed()],
  ];

  it('goes to who takes over and waits on', () => {
    const when = given(...suspended).when(a.reassignWorkOrder());
    when.thenTypes('WorkOrderReassigned');
    expect(when.state()).toMatchObject({
      status: 'awaiting-keys',
      rounds: [{ orders: [{ status: 'dispatched', assignee: a.atHome }] }],
    });
  });
});
