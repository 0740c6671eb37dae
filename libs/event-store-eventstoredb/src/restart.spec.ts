import type { ExpectedHead } from '@threekeys/event-store';
import { all, follow, grow, headOf, idsOf } from '@threekeys/event-store/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../../../tools/esdb-double/src';
import { openStore, until } from './double.fixtures';

const directory = mkdtempSync(join(tmpdir(), 'esdb-double-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('a server that is killed while it is written and followed', () => {
  it('has every event once when it is back: nobody has to know that it was away', async () => {
    const file = join(directory, 'data');
    const before = await startProcess('--file', file);
    const store = await openStore(before, { appendDeadlineMs: 30_000 });
    const count = 60;
    const seen: string[] = [];
    const following = follow({ store, patienceMs: 50_000, count, onEvent: ({ id }) => void seen.push(id) });
    const writing = write(count);
    await until('half of it is there', () => seen.length >= count / 2);
    await before.kill();
    const after = await startProcess('--file', file, '--port', new URL(before.connectionString).port);
    const written = await writing;
    expect(idsOf(await all(store.readStream('case-1')))).toEqual(written);
    expect(idsOf(await following)).toEqual(written);
    expect((await store.head()).size).toBe(count);
    await store.close();
    await after.kill();

    async function write(events: number): Promise<string[]> {
      const ids: string[] = [];
      let head: ExpectedHead = 'no-stream';
      for (let i = 0; i < events; i++) {
        const { leaves, result } = await grow(store, 'case-1', head, 1);
        ids.push(...idsOf(leaves));
        head = headOf(result);
      }
      return ids;
    }
  });
});
