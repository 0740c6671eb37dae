import { SqliteEventStore } from '@threekeys/event-store-sqlite';
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

  it('tells how far it is, up to the end', async () => {
    const told: number[] = [];
    await backupHome(home, join(folder, 'whole'), (done, of) => told.push(done / of));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });
});
