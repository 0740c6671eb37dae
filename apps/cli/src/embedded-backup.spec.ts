import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { openDatabase } from '@threekeys/sqlite';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupHome } from './embedded-backup';

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'threekeys-backup-'));
  const home = join(folder, 'home');
  beforeAll(async () => {
    const store = await SqliteEventStore.open(home, { ballastBytes: 0, walBytes: 0 });
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('that is broken off leaves an empty folder', async () => {
    const target = join(folder, 'broken-off');
    mkdirSync(target);
    const breakOff = (done: number) => {
      if (done > 100) throw new Error('enough');
    };
    await expect(backupHome(home, target, breakOff)).rejects.toThrow('enough');
    expect(readdirSync(target)).toEqual([]);
  });

  it('keeps nobody waiting who writes keys meanwhile', async () => {
    const busy = join(folder, 'busy');
    await (await SqliteEventStore.open(busy, { ballastBytes: 0, walBytes: 0 })).close();
    const keys = openDatabase(join(busy, 'keys.sqlite'), 'keys');
    keys.exec('CREATE TABLE kept (bytes BLOB); INSERT INTO kept VALUES (zeroblob(8000000))');
    keys.pragma('busy_timeout = 0');
    let written = 0;
    await backupHome(busy, join(folder, 'of-busy'), () => {
      keys.exec('INSERT INTO kept VALUES (zeroblob(10))');
      written += 1;
    });
    keys.close();
    const copy = openDatabase(join(folder, 'of-busy', 'keys.sqlite'), 'keys', { readOnly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    const rows = copy.prepare('SELECT count(*) FROM kept').pluck().get();
    copy.close();
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(1 + written);
  });

  it('tells how far it is, up to the end', async () => {
    const told: number[] = [];
    await backupHome(home, join(folder, 'whole'), (done, of) => told.push(done / of));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });
});
