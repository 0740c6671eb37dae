import type { Leaf } from '@threekeys/event-store';
import { encodeLeaf, noHash } from '@threekeys/integrity';
import { openDatabase } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { openStore, temporaryHome } from './temporary-home.fixtures';
import { verifyLog } from './verify-log';

/** A log of one event, and the id of its store. */
async function madeLog(path: string): Promise<string> {
  const store = await openStore(path);
  await store.append('case-1', 'no-stream', [leaf()]);
  await store.close();
  return store.storeId;
}

describe('a log beside what knows how far it had come', () => {
  let home: ReturnType<typeof temporaryHome>;
  let storeId: string;
  beforeEach(async () => {
    home = temporaryHome();
    storeId = await madeLog(home.path);
  });
  afterEach(() => home.remove());

  const place = (number: number, id = storeId) => `${id}.${String(number).padStart(16, '0')}`;
  const handled = (position: string) => {
    const database = openDatabase(home.file('ops.sqlite'), 'operations');
    database.exec('CREATE TABLE consumer_checkpoints (consumer TEXT, position TEXT)');
    database.prepare("INSERT INTO consumer_checkpoints VALUES ('dispatch', ?)").run(position);
    database.close();
  };
  const assigned = (position: string) => {
    const database = openDatabase(home.file('keys.sqlite'), 'keys');
    database.exec('CREATE TABLE meta (name TEXT, value TEXT)');
    database.prepare("INSERT INTO meta VALUES ('assigned', ?)").run(position);
    database.close();
  };

  it('is written where that is as far as it goes, and where nothing is made yet', async () => {
    await openStore(home.path).then((store) => store.close());
    handled(place(1));
    const store = await openStore(home.path);
    expect(store.anchorState.status).toBe('matches');
    await store.close();
  });

  it('is only read where consumers have handled more, or keys are written down further', async () => {
    handled(place(1));
    assigned(place(3));
    const witness = readFileSync(home.file('anchor.log'), 'utf8');
    const store = await openStore(home.path);
    const what = 'the log holds 1 events, keys.sqlite knows of 3';
    expect(store.anchorState).toMatchObject({ status: 'mismatch', what, known: 3 });
    await expect(store.append('case-2', 'no-stream', [leaf('case-2')])).rejects.toMatchObject({
      code: 'StoreReadOnly',
    });
    await store.close();
    expect(readFileSync(home.file('anchor.log'), 'utf8')).toBe(witness);
  });

  it('is not opened beside what belongs to another one', async () => {
    handled(place(1, 'f'.repeat(32)));
    await expect(openStore(home.path)).rejects.toMatchObject({
      code: 'StoreUnavailable',
      message: 'ops.sqlite belongs to another log than log.sqlite: restore a backup',
    });
  });

  it('misses its witness also where it says that it never had one, and gets no new one', async () => {
    const database = openDatabase(home.file('log.sqlite'), 'log');
    database.exec("DELETE FROM meta WHERE name = 'anchored'");
    database.close();
    rmSync(home.file('anchor.log'));
    const what = 'anchor.log is missing, but this log had one';
    const store = await openStore(home.path);
    expect(store.anchorState).toMatchObject({ status: 'mismatch', what });
    await store.close();
    expect(existsSync(home.file('anchor.log'))).toBe(false);
    const { problems } = await verifyLog(home.file('log.sqlite'), home.file('anchor.log'));
    expect(problems).toEqual([{ kind: 'altered', what }]);
  });
});

function leaf(stream = 'case-1'): Leaf {
  const id = randomUUID();
  const recordedAt = '2026-03-01T08:00:00.000Z';
  const fields = { id, stream, revision: 0, type: 'NoteTaken', recordedAt };
  const { bytes, leafHash } = encodeLeaf({
    ...fields,
    ...{ schema: 1, occurredAt: recordedAt, actor: { id: 'tester', role: 'service' } },
    ...{ correlationId: id, commandId: id, data: {}, prev: noHash },
  });
  return { ...fields, bytes, leafHash, prev: noHash };
}
