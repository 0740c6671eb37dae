import { MemoryEventStore } from '@threekeys/event-store';
import type { EventStore } from '@threekeys/event-store';
import type { ParkedMessage } from '@threekeys/messaging';
import { EventWriter } from '@threekeys/messaging/contract';
import type { MongoDatabase } from '@threekeys/mongo';
import { describeWithMongo, TestMongo } from '@threekeys/mongo/fixtures';
import { messagingCollections, MongoConsumerState, progressBeyond, takeBackProgress } from '.';

/** A log of three events: two of case-1, one of case-2. */
async function shortLog(): Promise<EventStore> {
  const store = new MemoryEventStore();
  const writer = new EventWriter(store);
  for (const stream of ['case-1', 'case-1', 'case-2']) await writer.write(stream);
  return store;
}

const parked = (stream: string, revision: number): ParkedMessage => ({
  ...{ consumer: 'dispatch', stream, revision, position: 'elsewhere', type: 'Counted' },
  ...{ bytes: Buffer.from('{}'), because: 'failed', error: 'x', attempts: 1 },
  parkedAt: '2026-03-01T08:00:00.000Z',
});

describeWithMongo('consumers that remember more in MongoDB than a log that has lost its tail', () => {
  let mongo: TestMongo;
  let database: MongoDatabase;
  let state: MongoConsumerState;
  let store: EventStore;

  beforeAll(async () => {
    mongo = await TestMongo.start();
  });
  beforeEach(async () => {
    database = mongo.database();
    await database.create(messagingCollections);
    state = MongoConsumerState.open(database);
    store = await shortLog();
  });
  afterEach(() => mongo.clear());
  afterAll(() => mongo.remove());

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
    const handled = [
      { stream: 'case-1', revision: 4 },
      { stream: 'case-2', revision: 0 },
      { stream: 'case-9', revision: 7 },
    ];
    await state.advance('dispatch', handled, 'lost');
    await state.park(parked('case-1', 1));
    await state.park(parked('case-1', 5));
    await takeBackProgress(database, store);
    expect(await state.checkpoint('dispatch')).toBe(position);
    const revisions = handled.map(({ stream }) => state.lastRevision('dispatch', stream));
    expect(await Promise.all(revisions)).toEqual([1, 0, -1]);
    expect((await state.parked()).map(({ stream, revision }) => [stream, revision])).toEqual([['case-1', 1]]);
    expect(await takeBackProgress(database, store)).toEqual({ consumers: [], streams: [] });
  });

  it('begin anew where nothing is left of the log', async () => {
    await state.advance('dispatch', [{ stream: 'case-1', revision: 0 }], 'lost');
    await takeBackProgress(database, new MemoryEventStore());
    expect(await state.checkpoint('dispatch')).toBeUndefined();
    expect(await state.lastRevision('dispatch', 'case-1')).toBe(-1);
  });
});
