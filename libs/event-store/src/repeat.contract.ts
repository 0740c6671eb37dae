import type { EventStoreCase } from './contract.fixtures';
import {
  all,
  grow,
  headOf,
  idsOf,
  leafAfter,
  leavesAfter,
  refusalOf,
  rule,
  unless,
} from './contract.fixtures';

const conflict = (actual: number) => ({ code: 'WrongExpectedRevision', actual });
const duplicate = { code: 'DuplicateEventId' };

/** What the same ids again lead to. */
export const repeatCases: readonly EventStoreCase[] = [
  rule('I1', 'the same append again answers the same and stores one copy', async ({ store }) => {
    const { leaves, result } = await grow(store, 'case-1', 'no-stream', 3);
    expect(await store.append('case-1', 'no-stream', leaves)).toEqual(result);
    expect((await store.head()).size).toBe(3);
  }),
  rule('I2', 'it still does after others have gone on', async ({ store }) => {
    const first = await grow(store, 'case-1', 'no-stream', 2);
    const second = await grow(store, 'case-1', headOf(first.result), 2);
    await grow(store, 'case-1', headOf(second.result), 1);
    expect(await store.append('case-1', headOf(first.result), second.leaves)).toEqual(second.result);
    expect(await store.append('case-1', 'no-stream', first.leaves)).toEqual(first.result);
    expect((await store.head()).size).toBe(5);
  }),
  rule(
    'I3',
    'a prefix of an append succeeds with the revision and position of its own last event',
    async ({ store }) => {
      const { leaves } = await grow(store, 'case-1', 'no-stream', 3);
      const result = await store.append('case-1', 'no-stream', leaves.slice(0, 2));
      const stored = (await all(store.readStream('case-1')))[1]!;
      expect(result).toEqual({ revision: 1, leafHash: leaves[1]!.leafHash, position: stored.position });
    },
  ),
  rule('I4', 'what is stored and more is a conflict and stores nothing', async ({ store }) => {
    const { leaves, result } = await grow(store, 'case-1', 'no-stream', 2);
    const more = leafAfter('case-1', headOf(result));
    expect(await refusalOf(store.append('case-1', 'no-stream', [...leaves, more]))).toEqual(conflict(1));
    expect((await store.head()).size).toBe(2);
  }),
  rule('I5', 'what is stored in part is a conflict', async ({ store }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 3);
    const other = leafAfter('case-1', headOf(leaves[0]!));
    expect(await refusalOf(store.append('case-1', 'no-stream', [leaves[0]!, other]))).toEqual(conflict(2));
    const late = leavesAfter('case-1', 'no-stream', [{}, { id: leaves[1]!.id }]);
    expect(await refusalOf(store.append('case-1', 'no-stream', late))).toEqual(conflict(2));
    expect((await store.head()).size).toBe(3);
  }),
  rule('I6', 'the same ids with other bytes succeed and leave the first bytes', async ({ store }) => {
    const { leaves, result } = await grow(store, 'case-1', 'no-stream', 2);
    const others = leavesAfter(
      'case-1',
      'no-stream',
      leaves.map(({ id }) => ({ id, data: { other: true } })),
    );
    expect(await store.append('case-1', 'no-stream', others)).toEqual(result);
    const read = await all(store.readStream('case-1'));
    expect(read.map(({ bytes }) => bytes.toString())).toEqual(leaves.map(({ bytes }) => bytes.toString()));
  }),
  unless(
    'foreign-ids',
    rule('I7', 'an id of another stream is DuplicateEventId and stores nothing', async ({ store }) => {
      const { leaves } = await grow(store, 'case-1', 'no-stream', 1);
      expect(await refusalOf(grow(store, 'case-2', 'no-stream', [{}, { id: leaves[0]!.id }]))).toEqual(
        duplicate,
      );
      expect((await store.head()).size).toBe(1);
      expect(await refusalOf(all(store.readStream('case-2')))).toEqual({ code: 'StreamNotFound' });
    }),
    rule('I7', 'an id of another stream is stored, and left to the command handler', async ({ store }) => {
      const { leaves } = await grow(store, 'case-1', 'no-stream', 1);
      await grow(store, 'case-2', 'no-stream', [{}, { id: leaves[0]!.id }]);
      expect(await all(store.readStream('case-2'))).toHaveLength(2);
      expect((await store.head()).size).toBe(3);
    }),
  ),
  unless(
    'foreign-ids',
    rule(
      'I8',
      'an id of an earlier event of the stream is DuplicateEventId at the head',
      async ({ store }) => {
        const { leaves, result } = await grow(store, 'case-1', 'no-stream', 2);
        expect(await refusalOf(grow(store, 'case-1', headOf(result), [{ id: leaves[0]!.id }]))).toEqual(
          duplicate,
        );
      },
    ),
    rule('I8', 'an id of an earlier event is stored, and left to the command handler', async ({ store }) => {
      const { leaves, result } = await grow(store, 'case-1', 'no-stream', 2);
      const again = await grow(store, 'case-1', headOf(result), [{ id: leaves[0]!.id }]);
      expect(again.result.revision).toBe(2);
    }),
  ),
  rule('I9', 'known ids at another place of the stream are a conflict', async ({ store }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 3);
    const moved = leafAfter('case-1', headOf(leaves[0]!), { id: leaves[2]!.id });
    expect(await refusalOf(store.append('case-1', headOf(leaves[0]!), [moved]))).toEqual(conflict(2));
  }),
  rule('I10', 'the same append from 20 at once succeeds for all and stores one copy', async ({ store }) => {
    const leaves = leavesAfter('case-1', 'no-stream', 2);
    const appends = Array.from({ length: 20 }, () => store.append('case-1', 'no-stream', leaves));
    const results = await Promise.all(appends);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(idsOf(await all(store.readAll()))).toEqual(idsOf(leaves));
  }),
  rule(
    'I11',
    'the same append again answers the same after opening again',
    async ({ store, reopened, knowsForeignIds }) => {
      const { leaves, result } = await grow(store, 'case-1', 'no-stream', 3);
      const again = await reopened();
      expect(await again.append('case-1', 'no-stream', leaves)).toEqual(result);
      expect((await again.head()).size).toBe(3);
      if (!knowsForeignIds) return;
      expect(await refusalOf(grow(again, 'case-2', 'no-stream', [{ id: leaves[0]!.id }]))).toEqual(duplicate);
      expect((await again.head()).size).toBe(3);
    },
  ),
  rule('I12', 'known ids after a head that never was are a conflict', async ({ store }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 2);
    const forged = { revision: 0, leafHash: 'e'.repeat(64) };
    const repeated = leafAfter('case-1', forged, { id: leaves[1]!.id });
    expect(await refusalOf(store.append('case-1', forged, [repeated]))).toEqual(conflict(1));
  }),
];
