import { Office } from './path-light-office.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';
import { done, problemOf } from './path-light.fixtures';
import type { Caller } from '../support/app';
import { demoAccounts } from '../../apps/all-in-one/src/demo';

// A post with open cases is left only with a hand-over, and each case says from whom to whom, and why.

let office: Office;
let secretary: Caller;
let light: CaseAtWork;
let drain: CaseAtWork;

const leave = (data: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}) =>
  secretary.post('/api/organisation/commands/LeavePost', data, headers);

beforeAll(async () => {
  const newcomers = ['mediator', 'new-liaison', 'third-liaison', 'fourth-liaison'];
  office = await Office.open({ accounts: [...Object.keys(demoAccounts), ...newcomers] });
  secretary = await office.signedIn('secretary');
  light = await office.light('楼道灯不亮');
  drain = await office.light('路灯也不亮');
});
afterAll(() => office.close());

describe('a post that answers for open cases', () => {
  it('is not left while nobody is named who takes over', async () => {
    expect((await light.now()).accountable).toEqual({ post: 'duty-desk', person: 'clerk' });
    const before = await office.size();
    const { status, body } = await leave({ post: 'duty-desk' });
    expect([status, body['code']]).toEqual([409, 'PostHasOpenCases']);
    expect(body['detail']).toBe('Open cases lie with this post: name who takes over before it is left.');
    expect(await office.size()).toBe(before);
  });

  it('counts them itself: what a caller says of them is an unknown field', async () => {
    expect(await problemOf(leave({ post: 'duty-desk', openCases: 0 }))).toMatchObject({ status: 400 });
  });

  it('is not filled by somebody else over the head of who holds it', async () => {
    const fill = { post: 'duty-desk', person: 'dispatcher' };
    expect(await problemOf(secretary.post('/api/organisation/commands/FillPost', fill))).toEqual({
      ...{ status: 409, code: 'PostAlreadyFilled' },
    });
  });

  it('passes with all of them to who takes over, and each history names both and why', async () => {
    await done(leave({ post: 'duty-desk', takesOver: 'dispatcher' }));
    await office.settle();
    for (const each of [light, drain]) {
      expect((await each.now()).accountable).toEqual({ post: 'duty-desk', person: 'dispatcher' });
      const { events } = await each.history();
      expect(events.filter(({ type }) => type === 'AccountabilityTransferred')).toMatchObject([
        {
          actor: { id: 'dispatch', role: 'service' },
          data: {
            from: { post: 'duty-desk', person: 'clerk' },
            to: { post: 'duty-desk', person: 'dispatcher' },
            reason: 'post-left',
          },
        },
      ]);
    }
  });
});

describe('a post with work in open cases', () => {
  it('is left only with a hand-over too, and who takes over takes the work anew', async () => {
    const { caseId } = await done(
      office.staff.post<Reported>('/api/cases', {
        ...{ channel: 'phone', summary: '路面有坑', place: { compound: 'dawn-lane', building: '3' } },
        accept: { category: 'road-surface' },
      }),
    );
    await office.settle();
    const road = office.caseAt(caseId);
    const { workOrderId } = await road.lead();
    await road.do(office.staff, 'AcknowledgeWorkOrder', { workOrderId });
    const post = 'property-liaison';
    expect(await problemOf(leave({ post }))).toMatchObject({ code: 'PostHasOpenCases' });
    await done(leave({ post, takesOver: 'new-liaison' }));
    await office.settle();
    expect(await road.lead()).toMatchObject({
      assignee: { kind: 'post', post, person: 'new-liaison' },
      status: 'dispatched',
    });
    const { work } = await done(
      office.staff.get<{ work: unknown[] }>('/api/work?person=new-liaison&live=true'),
    );
    expect(work).toMatchObject([{ workOrderId, post }]);
    const { events } = await road.history();
    expect(events.at(-1)).toMatchObject({
      type: 'WorkOrderReassigned',
      data: { from: { person: 'liaison' }, to: { person: 'new-liaison' }, reason: 'handler-unavailable' },
    });
  });
});

/** A wall whose lock is open, taken by whoever holds the post of its category. */
async function lockedWork(): Promise<{ wall: CaseAtWork; workOrderId: string }> {
  const { caseId } = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', summary: '墙皮脱落', place: { compound: 'dawn-lane', building: '3' } },
      ...{ requester: { name: '王桂英' }, accept: { category: 'wall-plaster' } },
    }),
  );
  await office.settle();
  const wall = office.caseAt(caseId);
  const plan = {
    ...{ content: '抹灰', costFen: 100_000, payer: 'property', source: 'service-fee' },
    ...{ scope: '北墙', term: '2026-06-01' },
  };
  await wall.do(office.staff, 'ConveneJointResolution');
  await wall.do(office.staff, 'ProposePlan', { version: 1, plan });
  for (const party of ['branch', 'owners', 'property']) await wall.do(office.staff, 'TurnKey', keyOf(party));
  await office.settle();
  const { workOrderId } = await wall.lead();
  await wall.do(office.staff, 'AcknowledgeWorkOrder', { workOrderId });
  return { wall, workOrderId };
}

const keyOf = (party: string) => ({
  ...{ party, version: 1, holder: party },
  sheet: { channel: 'visit', minutes: 'minutes-1' },
});

describe('a post with work that nobody may go on with', () => {
  const post = 'property-liaison';

  it('hands over what waits for its keys, and it waits on', async () => {
    const { wall, workOrderId } = await lockedWork();
    await wall.do(office.staff, 'TakeKeyBack', keyOf('owners'));
    await done(leave({ post, takesOver: 'third-liaison' }));
    await office.settle();
    expect((await wall.now()).status).toBe('awaiting-keys');
    expect(await wall.lead()).toMatchObject({ workOrderId, assignee: { person: 'third-liaison' } });
    await wall.do(office.staff, 'TurnKey', keyOf('owners'));
    await office.settle();
    expect((await wall.now()).status).toBe('dispatched');
  });

  it('gives rework to who holds it now, though it was left while the result was checked', async () => {
    const { wall, workOrderId } = await lockedWork();
    const grid = await office.signedIn('grid');
    await wall.do(office.staff, 'ReportResult', { workOrderId, outcome: 'done', words: '抹好了' });
    await done(leave({ post, takesOver: 'fourth-liaison' }));
    await office.settle();
    await wall.do(grid, 'CheckResult', { passed: false, found: '又掉了' });
    await office.settle();
    expect(await wall.lead()).toMatchObject({ assignee: { post, person: 'fourth-liaison' } });
  });
});

describe('a post with which no open case lies', () => {
  it('is left without anybody taking over, and a repeat answers the same though one has come since', async () => {
    const headers = { 'idempotency-key': '7d0f9a54-6d0c-4a6e-9a83-0d6a63f3b0a1' };
    const left = await done(leave({ post: 'mediation' }, headers));
    expect(left['events']).toMatchObject([{ type: 'PostLeft' }]);
    const mediator = { post: 'mediation', person: 'mediator' };
    await done(secretary.post('/api/organisation/commands/FillPost', mediator));
    await light.do(office.staff, 'TransferAccountability', { to: mediator, reason: 'wrong-post' });
    const repeated = await done(leave({ post: 'mediation' }, headers));
    expect(repeated['events']).toEqual(left['events']);
    expect(await problemOf(leave({ post: 'mediation' }))).toMatchObject({ code: 'PostHasOpenCases' });
  });
});

describe('who had a case and has it no more', () => {
  it('opens none of its past either, as of when it was theirs', async () => {
    const { caseId } = await office.light('灯又不亮');
    const light = office.caseAt(caseId);
    const mediator = await office.signedIn('mediator');
    const reading = ['history?asOf=', 'leaves?asOf=', 'state?revision='];
    const statuses = (revision: number) =>
      Promise.all(
        reading.map(async (each) => (await mediator.get(`${light.path}/${each}${String(revision)}`)).status),
      );

    const mediation = { post: 'mediation', person: 'mediator' };
    await light.do(office.staff, 'TransferAccountability', { to: mediation, reason: 'wrong-post' });
    await office.settle();
    const { revision } = await light.now(mediator);
    expect(await statuses(revision)).toEqual([200, 200, 200]);

    const desk = { post: 'secretary', person: 'secretary' };
    await light.do(office.staff, 'TransferAccountability', { to: desk, reason: 'wrong-post' });
    await office.settle();
    expect(await statuses(revision)).toEqual([404, 404, 404]);
  });
});
