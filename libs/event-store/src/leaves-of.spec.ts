import { decodeLeaf, noHash } from '@threekeys/integrity';
import fc from 'fast-check';
import { OpenSealer } from './event-store.contract';
import { leavesOf } from './leaves-of';

const at = '2026-03-01T08:00:00.000Z';
const recording = {
  stream: 'case-1',
  head: undefined,
  origin: { commandId: 'command-1', correlationId: 'case-1', by: { id: 'li', role: 'intake-clerk' } },
  ...{ recordedAt: at, occurredAt: at, introduced: new Set<string>() },
  schemaOf: () => 1,
} as const;

/** As deciders make them: members may be undefined, numbers are whole. */
const data = fc.dictionary(
  fc.string({ unit: 'grapheme' }),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(undefined)),
  { noNullPrototype: true },
);

describe('leaves of a command', () => {
  it('say in their bytes what is given along with them', () =>
    fc.assert(
      fc.asyncProperty(fc.array(data, { minLength: 1, maxLength: 4 }), async (each) => {
        const decided = each.map((members) => ({ type: 'Counted', data: { members } }));
        const { leaves, contents } = await leavesOf(decided, recording, new OpenSealer());
        expect(contents).toEqual(leaves.map(({ bytes }) => decodeLeaf(bytes)));
      }),
    ));

  it('rest each on the one before, the first on nothing', async () => {
    const decided = [1, 2, 3].map((by) => ({ type: 'Counted', data: { by } }));
    const { leaves } = await leavesOf(decided, recording, new OpenSealer());
    const hashes = leaves.map(({ leafHash }) => leafHash);
    expect(leaves.map(({ prev }) => prev)).toEqual([noHash, ...hashes.slice(0, 2)]);
    expect(leaves.map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });
});
