import { MemoryEventStore, SystemClock } from '@threekeys/event-store';
import { ConsumerWork, MemoryConsumerState, workDefaults } from '@threekeys/messaging';
import type { Consumer, StreamProgress } from '@threekeys/messaging';
import { EventWriter } from '@threekeys/messaging/contract';
import { UndoneEvents } from './undone-events';

/** Answers together, and once, what is asked within one turn: so does a database that is some way off. */
class FarState extends MemoryConsumerState {
  rounds = 0;
  private round: Promise<void> | undefined;

  override async lastRevision(consumer: string, stream: string): Promise<number> {
    this.round ??= new Promise((resolve) =>
      setImmediate(() => {
        this.rounds += 1;
        this.round = undefined;
        resolve();
      }),
    );
    await this.round;
    return super.lastRevision(consumer, stream);
  }
}

const consumer: Consumer = { name: 'dispatch', categories: ['case'], reactions: {}, ignores: ['Counted'] };
const streams = Array.from({ length: 1200 }, (_, n) => `case-${String(n)}`);
const handled = (through: number): readonly StreamProgress[] =>
  streams.slice(0, through).map((stream) => ({ stream, revision: 0 }));

describe('what a consumer is not done with', () => {
  let state: FarState;
  let undone: UndoneEvents;
  let work: ConsumerWork;
  beforeEach(async () => {
    const store = new MemoryEventStore();
    const writer = new EventWriter(store);
    for (const stream of streams) await writer.write(stream);
    state = new FarState();
    work = new ConsumerWork(consumer, { ...workDefaults, store, state, clock: new SystemClock() });
    await work.progress.open();
    undone = new UndoneEvents(work, store, state);
  });

  it('is counted with a question for many streams, not one for each', async () => {
    const { events, first } = await undone.count();
    expect([events, first?.stream]).toEqual([streams.length, streams[0]]);
    expect(state.rounds).toBeLessThanOrEqual(3);
  });

  it('begins behind what is done without a gap, and the checkpoint is there', async () => {
    await state.advance(consumer.name, [...handled(700), { stream: 'case-900', revision: 0 }], undefined);
    const { events, first } = await undone.count();
    expect([events, first?.stream]).toEqual([499, 'case-700']);
    const before = state.rounds;
    expect((await undone.first())?.stream).toBe('case-700');
    // Nothing before it is looked at again.
    expect(state.rounds - before).toBe(1);
  });

  it('is counted once for all who ask at the same time', async () => {
    const counts = await Promise.all([undone.count(), undone.count(), undone.count()]);
    expect(new Set(counts.map(({ events }) => events))).toEqual(new Set([streams.length]));
    expect(state.rounds).toBeLessThanOrEqual(3);
  });

  it('is none when all is done', async () => {
    await state.advance(consumer.name, handled(streams.length), undefined);
    expect(await undone.count()).toEqual({ events: 0 });
    expect(await undone.first()).toBeUndefined();
  });
});
