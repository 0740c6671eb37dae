import type { CaseEvent } from '@threekeys/domain';
import type { CaseRow } from './case.row';
import { cases } from './cases.projection';
import { caseId, examples, happened, id, minute, rowsAfter } from './histories.fixtures';

const rowAfter = (...events: readonly CaseEvent[]): CaseRow => {
  const row = rowsAfter(cases, `case-${caseId}`, events).get(caseId);
  if (row === undefined || row === null) throw new Error('no row');
  return row;
};
const turnsAfter = (...events: readonly CaseEvent[]) => rowAfter(...events).turns;
const isByPost = (desk: string) => desk.startsWith('answers:') || desk.startsWith('works:');
const deskOf = (...events: readonly CaseEvent[]) => turnsAfter(...events).filter((each) => !isByPost(each));

const clerk = ['post:desk', 'person:clerk'];
const clerkWaits = clerk.map((desk) => `waiting:${desk}`);
const reported = [happened('CaseReported')];
const filed = [...reported, happened('CaseAccepted'), happened('CaseFiled')];
const dispatched = [...filed, happened('WorkOrderDispatched')];
const offered = [...dispatched, happened('VolunteerOffered')];
const convened = [...filed, happened('JointResolutionConvened')];
const proposed = [...convened, happened('PlanProposed')];
const handled = [
  ...dispatched,
  happened('ResultReported'),
  happened('ResultChecked'),
  happened('CaseHandled'),
];

describe('the desks of a case', () => {
  it('are those of who answers for it and of the dispatcher, until it has its work order', () => {
    expect(deskOf(...reported)).toEqual([...clerk, 'role:dispatcher']);
    expect(deskOf(...filed)).toEqual([...clerk, 'role:dispatcher']);
  });

  it('are those of who has its order, while the accountable waits', () => {
    const { order } = examples.WorkOrderDispatched;
    const to = { kind: 'post' as const, post: 'grid-worker-1', person: 'li' };
    const ofPost = happened('WorkOrderDispatched', { order: { ...order, assignee: to } });
    expect(deskOf(...filed, ofPost)).toEqual([...clerkWaits, 'post:grid-worker-1', 'person:li']);
    const company = { kind: 'organisation' as const, organisation: 'spring' };
    const ofCompany = happened('WorkOrderDispatched', { order: { ...order, assignee: company } });
    expect(deskOf(...filed, ofCompany)).toEqual([...clerkWaits, 'organisation:spring']);
  });

  it('are those of the volunteers who are asked or booked, and of nobody who said no', () => {
    const vera = `volunteer:${id('vera')}`;
    expect(deskOf(...offered)).toContain(vera);
    expect(deskOf(...offered, happened('OfferDeclined'))).not.toContain(vera);
    expect(deskOf(...offered, happened('OfferAccepted'), happened('VolunteerAssigned'))).toContain(vera);
  });

  it('are the dispatcher’s and the secretary’s where whoever answers for it is kept out, as long as it is open', () => {
    const respondent = { ...examples.CaseReported.respondent, keptOut: ['clerk'] };
    const about = happened('CaseReported', { respondent } as Partial<typeof examples.CaseReported>);
    const both = ['role:dispatcher', 'role:secretary'];
    const atWork = [about, ...dispatched.slice(1)];
    expect(deskOf(...atWork)).toEqual(expect.arrayContaining(both));
    const to = { post: 'grid', person: 'li' };
    expect(deskOf(...atWork, happened('AccountabilityTransferred', { to }))).not.toContain('role:secretary');
    expect(deskOf(about, happened('CaseDeclined'))).not.toContain('role:secretary');
  });

  it('are those of whoever passes on what somebody has by a post, once they have left it, as long as it is open', () => {
    const { order } = examples.WorkOrderDispatched;
    const to = { kind: 'post' as const, post: 'grid-worker-1', person: 'li' };
    const ofPost = happened('WorkOrderDispatched', { order: { ...order, assignee: to } });
    const byPost = (...events: readonly CaseEvent[]) => turnsAfter(...events).filter(isByPost);
    expect(byPost(...filed, ofPost)).toEqual(['answers:desk/clerk', 'works:grid-worker-1/li']);
    expect(byPost(...reported, happened('CaseDeclined'))).toEqual([]);
  });

  it('are the dispatcher’s, too, where a correction keeps out who has the order', () => {
    const { order } = examples.WorkOrderDispatched;
    const to = { kind: 'post' as const, post: 'grid-worker-1', person: 'li' };
    const ofPost = happened('WorkOrderDispatched', { order: { ...order, assignee: to } });
    const respondent = { ...examples.ReportAmended.fields.respondent, keptOut: ['li'] };
    const amended = happened('ReportAmended', { fields: { respondent } } as never);
    expect(deskOf(...filed, ofPost)).not.toContain('role:dispatcher');
    expect(deskOf(...filed, ofPost, amended)).toContain('role:dispatcher');
  });

  it('are the dispatcher’s where no volunteer is left to ask', () =>
    expect(deskOf(...offered, happened('OfferDeclined'), happened('VolunteersExhausted'))).toContain(
      'role:dispatcher',
    ));

  it('are those of the parties whose key is awaited', () => {
    const keys = ['party:spring/branch', 'party:spring/owners', 'party:spring/property'];
    expect(deskOf(...convened)).toEqual(clerk);
    expect(deskOf(...proposed)).toEqual([...clerkWaits, ...keys]);
    expect(deskOf(...proposed, happened('KeyTurned', { party: 'owners' }))).toEqual([
      ...clerkWaits,
      ...['party:spring/branch', 'party:spring/property'],
    ]);
    expect(deskOf(...proposed, happened('KeyRefused', { party: 'owners' }))).toEqual([
      ...clerk,
      ...['party:spring/branch', 'party:spring/property'],
    ]);
  });

  it('are not the owners’ committee’s where the plan is paid from the maintenance fund: all owners decide', () => {
    const plan = { ...examples.PlanProposed.plan, source: 'maintenance-fund' as const };
    const funded = [...convened, happened('PlanProposed', { plan })];
    expect(deskOf(...funded)).toEqual([...clerk, 'party:spring/branch', 'party:spring/property']);
  });

  it('tell a party whose key was written down from a sheet, as long as it can object', () => {
    const told = 'waiting:party:spring/owners';
    const recordedBy = { person: 'clerk', channel: 'visit', minutes: 'M-1' };
    const ofSheet = happened('KeyTurned', { party: 'owners', recordedBy } as never);
    expect(deskOf(...proposed, ofSheet)).toContain(told);
    expect(deskOf(...proposed, happened('KeyTurned', { party: 'owners' }))).not.toContain(told);
    const open = [...proposed, ofSheet, happened('LockOpened')];
    expect(deskOf(...open)).toContain(told);
    expect(deskOf(...proposed, ofSheet, happened('KeyTakenBack', { party: 'owners' }))).not.toContain(told);
    expect(deskOf(...open, happened('CaseHandled'), happened('CaseClosed'))).not.toContain(told);
  });

  it('are the community’s too where a key is overdue, and it is due by the key’s own clock', () => {
    const row = rowAfter(...proposed, happened('KeyOverdue', { party: 'owners' }));
    expect(row.turns).toEqual(expect.arrayContaining([...clerk, 'role:dispatcher', 'role:secretary']));
    expect(row.turnDueAt).toBe(minute(600));
  });

  it('are another’s for the check of what the accountable did', () => {
    const done = (...doneBy: string[]) => [...dispatched, happened('ResultReported', { doneBy })];
    expect(deskOf(...done('li'))).toEqual(clerk);
    expect(deskOf(...done('clerk'))).toEqual([...clerkWaits, 'role:dispatcher', 'role:secretary']);
  });

  it('are another’s for the check, too, where the accountable took the order and handed it on', () => {
    const { order } = examples.WorkOrderDispatched;
    const to = { kind: 'post' as const, post: 'desk', person: 'clerk' };
    const handedOn = [
      ...[...filed, happened('WorkOrderDispatched', { order: { ...order, assignee: to } })],
      ...[happened('WorkOrderAcknowledged'), happened('WorkOrderReassigned')],
    ];
    const checked = [...clerkWaits, 'role:dispatcher', 'role:secretary'];
    expect(deskOf(...handedOn, happened('ResultReported'))).toEqual(checked);
  });

  it('are theirs for the check of a round in which they did nothing, whatever they did in an earlier one', () => {
    const closed = [
      ...[...dispatched, happened('ResultReported', { doneBy: ['wen'] }), happened('ResultChecked')],
      ...[happened('CaseHandled'), happened('RequesterAnswered'), happened('FollowUpRecorded')],
    ];
    const again = [
      ...[...closed, happened('CaseClosed'), happened('CaseReopened'), happened('CaseFiled', { round: 2 })],
      happened('WorkOrderDispatched', {
        ...{ round: 2, order: { ...examples.WorkOrderDispatched.order, workOrderId: id('again') } },
      }),
    ];
    const done = happened('ResultReported', { round: 2, workOrderId: id('again'), doneBy: ['li'] });
    expect(deskOf(...again, done)).toEqual(['post:desk', 'person:wen']);
  });

  it('are the accountable’s until every requester has heard, due by the follow-up', () => {
    const row = rowAfter(...handled);
    expect(row.turns).toEqual([...clerk, 'answers:desk/clerk']);
    expect(row.turnDueAt).toBe(examples.CaseHandled.deadlines[0]?.dueAt);
  });

  it('are still the accountable’s where a decline is not told yet', () => {
    const declined = [...reported, happened('CaseDeclined')];
    expect(deskOf(...declined)).toEqual(clerk);
    expect(deskOf(...declined, happened('RequesterAnswered', { subjectOf: 'decline' }))).toEqual([]);
  });

  it('are the accountable’s where a merge is not told to everybody yet, whatever they were told before', () => {
    const told = (subjectOf: 'referral' | 'merge') => happened('RequesterAnswered', { subjectOf });
    const merged = [...reported, told('referral'), happened('CaseMerged')];
    expect(deskOf(...merged)).toEqual(clerk);
    expect(deskOf(...merged, told('merge'))).toEqual([]);
    expect(deskOf(...merged, happened('RequesterWithdrew'))).toEqual([]);
  });

  it('are none once it is closed, until somebody asks to reopen it', () => {
    const closed = [
      ...handled,
      happened('RequesterAnswered'),
      happened('FollowUpRecorded'),
      happened('CaseClosed'),
    ];
    expect(rowAfter(...closed)).toMatchObject({ turns: [] });
    expect(rowAfter(...closed).turnDueAt).toBeUndefined();
    const asked = [...closed, happened('ReopeningRequested')];
    expect(deskOf(...asked)).toEqual(['role:dispatcher', 'role:secretary']);
    expect(deskOf(...asked, happened('ReopeningRefused'))).toEqual([]);
  });

  it('are the same while another requester still waits for an answer about reopening', () => {
    const asked = ['first', 'second'].map((requestId) => happened('ReopeningRequested', { requestId }));
    const first = happened('ReopeningRefused', { requestId: 'first' });
    expect(deskOf(...handled, happened('CaseClosed'), ...asked, first)).toEqual([
      'role:dispatcher',
      'role:secretary',
    ]);
    const second = happened('ReopeningRefused', { requestId: 'second' });
    expect(deskOf(...handled, happened('CaseClosed'), ...asked, first, second)).toEqual([]);
  });
});
