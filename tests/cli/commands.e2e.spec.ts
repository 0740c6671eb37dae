import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Caller, removeHome, startApp, temporaryHome } from '../support/app';
import type { RunningApp } from '../support/app';
import { commandLine } from './command-line';

describe('the command line beside a running installation', () => {
  let app: RunningApp;
  let number: string;
  let caseId: string;
  const run = (...words: string[]) => commandLine({ home: app.home, url: app.url }, words);

  beforeAll(async () => {
    app = await startApp();
    const operator = Caller.operator(app);
    const { body } = await operator.post<{ number: string; caseId: string; position: string }>('/api/cases', {
      channel: 'phone',
      place: { compound: 'outside' },
      summary: 'the lamp is dark',
      requester: { name: 'Wang', phone: '19912345678' },
    });
    ({ number, caseId } = body);
    // The commands ask by themselves, of views that have it.
    expect((await operator.get(`/api/cases?limit=1&atLeast=${body.position}`)).status).toBe(200);
  });
  afterAll(async () => {
    await app.stop();
    removeHome(app.home);
  });

  it('lists cases, for a person and as one object on the last line', async () => {
    const forPerson = await run('cases');
    expect(forPerson).toMatchObject({ code: 0, json: undefined });
    expect(forPerson.stdout).toContain(`${number}\treported`);
    const { code, json } = await run('cases', '--status', 'reported', '--limit', '5', '--json');
    expect(code).toBe(0);
    expect(json?.cases).toEqual([expect.objectContaining({ caseId, number, status: 'reported' })]);
  });

  it('tells a history by number and by id, as of a revision, and as stored bytes alone', async () => {
    const { json } = await run('history', number, '--json');
    expect(json).toMatchObject({
      caseId,
      number,
      status: 'reported',
      events: [{ type: 'CaseReported', revision: 0 }],
    });
    expect((await run('history', caseId, '--as-of', '0', '--json')).json).toMatchObject({ number });
    const { stdout } = await run('history', number, '--leaves');
    const [leaf, ...more] = stdout.trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(leaf ?? '')).toMatchObject({
      stream: `case-${caseId}`,
      type: 'CaseReported',
      revision: 0,
    });
  });

  it('answers how it was at an instant, for a case and for the list', async () => {
    const [before, after] = ['2020-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'];
    const { json, code } = await run('as-of', number, after, '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({ caseId, number, at: after });
    expect(json?.answers).toMatchObject({ knownThenTrueThen: [{ type: 'CaseReported', late: false }] });
    const forPerson = await run('as-of', number, before, '--lang', 'zh');
    expect(forPerson.stdout).toContain('当时所知的当时情况 (0)');
    expect((await run('cases', '--as-of', before, '--json')).json?.cases).toEqual([]);
    expect((await run('cases', '--as-of', after, '--json')).json?.cases).toMatchObject([{ number }]);
    expect((await run('cases', '--as-of', '2099-01-01', '--json')).json?.cases).toMatchObject([{ number }]);
    expect((await run('history', number, '--as-of', '2099-01-01T00:00Z', '--json')).json).toMatchObject({
      number,
    });
    expect((await run('as-of', number, '2099-01-01T08:00+08:00', '--json')).json).toMatchObject({
      at: after,
    });
    const wrong = await run('as-of', number, 'yesterday', '--lang', 'zh');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('一个时点，如 2026-03-01T10:00Z');
  });

  it('shows, compares and adopts the policy', async () => {
    const shown = await run('policy', 'show', '--json');
    expect(shown.json).toMatchObject({ version: 1, since: 0, differences: [] });
    const { version, document } = shown.json as { version: number; document: Record<string, unknown> };
    const file = join(app.home, 'policy.json');
    const workWindows = { ...(document['workWindows'] as object), closesMinute: 1230 };
    writeFileSync(
      file,
      JSON.stringify({ version, document: { ...document, contactAttemptsMin: 4, workWindows } }),
    );
    const adopted = await run('policy', 'adopt', file, '--json');
    expect(adopted.json).toMatchObject({
      ...{ version: 2, adopted: true },
      differences: [
        { path: '/contactAttemptsMin', before: 3, after: 4 },
        { path: '/workWindows/closesMinute', after: 1230 },
      ],
    });
    const { stdout } = await run('policy', 'diff', '1', '2');
    expect(stdout).toContain('days with an attempt: 3 → 4');
    expect(stdout).toContain('ends at this minute of the day: 20:00 → 20:30');
    expect((await run('policy', 'versions', '--json')).json?.versions).toMatchObject([
      { version: 2, changes: 2 },
      { version: 1 },
    ]);
  });

  it('adopts no policy made from another version than the one in force, and says where a value is wrong', async () => {
    const { document } = (await run('policy', 'show', '1', '--json')).json as { document: unknown };
    const file = join(app.home, 'policy.json');
    writeFileSync(file, JSON.stringify({ version: 1, document }));
    expect(await run('policy', 'adopt', file)).toMatchObject({ code: 2 });
    writeFileSync(file, '{"version": 2, "document": {"warnAtPercent": 200}}');
    const bad = await run('policy', 'adopt', file);
    expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('/document/warnAtPercent')]);
  });

  it('tells who opened what, without what they saw', async () => {
    const clerk = await Caller.signedIn(app.url, 'admin');
    const reveal = { fields: ['requesters'], purpose: 'contact' };
    expect((await clerk.post(`/api/cases/${caseId}/reveal`, reveal)).status).toBe(200);
    const { code, json, stdout } = await run('access', '--case', number, '--actor', 'admin', '--json');
    expect(code).toBe(0);
    expect(json?.accesses).toEqual([
      {
        at: expect.stringMatching(/Z$/) as string,
        actor: { id: 'admin', role: expect.any(String) as string },
        ...{ caseId, stream: `case-${caseId}`, purpose: 'contact' },
        fields: ['requesters/0/name', 'requesters/0/phone'],
      },
    ]);
    expect(stdout).not.toMatch(/Wang|19912345678/);
    expect((await run('access', '--actor', 'admin')).stdout).toContain('admin (');
    expect((await run('access', '--limit', '0')).code).toBe(1);
    expect((await run('access', '--case', '2026-999999')).code).toBe(2);
  });

  it('runs a command, and says by its exit code that the rules stand against one', async () => {
    const accepted = await run('run', 'AcceptCase', number, '{"category":"other"}', '--json');
    expect(accepted.code).toBe(0);
    expect(accepted.json?.events).toContainEqual(expect.objectContaining({ type: 'CaseAccepted' }));
    const refused = await run('run', 'AcceptCase', number, '{"category":"other"}', '--json');
    expect(refused.code).toBe(2);
    expect(refused.json).toMatchObject({ status: 409 });
    expect(refused.stderr).not.toBe('');
  });

  it('repeats a command under the same key without doing it twice', async () => {
    const key = '7d9f6a1e-8c42-4e0b-9a53-0f6a7b1c2d3e';
    const data = JSON.stringify({
      requesterId: await firstRequester(),
      purpose: 'clarify',
      channel: 'phone',
      reached: true,
    });
    const once = await run('run', 'RecordContact', number, data, '--key', key, '--json');
    expect(once.code).toBe(0);
    expect((await run('run', 'RecordContact', number, data, '--key', key, '--json')).json).toEqual(once.json);
  });

  it('calls wrong input 1: JSON, fields, flags, commands', async () => {
    expect((await run('run', 'AcceptCase', number, '{')).code).toBe(1);
    const wrongField = await run('run', 'RecordContact', number, '{"purpose":7}', '--json');
    expect(wrongField).toMatchObject({ code: 1, json: { status: 400 } });
    expect(wrongField.stderr).toContain('/purpose');
    expect((await run('cases', '--nonsense')).stderr).toContain('Usage: threekeys cases');
    expect((await run('dance')).stderr).toContain('Unknown command: dance');
    expect((await run('history')).code).toBe(1);
  });

  it('calls what is not there, and what one may not, 2', async () => {
    expect((await run('history', '1999-000001')).code).toBe(2);
    const stranger = { home: temporaryHome(), url: app.url };
    expect((await commandLine(stranger, ['cases'])).code).toBe(2);
    removeHome(stranger.home);
  });

  it('signs in by THREEKEYS_TOKEN where that is set', async () => {
    const { json: tokens } = await run('tokens', '--json');
    expect(tokens).toMatchObject({
      from: 'file',
      tokens: [{ file: join(app.home, 'operator.token'), exists: true }],
    });
    const wrong = await commandLine(
      { home: app.home, url: app.url, environment: { THREEKEYS_TOKEN: 'x'.repeat(43) } },
      ['cases'],
    );
    expect(wrong.code).toBe(2);
  });

  it('adds an account, sets its password, disables and enables it, with the password from the environment', async () => {
    const environment = { THREEKEYS_PASSWORD: 'a long enough one' };
    const withPassword = (...words: string[]) =>
      commandLine({ home: app.home, url: app.url, environment }, words);
    expect((await run('users', 'add', 'lin')).code).toBe(1);
    expect((await withPassword('users', 'add', 'lin', '--role', 'dispatcher', '--json')).json).toEqual({
      username: 'lin',
    });
    await Caller.signedIn(app.url, 'lin', 'a long enough one');
    expect((await withPassword('users', 'password', 'lin')).code).toBe(0);
    expect((await run('users', 'disable', 'lin', '--json')).json).toEqual({
      username: 'lin',
      disabled: true,
    });
    await expect(Caller.signedIn(app.url, 'lin', 'a long enough one')).rejects.toThrow('401');
    expect((await run('users', 'list', '--json')).json?.users).toContainEqual(
      expect.objectContaining({ username: 'lin', disabled: true, roles: ['dispatcher'] }),
    );
    expect((await run('users', 'enable', 'lin', '--json')).json).toEqual({
      username: 'lin',
      disabled: false,
    });
    await Caller.signedIn(app.url, 'lin', 'a long enough one');
  });

  it('lists what is parked, and knows nothing of a stream that is not', async () => {
    expect((await run('parked', 'list', '--json')).json).toEqual({ parked: [] });
    expect((await run('parked', 'skip', 'dispatch', 'case-1')).code).toBe(1);
    expect((await run('parked', 'retry', 'dispatch', 'case-1')).code).toBe(2);
  });

  it('proves the history while it is being written', async () => {
    const { code, json } = await run('verify', '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({ ok: true, views: 'equal' });
  });

  it('works with the files only where nothing else does', async () => {
    for (const words of [['rebuild'], ['recover', '--accept-loss'], ['tokens', 'rotate']]) {
      const { code, stderr } = await run(...words);
      expect([words[0], code]).toEqual([words[0], 4]);
      expect(stderr).toContain('is held by another process');
    }
  });

  it('takes relative paths as those of the caller', async () => {
    const caller = temporaryHome();
    mkdirSync(join(caller, 'inner'));
    writeFileSync(join(caller, 'inner', 'empty.json'), '[]');
    const surroundings = { home: app.home, url: app.url, environment: { INIT_CWD: join(caller, 'inner') } };
    const imported = await commandLine(surroundings, ['import', 'chicago', 'empty.json', '--json']);
    expect(imported).toMatchObject({ code: 0, json: { cases: 0, failed: [] } });
    expect((await commandLine(surroundings, ['backup', '../copy', '--json'])).code).toBe(0);
    expect(statSync(join(caller, 'copy', 'log.sqlite')).mode & 0o777).toBe(0o600);
    removeHome(caller);
  });

  async function firstRequester(): Promise<string> {
    const { body } = await Caller.operator(app).get<{ requesters: { requesterId: string }[] }>(
      `/api/cases/${caseId}`,
    );
    return body.requesters[0]?.requesterId ?? '';
  }
});

describe('the token of a script', () => {
  let app: RunningApp;
  const secret = 'a password of the clerk';
  const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    commandLine({ home: app.home, url: app.url, environment }, [...words, '--json']);
  const shownBy = ({ stderr }: { stderr: string }) => /: (tk_[\w-]{43})$/m.exec(stderr)?.[1] ?? '';

  beforeAll(async () => {
    app = await startApp();
    await run(['users', 'add', 'reader', '--role', 'intake-clerk'], { THREEKEYS_PASSWORD: secret });
  });
  afterAll(async () => {
    await app.stop();
    removeHome(app.home);
  });

  it('is shown once, acts as its account until it is revoked, and may do no more', async () => {
    const added = await run(['tokens', 'add', 'nightly', '--account', 'reader']);
    expect(added).toMatchObject({ code: 0, json: { name: 'nightly', account: 'reader' } });
    const token = shownBy(added);
    expect(token).not.toBe('');
    expect(added.stdout).not.toContain(token);
    const asScript = { THREEKEYS_TOKEN: token };
    expect((await run(['cases'], asScript)).code).toBe(0);
    expect((await run(['users', 'list'], asScript)).code).toBe(2);
    expect((await run(['tokens', 'list'], asScript)).code).toBe(2);
    const { body } = await Caller.bearer(app.url, token).get('/api/me');
    expect(body).toMatchObject({ username: 'reader' });
    const { json, stdout } = await run(['tokens', 'list']);
    expect(json?.tokens).toEqual([
      expect.objectContaining({ name: 'nightly', account: 'reader', createdBy: 'operator' }),
    ]);
    expect(stdout).not.toContain(token);
    expect((await run(['tokens', 'revoke', 'nightly'])).code).toBe(0);
    expect((await run(['cases'], asScript)).code).toBe(2);
    expect((await run(['tokens', 'revoke', 'nightly'])).code).toBe(2);
  });

  it('comes with an account of its own where a role is named, ends with it, and is kept over a restart', async () => {
    const added = await run(['tokens', 'add', 'night-import', '--role', 'admin']);
    expect(added).toMatchObject({ code: 0, json: { account: 'night-import' } });
    const asScript = { THREEKEYS_TOKEN: shownBy(added) };
    await app.stop();
    app = await startApp({ home: app.home });
    expect((await run(['users', 'list'], asScript)).code).toBe(0);
    expect((await run(['users', 'disable', 'night-import'])).code).toBe(0);
    expect((await run(['users', 'list'], asScript)).code).toBe(2);
  });

  it('is made once per name, for an account that is there', async () => {
    expect((await run(['tokens', 'add', 'twice', '--account', 'reader'])).code).toBe(0);
    expect((await run(['tokens', 'add', 'twice', '--account', 'reader'])).code).toBe(2);
    const nobody = await run(['tokens', 'add', 'other', '--account', 'nobody']);
    expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('/account')]);
    expect((await run(['tokens', 'add', 'both', '--account', 'reader', '--role', 'admin'])).code).toBe(1);
    expect((await run(['tokens', 'add'])).code).toBe(1);
  });
});

describe('the command line without a server', () => {
  const home = temporaryHome();
  afterAll(() => removeHome(home));
  const run = (...words: string[]) => commandLine({ home, url: 'http://127.0.0.1:9' }, words);

  it('says that nobody answers, and what to do', async () => {
    const { code, stderr, json } = await run('cases', '--json');
    expect(code).toBe(4);
    expect(stderr).toContain('npm start');
    expect(json).toHaveProperty('error');
  });

  it('says that a folder is no home', async () => {
    for (const words of [
      ['verify'],
      ['backup', join(home, 'copy')],
      ['rebuild'],
      ['recover', '--accept-loss'],
    ])
      expect([words[0], (await run(...words)).code]).toEqual([words[0], 1]);
  });

  it('explains itself in both languages, all of it or one command', async () => {
    const { code, stdout } = await run('help');
    expect(code).toBe(0);
    for (const word of [
      'demo',
      'import chicago',
      'cases',
      'history',
      'run',
      'verify',
      'rebuild',
      'backup',
      'restore',
      'recover',
      'parked list',
      'users add',
      'tokens',
    ])
      expect(stdout).toContain(`  ${word}`);
    expect(stdout).toContain('3 integrity broken');
    expect((await run('help', '--lang', 'zh')).stdout).toContain('完整性受损');
    const one = (await run('users', '--help')).stdout;
    expect(one).toContain('users password');
    expect(one).not.toContain('backup');
    expect((await run('backup', 'somewhere', '--help')).stdout).toContain('backup <dir>');
    expect((await run('help', 'dance')).code).toBe(1);
  });
});
