import type { ParkedMessage } from '@threekeys/messaging';
import { MemoryConsumerState } from '@threekeys/messaging';
import { RememberedState } from './remembered-state';

/** Counts what is asked of the database. */
class Counted extends MemoryConsumerState {
  asked = 0;

  override lastRevision(consumer: string, stream: string): Promise<number> {
    this.asked += 1;
    return super.lastRevision(consumer, stream);
  }

  override isParked(consumer: string, stream: string): Promise<boolean> {
    this.asked += 1;
    return super.isParked(consumer, stream);
  }
}

const [consumer, stream] = ['dispatch', 'case-1'];
const parked: ParkedMessage = {
  ...{ consumer, stream, revision: 3, position: '', type: 'Counted', bytes: Buffer.alloc(0) },
  ...{ because: 'failed', error: '', attempts: 1, parkedAt: '2026-03-01T08:00:00.000Z' },
};

describe('what a consumer remembers of a stream', () => {
  let database: Counted;
  let state: RememberedState;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    database = new Counted();
    state = new RememberedState(database);
  });
  afterEach(() => jest.useRealTimers());

  const look = async () => [
    await state.lastRevision(consumer, stream),
    await state.isParked(consumer, stream),
  ];

  it('is not asked for again while it goes on with it', async () => {
    await state.advance(consumer, [{ stream, revision: 2 }], undefined);
    expect(await look()).toEqual([2, false]);
    expect(await look()).toEqual([2, false]);
    expect(database.asked).toBe(1);
  });

  it('is asked for again after some seconds', async () => {
    await state.advance(consumer, [{ stream, revision: 2 }], undefined);
    await look();
    await database.advance(consumer, [{ stream, revision: 7 }], undefined);
    await database.park(parked);
    jest.advanceTimersByTime(5000);
    expect(await look()).toEqual([7, true]);
  });

  it('is forgotten when partitions come or go, and what is saved late does not bring it back', async () => {
    await state.advance(consumer, [{ stream, revision: 2 }], undefined);
    state.forget();
    await state.advance(consumer, [{ stream, revision: 3 }], undefined);
    await database.advance(consumer, [{ stream, revision: 7 }], undefined);
    await database.park(parked);
    expect(await look()).toEqual([7, true]);
  });

  it('is as it parks, takes back and gives up', async () => {
    await state.advance(consumer, [{ stream, revision: 2 }], undefined);
    expect(await look()).toEqual([2, false]);
    await state.park(parked);
    expect(await look()).toEqual([2, true]);
    await state.unpark(consumer, stream, 3);
    expect(await look()).toEqual([3, false]);
    await state.park({ ...parked, revision: 4 });
    const skipped = { consumer, stream, revision: 4, type: 'Counted', reason: 'none', by: 'admin' };
    await state.skip({ ...skipped, skippedAt: parked.parkedAt });
    expect(await look()).toEqual([4, false]);
  });
});

describe('what is asked ahead for an event that waits for its turn', () => {
  let database: Counted;
  let state: RememberedState;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    database = new Counted();
    state = new RememberedState(database);
    // Partitions have just come: nothing else is remembered.
    state.forget();
  });
  afterEach(() => jest.useRealTimers());

  const look = async () => [
    await state.lastRevision(consumer, stream),
    await state.isParked(consumer, stream),
  ];

  it('is asked once, for all of its stream', async () => {
    for (let event = 0; event < 3; event++) state.askAhead(consumer, stream, false);
    expect(await look()).toEqual([-1, false]);
    expect(database.asked).toBe(2);
  });

  it('leaves out the revision of a stream that has a newer one here', async () => {
    state.askAhead(consumer, stream, true);
    expect(database.asked).toBe(1);
  });

  it('is asked again where its turn comes late', async () => {
    state.askAhead(consumer, stream, false);
    await database.advance(consumer, [{ stream, revision: 7 }], undefined);
    await database.park(parked);
    jest.advanceTimersByTime(200);
    expect(await look()).toEqual([7, true]);
  });

  it('is forgotten when partitions come or go', async () => {
    state.askAhead(consumer, stream, false);
    await database.advance(consumer, [{ stream, revision: 7 }], undefined);
    await database.park(parked);
    state.forget();
    expect(await look()).toEqual([7, true]);
  });

  it('is forgotten once this process has saved, parked or taken back something of the stream', async () => {
    state.askAhead(consumer, stream, false);
    await state.advance(consumer, [{ stream, revision: 2 }], undefined);
    await state.park(parked);
    expect(await look()).toEqual([2, true]);
    state.askAhead(consumer, stream, false);
    await state.unpark(consumer, stream, 3);
    expect(await look()).toEqual([3, false]);
  });

  it('is asked again where it was not answered, and its failure ends nothing', async () => {
    const away = jest.spyOn(database, 'lastRevision').mockRejectedValueOnce(new Error('away'));
    state.askAhead(consumer, stream, false);
    await expect(state.lastRevision(consumer, stream)).rejects.toThrow('away');
    expect(await look()).toEqual([-1, false]);
    away.mockRestore();
  });
});
