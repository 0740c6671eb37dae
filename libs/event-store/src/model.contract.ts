import fc from 'fast-check';
import type { EventStoreCase, UnderTest } from './contract.fixtures';
import { all, follow, headOf, idsOf, leavesAfter, rule } from './contract.fixtures';
import type { EventStore, ExpectedHead, Leaf } from './event-store';
import { EventStoreError } from './event-store';

/** What one does to a store. Numbers choose among what is there, modulo how much that is. */
type Step =
  | { readonly does: 'append'; readonly stream: number; readonly count: number }
  | { readonly does: 'append-stale'; readonly stream: number; readonly back: number }
  | { readonly does: 'repeat'; readonly which: number; readonly part: number }
  | { readonly does: 'superset'; readonly which: number }
  | { readonly does: 'duplicate'; readonly stream: number; readonly which: number }
  | { readonly does: 'read'; readonly from: number };

const small = fc.nat(20);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ does: fc.constant('append'), stream: fc.nat(2), count: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ does: fc.constant('append-stale'), stream: fc.nat(2), back: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ does: fc.constant('repeat'), which: small, part: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ does: fc.constant('superset'), which: small }),
    fc.record({ does: fc.constant('duplicate'), stream: fc.nat(2), which: small }),
    fc.record({ does: fc.constant('read'), from: small }),
  ),
  { minLength: 5, maxLength: 40 },
);

interface Done {
  readonly stream: string;
  readonly expected: ExpectedHead;
  readonly leaves: readonly Leaf[];
}

/** The port in a few lines: an array, and what each append must answer. */
class Model {
  readonly log: Leaf[] = [];
  readonly done: Done[] = [];

  constructor(private readonly knowsForeignIds: boolean) {}

  of(stream: string): Leaf[] {
    return this.log.filter((leaf) => leaf.stream === stream);
  }

  head(stream: string, back = 0): ExpectedHead {
    const leaf = this.of(stream).at(-1 - back);
    return leaf ? headOf(leaf) : 'no-stream';
  }

  /** The revision that a right store answers with, or the code of its refusal. */
  append({ stream, expected, leaves }: Done): number | string {
    const stored = this.of(stream);
    const from = expected === 'no-stream' ? 0 : expected.revision + 1;
    if (leaves.every(({ id }, i) => stored[from + i]?.id === id)) return from + leaves.length - 1;
    if (from !== stored.length) return 'WrongExpectedRevision';
    if (this.knowsForeignIds && leaves.some(({ id }) => this.log.some((leaf) => leaf.id === id)))
      return 'DuplicateEventId';
    this.log.push(...leaves);
    this.done.push({ stream, expected, leaves });
    return from + leaves.length - 1;
  }
}

/** The append that a step means, where there is something that it can mean. */
function appendOf(step: Exclude<Step, { does: 'read' }>, model: Model): Done | undefined {
  const pick = <T>(list: readonly T[], which: number) => list[which % Math.max(list.length, 1)];
  switch (step.does) {
    case 'append': {
      const stream = `case-${step.stream}`;
      const expected = model.head(stream);
      return { stream, expected, leaves: leavesAfter(stream, expected, step.count) };
    }
    case 'append-stale': {
      const stream = `case-${step.stream}`;
      const expected = model.head(stream, step.back);
      return { stream, expected, leaves: leavesAfter(stream, expected, 1) };
    }
    case 'repeat': {
      const done = pick(model.done, step.which);
      return done && { ...done, leaves: done.leaves.slice(0, step.part) };
    }
    case 'superset': {
      const done = pick(model.done, step.which);
      return (
        done && {
          ...done,
          leaves: [...done.leaves, ...leavesAfter(done.stream, headOf(done.leaves.at(-1)!), 1)],
        }
      );
    }
    case 'duplicate': {
      const stream = `case-${step.stream}`;
      const expected = model.head(stream);
      const known = pick(model.log, step.which);
      return known && { stream, expected, leaves: leavesAfter(stream, expected, [{}, { id: known.id }]) };
    }
  }
}

async function answerOf(store: EventStore, { stream, expected, leaves }: Done): Promise<number | string> {
  try {
    return (await store.append(stream, expected, leaves)).revision;
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    return error.code;
  }
}

async function readFrom(store: EventStore, model: Model, from: number): Promise<void> {
  const events = await all(store.readAll());
  expect(idsOf(events)).toEqual(idsOf(model.log));
  const after = events[from % Math.max(events.length, 1)];
  if (after)
    expect(idsOf(await all(store.readAll(after.position)))).toEqual(
      idsOf(model.log.slice(events.indexOf(after) + 1)),
    );
}

type Table = Pick<UnderTest, 'open' | 'patienceMs' | 'knowsForeignIds'>;

async function play({ open, patienceMs, knowsForeignIds }: Table, played: readonly Step[]): Promise<void> {
  const { store, close } = await open();
  const model = new Model(knowsForeignIds);
  try {
    for (const step of played) {
      if (step.does === 'read') {
        await readFrom(store, model, step.from);
        continue;
      }
      const append = appendOf(step, model);
      if (append) expect(await answerOf(store, append)).toBe(model.append(append));
    }
    await readFrom(store, model, 0);
    expect((await store.head()).size).toBe(model.log.length);
    for (const { stream } of model.done)
      expect(idsOf(await all(store.readStream(stream)))).toEqual(idsOf(model.of(stream)));
    if (model.log.length === 0) return;
    expect(idsOf(await follow({ store, patienceMs, count: model.log.length }))).toEqual(idsOf(model.log));
  } finally {
    await close();
  }
}

/** Random histories against a model of a few lines. */
export const modelCases: readonly EventStoreCase[] = [
  rule('M1', 'random appends, repeats, conflicts and reads end as in the model', async (table) => {
    const property = fc.asyncProperty(steps, (played) => play(table, played));
    await fc.assert(property, { numRuns: 40, endOnFailure: true });
  }),
];
