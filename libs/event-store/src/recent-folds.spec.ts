import type { Actor, Decider, Rules } from '@threekeys/domain';
import { refuse } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import type { Aggregate } from './aggregate';
import { SystemClock } from './clock';
import { CommandHandler } from './command-handler';
import { catalogueAggregate, organisationAggregate, policyAggregate } from './community.aggregates';
import { DelegatingEventStore, GivenRules, OpenSealer } from './event-store.contract';
import type { EventStore, RecordedEvent, StreamName, StreamRange } from './event-store';
import { MemoryEventStore } from './memory-event-store';
import type { Origin } from './origin';
import { CommandRefused } from './origin';

type Counted = { type: 'Counted'; data: { by: number } };
type Count = { type: 'Count'; data: { by: number } };

const limit = 1000;
const counting: Decider<number, Count, Counted> = {
  initialState: 0,
  evolve: (state, { data }) => state + data.by,
  decide: ({ data }, state) => {
    if (state + data.by > limit) return refuse('UnitUnknown');
    return data.by === 0 ? [] : [{ type: 'Counted', data }];
  },
};
const counter: Aggregate<number, Count, Counted> = { decider: counting, events: { Counted: true } };

const rules: Rules = {
  policy: policyAggregate.decider.initialState,
  catalogue: catalogueAggregate.decider.initialState,
  organisation: organisationAggregate.decider.initialState,
  compounds: {},
};
const by: Actor = { id: 'li.na', role: 'intake-clerk' };
const origin = (n: number): Origin => ({
  ...{ commandId: derivedId('folds', String(n)), correlationId: derivedId('folds', '0'), by },
});
const count = (step: number): Count => ({ type: 'Count', data: { by: step } });
const stream = 'counter-1';

/** Keeps in mind which revisions were read. */
class ReadStore extends DelegatingEventStore {
  readonly read: number[] = [];

  constructor(public current: EventStore) {
    super(current);
  }

  override async *readStream(name: StreamName, range?: StreamRange): AsyncIterable<RecordedEvent> {
    for await (const event of this.current.readStream(name, range)) {
      this.read.push(event.revision);
      yield event;
    }
  }

  override append(...given: Parameters<EventStore['append']>): ReturnType<EventStore['append']> {
    return this.current.append(...given);
  }
}

function handlerOn(store: EventStore) {
  return new CommandHandler(counter, {
    ...{ store, sealer: new OpenSealer(), clock: new SystemClock(), rules: new GivenRules(rules) },
  });
}

describe('a stream that was folded before', () => {
  it('is read on from there, by every handler of its decider; what they stored is not read at all', async () => {
    const memory = new MemoryEventStore();
    const store = new ReadStore(memory);
    const [one, other] = [handlerOn(store), handlerOn(store)];
    await one.handle(stream, count(1), origin(1));
    await other.handle(stream, count(2), origin(2));
    await handlerOn(memory).handle(stream, count(3), origin(3));
    expect(await other.load(stream)).toEqual({ state: 6, revision: 2 });
    expect(store.read).toEqual([2]);
  });

  it('is read to its end before a command is refused, or answered with nothing new', async () => {
    const memory = new MemoryEventStore();
    const [here, elsewhere] = [handlerOn(new ReadStore(memory)), handlerOn(memory)];
    await here.handle(stream, count(limit), origin(1));
    await elsewhere.handle(stream, count(-10), origin(2));
    expect(await here.handle(stream, count(10), origin(3))).toMatchObject({ revision: 2 });
    await expect(here.handle(stream, count(1), origin(4))).rejects.toThrow(CommandRefused);
    await elsewhere.handle(stream, count(-10), origin(5));
    expect(await here.handle(stream, count(0), origin(6))).toMatchObject({ revision: 3, events: [] });
    await elsewhere.handle(stream, count(1), origin(7));
    const seen = { ...origin(8), expectedRevision: 4 };
    expect(await here.handle(stream, count(1), seen)).toMatchObject({ revision: 5 });
  });

  it('still knows which command recorded what', async () => {
    const handler = handlerOn(new MemoryEventStore());
    const first = await handler.handle(stream, count(1), origin(1));
    await handler.handle(stream, count(2), origin(2));
    expect(await handler.handle(stream, count(1), origin(1))).toEqual({ ...first, repeated: true });
  });

  it('takes what somebody else appended meanwhile', async () => {
    const memory = new MemoryEventStore();
    const [here, elsewhere] = [handlerOn(new ReadStore(memory)), handlerOn(new ReadStore(memory))];
    await here.handle(stream, count(1), origin(1));
    await elsewhere.handle(stream, count(10), origin(2));
    expect((await here.handle(stream, count(100), origin(3))).revision).toBe(2);
    expect(await here.load(stream)).toEqual({ state: 111, revision: 2 });
  });

  it('is read from its beginning where the log was exchanged for another', async () => {
    const store = new ReadStore(new MemoryEventStore());
    const handler = handlerOn(store);
    await handler.handle(stream, count(1), origin(1));
    await handler.load(stream);
    store.current = new MemoryEventStore();
    await handlerOn(store.current).handle(stream, count(40), origin(4));
    expect((await handler.handle(stream, count(2), origin(5))).revision).toBe(1);
    expect(await handler.load(stream)).toEqual({ state: 42, revision: 1 });
  });

  it('holds all commands that were sent at once, however many', async () => {
    const store = new MemoryEventStore();
    const [even, odd] = [handlerOn(store), handlerOn(store)];
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    const answers = await Promise.all(
      numbers.map((n) => (n % 2 === 0 ? even : odd).handle(stream, count(1), origin(n))),
    );
    expect(answers.map(({ revision }) => revision)).toEqual(numbers);
    expect(await even.load(stream)).toEqual({ state: 40, revision: 39 });
  });
});
