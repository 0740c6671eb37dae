import { Caller, password } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, openOffers, problemOf, registerElectrician } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';

// Who they are decides what they see: terms of office, and the side that is complained about (身份隔离).

let office: Office;
let clerk: Caller;
let secretary: Caller;
let company: Caller;
let kin: Caller;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

beforeAll(async () => {
  office = await Office.open();
  clerk = await office.signedIn('clerk');
  secretary = await office.signedIn('secretary');
  for (const [username, grant] of Object.entries({
    company: { role: 'handler', scope: 'lamp-works' },
    kin: { role: 'grid-worker' },
  })) {
    await done(office.staff.post('/api/users', { username, password }));
    await done(grantRole({ person: username, ...grant }));
  }
  await office.settle();
  [company, kin] = [await office.signedIn('company'), await office.signedIn('kin')];
});
afterAll(() => office.close());

const grantRole = (data: Readonly<Record<string, unknown>>) =>
  office.staff.post('/api/organisation/commands/GrantRole', data);

async function reported(more: Readonly<Record<string, unknown>>): Promise<CaseAtWork> {
  const body = { channel: 'phone', place: { compound: 'dawn-lane', building: '5' }, summary: '占道经营' };
  const requester = { name: '王桂英', phone: '19912345678' };
  const { caseId } = await done(clerk.post<Reported>('/api/cases', { ...body, requester, ...more }));
  await office.settle();
  return office.caseAt(caseId);
}

/** The ids of a list that is read in pages of one. */
async function oneByOne(list: string): Promise<readonly string[]> {
  const found: string[] = [];
  let further = '';
  for (;;) {
    const asked = `${list}limit=1${further}`;
    const { cases, next } = await done(clerk.get<{ cases: { caseId: string }[]; next?: string }>(asked));
    expect(cases.length).toBeLessThanOrEqual(1);
    found.push(...cases.map(({ caseId }) => caseId));
    if (next === undefined) return found;
    further = `&cursor=${encodeURIComponent(next)}`;
  }
}

const respondent = {
  ...{ kind: 'company', name: '灯具维修公司', organisation: 'lamp-works', keptOut: ['kin'] },
};

describe('the side that is complained about', () => {
  it('sees neither who reported nor what was said: to it there is no such case', async () => {
    const shop = await reported({ respondent });
    for (const caller of [company, kin]) {
      for (const path of ['', '/history', '/state', '/leaves'])
        expect(await problemOf(caller.get(shop.path + path))).toEqual({ status: 404, code: 'not-found' });
      const reveal = { fields: ['requesters'], purpose: 'contact' };
      expect(await problemOf(caller.post(`${shop.path}/reveal`, reveal))).toMatchObject({ status: 404 });
    }
    const lists = ['/api/cases?limit=200', '/api/cases/at-place?compound=dawn-lane&building=5'];
    for (const list of lists) {
      const { cases } = await done(kin.get<{ cases: { caseId: string }[] }>(list));
      expect(cases.map(({ caseId }) => caseId)).not.toContain(shop.caseId);
    }
    expect((await shop.now(clerk)).respondent).toMatchObject({
      organisation: 'lamp-works',
      keptOut: ['kin'],
    });
  });

  it('does nothing in it: no command of theirs finds the case', async () => {
    const shop = await reported({ respondent });
    for (const [command, data] of Object.entries({
      AcceptCase: { category: 'other' },
      VerifyFacts: { found: '没有的事' },
      JoinCase: { words: '我也是', channel: 'phone' },
      MergeCase: { into: shop.caseId },
    }))
      expect(await problemOf(shop.send(kin, command, data))).toMatchObject({ status: 404 });
  });

  it('gets no work of it', async () => {
    const shop = await reported({ respondent, accept: { category: 'other' } });
    const order = {
      ...{ workOrderId: '5f0c1d4e-94a0-4a6c-8f7e-0a2b3c4d5e6f', part: 'support' },
      assignee: { kind: 'organisation', organisation: 'lamp-works' },
    };
    const dispatcher = await office.signedIn('dispatcher');
    await office.settle();
    expect(await problemOf(shop.send(dispatcher, 'DispatchWorkOrder', { order }))).toEqual({
      ...{ status: 409, code: 'RespondentsSide' },
    });
  });

  it('is asked for no help', async () => {
    const of = { name: '陈明', phone: '19933334444', building: '5' };
    const [out, other] = [
      await registerElectrician(office.staff, of),
      await registerElectrician(office.staff, of),
    ];
    await office.settle();
    const lamp = await reported({
      ...{ respondent: { kind: 'person', name: '某人', keptOut: [out] } },
      ...{ summary: '路灯不亮', accept: { category: 'lighting' } },
    });
    expect(openOffers(await lamp.lead()).map(({ volunteerId }) => volunteerId)).toEqual([other]);
  });

  it('hears a name, and nothing else, from who agreed to it', async () => {
    const shop = await reported({ respondent });
    const [requester] = (await shop.now(clerk)).requesters;
    await shop.do(clerk, 'ConsentToDisclosure', { requesterId: requester?.requesterId, channel: 'phone' });
    await shop.do(clerk, 'JoinCase', {
      requester: { name: '赵金凤' },
      words: '也堵了我家',
      channel: 'phone',
    });
    await office.settle();
    const seen = await shop.now(company);
    expect(seen.requesters).toMatchObject([{ requesterId: requester?.requesterId, name: '王桂英' }]);
    expect(seen.requesters).toHaveLength(1);
    expect([seen.requesters[0]?.phone, seen.summary, seen.respondent]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(seen.allowed).toEqual([]);
    expect(await problemOf(kin.get(shop.path))).toMatchObject({ status: 404 });
  });

  it('is kept out from the correction on that names it, whatever was in its hands', async () => {
    const lamp = await reported({});
    await office.settle();
    expect((await kin.get(lamp.path)).status).toBe(200);
    const { events } = await lamp.history();
    const [requester] = (await lamp.now()).requesters;
    const amend = (supersedes: string | undefined) =>
      lamp.send(clerk, 'AmendReport', {
        ...{ requesterId: requester?.requesterId, supersedes, words: '来电补充' },
        fields: { respondent: { ...respondent, respondentId: '5f0c1d4e-94a0-4a6c-8f7e-0a2b3c4d5e70' } },
      });
    expect(await problemOf(amend('5f0c1d4e-94a0-4a6c-8f7e-0a2b3c4d5e71'))).toMatchObject({
      code: 'EventUnknown',
    });
    await done(amend(events[0]?.id));
    await office.settle();
    expect((await kin.get(lamp.path)).status).toBe(404);
  });
});

describe('a term of office', () => {
  it('begins and ends at its instants, without a restart', async () => {
    await done(office.staff.post('/api/users', { username: 'deputy', password }));
    const from = new Date(Date.parse(office.clock.now()) + 10 * minuteMs).toISOString();
    const until = new Date(Date.parse(office.clock.now()) + 30 * minuteMs).toISOString();
    await done(grantRole({ person: 'deputy', role: 'dispatcher', from, until }));
    const deputy = await office.signedIn('deputy');
    const may = async () => (await deputy.get('/api/cases')).status;
    expect(await may()).toBe(404);
    office.pass(10);
    expect(await may()).toBe(200);
    office.pass(20);
    expect(await may()).toBe(404);
    const { roles } = await done(deputy.get<{ roles: readonly unknown[] }>('/api/me'));
    expect(roles).toEqual([]);
  });

  it('ends after it begins', async () => {
    const term = { from: '2026-09-01T00:00:00.000Z', until: '2026-03-01T00:00:00.000Z' };
    expect(await problemOf(grantRole({ person: 'deputy', role: 'mediator', ...term }))).toEqual({
      ...{ status: 409, code: 'TermEndsBeforeItBegins' },
    });
  });
});

describe('a name that nobody can sign in under', () => {
  const organise = (command: string, data: object) =>
    office.staff.post(`/api/organisation/commands/${command}`, data);

  it('gets neither a role nor a post, and the problem says whom it is about and what to do', async () => {
    const before = await office.size();
    const { status, body } = await organise('GrantRole', { person: 'nobody', role: 'mediator' });
    expect([status, body['code'], body['facts']]).toEqual([
      ...[409, 'PersonWithoutAccount'],
      { person: 'nobody' },
    ]);
    expect(body['detail']).toBe(
      'Nobody can sign in as nobody: add the account first, or name one that is there.',
    );
    const leave = { post: 'grid-9-worker', takesOver: 'nobody' };
    expect(await problemOf(organise('LeavePost', leave))).toMatchObject({ code: 'PersonWithoutAccount' });
    expect(await office.size()).toBe(before);
    const asked = await organise('GrantRole', { person: 'kin', role: 'mediator', withoutAccount: false });
    expect(asked.status).toBe(400);
  });

  it('is that of an account that is disabled, too', async () => {
    await done(office.staff.post('/api/users', { username: 'gone', password }));
    await done(office.staff.post('/api/users/gone/disable', {}));
    const grant = { person: 'gone', role: 'mediator' };
    expect(await problemOf(organise('GrantRole', grant))).toMatchObject({ code: 'PersonWithoutAccount' });
  });

  it('is not disabled while it holds a post: that is left, or handed over, first', async () => {
    await done(office.staff.post('/api/users', { username: 'holding', password }));
    const names = { zh: '三号院', en: 'Yard 3' };
    await done(organise('DefinePost', { post: 'yard-3', unit: 'grid-1', kind: 'courtyard-head', names }));
    await done(organise('FillPost', { post: 'yard-3', person: 'holding' }));
    const disable = () => office.staff.post('/api/users/holding/disable', {});
    const { status, body } = await disable();
    expect([status, body]).toMatchObject([409, { code: 'AccountHoldsPosts', facts: { posts: 'yard-3' } }]);
    const users = async () =>
      (await done(office.staff.get<{ users: { username: string; disabled: boolean }[] }>('/api/users')))
        .users;
    expect(await users()).toContainEqual(expect.objectContaining({ username: 'holding', disabled: false }));
    await done(organise('LeavePost', { post: 'yard-3' }));
    await done(disable());
    expect(await users()).toContainEqual(expect.objectContaining({ username: 'holding', disabled: true }));
  });

  it('is no reason to refuse what was recorded before the account was disabled', async () => {
    await done(office.staff.post('/api/users', { username: 'leaving', password }));
    const headers = { 'idempotency-key': '5f0c1d4e-94a0-4a6c-8f7e-0a2b3c4d5e99' };
    const path = '/api/organisation/commands/GrantRole';
    const grant = { person: 'leaving', role: 'mediator' };
    const first = await done(office.staff.post(path, grant, headers));
    await done(office.staff.post('/api/users/leaving/disable', {}));
    expect((await done(office.staff.post(path, grant, headers)))['events']).toEqual(first['events']);
  });
});

describe('the history of a case', () => {
  it('is offered to those alone who may read it', async () => {
    const lamp = await reported({});
    const owners = await office.signedIn('owners');
    for (const [by, isTheirs] of [
      [clerk, true],
      [owners, false],
    ] as const) {
      expect((await done(by.get<{ hasHistory: boolean }>(lamp.path))).hasHistory).toBe(isTheirs);
      expect((await by.get(`${lamp.path}/history`)).status).toBe(isTheirs ? 200 : 404);
    }
  });
});

describe('the open cases at one place', () => {
  it('are listed page by page to their end', async () => {
    const place = { compound: 'dawn-lane', building: '3' };
    const older = await reported({ place });
    office.pass(1);
    const newer = await reported({ place });
    const here = await oneByOne('/api/cases/at-place?compound=dawn-lane&building=3&');
    expect(here).toEqual([newer.caseId, older.caseId]);
  });
});

describe('an urgent matter', () => {
  const alerts = async (by: Caller) =>
    (await done(by.get<{ cases: { caseId: string }[] }>('/api/alerts'))).cases.map(({ caseId }) => caseId);

  it('is with the duty post and the secretary at once, goes to a post, and asks nobody', async () => {
    const alarm = await reported({ summary: '烟感一直响', accept: { category: 'smoke-alarm' } });
    for (const told of [clerk, secretary]) expect(await alerts(told)).toContain(alarm.caseId);
    const lead = await alarm.lead();
    expect([lead.assignee.kind, lead.offers]).toEqual(['post', []]);
    expect(await problemOf(alarm.send(secretary, 'EscalateCase', { reason: 'not-settled' }))).toEqual({
      ...{ status: 409, code: 'UrgentNeverClimbs' },
    });
    expect((await kin.get('/api/alerts')).status).toBe(404);
  });

  it('stays until somebody has it in hand', async () => {
    const [caseId = ''] = await alerts(clerk);
    const alarm = office.caseAt(caseId);
    await alarm.do(clerk, 'TakeSafetyMeasure', { measure: 'shut-off', words: '先断电' });
    await office.settle();
    expect(await alerts(clerk)).not.toContain(caseId);
  });

  it('is listed page by page, longest first', async () => {
    const first = await reported({ summary: '烟感响了', urgency: 'urgent' });
    office.pass(1);
    const second = await reported({ summary: '配电箱冒烟', urgency: 'urgent' });
    const all = await alerts(clerk);
    expect(all.slice(-2)).toEqual([first.caseId, second.caseId]);
    expect(await oneByOne('/api/alerts?')).toEqual(all);
    expect(await problemOf(clerk.get('/api/alerts?cursor=nowhere'))).toMatchObject({ status: 400 });
  });

  it('is told by what was said at the report, before anybody has accepted it', async () => {
    const lift = await reported({ summary: '电梯困人', urgency: 'urgent' });
    expect(await alerts(secretary)).toContain(lift.caseId);
  });
});

describe('who has opened my data', () => {
  interface Accesses {
    readonly accesses: readonly { role: string; purpose: string; what: readonly string[] }[];
  }
  const nobody = () => Caller.nobody(office.url);
  const ask = (number: string, trackingCode: string) =>
    nobody().post<Accesses>('/api/tracking/accesses', { number, trackingCode });

  it('is answered by number and tracking code: the role, when and why, and no name', async () => {
    const body = { channel: 'phone', place: { compound: 'dawn-lane', building: '5' }, summary: '灯不亮' };
    const mine = await done(
      clerk.post<Reported>('/api/cases', { ...body, requester: { name: '王桂英', phone: '19912345678' } }),
    );
    const join = { requester: { name: '赵金凤' }, words: '也不亮', channel: 'phone' };
    const theirs = await done(clerk.post<Reported>(`/api/cases/${mine.caseId}/commands/JoinCase`, join));
    const reveal = { fields: ['requesters', 'respondent'], purpose: 'contact' };
    await done(secretary.post(`/api/cases/${mine.caseId}/reveal`, reveal));
    await office.settle();

    const { accesses } = await done(ask(mine.number, mine.trackingCode));
    expect(accesses).toMatchObject([{ role: 'secretary', purpose: 'contact', what: ['identity'] }]);
    expect(Object.keys(accesses[0] ?? {}).sort()).toEqual(['at', 'purpose', 'role', 'what']);
    expect((await done(ask(mine.number, theirs.trackingCode.toLowerCase()))).accesses).toMatchObject([
      { role: 'secretary' },
    ]);
  });

  it('is not answered for a code of another case, and not tried for ever', async () => {
    const [one, other] = await Promise.all([report(), report()]);
    await office.settle();
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried++) statuses.push((await ask(one.number, other.trackingCode)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
  });

  const report = () =>
    done(
      clerk.post<Reported>('/api/cases', {
        ...{ channel: 'web', place: { compound: 'dawn-lane' }, summary: '没人管' },
      }),
    );
});

describe('what has ended', () => {
  it('is archived by itself when the policy says', async () => {
    const asked = await reported({ summary: '社保怎么认证' });
    await asked.do(clerk, 'AnswerDirectly', { channel: 'phone', words: '手机就行', category: 'question' });
    await office.settle();
    const ends = Date.parse((await asked.history()).events[0]?.recordedAt ?? '');
    const after = (days: number) => new Date(ends + days * dayMs).toISOString();
    await office.passTo(after(89));
    expect((await asked.now()).status).toBe('closed');
    await office.passTo(after(91));
    expect((await asked.now()).status).toBe('archived');
    expect((await asked.history()).events.at(-1)).toMatchObject({
      ...{ type: 'CaseArchived', actor: { id: 'timers', role: 'service' } },
    });
  });
});
