import { Frontier } from '@threekeys/integrity';
import type { EventStoreCase } from './contract.fixtures';
import { all, appendByRetry, grow, headOf, idsOf, leavesAfter, refusalOf, rule } from './contract.fixtures';
import type { EventStore, GlobalPosition, Leaf } from './event-store';

/** Three streams of two categories, in a known order. */
async function threeStreams(store: EventStore): Promise<Leaf[]> {
  const a = await grow(store, 'case-1', 'no-stream', [{ type: 'NoteTaken' }, { type: 'NoteRead' }]);
  const b = await grow(store, 'volunteer-1', 'no-stream', [{ type: 'NoteTaken' }]);
  const c = await grow(store, 'case-1', headOf(a.result), [{ type: 'NoteTaken' }]);
  const d = await grow(store, 'casework-1', 'no-stream', [{ type: 'NoteTaken' }, { type: 'NoteTakenBack' }]);
  return [a, b, c, d].flatMap(({ leaves }) => leaves);
}

/** Reading one stream. */
const streamCases: readonly EventStoreCase[] = [
  rule('R1', 'a stream is read forwards from its first event', async ({ store }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 5);
    expect(idsOf(await all(store.readStream('case-1')))).toEqual(idsOf(leaves));
  }),
  rule('R2', 'a stream is read backwards from its last event', async ({ store }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 5);
    const read = await all(store.readStream('case-1', { direction: 'backwards' }));
    expect(idsOf(read)).toEqual(idsOf(leaves).reverse());
  }),
  rule('R3', 'from is inclusive and max bounds, both ways', async ({ store }) => {
    await grow(store, 'case-1', 'no-stream', 6);
    const revisions = async (range: Parameters<EventStore['readStream']>[1]) =>
      (await all(store.readStream('case-1', range))).map(({ revision }) => revision);
    expect(await revisions({ from: 2, max: 2 })).toEqual([2, 3]);
    expect(await revisions({ from: 4 })).toEqual([4, 5]);
    expect(await revisions({ from: 2, max: 2, direction: 'backwards' })).toEqual([2, 1]);
    expect(await revisions({ from: 1, direction: 'backwards' })).toEqual([1, 0]);
    expect(await revisions({ max: 1, direction: 'backwards' })).toEqual([5]);
    expect(await revisions({ max: 0 })).toEqual([]);
  }),
  rule(
    'R4',
    'from beyond the end reads nothing forwards and from the last one backwards',
    async ({ store }) => {
      await grow(store, 'case-1', 'no-stream', 2);
      expect(await all(store.readStream('case-1', { from: 2 }))).toEqual([]);
      const backwards = await all(store.readStream('case-1', { from: 9, direction: 'backwards' }));
      expect(backwards.map(({ revision }) => revision)).toEqual([1, 0]);
    },
  ),
  rule('R5', 'a stream that does not exist is StreamNotFound at the first step', async ({ store }) => {
    await grow(store, 'case-10', 'no-stream', 1);
    const reading = store.readStream('case-1')[Symbol.asyncIterator]();
    expect(await refusalOf(reading.next())).toEqual({ code: 'StreamNotFound' });
    expect(await refusalOf(all(store.readStream('case-1', { direction: 'backwards', max: 1 })))).toEqual({
      code: 'StreamNotFound',
    });
  }),
  rule('R6', 'whoever stops reading early holds nothing up', async ({ store }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', 10);
    let head = headOf(result);
    for (let round = 0; round < 50; round++) {
      for await (const event of store.readStream('case-1')) if (event.revision === 3) break;
      for await (const event of store.readAll()) if (event.revision === 3) break;
      head = headOf((await grow(store, 'case-1', head, 1)).result);
    }
    expect(await all(store.readStream('case-1'))).toHaveLength(60);
  }),
  rule('R7', '10,000 events are read once each, in order', async ({ store }) => {
    let head: Parameters<EventStore['append']>[1] = 'no-stream';
    for (let round = 0; round < 10; round++) head = headOf((await grow(store, 'case-1', head, 1_000)).result);
    const revisions = (await all(store.readStream('case-1'))).map(({ revision }) => revision);
    expect(revisions).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  }),
  rule('R8', 'an event comes with what it was appended with', async ({ store }) => {
    const made = { type: 'NoteRead', recordedAt: '2026-02-03T04:05:06.789Z' };
    const { leaves, result } = await grow(store, 'case-1', 'no-stream', [made]);
    const { prev: _prev, ...leaf } = leaves[0]!;
    expect(await all(store.readStream('case-1'))).toEqual([{ ...leaf, position: result.position }]);
    expect(await all(store.readAll())).toEqual([{ ...leaf, position: result.position }]);
  }),
  rule('R9', 'appends during a read neither lose nor double an event', async ({ store }) => {
    let { result } = await grow(store, 'case-1', 'no-stream', 300);
    let next = 0;
    for await (const { revision } of store.readStream('case-1')) {
      expect(revision).toBe(next++);
      if (revision < 50) ({ result } = await grow(store, 'case-1', headOf(result), 1));
    }
    expect(next).toBeGreaterThanOrEqual(300);
  }),
];

/** Reading everything. */
const globalCases: readonly EventStoreCase[] = [
  rule('G1', 'everything is read in the order in which it was acknowledged', async ({ store }) => {
    const leaves = await threeStreams(store);
    expect(idsOf(await all(store.readAll()))).toEqual(idsOf(leaves));
  }),
  rule('G2', 'positions rise strictly', async ({ store }) => {
    await threeStreams(store);
    const positions = (await all(store.readAll())).map(({ position }) => position);
    positions.forEach((position, i) =>
      positions.forEach((other, j) =>
        expect(Math.sign(store.comparePositions(position, other))).toBe(Math.sign(i - j)),
      ),
    );
  }),
  rule('G3', 'after is exclusive', async ({ store }) => {
    await threeStreams(store);
    const [first, second] = await all(store.readAll());
    expect((await all(store.readAll(first!.position)))[0]!.id).toBe(second!.id);
  }),
  rule('G4', 'from every position the rest is read, and only that', async ({ store }) => {
    await threeStreams(store);
    const everything = await all(store.readAll());
    for (const [i, { position }] of everything.entries()) {
      expect(await all(store.readAll(position))).toEqual(everything.slice(i + 1));
    }
  }),
  rule('G5', 'a category is the whole text before the first hyphen', async ({ store }) => {
    await threeStreams(store);
    const streams = async (...categories: string[]) =>
      (await all(store.readAll(undefined, { categories }))).map(({ stream }) => stream);
    expect(await streams('case')).toEqual(['case-1', 'case-1', 'case-1']);
    expect(await streams('volunteer', 'casework')).toEqual(['volunteer-1', 'casework-1', 'casework-1']);
    expect(await streams('cas')).toEqual([]);
    expect(await streams()).toEqual([]);
  }),
  rule('G6', 'types are whole names; given lists hold together', async ({ store }) => {
    await threeStreams(store);
    const read = async (filter: Parameters<EventStore['readAll']>[1]) =>
      (await all(store.readAll(undefined, filter))).map(({ stream, type }) => `${stream} ${type}`);
    expect(await read({ types: ['NoteRead', 'NoteTakenBack'] })).toEqual([
      'case-1 NoteRead',
      'casework-1 NoteTakenBack',
    ]);
    expect(await read({ types: ['NoteTaken'], categories: ['casework'] })).toEqual(['casework-1 NoteTaken']);
  }),
  rule('G7', 'the events of one append stand side by side, whoever else writes', async ({ store }) => {
    const streams = Array.from({ length: 20 }, (_, i) => `case-${i}`);
    await Promise.all(streams.map((stream) => grow(store, stream, 'no-stream', 7)));
    const read = (await all(store.readAll())).map(({ stream }) => stream);
    expect(read.filter((stream, i) => stream !== read[i - 1])).toHaveLength(streams.length);
  }),
  rule('G8', 'a position of another store is InvalidPosition', async ({ store, open }) => {
    const mine = (await grow(store, 'case-1', 'no-stream', 2)).result.position;
    const other = await open();
    try {
      const theirs = (await grow(other.store, 'case-1', 'no-stream', 2)).result.position;
      const signal = new AbortController().signal;
      expect(await refusalOf(all(store.readAll(theirs)))).toEqual({ code: 'InvalidPosition' });
      expect(await refusalOf(all(store.subscribe(theirs, {}, signal)))).toEqual({
        code: 'InvalidPosition',
      });
      const compare = async () => store.comparePositions(mine, theirs);
      expect(await refusalOf(compare())).toEqual({ code: 'InvalidPosition' });
    } finally {
      await other.close();
    }
  }),
  rule('G9', 'text that is no position is InvalidPosition', async ({ store }) => {
    const { position } = (await grow(store, 'case-1', 'no-stream', 1)).result;
    for (const text of [
      '',
      '0',
      'x',
      '-1',
      `${position}0`,
      `${position} `,
      ` ${position}`,
      position.slice(0, -1),
    ]) {
      expect(await refusalOf(all(store.readAll(text as GlobalPosition)))).toEqual({
        code: 'InvalidPosition',
      });
    }
  }),
  rule('G10', 'max bounds what passes the filter', async ({ store }) => {
    const leaves = await threeStreams(store);
    expect(idsOf(await all(store.readAll(undefined, {}, 2)))).toEqual(idsOf(leaves.slice(0, 2)));
    expect(await all(store.readAll(undefined, { categories: ['casework'] }, 2))).toHaveLength(2);
    expect(await all(store.readAll(undefined, {}, 0))).toEqual([]);
  }),
  rule('G11', 'an event has the same position in every read', async ({ store, reopened }) => {
    await threeStreams(store);
    const places = (events: readonly { id: string; position: string }[]) =>
      events.map(({ id, position }) => `${id} ${position}`).sort();
    const first = places(await all(store.readAll()));
    await grow(store, 'compound-1', 'no-stream', 1);
    const categories = ['casework', 'volunteer'];
    const some = await all(store.readAll(undefined, { categories }));
    expect(first).toEqual(expect.arrayContaining(places(some)));
    const streams = await Promise.all(
      ['case-1', 'casework-1', 'volunteer-1'].map((stream) => all(store.readStream(stream))),
    );
    expect(places(streams.flat())).toEqual(first);
    const again = await reopened();
    expect(places(await all(again.readAll(undefined, {}, first.length)))).toEqual(first);
  }),
  rule('G12', 'an empty store has nothing to read', async ({ store }) => {
    expect(await all(store.readAll())).toEqual([]);
  }),
];

/** The head of the log. */
const headCases: readonly EventStoreCase[] = [
  rule('H1', 'the head of an empty log is size 0 with the root of nothing', async ({ store }) => {
    expect(await store.head()).toEqual({ size: 0, root: new Frontier().root() });
    expect(await store.end()).toBeUndefined();
  }),
  rule('H2', 'the root is that of RFC 6962 over the leaf hashes in global order', async ({ store }) => {
    const frontier = new Frontier();
    const check = async () => {
      const events = await all(store.readAll());
      for (const { leafHash } of events.slice(frontier.size)) frontier.append(leafHash);
      const position = events.at(-1)!.position;
      expect(await store.head()).toEqual({ size: frontier.size, root: frontier.root(), position });
      expect(await store.end()).toBe(position);
    };
    await threeStreams(store);
    await check();
    await Promise.all(Array.from({ length: 20 }, () => appendByRetry(store, 'case-2')));
    await check();
  }),
  rule('H3', 'a repeat and a refused append leave the head as it is', async ({ store, knowsForeignIds }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 2);
    const head = await store.head();
    await store.append('case-1', 'no-stream', leaves);
    await refusalOf(grow(store, 'case-1', 'no-stream', 1));
    if (knowsForeignIds) await refusalOf(grow(store, 'case-2', 'no-stream', [{}, { id: leaves[0]!.id }]));
    expect(await store.head()).toEqual(head);
  }),
];

/** Closing and opening again. */
const restartCases: readonly EventStoreCase[] = [
  rule(
    'K1',
    'what was acknowledged is there byte for byte after opening again',
    async ({ store, reopened }) => {
      await threeStreams(store);
      const [events, head] = [await all(store.readAll()), await store.head()];
      const again = await reopened();
      expect(await all(again.readAll())).toEqual(events);
      expect(await again.head()).toEqual(head);
    },
  ),
  rule('K2', 'streams and the head go on after opening again', async ({ store, reopened }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', 3);
    const again = await reopened();
    const next = await grow(again, 'case-1', headOf(result), 2);
    expect(next.result.revision).toBe(4);
    const frontier = new Frontier();
    for (const { leafHash } of await all(again.readAll())) frontier.append(leafHash);
    expect(await again.head()).toEqual({ size: 5, root: frontier.root(), position: next.result.position });
    expect(again.comparePositions(result.position, next.result.position)).toBeLessThan(0);
    expect(await all(again.readAll(result.position))).toHaveLength(2);
  }),
  rule('K3', 'a closed store says StoreUnavailable to everything', async ({ store }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 1);
    await store.close();
    const signal = new AbortController().signal;
    const asked = [
      store.append('case-2', 'no-stream', leavesAfter('case-2', 'no-stream', 1)),
      store.append('case-1', 'no-stream', leaves),
      all(store.readStream('case-1')),
      all(store.readAll()),
      all(store.subscribe(undefined, {}, signal)),
      store.head(),
    ];
    for (const each of asked) expect(await refusalOf(each)).toEqual({ code: 'StoreUnavailable' });
  }),
];

export const readCases: readonly EventStoreCase[] = [
  ...streamCases,
  ...globalCases,
  ...headCases,
  ...restartCases,
];
