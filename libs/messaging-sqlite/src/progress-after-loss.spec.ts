import { MemoryEventStore } from '@threekeys/event-store';
import type { EventStore, GlobalPosition, Leaf } from '@threekeys/event-store';
import { encodeLeaf, noHash } from '@threekeys/integrity';
import { openDatabase } from '@threekeys/sqlite';
import type { Database } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressBeyond, takeBackProgress } from './progress-after-loss';
import { renameProgress } from './progress-renamed';
import { SqliteConsumerState } from './sqlite-consumer-state';

const at = '2026-03-01T08:00:00.000Z';

function leaf(stream: string, revision: number, prev: string): Leaf {
  const id = randomUUID();
  const fields = { id, stream, revision, type: 'NoteTaken', recordedAt: at };
  const { bytes, leafHash } = encodeLeaf({
    ...fields,
    ...{ schema: 1, occurredAt: at, actor: { id: 'tester', role: 'service' } },
    ...{ correlationId: id, commandId: id, data: {}, prev },
  });
  return { ...fields, bytes, leafHash, prev };
}

/** A log of three events: two of case-1, one of case-2. */
async function shortLog(): Promise<EventStore> {
  const store = new MemoryEventStore();
  const first = leaf('case-1', 0, noHash);
  await store.append('case-1', 'no-stream', [first, leaf('case-1', 1, first.leafHash)]);
  await store.append('case-2', 'no-stream', [leaf('case-2', 0, noHash)]);
  return store;
}

const parked = (stream: string, revision: number) => ({
  ...{ consumer: 'dispatch', stream, revision, position: 'elsewhere' as GlobalPosition, type: 'NoteTaken' },
  ...{ bytes: Buffer.from('{}'), because: 'failed' as const, error: 'x', attempts: 1, parkedAt: at },
});

describe('consumers that remember more than a log that has lost its tail', () => {
  const directory = mkdtempSync(join(tmpdir(), 'threekeys-progress-'));
  let database: Database;
  let state: SqliteConsumerState;
  let store: EventStore;
  let made = 0;

  beforeEach(async () => {
    database = openDatabase(join(directory, `${made++}.sqlite`), 'operations');
    state = SqliteConsumerState.open(database);
    store = await shortLog();
  });
  afterEach(() => database.close());
  afterAll(() => rmSync(directory, { recursive: true }));

  it('are told by their checkpoints, their streams and what they have parked', async () => {
    await state.advance('dispatch', [{ stream: 'case-1', revision: 4 }], 'lost');
    await state.advance('matching', [{ stream: 'case-2', revision: 0 }], (await store.head()).position);
    await state.park(parked('case-9', 0));
    expect(await progressBeyond(database, store)).toEqual({
      consumers: ['dispatch'],
      streams: [
        { stream: 'case-1', lastRevision: 1 },
        { stream: 'case-9', lastRevision: -1 },
      ],
    });
    expect(await state.checkpoint('dispatch')).toBe('lost');
  });

  it('stand at its end once they are taken back, and keep what the log still holds', async () => {
    const { position } = await store.head();
    await state.advance(
      'dispatch',
      [
        { stream: 'case-1', revision: 4 },
        { stream: 'case-2', revision: 0 },
        { stream: 'case-9', revision: 7 },
      ],
      'lost',
    );
    await state.park(parked('case-1', 1));
    await state.park(parked('case-1', 5));
    await takeBackProgress(database, store);
    expect(await state.checkpoint('dispatch')).toBe(position);
    const revisions = ['case-1', 'case-2', 'case-9'].map((stream) => state.lastRevision('dispatch', stream));
    expect(await Promise.all(revisions)).toEqual([1, 0, -1]);
    expect((await state.parked()).map(({ stream, revision }) => [stream, revision])).toEqual([['case-1', 1]]);
    expect(await progressBeyond(database, store)).toEqual({ consumers: [], streams: [] });
  });

  it('stand where they stood once the log has another id, also with what they have parked', async () => {
    await state.advance('dispatch', [{ stream: 'case-1', revision: 1 }], 'then.0000000000000002');
    await state.park({ ...parked('case-1', 1), position: 'then.0000000000000002' });
    renameProgress(database, { from: 'then', to: 'now' });
    expect(await state.checkpoint('dispatch')).toBe('now.0000000000000002');
    expect(await state.lastRevision('dispatch', 'case-1')).toBe(1);
    expect((await state.parked()).map(({ position }) => position)).toEqual(['now.0000000000000002']);
  });

  it('begin anew where nothing is left of the log', async () => {
    await state.advance('dispatch', [{ stream: 'case-1', revision: 0 }], 'lost');
    const empty = new MemoryEventStore();
    await takeBackProgress(database, empty);
    expect(await state.checkpoint('dispatch')).toBeUndefined();
    expect(await state.lastRevision('dispatch', 'case-1')).toBe(-1);
  });
});
