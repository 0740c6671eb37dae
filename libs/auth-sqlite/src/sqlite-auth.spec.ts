import { describeAuth, SetClock } from '@threekeys/auth/contract';
import { openDatabase } from '@threekeys/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteAccountRows, SqliteReceipts, SqliteSequenceRows, SqliteSessionRows } from '.';

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
    receipts: new SqliteReceipts(database, clock),
    sequences: new SqliteSequenceRows(database),
    clock,
  });
});

describe('receipts in SQLite', () => {
  it('are there after a restart once they are written', async () => {
    const clock = new SetClock();
    const database = openDatabase(join(home, 'receipts.sqlite'), 'operations');
    const receipts = new SqliteReceipts(database, clock);
    await receipts.remember('c', 'one');
    receipts.flush();
    const again = new SqliteReceipts(database, clock);
    expect(await again.remember('c', 'one')).toBe('same');
    expect(await again.remember('c', 'two')).toBe('different');
    clock.pass(31 * 24 * 60);
    expect(await again.remember('c', 'two')).toBe('new');
    again.flush();
    database.close();
  });
});
