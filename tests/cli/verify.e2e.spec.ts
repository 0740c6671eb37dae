import { emptyChain, lineAfter } from '@threekeys/privacy';
import type { ChainEnd } from '@threekeys/privacy';
import { openDatabase } from '@threekeys/sqlite';
import type { Database, DatabaseKind } from '@threekeys/sqlite';
import { createCipheriv, randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Caller, removeHome, startApp, temporaryHome } from '../support/app';
import type { RunningApp } from '../support/app';
import { commandLine } from './command-line';
import type { Ended } from './command-line';

const report = {
  channel: 'phone',
  place: { compound: 'outside' },
  summary: 'the lamp over the path flickers',
  requester: { name: '王桂英', phone: '19900005678' },
};

/** A home that has been in use: copied, and altered as somebody would who has the files and the key of keys. */
describe('verify, of a home', () => {
  const folder = temporaryHome();
  const home = join(folder, 'home');
  let app: RunningApp;
  let copies = 0;

  beforeAll(async () => {
    app = await startApp({ home });
    const operator = Caller.operator(app);
    for (let n = 0; n < 3; n += 1) {
      const { body } = await operator.post<{ caseId: string; position: string }>('/api/cases', report);
      const opened = { fields: ['requesters'], purpose: 'contact' };
      expect((await operator.post(`/api/cases/${body.caseId}/reveal`, opened)).status).toBe(200);
      // A list shows what the views have: so they have caught up.
      const { status } = await operator.get(`/api/cases?limit=1&atLeast=${body.position}`);
      expect(status).toBe(200);
    }
  });
  afterAll(async () => {
    await app.stop();
    removeHome(folder);
  });

  const verified = (of: string): Promise<Ended> => commandLine({ home: of }, ['verify', '--json']);

  async function altered(
    file: string,
    kind: DatabaseKind,
    alter: (database: Database, copy: string) => void,
  ): Promise<Ended> {
    const copy = join(folder, `copy-${String((copies += 1))}`);
    cpSync(home, copy, { recursive: true });
    const database = openDatabase(join(copy, file), kind);
    alter(database, copy);
    database.close();
    return verified(copy);
  }
  const withKeys = (alter: (database: Database, copy: string) => void) =>
    altered('keys.sqlite', 'keys', alter);
  const assigned = 'SELECT kid FROM keys WHERE person IS NOT NULL ORDER BY kid LIMIT 1';

  it('that runs, compares its keys and search tokens too', async () => {
    expect(await verified(home)).toMatchObject({
      code: 0,
      json: { ok: true, views: 'equal', keys: { erased: 0, compared: expect.any(Number) as number } },
    });
    expect(await app.stop()).toBe(0);
  });

  it('that is stopped, counts what it compared', async () => {
    const { json } = await verified(home);
    const { compared, values } = json?.keys as Record<string, number>;
    expect([compared, values].every((count) => Number(count) > 3)).toBe(true);
  });

  it('is broken where somebody took away who opened what', async () => {
    const [file = ''] = readdirSync(home).filter((name) => /^access-.*sqlite$/.test(name));
    expect(await verified(home)).toMatchObject({ code: 0, json: { access: 1 } });
    const { code, stderr } = await altered(file, 'access', (database) => {
      database.exec('DROP TRIGGER access_is_not_removed; DELETE FROM access WHERE number = 2');
    });
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/the access log of \S+: line 2 does not follow/),
    ]);
  });

  it('is broken where the access log was cut at its end, or written anew with a chain of its own', async () => {
    const [file = ''] = readdirSync(home).filter((name) => /^access-.*sqlite$/.test(name));
    const drop = 'DROP TRIGGER access_is_not_removed;';
    const cut = await altered(file, 'access', (database) => {
      database.exec(`${drop} DELETE FROM access WHERE number = 3`);
    });
    expect([cut.code, cut.json?.ok]).toEqual([3, false]);
    expect(cut.stderr).toMatch(/the access log of \S+: 3 lines were witnessed, 2 are there/);
    const anew = await altered(file, 'access', (database) => {
      rewritten(database, (record) => [record.replace('contact', 'audit')]);
    });
    expect(anew.code).toBe(3);
    expect(anew.stderr).toMatch(/the access log of \S+: its first 3 lines are not those that were witnessed/);
  });

  it.each([
    [
      'lines say two things',
      (record: string) => [record.replace('"actor":', '"actor":{"id":"nobody"},"actor":')],
      /line 1 is not as an access is written/,
    ],
    [
      'a line was added for a time that is over',
      (record: string, last: boolean) =>
        last ? [record, record.replace(/"at":"[^"]+"/, '"at":"2026-01-01T00:00:00.000Z"')] : [record],
      /line 4 is dated 2026-01-01T00:00:00.000Z, which is not in that month/,
    ],
  ])('is broken where, in an access log chained anew, %s', async (_what, alter, problem) => {
    const [file = ''] = readdirSync(home).filter((name) => /^access-.*sqlite$/.test(name));
    const { code, stderr } = await altered(file, 'access', (database) => rewritten(database, alter));
    expect([code, stderr]).toEqual([3, expect.stringMatching(problem)]);
  });

  it('says how many lines of the access log have no witness yet', async () => {
    const [file = ''] = readdirSync(home).filter((name) => /^access-.*sqlite$/.test(name));
    const alter = (record: string, last: boolean) => (last ? [record, record] : [record]);
    const added = await altered(file, 'access', (database) => rewritten(database, alter));
    expect(added).toMatchObject({ code: 0, json: { accessUnwitnessed: 1 } });
    expect(await verified(home)).toMatchObject({ code: 0, json: { accessUnwitnessed: 0 } });
  });

  it('is broken where a whole month of the access log is gone', async () => {
    const copy = join(folder, 'without-accesses');
    cpSync(home, copy, { recursive: true });
    for (const name of readdirSync(copy)) if (name.startsWith('access-')) rmSync(join(copy, name));
    const { code, stderr } = await verified(copy);
    expect(code).toBe(3);
    expect(stderr).toMatch(/the access log of \S+: 3 lines were witnessed, 0 are there/);
  });

  it('names the event whose key is another one, wrapped as it should be', async () => {
    const { code, stderr, json } = await withKeys((database, copy) => {
      const kid = String(database.prepare(assigned).pluck().get());
      const kek = Buffer.from(readFileSync(join(copy, 'kek'), 'utf8').trim(), 'base64');
      database.prepare('UPDATE keys SET wrapped = ? WHERE kid = ?').run(wrapped(kid, kek), kid);
    });
    expect([code, json?.ok]).toEqual([3, false]);
    expect(stderr).toMatch(/case-\S+@0 \(event \S+\): the key \S+ is not the key that it committed to/);
    expect(stderr).toMatch(/does not open \/\S+/);
  });

  it('names a key that is damaged, and one that is gone', async () => {
    const damaged = await withKeys((database) =>
      database.exec(`UPDATE keys SET wrapped = zeroblob(60) WHERE kid = (${assigned})`),
    );
    expect([damaged.code, damaged.stderr]).toEqual([3, expect.stringContaining('is not as it was wrapped')]);
    const gone = await withKeys((database) => database.exec(`DELETE FROM keys WHERE kid = (${assigned})`));
    expect([gone.code, gone.stderr]).toEqual([
      3,
      expect.stringContaining('neither in keys.sqlite nor erased'),
    ]);
  });

  it('is broken where keys are marked as erased and no event says so, also once nothing is found by them', async () => {
    const erase = `UPDATE keys SET wrapped = NULL, erased_at = '2026-01-01T00:00:00.000Z' WHERE kid = (${assigned})`;
    const left = await withKeys((database) => database.exec(erase));
    expect(left).toMatchObject({ code: 3, json: { ok: false, keys: { erased: 1 } } });
    expect(left.stderr).toMatch(/case-\S+@0 \(event \S+\): the key \S+ is marked as erased/);
    const whole = await withKeys((database, copy) => {
      database.exec(erase);
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(copy, `views.sqlite${suffix}`), { force: true });
    });
    expect(whole).toMatchObject({ code: 3, json: { ok: false, keys: { erased: 1 }, views: 'absent' } });
    expect(whole.stderr).toContain('keys that are marked as erased, without a record of it: 1');
  });

  it.each([
    ['another has a key', `UPDATE keys SET person = 'clerk' WHERE kid = (${assigned})`, /belongs to another/],
    ['nobody has a key', 'UPDATE keys SET stream = NULL, person = NULL', /belongs to another, or to nobody/],
    [
      'keys are copied aside',
      'CREATE TABLE aside AS SELECT * FROM keys',
      /has a table aside that nobody made/,
    ],
    ['no search finds a word', "DELETE FROM secrets WHERE name = 'search'", /the secret search is missing/],
    [
      'no tracking code leads anywhere',
      "DELETE FROM secrets WHERE name = 'tracking-codes'",
      /the secret tracking-codes is missing/,
    ],
    [
      'a secret is damaged',
      "UPDATE secrets SET wrapped = zeroblob(60) WHERE name = 'search'",
      /the secret search is not as it was wrapped/,
    ],
    [
      'the check of the key of keys is damaged',
      "UPDATE secrets SET wrapped = zeroblob(60) WHERE name = 'kek-check'",
      /keys.sqlite is missing or damaged .*kek-check/,
    ],
  ])('is broken where, by the key store, %s', async (_what, sql, problem) => {
    const { code, stderr } = await withKeys((database) => database.exec(sql));
    expect([code, stderr]).toEqual([3, expect.stringMatching(problem)]);
  });

  it('is broken where the key store is no key store, or is not there', async () => {
    for (const break_ of [
      (file: string) => truncateSync(file, 0),
      (file: string) => truncateSync(file, 5000),
      (file: string) => rmSync(file),
    ]) {
      const copy = join(folder, `copy-${String((copies += 1))}`);
      cpSync(home, copy, { recursive: true });
      break_(join(copy, 'keys.sqlite'));
      expect(await verified(copy)).toMatchObject({ code: 3 });
    }
  });

  it('says where it could not compare: without the key of keys', async () => {
    const copy = join(folder, 'without-kek');
    cpSync(home, copy, { recursive: true });
    rmSync(join(copy, 'kek'));
    expect(await verified(copy)).toMatchObject({ code: 0, json: { ok: true, keys: 'not-compared' } });
    expect((await commandLine({ home: copy }, ['verify'])).stdout).toContain('were not compared');
  });

  it.each([
    ['another status', `c_status = 'closed'`],
    ['another place in the order', `c_reportedAt = '2020-01-01T00:00:00.000Z'`],
    ['no life', 'gone = 1'],
  ])('has different views where lists would find a row with %s', async (_what, change) => {
    const { code, json, stderr } = await altered('views.sqlite', 'views', (database) => {
      const { changes } = database.prepare(`UPDATE ${tableOfCases(database)} SET ${change}`).run();
      expect(changes).toBeGreaterThan(0);
    });
    expect([code, json?.views]).toEqual([3, 'different']);
    expect(stderr).toMatch(/cases\/\S+: different \(columns\)/);
  });

  it('has different views where a case is on no desk, and an entry of another stands for it', async () => {
    const { code, json, stderr } = await altered('views.sqlite', 'views', (database) => {
      const table = `${tableOfCases(database)}_s0`;
      const sql = String(database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table));
      database.exec(`ALTER TABLE ${table} RENAME TO old`);
      database.exec(sql.replace(/,\s*PRIMARY KEY \([^)]*\)\) WITHOUT ROWID/, ')'));
      database.exec(`INSERT INTO ${table} SELECT * FROM old; DROP TABLE old`);
    });
    expect([code, json?.views]).toEqual([3, 'different']);
    expect(stderr).toMatch(/the table view_cases_\d+_s0 of the file is not as it was made/);
  });

  it('has views that are behind, and says so, where they begin anew at the next start', async () => {
    const { code, json, stdout } = await altered('views.sqlite', 'views', (database) => {
      for (const part of ['', '_rows', '_s0', '_s1', '_s2', '_tokens', '_words'])
        database.exec(`DELETE FROM ${tableOfCases(database)}${part}`);
      database.exec("UPDATE views SET checkpoint = NULL WHERE name = 'cases'");
    });
    expect([code, json?.views]).toEqual([0, 'behind']);
    expect(stdout).toBe(`${JSON.stringify(json)}\n`);
  });

  it('that runs has different views where what answers is altered, and good ones are said to be built beside it', async () => {
    const copy = join(folder, `copy-${String((copies += 1))}`);
    cpSync(home, copy, { recursive: true });
    const running = await startApp({ home: copy });
    const database = openDatabase(join(copy, 'views.sqlite'), 'views');
    try {
      const table = tableOfCases(database);
      const beside = 'view_cases_99';
      const parts = database
        .prepare(
          "SELECT type, name, sql FROM sqlite_schema WHERE name LIKE ? || '%' AND sql IS NOT NULL ORDER BY type DESC",
        )
        .all(table) as readonly { type: string; name: string; sql: string }[];
      for (const { type, name, sql } of parts) {
        database.exec(sql.replaceAll(table, beside));
        if (type === 'table')
          database.exec(`INSERT INTO ${name.replace(table, beside)} SELECT * FROM ${name}`);
      }
      database.exec(
        `INSERT INTO views SELECT name, 99, version, description, 0, checkpoint FROM views WHERE name = 'cases'`,
      );
      expect(await verified(copy)).toMatchObject({ code: 0, json: { views: 'equal' } });
      database.exec(`UPDATE ${table}_rows SET row = json_set(row, '$.status', 'closed')`);
      const alteredViews = await verified(copy);
      expect(alteredViews).toMatchObject({ code: 3, json: { views: 'different' } });
      expect(alteredViews.stderr).toMatch(/cases\/\S+: different \(status\)/);
      database.exec("UPDATE views SET version = 99 WHERE name = 'cases'");
      const outdated = await verified(copy);
      expect(outdated).toMatchObject({ code: 3, json: { views: 'different' } });
      expect(outdated.stderr).toContain('the application runs, and cases was made by another version');
    } finally {
      database.close();
      await running.stop();
    }
  });

  it.each([
    ['log.sqlite', 'log', "UPDATE frontier SET peaks = 'garbage'", 'the frontier of log.sqlite is damaged'],
    [
      'log.sqlite',
      'log',
      "INSERT INTO milestones VALUES (-3, '[]')",
      'a milestone at -3, before the first event',
    ],
    ['log.sqlite', 'log', 'DELETE FROM meta', 'log.sqlite has no store id'],
    [
      'views.sqlite',
      'views',
      "UPDATE views SET checkpoint = 'garbage'",
      'cases/checkpoint: different (checkpoint)',
    ],
    ['views.sqlite', 'views', 'DROP TABLE view_timers_1_rows', 'views.sqlite: the table view_timers_1_rows'],
    [
      'views.sqlite',
      'views',
      "UPDATE view_cases_1_rows SET row = '{'",
      'views.sqlite: a row, or its search tokens',
    ],
    [
      'ops.sqlite',
      'operations',
      "UPDATE consumer_checkpoints SET position = 'x'",
      'ops.sqlite: dispatch has handled',
    ],
    [
      'keys.sqlite',
      'keys',
      "UPDATE meta SET value = 'x' WHERE name = 'assigned'",
      'keys.sqlite has written down',
    ],
  ] as const)(
    'is broken, not a bug and not another time’s matter: %s (%s), %s',
    async (file, kind, sql, problem) => {
      const { code, stderr } = await altered(file, kind, (database) => {
        expect(database.exec(sql)).toBe(database);
      });
      expect([code, stderr]).toEqual([3, expect.stringContaining(problem)]);
    },
  );

  it('has different views where the file is damaged, and leaves it as it is', async () => {
    const copy = join(folder, 'damaged-views');
    cpSync(home, copy, { recursive: true });
    for (const suffix of ['-wal', '-shm']) rmSync(join(copy, `views.sqlite${suffix}`), { force: true });
    const damaged = Buffer.from('this is no database'.repeat(500));
    writeFileSync(join(copy, 'views.sqlite'), damaged);
    expect(await verified(copy)).toMatchObject({ code: 3, json: { views: 'different', ok: false } });
    expect(readFileSync(join(copy, 'views.sqlite')).equals(damaged)).toBe(true);
  });

  it.each([
    ['is gone', (name: string) => `DELETE FROM ${name} WHERE id = (SELECT min(id) FROM ${name})`],
    [
      'is another',
      (name: string) => `UPDATE ${name} SET token = 'x' || token WHERE id = (SELECT min(id) FROM ${name})`,
    ],
    [
      'is one too many',
      (name: string) => `INSERT INTO ${name} SELECT 'xxxx', at, id FROM ${name} ORDER BY id LIMIT 1`,
    ],
  ])('has different views where a search token %s, and names the row', async (_what, sql) => {
    const { code, json, stderr } = await altered('views.sqlite', 'views', (database) => {
      const name = database
        .prepare("SELECT name FROM sqlite_schema WHERE name GLOB '*cases*_tokens' AND type = 'table'")
        .pluck()
        .get();
      expect(database.prepare(sql(String(name))).run().changes).toBeGreaterThan(0);
    });
    expect([code, json?.views, json?.ok]).toEqual([3, 'different', false]);
    expect(stderr).toMatch(/cases\/\S+: different \(tokens\)/);
  });
});

function tableOfCases(database: Database): string {
  const found = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'view_cases_[0-9]*'`)
    .pluck()
    .all() as string[];
  return found.find((name) => /^view_cases_\d+$/.test(name)) ?? '';
}

/** AES-256-GCM under the key-encryption key with the id as AAD, as the key store wraps. */
function wrapped(kid: string, kek: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', kek, iv).setAAD(Buffer.from(kid));
  return Buffer.concat([iv, cipher.update(randomBytes(32)), cipher.final(), cipher.getAuthTag()]);
}

/** The access log as somebody writes it anew who has its file: with a chain of its own. */
function rewritten(database: Database, alter: (record: string, last: boolean) => readonly string[]): void {
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  const records = database.prepare('SELECT record FROM access ORDER BY number').pluck().all() as string[];
  database.exec('DELETE FROM access');
  let end: ChainEnd = emptyChain;
  for (const record of records.flatMap((each, index) => alter(each, index === records.length - 1))) {
    const line = lineAfter(end, record);
    database.prepare('INSERT INTO access VALUES (@number, @record, @hash)').run(line);
    end = line;
  }
  for (const { sql } of triggers) database.exec(sql);
}
