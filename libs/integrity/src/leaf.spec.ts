import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeLeaf, encodeLeaf, leafHashOf, leafIn, noHash, NotALeaf } from './leaf';
import type { LeafContent } from './leaf';
import { NotCanonical } from './not-canonical';

const golden = (name: string) => readFileSync(join(__dirname, '..', 'golden', name));

const content: LeafContent = {
  id: '6f1c2d3e-4b5a-5978-8796-a5b4c3d2e1f0',
  stream: 'case-0b9e7c1a-52d4-5f60-9a3b-1c2d3e4f5a6b',
  revision: 0,
  type: 'RequesterJoined',
  schema: 1,
  recordedAt: '2026-03-01T00:15:30.250Z',
  occurredAt: '2026-03-01T00:10:00.000Z',
  actor: { id: 'li.na', role: 'intake-clerk', onBehalfOf: 'p-7' },
  correlationId: '11111111-2222-5333-8444-555555555555',
  commandId: '99999999-8888-5777-a666-555555555555',
  data: {
    requester: { requesterId: 'aaaaaaaa-bbbb-5ccc-8ddd-eeeeeeeeeeee' },
    words: { $pii: { kid: 'k1', ct: 'AAECAwQF' } },
    empty: '',
    fen: -120,
    note: '路灯 \u{1F4A1}\n"坏了"',
    flags: [true, false, []],
  },
  keys: [{ kid: 'k1', commitment: 'ab'.repeat(32) }],
  prev: noHash,
};

describe('a leaf', () => {
  it('is for ever the bytes of the golden file', () => {
    expect(encodeLeaf(content).bytes.equals(golden('requester-joined-1.leaf'))).toBe(true);
  });

  it('has for ever the hash of the golden file, which is SHA-256(0x00 ‖ bytes)', () => {
    const hash = golden('requester-joined-1.leaf-hash').toString('ascii');
    expect(encodeLeaf(content).leafHash).toBe(hash);
    expect(leafHashOf(golden('requester-joined-1.leaf'))).toBe(hash);
    const independent = createHash('sha256')
      .update('\0')
      .update(golden('requester-joined-1.leaf'))
      .digest('hex');
    expect(independent).toBe(hash);
  });

  it('says what was put in', () => {
    expect(decodeLeaf(encodeLeaf(content).bytes)).toEqual(content);
    expect(decodeLeaf(golden('requester-joined-1.leaf'))).toEqual(content);
    expect(leafIn(golden('requester-joined-1.leaf').toString('utf8'))).toEqual(content);
  });

  it.each<[string, unknown, string]>([
    ['a fraction', { data: { metres: 1.5 } }, '/data/metres'],
    ['an integer that a double cannot hold', { data: { fen: 2 ** 53 } }, '/data/fen'],
    ['null', { data: { door: null } }, '/data/door'],
    ['undefined', { causationId: undefined }, '/causationId'],
  ])('refuses %s and says where', (_what, wrong, pointer) => {
    const encode = () => encodeLeaf({ ...content, ...(wrong as Partial<LeafContent>) });
    expect(encode).toThrow(NotCanonical);
    expect(encode).toThrow(`at "${pointer}"`);
  });

  it.each(['', 'no json', 'null', '[]', '{"id":"a","type":"B"}', '{"id":"a","type":"B","data":null}'])(
    'is not found in %p',
    (bytes) => {
      expect(() => decodeLeaf(Buffer.from(bytes))).toThrow(NotALeaf);
    },
  );
});
