import type { Actor, Decider, Refusal, Rules } from '@threekeys/domain';
import { refuse } from '@threekeys/domain';
import { derivedId, noHash } from '@threekeys/integrity';
import type { Aggregate } from './aggregate';
import { Clock } from './clock';
import { CommandHandler } from './command-handler';
import { catalogueAggregate, organisationAggregate, policyAggregate } from './community.aggregates';
import { all, leafAfter } from './contract.fixtures';
import { DelegatingEventStore, FaultyEventStore, GivenRules, OpenSealer } from './event-store.contract';
import type { AppendResult, EventStore } from './event-store';
import { EventStoreError } from './event-store';
import { contentOf, UnknownEvent } from './fold';
import { MemoryEventStore } from './memory-event-store';
import type { Origin } from './origin';
import { CommandRefused, OccurredAtOutOfBounds, RevisionNotAsExpected } from './origin';
import type { PlainEvent } from './sealer';

type NotebookEvent = { type: 'NoteTaken'; data: { text: unknown; tag?: string | undefined } };
type NotebookCommand =
  | { type: 'TakeNotes'; data: { texts: readonly unknown[]; tag?: string | undefined } }
  | { type: 'RefuseNote'; data: Record<string, never> };
type Notebook = readonly unknown[];

/** Folds the texts; counts nothing, knows no rule but one refusal. */
const notebook: Decider<Notebook, NotebookCommand, NotebookEvent> = {
  initialState: [],
  evolve: (state, { data }) => [...state, data.text],
  decide: (command): readonly NotebookEvent[] | Refusal =>
    command.type === 'RefuseNote'
      ? refuse('UnitUnknown')
      : command.data.texts.map((text) => ({ type: 'NoteTaken', data: { text, tag: command.data.tag } })),
};
const aggregate: Aggregate<Notebook, NotebookCommand, NotebookEvent> = {
  decider: notebook,
  events: { NoteTaken: true },
};

const rules: Rules = {
  policy: { ...policyAggregate.decider.initialState, backdatingHoursMax: 72 },
  catalogue: catalogueAggregate.decider.initialState,
  organisation: organisationAggregate.decider.initialState,
  compounds: {},
};

class SetClock extends Clock {
  constructor(public instant: string) {
    super();
  }
  now(): string {
    return this.instant;
  }
}

const by: Actor = { id: 'li.na', role: 'intake-clerk' };
const commandId = (n: number) => derivedId('spec', String(n));
const origin = (n: number, more: Partial<Origin> = {}): Origin => ({
  ...{ commandId: commandId(n), correlationId: commandId(0), by },
  ...more,
});
const takeNotes = (...texts: unknown[]): NotebookCommand => ({ type: 'TakeNotes', data: { texts } });
const stream = 'case-1';
const noon = '2026-03-01T12:00:00.000Z';

function handlerOn(store: EventStore, parts: { clock?: Clock; aggregate?: typeof aggregate } = {}) {
  const ports = {
    store,
    sealer: new OpenSealer(),
    clock: parts.clock ?? new SetClock(noon),
    rules: new GivenRules(rules),
  };
  return new CommandHandler(parts.aggregate ?? aggregate, ports);
}

const contents = async (store: EventStore) => (await all(store.readStream(stream))).map(contentOf);

describe('the events of a command', () => {
  it('carry the whole envelope, chained to the head', async () => {
    const store = new MemoryEventStore();
    const handler = handlerOn(store, { aggregate: { ...aggregate, schemas: { NoteTaken: 3 } } });
    const first = await handler.handle(stream, takeNotes('one'), origin(1));
    const causationId = commandId(7);
    const recorded = await handler.handle(stream, takeNotes('two', 'three'), origin(2, { causationId }));
    const shared = {
      ...{ stream, type: 'NoteTaken', schema: 3, recordedAt: noon, occurredAt: noon, actor: by },
      ...{ correlationId: commandId(0), commandId: commandId(2), causationId },
    };
    const [one, two, three] = await contents(store);
    expect(one?.prev).toBe(noHash);
    expect([two, three]).toEqual([
      {
        ...shared,
        id: derivedId(commandId(2), stream, '0'),
        revision: 1,
        data: { text: 'two' },
        prev: first.leafHash,
      },
      {
        ...{ ...shared, id: derivedId(commandId(2), stream, '1'), revision: 2, data: { text: 'three' } },
        prev: (await all(store.readStream(stream)))[1]?.leafHash,
      },
    ]);
    const head = await store.head();
    const [, , last] = await all(store.readStream(stream));
    expect(recorded).toEqual({
      ...{ stream, revision: 2, leafHash: last?.leafHash, position: head.position, repeated: false },
      events: [two, three].map((event) => ({ id: event?.id, type: 'NoteTaken' })),
    });
  });

  it('leave out what is undefined, also in the actor', async () => {
    const store = new MemoryEventStore();
    const command = takeNotes({ deep: [{ kept: 0, left: undefined }] });
    await handlerOn(store).handle(
      stream,
      command,
      origin(1, { by: { ...by, post: undefined }, causationId: undefined }),
    );
    const [content] = await contents(store);
    expect(Object.keys(content ?? {})).not.toContain('causationId');
    expect(content?.actor).toStrictEqual(by);
    expect(content?.data).toStrictEqual({ text: { deep: [{ kept: 0 }] } });
  });

  it('are never recorded before the last event of the stream, however the clock jumps', async () => {
    const store = new MemoryEventStore();
    const clock = new SetClock(noon);
    const handler = handlerOn(store, { clock });
    await handler.handle(stream, takeNotes('one'), origin(1));
    clock.instant = '2026-02-27T00:00:00.000Z';
    await handler.handle(stream, takeNotes('two'), origin(2));
    clock.instant = '2026-03-01T12:00:00.001Z';
    await handler.handle(stream, takeNotes('three'), origin(3));
    expect((await contents(store)).map(({ recordedAt }) => recordedAt)).toEqual([noon, noon, clock.instant]);
  });

  it('are sealed together, told which keys the stream has committed to', async () => {
    const told: (readonly string[])[] = [];
    class CommittingSealer extends OpenSealer {
      override seal(events: readonly PlainEvent[], introduced: ReadonlySet<string>) {
        told.push([...introduced]);
        const sealed = events.map((event) => ({ ...event, data: { text: { $pii: { kid: 'k', ct: 'c' } } } }));
        const keys = [{ kid: 'k', commitment: '0'.repeat(64) }];
        return Promise.resolve(sealed.map((event, index) => (index === 0 ? { ...event, keys } : event)));
      }
    }
    const store = new MemoryEventStore();
    const ports = {
      store,
      sealer: new CommittingSealer(),
      clock: new SetClock(noon),
      rules: new GivenRules(rules),
    };
    const handler = new CommandHandler(aggregate, ports);
    const { events } = await handler.handle(stream, takeNotes('secret', 'secret'), origin(1));
    await handler.handle(stream, takeNotes('secret'), origin(2));
    expect(told).toEqual([[], ['k']]);
    expect((await handler.load(stream)).state.slice(0, 2)).toEqual(
      events.map(({ id }) => ({ $pii: { kid: 'k', ct: 'c' }, $at: `${id}#/text` })),
    );
    expect((await contents(store))[0]?.data).toEqual({ text: { $pii: { kid: 'k', ct: 'c' } } });
  });
});

describe('occurredAt', () => {
  const handle = async (occurredAt: string, unbounded = false) => {
    const store = new MemoryEventStore();
    const handler = handlerOn(store, { aggregate: { ...aggregate, unboundedOccurredAt: () => unbounded } });
    await handler.handle(stream, takeNotes('one'), origin(1, { occurredAt }));
    return (await contents(store))[0]?.occurredAt;
  };

  it('is taken from now back to the bound of the policy', async () => {
    expect(await handle(noon)).toBe(noon);
    expect(await handle('2026-02-26T12:00:00.000Z')).toBe('2026-02-26T12:00:00.000Z');
  });

  it('is refused a millisecond outside', async () => {
    await expect(handle('2026-03-01T12:00:00.001Z')).rejects.toThrow(OccurredAtOutOfBounds);
    await expect(handle('2026-02-26T11:59:59.999Z')).rejects.toThrow(OccurredAtOutOfBounds);
  });

  it('of an import lies as far back as it likes, and never after now', async () => {
    expect(await handle('1999-12-31T00:00:00.000Z', true)).toBe('1999-12-31T00:00:00.000Z');
    await expect(handle('2026-03-01T12:00:00.001Z', true)).rejects.toThrow(OccurredAtOutOfBounds);
  });
});

describe('a refused command', () => {
  it('is thrown with its refusal, and nothing is stored', async () => {
    const store = new MemoryEventStore();
    const refused = handlerOn(store).handle(stream, { type: 'RefuseNote', data: {} }, origin(1));
    await expect(refused).rejects.toThrow(CommandRefused);
    await expect(refused).rejects.toMatchObject({ refusal: { refused: 'UnitUnknown' } });
    expect((await store.head()).size).toBe(0);
  });
});

describe('a command without news', () => {
  it('answers with the head and no events', async () => {
    const store = new MemoryEventStore();
    const handler = handlerOn(store);
    const { revision, leafHash, position } = await handler.handle(stream, takeNotes('one', 'two'), origin(1));
    const answer = await handler.handle(stream, takeNotes(), origin(2));
    expect(answer).toEqual({ stream, revision, leafHash, position, events: [], repeated: false });
  });

  it('is a bug where there is no stream', async () => {
    await expect(handlerOn(new MemoryEventStore()).handle(stream, takeNotes(), origin(1))).rejects.toThrow(
      'does not exist',
    );
  });
});

describe('a command with an expected revision', () => {
  it('is handled where the stream is there, also at its very beginning', async () => {
    const handler = handlerOn(new MemoryEventStore());
    await handler.handle(stream, takeNotes('one'), origin(1, { expectedRevision: -1 }));
    expect(
      (await handler.handle(stream, takeNotes('two'), origin(2, { expectedRevision: 0 }))).revision,
    ).toBe(1);
  });

  it('is refused where others have gone on', async () => {
    const handler = handlerOn(new MemoryEventStore());
    await handler.handle(stream, takeNotes('one', 'two'), origin(1));
    const late = handler.handle(stream, takeNotes('three'), origin(2, { expectedRevision: 0 }));
    await expect(late).rejects.toThrow(RevisionNotAsExpected);
    await expect(late).rejects.toMatchObject({ expected: 0, actual: 1 });
  });

  it('answers a repeat though the stream has gone on', async () => {
    const handler = handlerOn(new MemoryEventStore());
    const expecting = origin(1, { expectedRevision: -1 });
    const first = await handler.handle(stream, takeNotes('one'), expecting);
    await handler.handle(stream, takeNotes('two'), origin(2));
    expect(await handler.handle(stream, takeNotes('one'), expecting)).toEqual({ ...first, repeated: true });
  });
});

describe('a conflict', () => {
  const rivals = (store: EventStore, count: number) => {
    const faulty = new FaultyEventStore(store);
    let left = count;
    faulty.fault = 'rival';
    faulty.rival = async () => {
      await handlerOn(store).handle(stream, takeNotes(`rival ${left}`), origin(100 + left));
      left -= 1;
      if (left > 0) faulty.fault = 'rival';
    };
    return faulty;
  };

  it('is decided again on what is stored now, twice', async () => {
    const store = new MemoryEventStore();
    const recorded = await handlerOn(rivals(store, 2)).handle(stream, takeNotes('mine'), origin(1));
    expect(recorded.revision).toBe(2);
    expect((await handlerOn(store).load(stream)).state).toEqual(['rival 2', 'rival 1', 'mine']);
  });

  it('is given up after three tries', async () => {
    const store = new MemoryEventStore();
    const handled = handlerOn(rivals(store, 9)).handle(stream, takeNotes('mine'), origin(1));
    await expect(handled).rejects.toMatchObject({ code: 'WrongExpectedRevision' });
    expect((await handlerOn(store).load(stream)).state).toEqual(['rival 9', 'rival 8', 'rival 7']);
  });
});

describe('an append of unknown outcome', () => {
  it.each(['answer-lost', 'append-lost'] as const)(
    'is sent again with the same bytes (%s)',
    async (fault) => {
      const store = new MemoryEventStore();
      const faulty = new FaultyEventStore(store);
      faulty.fault = fault;
      const clock = new SetClock(noon);
      const recorded = await handlerOn(faulty, { clock }).handle(stream, takeNotes('one', 'two'), origin(1));
      expect(faulty.tried).toHaveLength(2);
      expect(faulty.tried[0]).toBe(faulty.tried[1]);
      expect(recorded).toMatchObject({ revision: 1, repeated: false });
      expect((await store.head()).size).toBe(2);
    },
  );

  it('that stays unknown is said so, and the command sent later is a repeat', async () => {
    class NeverAnswers extends DelegatingEventStore {
      override async append(...append: Parameters<EventStore['append']>): Promise<AppendResult> {
        await super.append(...append);
        throw new EventStoreError('AppendOutcomeUnknown', 'planted');
      }
    }
    const store = new MemoryEventStore();
    const handled = handlerOn(new NeverAnswers(store)).handle(stream, takeNotes('one'), origin(1));
    await expect(handled).rejects.toMatchObject({ code: 'AppendOutcomeUnknown' });
    expect(await handlerOn(store).handle(stream, takeNotes('one'), origin(1))).toMatchObject({
      ...{ revision: 0, repeated: true },
    });
  });
});

describe('a command handled twice at the same moment', () => {
  it('is recorded once, and both are answered with what is stored', async () => {
    const store = new MemoryEventStore();
    const earlier = handlerOn(store, { clock: new SetClock(noon) });
    const later = handlerOn(store, { clock: new SetClock('2026-03-01T12:00:01.000Z') });
    const answers = await Promise.all(
      [earlier, later].map((each) => each.handle(stream, takeNotes('one'), origin(1))),
    );
    const [stored] = await all(store.readStream(stream));
    expect(answers.map(({ leafHash }) => leafHash)).toEqual([stored?.leafHash, stored?.leafHash]);
    expect(answers.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
  });
});

describe('a stream that this release cannot fold', () => {
  const unknown = async (made: Parameters<typeof leafAfter>[2]) => {
    const store = new MemoryEventStore();
    await store.append(stream, 'no-stream', [leafAfter(stream, 'no-stream', made)]);
    return { store, handled: handlerOn(store).handle(stream, takeNotes('one'), origin(1)) };
  };

  it('stops the command at an unknown type', async () => {
    const { store, handled } = await unknown({ type: 'NoteBurnt' });
    await expect(handled).rejects.toThrow(UnknownEvent);
    await expect(handlerOn(store).load(stream)).rejects.toMatchObject({
      stream,
      revision: 0,
      type: 'NoteBurnt',
    });
    expect((await store.head()).size).toBe(1);
  });

  it('stops the command at a schema of a later release', async () => {
    const store = new MemoryEventStore();
    const later = handlerOn(store, { aggregate: { ...aggregate, schemas: { NoteTaken: 2 } } });
    await later.handle(stream, takeNotes('one'), origin(1));
    await expect(handlerOn(store).handle(stream, takeNotes('two'), origin(2))).rejects.toThrow(UnknownEvent);
    expect((await later.handle(stream, takeNotes('two'), origin(2))).revision).toBe(1);
  });

  it('stops the command where the fold passes an event over', async () => {
    const store = new MemoryEventStore();
    await handlerOn(store).handle(stream, takeNotes('one'), origin(1));
    const silent = { ...aggregate, decider: { ...notebook, evolve: () => undefined as unknown as Notebook } };
    await expect(handlerOn(store, { aggregate: silent }).load(stream)).rejects.toThrow(UnknownEvent);
  });
});

describe('loading', () => {
  it('gives the folded state and its revision, −1 where there is no stream', async () => {
    const handler = handlerOn(new MemoryEventStore());
    expect(await handler.load(stream)).toEqual({ state: [], revision: -1 });
    await handler.handle(stream, takeNotes('one', 'two'), origin(1));
    expect(await handler.load(stream)).toEqual({ state: ['one', 'two'], revision: 1 });
  });
});
