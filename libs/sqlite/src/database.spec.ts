import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import type { DatabaseKind } from '.';
import { DatabaseRefused, holdLock, isHeld, openDatabase, sqliteCode } from '.';
import { applySetting, isOlder } from './database';
import { settingsOf } from './settings';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'threekeys-sqlite-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = (name = 'some.sqlite') => join(folder, name);
const kinds = Object.keys(settingsOf) as DatabaseKind[];

/** Code of the refusal, or the error itself where something else went wrong. */
function refusalOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error instanceof DatabaseRefused ? error.code : error;
  }
  return 'not refused';
}

describe('a database file', () => {
  it.each(kinds)('of kind %s has every setting of its kind, new and opened again', (kind) => {
    for (const _ of ['new', 'again']) {
      const database = openDatabase(file(), kind);
      database.exec('CREATE TABLE IF NOT EXISTS kept (one INTEGER) STRICT; INSERT INTO kept VALUES (1)');
      for (const { pragma, readBack } of settingsOf[kind])
        expect({ [pragma]: database.pragma(pragma, { simple: true }) }).toEqual({ [pragma]: readBack });
      database.close();
    }
  });

  it('of kind log is FULL when it is opened again, where the driver alone would be NORMAL', () => {
    openDatabase(file(), 'log').close();
    const bare = new Driver(file());
    bare.pragma('journal_mode = wal');
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    bare.close();

    const database = openDatabase(file(), 'log');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    database.close();
  });

  it('is left at NORMAL where the power-cut test asks for the default of the driver', () => {
    openDatabase(file(), 'log').close();
    const database = openDatabase(file(), 'log', { durability: 'driver-default' });
    database.pragma('user_version'); // the driver applies its default when the WAL is first read
    expect(database.pragma('synchronous', { simple: true })).toBe(1);
    database.close();
  });

  it('and its WAL are readable by its owner alone, also when it was wide open before', () => {
    writeFileSync(file(), '', { mode: 0o644 });
    for (const _ of ['new', 'again']) {
      const database = openDatabase(file(), 'log');
      database.exec('CREATE TABLE IF NOT EXISTS kept (one INTEGER)');
      for (const suffix of ['', '-wal', '-shm']) expect(statSync(file() + suffix).mode & 0o777).toBe(0o600);
      database.close();
    }
  });

  it('is not made where it should exist', () => {
    expect(refusalOf(() => openDatabase(file(), 'log', { create: false }))).toBe('missing');
    expect(refusalOf(() => openDatabase(file(), 'log', { readOnly: true }))).toBe('missing');
  });

  it('is refused where a setting does not take', () => {
    const withoutFile = new Driver(':memory:');
    const wal = { pragma: 'journal_mode', value: 'wal', readBack: 'wal' };
    expect(refusalOf(() => applySetting(withoutFile, wal, file()))).toBe('setting-not-taken');
    withoutFile.close();
  });

  it('can be read and not written when it is opened for reading', () => {
    openDatabase(file(), 'log').exec('CREATE TABLE kept (one INTEGER); INSERT INTO kept VALUES (7)').close();
    const database = openDatabase(file(), 'log', { readOnly: true });
    expect(database.prepare('SELECT one FROM kept').pluck().get()).toBe(7);
    let code: string | undefined;
    try {
      database.exec('INSERT INTO kept VALUES (8)');
    } catch (error) {
      code = sqliteCode(error);
    }
    expect(code).toBe('SQLITE_READONLY');
    database.close();
  });
});

describe('the version of SQLite', () => {
  it.each([
    ['3.51.2', true],
    ['3.51.3', false],
    ['3.53.2', false],
    ['3.9.9', true],
    ['4.0.0', false],
  ])('%s is too old: %s', (version, tooOld) => expect(isOlder(version, '3.51.3')).toBe(tooOld));
});

describe('the lock of a home', () => {
  const lockElsewhere = (path: string) =>
    spawnSync(process.execPath, [
      '-e',
      `const d=new (require(${JSON.stringify(require.resolve('better-sqlite3'))}))(${JSON.stringify(path)},{timeout:0});
       try{d.exec('BEGIN EXCLUSIVE');console.log('held')}catch(e){console.log(e.code)}`,
    ]).stdout.toString();

  it('keeps a second holder out and says what to do', () => {
    const lock = holdLock(file('lock.sqlite'));
    expect(isHeld(file('lock.sqlite'))).toBe(true);
    expect(refusalOf(() => holdLock(file('lock.sqlite')))).toBe('in-use');
    expect(() => holdLock(file('lock.sqlite'))).toThrow(/Stop that one .* or set THREEKEYS_HOME/);
    lock.release();
    expect(isHeld(file('lock.sqlite'))).toBe(false);
    holdLock(file('lock.sqlite')).release();
  });

  it('keeps another process out until it is released', () => {
    const lock = holdLock(file('lock.sqlite'));
    expect(lockElsewhere(file('lock.sqlite'))).toBe('SQLITE_BUSY\n');
    lock.release();
    expect(lockElsewhere(file('lock.sqlite'))).toBe('held\n');
  });
});
