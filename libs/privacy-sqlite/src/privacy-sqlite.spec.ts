import { openDatabase } from '@threekeys/sqlite';
import {
  kekFromRecoverySecret,
  KeyDamaged,
  KeyEncryptionKeyUnfit,
  lineAfter,
  recoverySecretOf,
  SecretDamaged,
} from '@threekeys/privacy';
import type { ChainedLine } from '@threekeys/privacy';
import { describeAccessLog, describeKeyStore } from '@threekeys/privacy/contract';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkKeyFile, loadOrCreateKek, saveKek, SqliteAccessLog, SqliteKeyStore } from '.';

const homes: string[] = [];
function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'threekeys-privacy-'));
  homes.push(home);
  return home;
}
afterAll(() => homes.forEach((home) => rmSync(home, { recursive: true })));

describeKeyStore('SQLite', async () => {
  const file = join(temporaryHome(), 'keys.sqlite');
  const kek = randomBytes(32);
  const keys = await SqliteKeyStore.open(file, kek);
  return {
    keys,
    reopen: async () => {
      await keys.close();
      return SqliteKeyStore.open(file, kek);
    },
  };
});

describe('a key file', () => {
  it('holds no key in the clear', async () => {
    const file = join(temporaryHome(), 'keys.sqlite');
    const keys = await SqliteKeyStore.open(file, randomBytes(32));
    const made = await keys.makeAhead(20);
    await keys.close();
    const bytes = readFileSync(file);
    expect(made.filter(({ key }) => bytes.includes(key))).toEqual([]);
  });

  it('refuses another key-encryption key when it is opened', async () => {
    const file = join(temporaryHome(), 'keys.sqlite');
    await (await SqliteKeyStore.open(file, randomBytes(32))).close();
    await expect(SqliteKeyStore.open(file, randomBytes(32))).rejects.toThrow(KeyEncryptionKeyUnfit);
  });
});

describe('a key in a file', () => {
  const setting = async () => {
    const file = join(temporaryHome(), 'keys.sqlite');
    const kek = randomBytes(32);
    const keys = await SqliteKeyStore.open(file, kek);
    const [made] = await keys.makeAhead(1);
    if (!made) throw new Error('no key');
    const change = (sql: string) => {
      const database = openDatabase(file, 'keys');
      database.prepare(sql).run(made.kid);
      database.close();
    };
    return { file, kek, keys, change, kid: made.kid };
  };

  it('is told from one that was erased, and from one that was never there', async () => {
    const { keys, change, kid } = await setting();
    expect(await keys.isErased(kid)).toBe(false);
    change(`UPDATE keys SET wrapped = NULL, erased_at = '2026-03-01T00:00:00.000Z' WHERE kid = ?`);
    expect([await keys.byKid(kid), await keys.isErased(kid)]).toEqual([undefined, true]);
    expect(await keys.byKids([kid])).toEqual(new Map());
    change('DELETE FROM keys WHERE kid = ?');
    expect([await keys.byKid(kid), await keys.isErased(kid)]).toEqual([undefined, false]);
    await keys.close();
  });

  it('is damaged where it is not as it was wrapped, while the key-encryption key is right', async () => {
    for (const wrapped of ["x'00'", 'zeroblob(60)', 'NULL']) {
      const { keys, change, kid } = await setting();
      change(`UPDATE keys SET wrapped = ${wrapped} WHERE kid = ?`);
      await expect(keys.byKid(kid)).rejects.toThrow(KeyDamaged);
      await expect(keys.byKids([kid])).rejects.toThrow(KeyDamaged);
      await keys.close();
    }
  });

  it('is read beside who writes, by somebody who changes nothing', async () => {
    const { file, kek, keys, kid } = await setting();
    const reader = await SqliteKeyStore.open(file, kek, { readOnly: true });
    const [later] = await keys.makeAhead(1);
    expect(await reader.byKid(kid)).toEqual(await keys.byKid(kid));
    expect(await reader.byKid(later?.kid ?? '')).toEqual(later);
    await expect(reader.makeAhead(1)).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
    await reader.close();
    await keys.close();
  });
});

describe('a secret in a file', () => {
  const altered = async (sql: string, readOnly = true) => {
    const file = join(temporaryHome(), 'keys.sqlite');
    const kek = randomBytes(32);
    const keys = await SqliteKeyStore.open(file, kek);
    await keys.makeAhead(1);
    await keys.secret('search');
    await keys.close();
    const database = openDatabase(file, 'keys');
    database.exec(sql);
    database.close();
    return SqliteKeyStore.open(file, kek, { readOnly });
  };

  it('that is not as it was wrapped is damaged, whatever else is asked for', async () => {
    const keys = await altered("UPDATE secrets SET wrapped = zeroblob(60) WHERE name = 'search'", false);
    await expect(keys.secret('search')).rejects.toEqual(new SecretDamaged(['search']));
    await expect(keys.secrets()).rejects.toEqual(new SecretDamaged(['search']));
    await keys.close();
  });

  it('is not made by somebody who changes nothing', async () => {
    const keys = await altered("DELETE FROM secrets WHERE name = 'search'");
    await expect(keys.secret('search')).rejects.toThrow(SecretDamaged);
    await keys.close();
  });

  it.each(['DELETE FROM secrets', 'UPDATE secrets SET wrapped = zeroblob(60)'])(
    'by which the key-encryption key is told is damaged where that opens keys all the same: %s',
    async (sql) => {
      await expect(altered(`${sql} WHERE name = 'kek-check'`)).rejects.toEqual(
        new SecretDamaged(['kek-check']),
      );
    },
  );
});

describe('the tables of a key file', () => {
  it.each([
    ['are as they were made', '', []],
    [
      'copy each key aside',
      'CREATE TABLE kept (k); CREATE TRIGGER keep AFTER INSERT ON keys BEGIN INSERT INTO kept VALUES (new.wrapped); END',
      ['keys.sqlite has a table kept that nobody made', 'keys.sqlite has a trigger keep that nobody made'],
    ],
    ['lack an index', 'DROP INDEX keys_by_person', ['the index keys_by_person of keys.sqlite is missing']],
  ])('%s', async (_what, sql, problems) => {
    const file = join(temporaryHome(), 'keys.sqlite');
    await (await SqliteKeyStore.open(file, randomBytes(32))).close();
    const database = openDatabase(file, 'keys');
    database.exec(sql);
    database.close();
    expect(checkKeyFile(file)).toEqual(problems);
  });
});

describe('the key-encryption key', () => {
  it('is made once, for its owner alone', () => {
    const file = join(temporaryHome(), 'kek');
    const { kek, created } = loadOrCreateKek(file);
    expect(created).toBe(true);
    expect(loadOrCreateKek(file)).toEqual({ kek, created: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    expect(() => loadOrCreateKek(file)).toThrow(KeyEncryptionKeyUnfit);
  });

  it('is not made beside keys that another one has wrapped, and is made again from its recovery secret', async () => {
    const home = temporaryHome();
    const { kek } = loadOrCreateKek(join(home, 'kek'));
    await (await SqliteKeyStore.open(join(home, 'keys.sqlite'), kek)).close();
    rmSync(join(home, 'kek'));
    expect(() => loadOrCreateKek(join(home, 'kek'))).toThrow('is missing');
    saveKek(join(home, 'kek'), kekFromRecoverySecret(recoverySecretOf(kek)));
    expect(loadOrCreateKek(join(home, 'kek'))).toEqual({ kek, created: false });
    expect(statSync(join(home, 'kek')).mode & 0o777).toBe(0o600);
    expect(() => saveKek(join(home, 'kek'), kek)).toThrow('there already');
  });

  it('comes back from its recovery secret, which shows a wrong letter', () => {
    const kek = randomBytes(32);
    const secret = recoverySecretOf(kek);
    expect(kekFromRecoverySecret(secret.toLowerCase())).toEqual(kek);
    const wrong = (secret.startsWith('A') ? 'B' : 'A') + secret.slice(1);
    expect(() => kekFromRecoverySecret(wrong)).toThrow(KeyEncryptionKeyUnfit);
  });
});

describeAccessLog('SQLite', () => Promise.resolve(new SqliteAccessLog(temporaryHome())));

describe('the access log', () => {
  const access = (at: string) => ({
    at,
    actor: { id: 'clerk', role: 'intake-clerk' as const },
    stream: 'case-1',
    fields: ['name'],
    purpose: 'contact' as const,
  });
  const all = async (log: SqliteAccessLog, month: string) => {
    const records = [];
    for await (const record of log.read(month)) records.push(record);
    return records;
  };

  it('keeps one file a month, in order, over a restart', async () => {
    const home = temporaryHome();
    const log = new SqliteAccessLog(home);
    await Promise.all([
      log.record(access('2026-03-31T23:59:59.000Z')),
      log.record(access('2026-04-01T00:00:00.000Z')),
    ]);
    await log.close();
    const again = new SqliteAccessLog(home);
    await again.record(access('2026-04-02T00:00:00.000Z'));
    expect(await all(again, '2026-03')).toHaveLength(1);
    expect((await all(again, '2026-04')).map(({ at }) => at)).toEqual([
      '2026-04-01T00:00:00.000Z',
      '2026-04-02T00:00:00.000Z',
    ]);
    expect(again.check('2026-04')).toEqual({ problems: [], isReadable: true });
    await again.close();
  });

  it('writes over space that its WAL has, and needs no more of it', async () => {
    const home = temporaryHome();
    const log = new SqliteAccessLog(home);
    const wal = () => statSync(join(home, 'access-2026-03.sqlite-wal')).size;
    await log.record(access('2026-03-01T00:00:00.000Z'));
    const reserved = wal();
    for (let n = 0; n < 1500; n++) await log.record(access('2026-03-01T00:00:01.000Z'));
    expect(wal()).toBe(reserved);
    await log.close();
  });

  it('refuses change and removal, and shows them where somebody goes around that', async () => {
    const home = temporaryHome();
    const log = new SqliteAccessLog(home);
    for (let n = 1; n <= 3; n++) await log.record(access(`2026-03-0${String(n)}T00:00:00.000Z`));
    await log.close();
    const database = openDatabase(join(home, 'access-2026-03.sqlite'), 'access');
    expect(() => database.exec(`UPDATE access SET record = '{}'`)).toThrow('append-only');
    expect(() => database.exec('DELETE FROM access')).toThrow('append-only');
    database.exec('DROP TRIGGER access_is_not_removed; DELETE FROM access WHERE number = 2');
    database.close();
    expect(new SqliteAccessLog(home).check('2026-03').problems).toEqual([
      'the trigger access_is_not_removed of access-2026-03.sqlite is missing',
      'line 2 does not follow',
    ]);
  });

  it('has nothing in a month whose file a crash has left before it was made', async () => {
    const home = temporaryHome();
    writeFileSync(join(home, 'access-2026-03.sqlite'), '');
    const log = new SqliteAccessLog(home);
    expect(log.check('2026-03')).toEqual({ problems: [], isReadable: true });
    expect(await all(log, '2026-03')).toEqual([]);
    expect(await log.page({ limit: 1 })).toEqual({ records: [] });
    await log.record(access('2026-03-01T00:00:00.000Z'));
    expect(await all(log, '2026-03')).toHaveLength(1);
    await log.close();
  });

  it.each([
    [
      'a table gone',
      'DROP TABLE access; CREATE TABLE x (a)',
      /^access-2026-03.sqlite is damaged \(no such table/,
    ],
    ['a table more', 'CREATE TABLE x (a)', /has a table x that nobody made/],
    [
      'a trigger that leaves somebody out',
      `CREATE TRIGGER ig BEFORE INSERT ON access WHEN new.record LIKE '%clerk%' BEGIN SELECT RAISE(IGNORE); END`,
      /has a trigger ig that nobody made/,
    ],
    [
      'its triggers gone',
      'DROP TRIGGER access_is_not_removed',
      /trigger access_is_not_removed .* is missing/,
    ],
    ['a line before the first', `INSERT INTO access VALUES (-1, '{}', 'x')`, /^line 1 does not follow$/],
  ])('is not as it was written with %s', async (_what, sql, problem) => {
    const home = temporaryHome();
    const log = new SqliteAccessLog(home);
    await log.record(access('2026-03-01T00:00:00.000Z'));
    await log.close();
    const database = openDatabase(join(home, 'access-2026-03.sqlite'), 'access');
    database.exec(sql);
    database.close();
    expect(log.check('2026-03').problems).toContainEqual(expect.stringMatching(problem));
  });

  it.each([
    ['a second actor', (text: string) => text.replace('"actor":', '"actor":{"id":"nobody"},"actor":')],
    ['no JSON', () => '{'],
    ['no access', () => 'null'],
  ])('shows a line that says %s, chained as it should be', async (_what, alter) => {
    const home = temporaryHome();
    const log = new SqliteAccessLog(home);
    await log.record(access('2026-03-01T00:00:00.000Z'));
    await log.close();
    const database = openDatabase(join(home, 'access-2026-03.sqlite'), 'access');
    const end = database.prepare<[], ChainedLine>('SELECT * FROM access').get();
    if (!end) throw new Error('nothing was recorded');
    const line = lineAfter(end, alter(end.record));
    database.prepare('INSERT INTO access VALUES (@number, @record, @hash)').run(line);
    database.close();
    expect(log.check('2026-03').problems).toEqual(['line 2 is not as an access is written']);
  });

  it.each([
    ['damaged', (file: string) => writeFileSync(file, 'no database at all'.repeat(300)), /is damaged/],
    ['a folder', (file: string) => mkdirSync(file), /is no file/],
  ])('cannot be read where its file is %s', (_what, make, problem) => {
    const home = temporaryHome();
    make(join(home, 'access-2026-03.sqlite'));
    expect(new SqliteAccessLog(home).check('2026-03')).toEqual({
      problems: [expect.stringMatching(problem)],
      isReadable: false,
    });
  });

  it('fails the record where it cannot write', async () => {
    const log = new SqliteAccessLog(join(temporaryHome(), 'missing'));
    await expect(log.record(access('2026-03-01T00:00:00.000Z'))).rejects.toThrow();
  });
});
