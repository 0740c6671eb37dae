import { MemoryEventStore, SystemClock } from '@threekeys/event-store';
import { LogMessaging } from '@threekeys/messaging';
import type { ConsumerState, ParkedMessage, SkippedMessage } from '@threekeys/messaging';
import { describeConsumerState, describeMessaging } from '@threekeys/messaging/contract';
import type { MongoDatabase } from '@threekeys/mongo';
import { describeWithMongo, mongoWith } from '@threekeys/mongo/fixtures';
import { messagingCollections, MongoConsumerState } from '.';

const place = { consumer: 'dispatch', stream: 'case-1', revision: 3 } as const;
const parked: ParkedMessage = {
  ...{ ...place, position: 'p3', type: 'CaseAccepted', bytes: Buffer.from('{}'), because: 'failed' },
  ...{ error: 'x', attempts: 7, parkedAt: '2026-03-01T07:00:00.000Z' },
};
const skipped: SkippedMessage = {
  ...{ ...place, type: 'CaseAccepted', reason: 'entered twice', by: 'admin' },
  skippedAt: '2026-03-01T08:00:00.000Z',
};

/** The same database, whose process ends before its write of this number. */
function crashingBefore(write: number, database: MongoDatabase): MongoDatabase {
  let writes = 0;
  const watched = (model: object): object =>
    new Proxy(model, {
      get(target, property) {
        const member: unknown = Reflect.get(target, property, target);
        if (property === 'collection') return watched(member as object);
        if (typeof member !== 'function' || !/^(updateOne|bulkWrite|deleteOne)$/.test(String(property)))
          return member;
        return (...given: unknown[]): unknown => {
          if (++writes >= write) throw new Error('the process has ended');
          return Reflect.apply(member, target, given);
        };
      },
    });
  return new Proxy(database, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (property !== 'model') return member;
      return (of: never): object => watched(target.model(of));
    },
  });
}

describeWithMongo('what consumers remember in MongoDB', () => {
  const mongo = mongoWith(messagingCollections);
  const standing = async (state: ConsumerState) => ({
    revision: await state.lastRevision('dispatch', 'case-1'),
    parked: (await state.parked()).length,
    skipped: (await state.skipped()).length,
  });

  describeConsumerState('MongoDB', async () => {
    const database = await mongo.created();
    return {
      state: MongoConsumerState.open(database),
      reopen: () => MongoConsumerState.open(mongo.open(database.name)),
      close: () => mongo.clear(),
    };
  });

  describeMessaging('log, remembered in MongoDB', async () => {
    const store = new MemoryEventStore();
    const state = MongoConsumerState.open(await mongo.created());
    const clock = new SystemClock();
    return {
      store,
      connect: (retries) => new LogMessaging({ store, state, clock }, { retries, streamsMax: 4 }),
      close: async () => {
        await store.close();
        await mongo.clear();
      },
    };
  });

  it.each([1, 2])(
    'is whole again after a crash before write %i of an unparking, once it is repeated',
    async (write) => {
      const database = await mongo.created();
      const state = MongoConsumerState.open(database);
      await state.park(parked);
      const ended = MongoConsumerState.open(crashingBefore(write, database));
      await expect(ended.unpark('dispatch', 'case-1', 3)).rejects.toThrow('has ended');
      // Still parked: nobody passes over it.
      expect((await standing(state)).parked).toBe(1);
      await state.unpark('dispatch', 'case-1', 3);
      expect(await standing(state)).toEqual({ revision: 3, parked: 0, skipped: 0 });
      await state.unpark('dispatch', 'case-1', 3);
      expect(await standing(state)).toEqual({ revision: 3, parked: 0, skipped: 0 });
    },
  );

  it.each([1, 2, 3])(
    'is whole again after a crash before write %i of a skip, once it is repeated',
    async (write) => {
      const database = await mongo.created();
      const state = MongoConsumerState.open(database);
      await state.park(parked);
      const ended = MongoConsumerState.open(crashingBefore(write, database));
      await expect(ended.skip(skipped)).rejects.toThrow('has ended');
      const left = await standing(state);
      expect(left.parked).toBe(1);
      // Never done without being written down by whom.
      if (left.revision === 3) expect(left.skipped).toBe(1);
      await state.skip(skipped);
      await state.skip(skipped);
      expect(await standing(state)).toEqual({ revision: 3, parked: 0, skipped: 1 });
    },
  );

  it('keeps the checkpoint behind the progress that it rests on, whatever becomes of the process', async () => {
    const database = await mongo.created();
    const ended = MongoConsumerState.open(crashingBefore(2, database));
    await expect(ended.advance('dispatch', [place], 'p3')).rejects.toThrow('has ended');
    const state = MongoConsumerState.open(database);
    expect(await state.checkpoint('dispatch')).toBeUndefined();
    await state.advance('dispatch', [place], 'p3');
    expect([await state.lastRevision('dispatch', 'case-1'), await state.checkpoint('dispatch')]).toEqual([
      3,
      'p3',
    ]);
  });

  it('never goes back in a revision while two processes advance the same streams', async () => {
    const [one, other] = await mongo.twoProcesses();
    const streams = Array.from({ length: 50 }, (_, i) => `case-${i}`);
    const advance = async (database: MongoDatabase, revisions: readonly number[]) => {
      const state = MongoConsumerState.open(database);
      for (const revision of revisions)
        await state.advance(
          'dispatch',
          streams.map((stream) => ({ stream, revision })),
          `p${revision}`,
        );
    };
    await Promise.all([advance(one, [0, 3, 6, 9]), advance(other, [8, 5, 2, 7]), advance(other, [1, 4])]);
    const state = MongoConsumerState.open(one);
    expect(
      new Set(await Promise.all(streams.map((stream) => state.lastRevision('dispatch', stream)))),
    ).toEqual(new Set([9]));
  });

  it('takes the progress of many streams at once', async () => {
    const state = MongoConsumerState.open(await mongo.created());
    const progress = Array.from({ length: 2500 }, (_, i) => ({ stream: `case-${i}`, revision: i }));
    await state.advance('dispatch', progress, 'p');
    expect(await state.lastRevision('dispatch', 'case-2499')).toBe(2499);
    expect(await state.lastRevision('dispatch', 'case-0')).toBe(0);
  });

  it('parks an event once that two processes park at the same moment', async () => {
    const [one, other] = await mongo.twoProcesses();
    await Promise.all(
      [one, other, one, other].map((database) => MongoConsumerState.open(database).park(parked)),
    );
    expect(await MongoConsumerState.open(one).parked()).toEqual([parked]);
  });
});
