import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { Frontier } from './frontier';
import { leafHashOf } from './leaf';

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest();

/** RFC 6962, section 2.1, word by word. */
function treeHash(leafHashes: readonly string[]): Buffer {
  if (leafHashes.length === 0) return sha256('');
  if (leafHashes.length === 1) return Buffer.from(leafHashes[0] as string, 'hex');
  let k = 1;
  while (k * 2 < leafHashes.length) k *= 2;
  return sha256('\u0001', treeHash(leafHashes.slice(0, k)), treeHash(leafHashes.slice(k)));
}

const leaves = Array.from({ length: 300 }, (_, i) => leafHashOf(Buffer.from(`leaf ${i}`)));

function frontierOf(leafHashes: readonly string[]): Frontier {
  const frontier = new Frontier();
  for (const leafHash of leafHashes) frontier.append(leafHash);
  return frontier;
}

describe('a frontier', () => {
  it('has the RFC 6962 root at every size from 0 to 300', () => {
    const frontier = new Frontier();
    for (let size = 0; ; size++) {
      expect(frontier.size).toBe(size);
      expect(frontier.root()).toBe(treeHash(leaves.slice(0, size)).toString('hex'));
      if (size === leaves.length) break;
      frontier.append(leaves[size] as string);
    }
  });

  it('has the published roots of the certificate-transparency test tree', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const frontier = frontierOf(inputs.map((hex) => leafHashOf(Buffer.from(hex, 'hex'))));
    expect(frontier.root()).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(new Frontier().root()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('goes on from its stored form as if nothing had happened', () => {
    fc.assert(
      fc.property(fc.nat(299), fc.nat(299), (one, other) => {
        const [cut, end] = [Math.min(one, other), Math.max(one, other)];
        const stored = JSON.stringify(frontierOf(leaves.slice(0, cut)));
        const resumed = Frontier.from(JSON.parse(stored) as ReturnType<Frontier['toJSON']>);
        for (const leafHash of leaves.slice(cut, end)) resumed.append(leafHash);
        expect(resumed.size).toBe(end);
        expect(resumed.root()).toBe(frontierOf(leaves.slice(0, end)).root());
      }),
    );
  });

  it('keeps as many peaks as its size has bits', () => {
    expect(frontierOf(leaves.slice(0, 255)).toJSON().peaks).toHaveLength(8);
    expect(frontierOf(leaves.slice(0, 256)).toJSON().peaks).toHaveLength(1);
  });

  it.each([
    ['too few peaks', { size: 3, peaks: [leaves[0]] }],
    ['a peak too many', { size: 2, peaks: [leaves[0], leaves[1]] }],
    ['no size', { size: -1, peaks: [] }],
    ['a broken size', { size: 1.5, peaks: [leaves[0]] }],
    ['a peak that is no hash', { size: 1, peaks: ['ABC'] }],
  ])('is not made from a stored form with %s', (_what, state) => {
    expect(() => Frontier.from(state as ReturnType<Frontier['toJSON']>)).toThrow(RangeError);
  });

  it('refuses what is not a leaf hash and stays as it was', () => {
    const frontier = frontierOf(leaves.slice(0, 3));
    const root = frontier.root();
    expect(() => frontier.append('A'.repeat(64))).toThrow(RangeError);
    expect([frontier.size, frontier.root()]).toEqual([3, root]);
  });
});
