import { encodeLeaf } from '@threekeys/integrity';
import { appendLimits } from './append-rules';
import type { EventStoreCase } from './contract.fixtures';
import {
  all,
  appendByRetry,
  grow,
  headOf,
  idsOf,
  leafAfter,
  leafOfBytes,
  leavesAfter,
  refusalOf,
  rule,
} from './contract.fixtures';
import type { Leaf } from './event-store';

const conflict = (actual: number | 'no-stream') => ({ code: 'WrongExpectedRevision', actual });
const invalid = { code: 'InvalidAppend' };
const wrongHash = 'f'.repeat(64);

/** A leaf whose bytes are exactly so long. */
function leafOfSize(stream: string, size: number): Leaf {
  const empty = leafAfter(stream, 'no-stream', { data: { fill: '' } });
  const leaf = leafAfter(stream, 'no-stream', {
    id: empty.id,
    data: { fill: 'x'.repeat(size - empty.bytes.length) },
  });
  expect(leaf.bytes.length).toBe(size);
  return leaf;
}

/** How an append to the store goes, and what it accepts. */
export const appendCases: readonly EventStoreCase[] = [
  rule('A1', 'a first append makes revisions 0 to n−1', async ({ store }) => {
    const { leaves, result } = await grow(store, 'case-1', 'no-stream', 3);
    expect(result.revision).toBe(2);
    expect(result.leafHash).toBe(leaves[2]!.leafHash);
    expect((await all(store.readStream('case-1'))).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  }),
  rule('A2', 'an append goes on after the head it names', async ({ store }) => {
    const first = await grow(store, 'case-1', 'no-stream', 2);
    const second = await grow(store, 'case-1', headOf(first.result), 2);
    expect(second.result.revision).toBe(3);
    expect(idsOf(await all(store.readStream('case-1')))).toEqual(idsOf([...first.leaves, ...second.leaves]));
  }),
  rule(
    'A3',
    'no-stream is a conflict where the stream exists, and names the actual revision',
    async ({ store }) => {
      await grow(store, 'case-1', 'no-stream', 2);
      expect(await refusalOf(grow(store, 'case-1', 'no-stream', 1))).toEqual(conflict(1));
    },
  ),
  rule('A4', 'a head that is no longer the head is a conflict', async ({ store }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 3);
    expect(await refusalOf(grow(store, 'case-1', headOf(leaves[1]!), 1))).toEqual(conflict(2));
    expect(await all(store.readStream('case-1'))).toHaveLength(3);
  }),
  rule('A5', 'a head beyond the head is a conflict', async ({ store }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', 1);
    const beyond = { revision: 5, leafHash: result.leafHash };
    expect(await refusalOf(grow(store, 'case-1', beyond, 1))).toEqual(conflict(0));
  }),
  rule(
    'A6',
    'a head of a stream that does not exist is a conflict with actual no-stream',
    async ({ store }) => {
      const nowhere = { revision: 0, leafHash: wrongHash };
      expect(await refusalOf(grow(store, 'case-1', nowhere, 1))).toEqual(conflict('no-stream'));
    },
  ),
  rule('A7', 'the right revision with another leaf hash is a conflict', async ({ store }) => {
    await grow(store, 'case-1', 'no-stream', 1);
    const forged = { revision: 0, leafHash: wrongHash };
    expect(await refusalOf(grow(store, 'case-1', forged, 1))).toEqual(conflict(0));
  }),
  rule('A8', 'a leaf whose prev is not the hash of the head is refused', async ({ store }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', 1);
    const stray = leafAfter('case-1', { revision: 0, leafHash: wrongHash });
    expect(await refusalOf(store.append('case-1', headOf(result), [stray]))).toEqual(invalid);
    const rootless = leafAfter('case-2', { revision: -1, leafHash: wrongHash });
    expect(await refusalOf(store.append('case-2', 'no-stream', [rootless]))).toEqual(invalid);
  }),
  rule('A9', 'a leaf whose prev is not the hash of the leaf before it is refused', async ({ store }) => {
    const [first] = leavesAfter('case-1', 'no-stream', 1);
    const stray = leafAfter('case-1', { revision: 0, leafHash: wrongHash });
    expect(await refusalOf(store.append('case-1', 'no-stream', [first!, stray]))).toEqual(invalid);
  }),
  rule('A10', 'a leaf hash that is not that of the bytes is refused', async ({ store }) => {
    const leaf = { ...leafAfter('case-1', 'no-stream'), leafHash: wrongHash };
    expect(await refusalOf(store.append('case-1', 'no-stream', [leaf]))).toEqual(invalid);
  }),
  rule('A11', 'an append of which the last leaf is wrong stores nothing', async ({ store }) => {
    const leaves = leavesAfter('case-1', 'no-stream', 3);
    const broken = [...leaves.slice(0, 2), { ...leaves[2]!, leafHash: wrongHash }];
    expect(await refusalOf(store.append('case-1', 'no-stream', broken))).toEqual(invalid);
    expect((await store.head()).size).toBe(0);
    expect(await refusalOf(all(store.readStream('case-1')))).toEqual({ code: 'StreamNotFound' });
    expect((await store.append('case-1', 'no-stream', leaves)).revision).toBe(2);
  }),
  rule('A12', 'of 20 parallel writers with the same head exactly one wins', async ({ store }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', 1);
    const writers = Array.from({ length: 20 }, () => grow(store, 'case-1', headOf(result), 2));
    const settled = await Promise.allSettled(writers);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await all(store.readStream('case-1'))).toHaveLength(3);
  }),
  rule(
    'A13',
    '20 parallel writers who read again and retry leave 20 events without a gap',
    async ({ store }) => {
      const writers = Array.from({ length: 20 }, () => appendByRetry(store, 'case-1'));
      const revisions = (await Promise.all(writers)).map(({ revision }) => revision);
      expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
      expect((await all(store.readStream('case-1'))).map(({ revision }) => revision)).toEqual(revisions);
    },
  ),
  rule('A14', 'bytes come back as they were: Chinese, emoji, empty strings, escapes', async ({ store }) => {
    const data = {
      zh: '三把钥匙',
      emoji: '\u{1F511}',
      empty: '',
      '': [],
      control: '\u0000\u001f"\\',
      line: '\u2028',
    };
    const { leaves } = await grow(store, 'case-1', 'no-stream', [{ data }]);
    const [read] = await all(store.readStream('case-1'));
    expect(read!.bytes.equals(leaves[0]!.bytes)).toBe(true);
    expect((await all(store.readAll()))[0]!.bytes.equals(leaves[0]!.bytes)).toBe(true);
  }),
  rule('A15', 'bytes that are not canonical are not put in order', async ({ store }) => {
    const leaf = leafOfBytes(
      'case-1',
      Buffer.from('{ "type":"NoteTaken", "id":"1",\n "data":{"b":1.0,"a":"\\u4e09"} }\n'),
    );
    await store.append('case-1', 'no-stream', [leaf]);
    const [read] = await all(store.readStream('case-1'));
    expect(read!.bytes.toString('hex')).toBe(leaf.bytes.toString('hex'));
    expect(read!.leafHash).toBe(leaf.leafHash);
  }),
  rule('A16', 'a leaf as large as the limit comes back byte for byte', async ({ store }) => {
    const leaf = leafOfSize('case-1', appendLimits.bytesMax);
    await store.append('case-1', 'no-stream', [leaf]);
    expect((await all(store.readStream('case-1')))[0]!.bytes.equals(leaf.bytes)).toBe(true);
  }),
  rule('A17', 'one byte more is AppendTooLarge and stores nothing', async ({ store }) => {
    const leaf = leafOfSize('case-1', appendLimits.bytesMax + 1);
    expect(await refusalOf(store.append('case-1', 'no-stream', [leaf]))).toEqual({ code: 'AppendTooLarge' });
    expect((await store.head()).size).toBe(0);
  }),
  rule('A18', '1,000 leaves in one append are stored', async ({ store }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', appendLimits.leavesMax);
    expect(result.revision).toBe(999);
  }),
  rule('A19', '1,001 leaves are AppendTooLarge and nothing is stored', async ({ store }) => {
    const append = grow(store, 'case-1', 'no-stream', appendLimits.leavesMax + 1);
    expect(await refusalOf(append)).toEqual({ code: 'AppendTooLarge' });
    expect((await store.head()).size).toBe(0);
  }),
  rule('A20', 'an append of nothing is refused', async ({ store }) => {
    expect(await refusalOf(store.append('case-1', 'no-stream', []))).toEqual(invalid);
  }),
  rule('A21', 'what is not a stream name is refused', async ({ store }) => {
    for (const name of [
      '',
      'case',
      '-1',
      'case-',
      'Case-1',
      'case-a b',
      'case-路',
      `case-${'x'.repeat(200)}`,
      '$all',
    ]) {
      expect(await refusalOf(grow(store, name, 'no-stream', 1))).toEqual(invalid);
    }
  }),
  rule('A22', 'a leaf of another stream is refused', async ({ store }) => {
    const leaf = leafAfter('case-2', 'no-stream');
    expect(await refusalOf(store.append('case-1', 'no-stream', [leaf]))).toEqual(invalid);
  }),
  rule('A23', 'a leaf that leaves a revision out is refused', async ({ store }) => {
    const [first] = leavesAfter('case-1', 'no-stream', 1);
    const third = leafAfter('case-1', { revision: 1, leafHash: first!.leafHash });
    expect(await refusalOf(store.append('case-1', 'no-stream', [first!, third]))).toEqual(invalid);
  }),
  rule('A24', 'the same id twice in one append is refused', async ({ store }) => {
    const id = '00000000-0000-5000-8000-000000000000';
    expect(await refusalOf(grow(store, 'case-1', 'no-stream', [{ id }, { id }]))).toEqual(invalid);
  }),
  rule('A25', 'a head that is no revision is refused', async ({ store }) => {
    await grow(store, 'case-1', 'no-stream', 1);
    for (const revision of [-1, 0.5, NaN]) {
      const leaf = leafAfter('case-1', 'no-stream');
      const head = { revision, leafHash: leaf.prev };
      expect(await refusalOf(store.append('case-1', head, [leaf]))).toEqual(invalid);
    }
  }),
  rule(
    'A26',
    'altering bytes that were appended or read alters nothing that is stored',
    async ({ store }) => {
      const { leaves } = await grow(store, 'case-1', 'no-stream', 1);
      const original = Buffer.from(leaves[0]!.bytes);
      leaves[0]!.bytes.fill(0);
      const [read] = await all(store.readStream('case-1'));
      expect(read!.bytes.equals(original)).toBe(true);
      read!.bytes.fill(0);
      expect((await all(store.readAll()))[0]!.bytes.equals(original)).toBe(true);
    },
  ),
  rule('A27', 'the position of an append is that of its last event', async ({ store }) => {
    await grow(store, 'case-1', 'no-stream', 2);
    const { result, leaves } = await grow(store, 'case-2', 'no-stream', 3);
    expect((await all(store.readAll())).at(-1)).toMatchObject({
      id: leaves[2]!.id,
      position: result.position,
    });
    expect(await all(store.readAll(result.position))).toEqual([]);
  }),
  rule('A28', 'streams do not see each other', async ({ store }) => {
    const one = await grow(store, 'case-1', 'no-stream', 2);
    const other = await grow(store, 'case-10', 'no-stream', 1);
    expect(idsOf(await all(store.readStream('case-1')))).toEqual(idsOf(one.leaves));
    expect(idsOf(await all(store.readStream('case-10')))).toEqual(idsOf(other.leaves));
  }),
  rule('A29', 'the chain of a stream holds in what is read back', async ({ store }) => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => appendByRetry(store, 'case-1', { data: { i } })));
    let prev = '0'.repeat(64);
    for (const { bytes, leafHash } of await all(store.readStream('case-1'))) {
      const content = JSON.parse(bytes.toString('utf8')) as Parameters<typeof encodeLeaf>[0];
      expect(content.prev).toBe(prev);
      expect(encodeLeaf(content).leafHash).toBe(leafHash);
      prev = leafHash;
    }
  }),
];
