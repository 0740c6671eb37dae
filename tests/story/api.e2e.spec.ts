import 'reflect-metadata';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { RunningAllInOne } from '@threekeys/all-in-one';
import { allRoutes, runAllInOne } from '@threekeys/all-in-one';
import type { Route } from '@threekeys/http';
import { openLogs } from '@threekeys/runtime';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { Caller, password, removeHome, temporaryHome } from '../support/app';

// The API as such: what is documented is served, what is answered is what is documented, and every "no" says why.

interface Recorded {
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly requesterId: string;
  readonly position: string;
  readonly events: readonly { readonly type: string }[];
}
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

const home = temporaryHome();
const logs = openLogs({ logLevel: 'silent' });
const config = { port: 0, host: '127.0.0.1', home, language: 'zh', logLevel: 'silent' } as const;
const accounts = { names: ['admin', 'outsider'], password };
const report = {
  requester: { name: '王桂英', phone: '13812342210', relation: 'proxy', proxy: { name: '李雷' } },
  channel: 'phone',
  place: { compound: 'outside', address: '中山路 5 号' },
  summary: '路灯坏了，晚上看不见',
};

let running: RunningAllInOne;
let admin: Caller;
let operator: Caller;

beforeAll(async () => {
  running = await runAllInOne(config, logs, { accounts });
  admin = await Caller.signedIn(running.url, 'admin');
  operator = Caller.operator({ url: running.url, home });
});

afterAll(async () => {
  await running.close();
  removeHome(home);
});

const routeOf = (operation: string): Route => {
  const found = allRoutes.find((route) => route.operation === operation);
  if (!found) throw new Error(`no route ${operation}`);
  return found;
};
/** The body, which is what the route promises. */
async function promised<T>(
  operation: string,
  answer: Promise<{ status: number; body: unknown }>,
): Promise<T> {
  const { status, body } = await answer;
  const { answer: schema, status: expected = 200 } = routeOf(operation);
  expect([status, status === expected ? schema?.parse(body) : body]).toEqual([expected, body]);
  return body as T;
}
const reported = (body: object = report, key: string = randomUUID()) =>
  promised<Recorded>('reportCase', admin.post('/api/cases', body, { 'idempotency-key': key }));

describe('the routes', () => {
  it('that are served are those that are documented', async () => {
    const served = [...running.service.app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].flatMap(({ metatype }) => {
        const methods = metatype?.prototype as Partial<Record<string, object>>;
        return Object.getOwnPropertyNames(methods).flatMap((name) => {
          const method = methods[name] ?? {};
          const path = Reflect.getMetadata(PATH_METADATA, method) as string | undefined;
          const verb = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined;
          if (path === undefined || verb === undefined) return [];
          return [`${RequestMethod[verb].toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`];
        });
      }),
    );
    const { body } = await Caller.nobody(running.url).get<{ paths: Record<string, object> }>(
      '/api/openapi.json',
    );
    const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(served.length).toBeGreaterThan(80);
    expect([...documented].sort()).toEqual([...served].sort());
    expect(new Set(served).size).toBe(served.length);
  });

  it('have a name each', () => {
    const names = allRoutes.map(({ operation }) => operation);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are listed on a page that loads nothing from elsewhere', async () => {
    const response = await fetch(new URL('/api/docs', running.url));
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('/api/cases/{caseId}/commands/AcceptCase');
    expect(page).not.toMatch(/(?:src|href)="https?:/);
  });
});

describe('a report', () => {
  it('is stored, listed, found by two letters, and read as what is promised', async () => {
    const { caseId, number, position } = await reported();
    const page = await promised<{ cases: { number: string }[] }>(
      'listCases',
      admin.get(`/api/cases?atLeast=${position}`),
    );
    expect(page.cases.map((line) => line.number)).toContain(number);
    const found = await promised<{ cases: { number: string }[] }>(
      'listCases',
      admin.get(`/api/cases?q=${encodeURIComponent('路灯')}`),
    );
    expect(found.cases.map((line) => line.number)).toContain(number);
    const detail = await promised<{ allowed: string[]; requesters: { name: string }[] }>(
      'readCase',
      admin.get(`/api/cases/${number}`),
    );
    expect(detail.allowed).toContain('AcceptCase');
    expect(detail.requesters[0]?.name).toBe('王*英');
    await promised('caseHistory', admin.get(`/api/cases/${caseId}/history?clock=known,true`));
    await promised('caseState', admin.get(`/api/cases/${caseId}/state?revision=0`));
    await promised('caseLeaves', admin.get(`/api/cases/${caseId}/leaves`));
    await promised('casesAtPlace', admin.get('/api/cases/at-place?compound=outside'));
    await promised('readCommunity', admin.get('/api/community'));
    await promised('readMe', admin.get('/api/me'));
    await promised('listWork', admin.get('/api/work'));
    await promised('listVolunteers', admin.get('/api/volunteers'));
    await promised('listParked', admin.get('/api/parked'));
    await promised('listUsers', admin.get('/api/users'));
    await promised('ready', admin.get('/api/health/ready'));
  });

  it('is answered the same again, and records nothing more', async () => {
    const key = randomUUID();
    const body = { ...report, accept: { category: 'question' } };
    const first = await reported(body, key);
    expect(first.events.map(({ type }) => type)).toEqual(['CaseReported', 'CaseAccepted']);
    expect(await reported(body, key)).toEqual(first);
    const at = await Promise.all([1, 2, 3].map(() => reported(body, key)));
    expect(at).toEqual([first, first, first]);
  });

  it('is not stored where it cannot be accepted with it', async () => {
    const before = (await running.engine.stores.store.head()).size;
    const answer = await admin.post<Problem>('/api/cases', { ...report, accept: { category: 'no-such' } });
    expect(answer.status).toBe(409);
    expect((await running.engine.stores.store.head()).size).toBe(before);
  });

  it('opens people for a purpose only, by the one way', async () => {
    const { number } = await reported();
    const revealed = await promised<{ fields: { name: string; value: string }[] }>(
      'revealCase',
      admin.post(`/api/cases/${number}/reveal`, {
        fields: ['requesters', 'trackingCodes'],
        purpose: 'contact',
      }),
    );
    expect(revealed.fields.map(({ value }) => value)).toContain('13812342210');
    const history = await admin.get(`/api/cases/${number}/history`);
    expect(JSON.stringify(history.body)).not.toMatch(/13812342210|王桂英/);
  });

  it('of another system is imported once, and refused where it has changed', async () => {
    const outside = {
      origin: 'elsewhere',
      externalId: 'A-1',
      outsideStatus: 'open',
      channel: 'open311',
      reportedAt: '2016-01-02T03:04:05.000Z',
      summary: 'pothole',
      notes: [{ at: '2016-01-03T03:04:05.000Z', kind: 'status', words: 'seen' }],
    };
    const send = (body: object) => operator.post('/api/cases/import', body);
    const first = await promised<object>('importCase', send(outside));
    expect(first).toMatchObject({ created: true, repeated: false, notes: 1 });
    expect(await promised('importCase', send(outside))).toEqual({ ...first, created: false, repeated: true });
    const more = {
      ...outside,
      notes: [...outside.notes, { at: '2016-01-04T00:00:00.000Z', kind: 'status', words: 'done' }],
    };
    expect(await promised('importCase', send(more))).toMatchObject({ created: false, notes: 2 });
    for (const changed of [
      { summary: 'hole' },
      { outsideStatus: 'closed' },
      { notes: [{ ...outside.notes[0], words: 'x' }] },
    ]) {
      expect((await send({ ...outside, ...changed })).body).toMatchObject({
        status: 409,
        code: 'ImportedDifferently',
      });
    }
    const other = { ...outside, externalId: '16-00000002' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(other)));
    const created = answers.map(({ body }) => (body as { created: boolean }).created);
    expect(created.filter(Boolean)).toHaveLength(1);
  });
});

describe('a "no"', () => {
  const problem = async (answer: Promise<{ status: number; headers: Headers; body: unknown }>) => {
    const { status, headers, body } = await answer;
    expect(headers.get('content-type')).toContain('application/problem+json');
    return { ...(body as Problem), status };
  };
  const key = () => ({ 'idempotency-key': randomUUID() });

  it('names every field that is wrong', async () => {
    const { status, code, errors } = await problem(
      admin.post('/api/cases', { ...report, channel: 'fax', extra: 1, place: {} }),
    );
    expect([status, code]).toEqual([400, 'invalid']);
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['/channel', '/extra', '/place/compound']);
  });

  it('is in the language asked for', async () => {
    const none = `/api/cases/${randomUUID()}`;
    expect((await problem(admin.get(none, { 'accept-language': 'zh-CN' }))).detail).toBe('没有找到。');
    expect((await problem(admin.get(none))).detail).toBe('There is nothing here.');
  });

  it('looks alike for what is not there and for what is not theirs', async () => {
    const outsider = await Caller.signedIn(running.url, 'outsider');
    const { caseId } = await reported();
    const theirs = await problem(outsider.get(`/api/cases/${caseId}`));
    const nowhere = await problem(outsider.get(`/api/cases/${randomUUID()}`));
    const noRoute = await problem(outsider.get('/api/nowhere'));
    for (const each of [theirs, nowhere, noRoute])
      expect([each.status, each.code]).toEqual([404, 'not-found']);
    expect(Object.keys(theirs)).toEqual(Object.keys(nowhere));
  });

  it('asks who does not sign in to sign in', async () =>
    expect((await problem(Caller.nobody(running.url).get('/api/cases'))).code).toBe('not-signed-in'));

  it('meets the page of another site', async () => {
    const response = await fetch(new URL('/api/sessions', running.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const forged = await fetch(new URL('/api/cases', running.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...key() },
      body: JSON.stringify(report),
    });
    expect([forged.status, ((await forged.json()) as Problem).code]).toEqual([400, 'header-missing']);
  });

  it.each([
    ['no key', {}, 'header-missing', 400],
    ['a key that is no UUID', { 'idempotency-key': 'x' }, 'invalid', 400],
    ['a compressed body', { ...key(), 'content-encoding': 'gzip' }, 'unsupported-media-type', 415],
    ['another media type', { ...key(), 'content-type': 'text/plain' }, 'unsupported-media-type', 415],
    ['an If-Match that is none', { ...key(), 'if-match': 'W/"x"' }, 'invalid', 400],
  ])('meets %s', async (_, headers, code, status) => {
    const answer = await problem(admin.raw('POST', '/api/cases', JSON.stringify(report), headers));
    expect([answer.code, answer.status]).toEqual([code, status]);
  });

  it('meets a body that is too large', async () => {
    const body = JSON.stringify({ ...report, summary: 'x'.repeat(300_000) });
    expect((await problem(admin.raw('POST', '/api/cases', body, key()))).code).toBe('body-too-large');
  });

  it('answers a repeat the same where it had recorded nothing, also after the state has moved on', async () => {
    const person = {
      name: '陈明',
      phone: '19933330000',
      kind: 'resident',
      compound: 'outside',
      building: '1',
    };
    const { body: made } = await operator.post<{ volunteerId: string }>('/api/volunteers', person);
    const path = `/api/volunteers/${made.volunteerId}/commands/DeclareSkills`;
    const declare = async (key: string, ...skills: readonly string[]) =>
      (await operator.post<Recorded>(path, { skills }, { 'idempotency-key': key })).body;
    const held = randomUUID();
    await declare(randomUUID(), 'electrics');
    const nothingNew = await declare(held, 'electrics');
    expect(nothingNew).toMatchObject({ revision: 1, events: [] });
    await declare(randomUUID(), 'plumbing');
    expect(await declare(held, 'electrics')).toEqual(nothingNew);
    expect(await declare(randomUUID(), 'plumbing')).toMatchObject({ revision: 2, events: [] });
  });

  it('meets a key that stands for another body', async () => {
    const same = randomUUID();
    await reported(report, same);
    const again = admin.post('/api/cases', { ...report, summary: '别的事' }, { 'idempotency-key': same });
    expect((await problem(again)).code).toBe('key-reused');
  });

  it('meets a revision that has gone by, and a position of another store', async () => {
    const { caseId } = await reported();
    const stale = admin.post(
      `/api/cases/${caseId}/commands/AcceptCase`,
      { category: 'question' },
      { 'if-match': '"7"' },
    );
    expect((await problem(stale)).status).toBe(412);
    expect((await problem(admin.get('/api/cases?atLeast=0000.0001'))).code).toBe('position-unknown');
    expect((await problem(admin.get('/api/cases?cursor=nonsense'))).code).toBe('invalid-cursor');
    expect((await problem(admin.get('/api/cases?q=a'))).code).toBe('invalid');
  });

  it('meets a command that the status does not allow, by its sentence', async () => {
    const { caseId } = await reported();
    const { status, code } = await problem(
      admin.post(`/api/cases/${caseId}/commands/CheckResult`, { passed: true, found: 'x' }),
    );
    expect([status, code]).toEqual([409, 'CommandNotInStatus']);
  });
});

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and ends', async () => {
    const send = (method: string, path: string, headers: Record<string, string>, body?: object) =>
      fetch(new URL(path, running.url), {
        method,
        headers: { 'x-threekeys': '1', ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
    const signedIn = await send('POST', '/api/sessions', {}, { username: 'admin', password });
    const header = signedIn.headers.getSetCookie()[0] ?? '';
    expect(header).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = header.split(';')[0] ?? '';
    expect((await send('GET', '/api/me', { cookie })).status).toBe(200);
    expect((await send('DELETE', '/api/sessions/current', { cookie })).status).toBe(204);
    expect((await send('GET', '/api/me', { cookie })).status).toBe(401);
  });

  it('is slowed down after five wrong passwords, and says for how long', async () => {
    const attempt = () =>
      Caller.nobody(running.url).raw(
        'POST',
        '/api/sessions',
        JSON.stringify({ username: 'nobody', password: 'x' }),
      );
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await attempt()).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(Number((await attempt()).headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is over for an account that is disabled', async () => {
    await operator.post('/api/users', { username: 'leaver', password });
    const leaver = await Caller.signedIn(running.url, 'leaver').catch(() => undefined);
    // The address has failed too often in the test before; the operator's way does not depend on it.
    await operator.post('/api/users/leaver/disable', {});
    if (leaver) expect((await leaver.get('/api/me')).status).toBe(401);
    const { body } = await operator.get<{ users: { username: string; disabled: boolean }[] }>('/api/users');
    expect(body.users.find(({ username }) => username === 'leaver')?.disabled).toBe(true);
    expect((await operator.post('/api/users', { username: 'leaver', password })).status).toBe(409);
    expect((await operator.post('/api/users/nobody-here/disable', {})).status).toBe(404);
  });

  it('is possible again with an account that is enabled again, and not by a token of before', async () => {
    await operator.post('/api/users', { username: 'returner', password });
    const tokenOf = async (name: string) => {
      const { body } = await operator.post<{ token: string }>('/api/tokens', { name, account: 'returner' });
      return body.token;
    };
    const isLetIn = async (token: string) =>
      (await fetch(new URL('/api/me', running.url), { headers: { authorization: `Bearer ${token}` } })).ok;
    const before = await tokenOf('before');
    await operator.post('/api/users/returner/disable', {});
    expect(await isLetIn(before)).toBe(false);
    expect((await operator.post('/api/users/returner/enable', {})).status).toBe(204);
    expect(await isLetIn(before)).toBe(false);
    const since = await tokenOf('since');
    expect((await operator.post('/api/users/returner/enable', {})).status).toBe(204);
    expect(await isLetIn(since)).toBe(true);
    expect((await operator.post('/api/users/nobody-here/enable', {})).status).toBe(404);
  });
});

describe('the stream of changes', () => {
  /** Reads messages until one of the case comes. */
  async function heard(
    caseId: string | undefined,
    headers: Record<string, string>,
    act: () => Promise<unknown>,
  ): Promise<string> {
    const { operatorToken } = running.engine.stores;
    const stop = new AbortController();
    const response = await fetch(new URL('/api/stream', running.url), {
      headers: { authorization: `Bearer ${operatorToken}`, ...headers },
      signal: stop.signal,
    });
    const acting = act();
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      if (caseId === undefined ? text.includes('event: reset') : text.includes(caseId)) break;
    }
    await acting;
    stop.abort();
    return text;
  }

  it('tells of a change after the views show it', async () => {
    const { caseId } = await reported();
    const text = await heard(caseId, {}, () =>
      admin.post(`/api/cases/${caseId}/commands/AcceptCase`, { category: 'question' }),
    );
    const [, position = ''] = /id: (\S+)\nevent: changed/.exec(text) ?? [];
    expect(text).toContain(`"stream":"case-${caseId}"`);
    expect((await admin.get(`/api/cases?atLeast=${position}`)).status).toBe(200);
  });

  it('tells who comes back what they have missed, or to begin anew', async () => {
    const first = await reported();
    const { caseId } = await reported();
    const nothing = () => Promise.resolve();
    expect(await heard(caseId, { 'last-event-id': first.position }, nothing)).toContain('event: changed');
    expect(await heard(undefined, { 'last-event-id': 'of-another.store' }, nothing)).toContain(
      'event: reset',
    );
  });
});

describe('a sender that is too slow', () => {
  it('does not keep the others waiting', async () => {
    const { port, hostname } = new URL(running.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      'POST /api/cases HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"',
    );
    expect((await admin.get('/api/health/live')).status).toBe(200);
    socket.destroy();
  });
});

describe('the home', () => {
  it('holds the files that are promised', () => {
    const files = [
      'log.sqlite',
      'ops.sqlite',
      'views.sqlite',
      'keys.sqlite',
      'anchor.log',
      'kek',
      'operator.token',
      'lock.sqlite',
    ];
    expect(files.filter((file) => !existsSync(`${home}/${file}`))).toEqual([]);
  });

  it('is not opened twice at once', async () =>
    expect(runAllInOne(config, logs)).rejects.toMatchObject({ name: 'DatabaseRefused' }));

  it('goes on after a restart: sessions, numbers, positions, ids', async () => {
    const before = await reported();
    await running.close();
    running = await runAllInOne(config, logs);
    operator = Caller.operator({ url: running.url, home });
    const { status, body } = await operator.get<{ cases: { number: string }[] }>(
      `/api/cases?atLeast=${before.position}&limit=1`,
    );
    expect([status, body.cases[0]?.number]).toEqual([200, before.number]);
    const after = await promised<Recorded>('reportCase', operator.post('/api/cases', report));
    expect(after.number > before.number).toBe(true);
  });
});
