import * as a from './case.fixtures';
import { given, told } from './case.fixtures';

// 办核分离: who did the work, or a part of it, does not check it (CASE, rule 6).

const filed = [a.caseReported(), a.caseAccepted(), a.caseFiled()];
const toHome = { ...a.toPost(), assignee: { kind: 'post' as const, ...a.atHome } };
const taken = [
  ...[...filed, a.workOrderDispatched()],
  told(a.workOrderAcknowledged(), a.hours(1), a.dispatchService),
];
const reassigned = a.workOrderReassigned();
const byZhao = a.resultReported({ doneBy: ['zhao'] });

describe('who did a part of the work', () => {
  it.each([
    ['took it', taken],
    ['began it', [...taken, told(a.handlingStarted(), a.hours(1), a.gridWorker)]],
    ['told how far it was', [...taken, told(a.progressReported(), a.hours(1), a.gridWorker)]],
  ])('and handed it on after they %s checks nothing of it', (_what, history) => {
    given(...history, reassigned, byZhao)
      .when(a.checkResult(), { by: a.gridWorker })
      .thenRefuses('DoerMayNotCheck');
    given(...history, reassigned, byZhao)
      .when(a.checkResult())
      .thenTypes('ResultChecked', 'CaseHandled');
  });

  it('is not who was asked, and never took it', () =>
    given(...filed, a.workOrderDispatched(), reassigned, byZhao)
      .when(a.checkResult(), { by: a.gridWorker })
      .thenTypes('ResultChecked', 'CaseHandled'));

  it('supports it still, and does not check what the others have done', () => {
    const support = a.workOrderDispatched({ order: { ...a.toPost(2), part: 'support' } });
    const ofSupport = { workOrderId: a.id(202) };
    const history = [...filed, a.workOrderDispatched({ order: toHome }), support];
    given(...history, told(a.handlingStarted(ofSupport), a.hours(1), a.gridWorker), byZhao)
      .when(a.checkResult(), { by: a.gridWorker })
      .thenRefuses('DoerMayNotCheck');
    given(...history, byZhao)
      .when(a.checkResult(), { by: a.gridWorker })
      .thenTypes('ResultChecked', 'CaseHandled');
  });

  it('says so themself, whomever else they name', () => {
    const when = given(...taken).when(a.reportResult({ doneBy: ['bo'] }), { by: a.socialWorker });
    when.thenRecords(a.resultReported({ doneBy: ['bo', 'su', 'li'] }));
  });

  it('is not who writes down what another one says', () =>
    given(...taken)
      .when(a.reportResult({ doneBy: ['bo'], recordedBy: { person: 'bo', channel: 'phone' } }), {
        by: a.socialWorker,
      })
      .thenRecords(
        a.resultReported({ doneBy: ['bo', 'li'], recordedBy: { person: 'su', channel: 'phone' } }),
      ));

  it('writes nobody else’s word down: not as a volunteer who is booked, and not for the company that has the order', () => {
    const recordedBy = { person: 'secretary', channel: 'phone' as const };
    const booked = [
      ...[...filed, a.workOrderDispatched({ order: a.toVolunteers() })],
      ...[a.volunteerOffered(), told(a.offerAccepted(), a.theStart, a.electrician), a.volunteerAssigned()],
    ];
    const officeAccount = { ...a.electrician, role: 'dispatcher' as const };
    for (const by of [a.electrician, officeAccount])
      given(...booked)
        .when(a.reportResult({ recordedBy }), { by })
        .thenRefuses('OwnWordWrittenDown');
    given(...filed, a.workOrderDispatched({ order: a.toCompany() }))
      .when(a.reportResult({ recordedBy }), { by: a.companyHandler })
      .thenRefuses('OwnWordWrittenDown');
  });

  it('was there as a volunteer, and left before it was done', () => {
    const there = [
      ...[...filed, a.workOrderDispatched({ order: a.toVolunteers() })],
      ...[a.volunteerOffered(), told(a.offerAccepted(), a.theStart, a.electrician), a.volunteerAssigned()],
      ...[told(a.volunteerCheckedIn(), a.hours(10), a.electrician), a.volunteerReleased()],
      ...[a.workOrderReassigned({ from: a.toVolunteers().assignee }), byZhao],
    ];
    given(...there)
      .when(a.checkResult(), { by: a.electrician })
      .thenRefuses('DoerMayNotCheck');
  });
});

describe('from the second reopening on', () => {
  const second = [a.caseHandled(), a.caseClosed(), a.caseReopened()];
  const third = [a.caseReopened({ round: 3 })];
  const order = { ...a.toPost(3), assignee: { kind: 'post' as const, ...a.atGrid } };

  it('somebody else handles it than who took an order before, also where it was reassigned', () => {
    given(...taken, reassigned, byZhao, ...second, ...third)
      .when(a.dispatchWorkOrder({ order }))
      .thenRefuses('AnotherHandlerNeeded');
    given(...filed, a.workOrderDispatched(), reassigned, byZhao, ...second, ...third)
      .when(a.dispatchWorkOrder({ order }))
      .thenTypes('WorkOrderDispatched');
  });
});
