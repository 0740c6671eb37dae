import { describeAuth, hmacOf, SetClock } from '@threekeys/auth/contract';
import type { GlobalPosition } from '@threekeys/event-store';
import { openDatabase } from '@threekeys/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  renameAnswers,
  SqliteAccountRows,
  SqliteReceipts,
  SqliteSequenceRows,
  SqliteSessionRows,
  SqliteTokenRows,
} from '.';

const home = mkdtempSync(join(tmpdir(), 'threekeys-auth-'));
let opened = 0;
afterAll(() => rmSync(home, { recursive: true }));

describeAuth('SQLite', () => {
  opened += 1;
  const clock = new SetClock();
  const database = openDatabase(join(home, `ops-${String(opened)}.sqlite`), 'operations');
  return Promise.resolve({
    accounts: new SqliteAccountRows(database),
    sessions: new SqliteSessionRows(database),
    tokens: new SqliteTokenRows(database),
    receipts: new SqliteReceipts(database, clock),
    sequences: new SqliteSequenceRows(database),
    clock,
  });
});

describe('tokens in SQLite', () => {
  it('of a home that kept nobody who made one stay, and are told from those made since', async () => {
    const database = openDatabase(join(home, 'tokens.sqlite'), 'operations');
    database.exec(`
      CREATE TABLE tokens (name TEXT PRIMARY KEY, account TEXT NOT NULL, created_at TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
      INSERT INTO tokens VALUES ('early', 'clerk', '2026-01-01', 'one');
    `);
    const early = { name: 'early', account: 'clerk', createdAt: '2026-01-01', hash: 'one' };
    const late = { ...early, name: 'late', createdBy: 'admin', hash: 'two' };
    const tokens = new SqliteTokenRows(database);
    expect(await tokens.insert(late)).toBe(true);
    expect(await new SqliteTokenRows(database).all()).toEqual([early, late]);
    database.close();
  });
});

describe('receipts in SQLite', () => {
  it('are there after a restart once they are written', async () => {
    const clock = new SetClock();
    const database = openDatabase(join(home, 'receipts.sqlite'), 'operations');
    const receipts = new SqliteReceipts(database, clock);
    await receipts.remember('c', hmacOf('one'));
    receipts.flush();
    const again = new SqliteReceipts(database, clock);
    expect(await again.remember('c', hmacOf('one'))).toBe('same');
    expect(await again.remember('c', hmacOf('two'))).toBe('different');
    clock.pass(31 * 24 * 60);
    expect(await again.remember('c', hmacOf('two'))).toBe('new');
    again.flush();
    database.close();
  });

  it('keep that a command recorded nothing before it is answered, whatever becomes of the process', async () => {
    const clock = new SetClock();
    const database = openDatabase(join(home, 'nothing-new.sqlite'), 'operations');
    const position = 'here' as GlobalPosition;
    const answer = { revision: 4, leafHash: 'a'.repeat(64), position };
    await new SqliteReceipts(database, clock).rememberNothingNew('c', answer);
    const another = openDatabase(join(home, 'nothing-new.sqlite'), 'operations', { readOnly: true });
    expect(another.prepare('SELECT command_id, revision, position FROM nothing_new').all()).toEqual([
      { command_id: 'c', revision: 4, position },
    ]);
    another.close();
    renameAnswers(database, { from: 'here', to: 'there' });
    expect(await new SqliteReceipts(database, clock).nothingNew('c')).toEqual({
      ...answer,
      position: 'there',
    });
    clock.pass(31 * 24 * 60);
    const later = new SqliteReceipts(database, clock);
    await later.remember('d', hmacOf('one'));
    later.flush();
    expect(database.prepare('SELECT count(*) FROM nothing_new').pluck().get()).toBe(0);
    database.close();
  });

  it('are written by themselves, and wait in memory while nothing can be written', async () => {
    jest.useFakeTimers();
    const file = join(home, 'full.sqlite');
    const clock = new SetClock();
    const database = openDatabase(file, 'operations');
    const receipts = new SqliteReceipts(database, clock);
    const written = () => database.prepare('SELECT count(*) FROM receipts').pluck().get();
    await receipts.remember('a', hmacOf('one'));
    jest.advanceTimersByTime(300);
    expect(written()).toBe(1);
    database.exec('PRAGMA query_only = ON');
    await receipts.remember('b', hmacOf('one'));
    jest.advanceTimersByTime(300);
    expect(written()).toBe(1);
    expect(await receipts.remember('b', hmacOf('two'))).toBe('different');
    database.exec('PRAGMA query_only = OFF');
    jest.advanceTimersByTime(10_000);
    expect(written()).toBe(2);
    database.close();
    jest.useRealTimers();
  });
});
