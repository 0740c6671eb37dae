import { contentOf, EventStoreError, MemoryEventStore, SystemClock } from '@threekeys/event-store';
import type { Filter, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import type { ParkedMessage, StreamProgress } from './consumer-state';
import { describeConsumerState } from './consumer-state.contract';
import { LogMessaging } from './log-messaging';
import { MemoryConsumerState } from './memory-consumer-state';
import type { Consumer } from './messaging';
import { describeMessaging } from './messaging.contract';
import { EventWriter } from './stored-events.fixtures';

describeConsumerState('memory', () => {
  const state = new MemoryConsumerState();
  return { state, reopen: () => state, close: () => undefined };
});

const clock = new SystemClock();

describeMessaging('log in memory', async () => {
  const store = new MemoryEventStore();
  const state = new MemoryConsumerState();
  return {
    store,
    connect: (retries) => new LogMessaging({ store, state, clock }, { retries, streamsMax: 4 }),
    close: () => store.close(),
  };
});

describe('log messaging', () => {
  const seen: string[] = [];
  const consumer: Consumer = {
    name: 'dispatch',
    categories: ['case'],
    reactions: {
      Counted: async ({ event }) => {
        seen.push(`${event.stream}@${event.revision}`);
      },
    },
    ignores: [],
  };
  const quick = { retries: { retriesMax: 3, firstMs: 1, mostMs: 2 } };
  beforeEach(() => seen.splice(0));

  it('reads from the log what was never delivered', async () => {
    const store = new MemoryEventStore();
    const writer = new EventWriter(store);
    for (let i = 0; i < 4; i++) await writer.write('case-1');
    const state = new MemoryConsumerState();
    const [, , third] = await all(store);
    await state.advance('dispatch', [{ stream: 'case-1', revision: 0 }], third!.position);
    const messaging = new LogMessaging({ store, state, clock }, quick);
    messaging.consume(consumer);
    await messaging.start();
    await messaging.settled();
    await messaging.stop();
    expect(seen).toEqual(['case-1@1', 'case-1@2', 'case-1@3']);
  });

  it('skips what is delivered again where the checkpoint was lost', async () => {
    const store = new MemoryEventStore();
    const writer = new EventWriter(store);
    for (let i = 0; i < 4; i++) await writer.write('case-1');
    const state = new MemoryConsumerState();
    await state.advance('dispatch', [{ stream: 'case-1', revision: 2 }], undefined);
    const messaging = new LogMessaging({ store, state, clock }, quick);
    messaging.consume(consumer);
    await messaging.start();
    await messaging.settled();
    await messaging.stop();
    expect(seen).toEqual(['case-1@3']);
    expect(await state.lastRevision('dispatch', 'case-1')).toBe(3);
  });

  it('tells what was skipped, and of which correlation an event is that it cannot handle', async () => {
    const store = new MemoryEventStore();
    const writer = new EventWriter(store);
    await writer.write('case-1');
    await writer.write('case-1', 'Unheard');
    const state = new MemoryConsumerState();
    await state.advance('dispatch', [{ stream: 'case-1', revision: 0 }], undefined);
    const skipped: string[] = [];
    const correlations: (string | undefined)[] = [];
    const messaging = new LogMessaging(
      { store, state, clock },
      {
        ...quick,
        skipped: ({ consumer: name, event }) => skipped.push(`${name} ${event.stream}@${event.revision}`),
        notice: ({ correlationId }) => correlations.push(correlationId),
      },
    );
    messaging.consume(consumer);
    await messaging.start();
    await messaging.settled();
    await messaging.stop();
    const [, unheard] = await all(store);
    expect(skipped).toEqual(['dispatch case-1@0']);
    expect(correlations).toEqual([contentOf(unheard!).correlationId]);
  });

  it('keeps what is said of a parked event that is delivered again', async () => {
    const store = new MemoryEventStore();
    const writer = new EventWriter(store);
    await writer.write('case-1', 'Unheard');
    const state = new MemoryConsumerState();
    for (let start = 0; start < 2; start++) {
      const messaging = new LogMessaging({ store, state, clock }, quick);
      messaging.consume({ ...consumer, name: 'dispatch' });
      await messaging.start();
      await messaging.settled();
      await messaging.stop();
      // As a crash between the parking and the checkpoint leaves it.
      Reflect.set(state, 'checkpoints', new Map());
    }
    const [parked] = await state.parked();
    expect(parked?.because).toBe('unknown');
    expect(parked?.error).toContain('Unheard');
  });

  it('follows again where the subscription broke, and says so', async () => {
    const store = new BreakingStore();
    const writer = new EventWriter(store);
    const notices: string[] = [];
    const messaging = new LogMessaging(
      { store, state: new MemoryConsumerState(), clock },
      { ...quick, notice: ({ what }) => notices.push(what) },
    );
    messaging.consume(consumer);
    await messaging.start();
    for (let i = 0; i < 10; i++) await writer.write('case-1');
    await messaging.settled();
    await messaging.stop();
    expect(seen).toEqual(Array.from({ length: 10 }, (_, i) => `case-1@${i}`));
    expect(notices).toContain('reading-again');
  });

  it('loses nothing where parking and saving fail for a while', async () => {
    const store = new MemoryEventStore();
    const writer = new EventWriter(store);
    const state = new FullState();
    const messaging = new LogMessaging({ store, state, clock }, { ...quick, saveAfterMs: 1 });
    messaging.consume(consumer);
    await messaging.start();
    await writer.write('case-1', 'Unheard');
    for (let i = 0; i < 5; i++) await writer.write('case-2');
    await messaging.settled();
    await messaging.stop();
    expect(seen).toEqual(Array.from({ length: 5 }, (_, i) => `case-2@${i}`));
    expect(await state.parked()).toMatchObject([{ stream: 'case-1', revision: 0 }]);
    expect(await state.lastRevision('dispatch', 'case-2')).toBe(4);
  });

  it('saves progress of many events in few writes', async () => {
    const store = new MemoryEventStore();
    const writer = new EventWriter(store);
    for (let i = 0; i < 2000; i++) await writer.write(`case-${i % 100}`);
    const state = new CountingState();
    const messaging = new LogMessaging({ store, state, clock }, quick);
    messaging.consume(consumer);
    await messaging.start();
    await messaging.settled();
    await messaging.stop();
    expect(seen.length).toBe(2000);
    expect(state.writes).toBeLessThan(50);
  });

  it('refuses a second consumer of a name, one after the start, and a type both handled and ignored', async () => {
    const messaging = new LogMessaging({
      store: new MemoryEventStore(),
      state: new MemoryConsumerState(),
      clock,
    });
    messaging.consume(consumer);
    expect(() => messaging.consume(consumer)).toThrow('already');
    expect(() => messaging.consume({ ...consumer, name: 'other', ignores: ['Counted'] })).toThrow('both');
    await messaging.start();
    expect(() => messaging.consume({ ...consumer, name: 'late' })).toThrow('after the start');
    await messaging.stop();
  });
});

async function all(store: MemoryEventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  return events;
}

/** Its subscriptions end after three events, as a connection that is lost. */
class BreakingStore extends MemoryEventStore {
  override async *subscribe(after: GlobalPosition | undefined, filter: Filter, signal: AbortSignal) {
    let left = 3;
    for await (const event of super.subscribe(after, filter, signal)) {
      yield event;
      left -= 1;
      if (left === 0) throw new EventStoreError('StoreUnavailable', 'connection lost');
    }
  }
}

/** Its first writes fail, as on a full disk. */
class FullState extends MemoryConsumerState {
  private failures = 4;

  override async advance(
    consumer: string,
    progress: readonly StreamProgress[],
    checkpoint: string | undefined,
  ) {
    this.failWhileFull();
    await super.advance(consumer, progress, checkpoint);
  }

  override async park(message: ParkedMessage) {
    this.failWhileFull();
    await super.park(message);
  }

  private failWhileFull(): void {
    this.failures -= 1;
    if (this.failures >= 0) throw new Error('disk full');
  }
}

class CountingState extends MemoryConsumerState {
  writes = 0;

  override async advance(
    consumer: string,
    progress: readonly StreamProgress[],
    checkpoint: string | undefined,
  ) {
    this.writes += 1;
    await super.advance(consumer, progress, checkpoint);
  }
}
