import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from './canonical-json';
import { NotCanonical } from './not-canonical';

const data = process.env.THREEKEYS_TEST_DATA;
const withData = data ? it : it.skip;
const vectors = join(data ?? '', 'integrity', 'jcs');

const jsonObject = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));

/** The same object, its members put in the other way round, at every level. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries(members.reverse());
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

describe('canonical JSON', () => {
  withData('is byte for byte that of the RFC 8785 vectors (THREEKEYS_TEST_DATA)', () => {
    const names = readdirSync(join(vectors, 'input')).map((file) => file.replace('.json', ''));
    expect(names.length).toBeGreaterThanOrEqual(6);
    for (const name of names) {
      const written = canonicalJson(JSON.parse(readFileSync(join(vectors, 'input', `${name}.json`), 'utf8')));
      expect(written).toBe(readFileSync(join(vectors, 'output', `${name}.json`), 'utf8').trimEnd());
      const hex = readFileSync(join(vectors, 'outhex', `${name}.txt`), 'utf8').replace(/\s+/g, '');
      expect(Buffer.from(written, 'utf8').toString('hex')).toBe(hex);
    }
  });

  it.each([
    [Number('333333333.33333329'), '333333333.3333333'],
    [1e30, '1e+30'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
    [1e-27, '1e-27'],
    [-0, '0'],
    [Number('9007199254740993'), '9007199254740992'],
    [5e-324, '5e-324'],
    [1e21, '1e+21'],
  ])('writes the number %p as ECMAScript does: %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  it('sorts members by UTF-16 code units, not by code points', () => {
    expect(canonicalJson({ '\u{1F600}': 1, '\uFB33': 2, a: 3, A: 4 })).toBe(
      '{"A":4,"a":3,"\u{1F600}":1,"\uFB33":2}',
    );
  });

  it('escapes control characters as RFC 8785 asks and leaves Chinese as it is', () => {
    expect(canonicalJson('\u0000\b\t\n\u000b\f\r"\\/\u007f三把钥匙')).toBe(
      '"\\u0000\\b\\t\\n\\u000b\\f\\r\\"\\\\/\u007f三把钥匙"',
    );
  });

  it('keeps a member named __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });

  it('reads back as what was written', () => {
    fc.assert(
      fc.property(
        jsonObject,
        (value) => canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value),
      ),
    );
    fc.assert(
      fc.property(jsonObject, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(fc.property(jsonObject, (value) => canonicalJson(reversed(value)) === canonicalJson(value)));
  });

  const circle: Record<string, unknown> = {};
  circle.again = circle;
  it.each<[string, unknown, string]>([
    ['undefined', { a: undefined }, '/a'],
    ['a function', { a: [() => 1] }, '/a/0'],
    ['a symbol', Symbol('s'), ''],
    ['a symbol as key', { a: { [Symbol('s')]: 1 } }, '/a'],
    ['a bigint', { a: 1n }, '/a'],
    ['NaN', [1, NaN], '/1'],
    ['an infinity', { 'a/b~c': -Infinity }, '/a~1b~0c'],
    // eslint-disable-next-line no-sparse-arrays -- the point of the case
    ['a hole', { a: [1, , 2] }, '/a'],
    ['a lone surrogate', ['\ud800'], '/0'],
    ['a lone surrogate in a key', { a: { 'x\udc00': 1 } }, '/a'],
    ['a Date', { a: new Date(0) }, '/a'],
    ['a Map', new Map(), ''],
    ['a Buffer', { a: Buffer.from('x') }, '/a'],
    ['a boxed number', { a: Object(1) as unknown }, '/a'],
    [
      'an instance of a class',
      {
        a: new (class Point {
          x = 1;
        })(),
      },
      '/a',
    ],
    ['a circle', circle, '/again'.repeat(64)],
    ['65 levels', nested(65), '/0'.repeat(64)],
  ])('refuses %s and says where', (_what, value, pointer) => {
    expect.assertions(2);
    try {
      canonicalJson(value);
    } catch (error) {
      expect(error).toBeInstanceOf(NotCanonical);
      expect((error as NotCanonical).pointer).toBe(pointer);
    }
  });

  it('takes 64 levels', () => {
    expect(canonicalJson(nested(64))).toBe('['.repeat(64) + '1' + ']'.repeat(64));
  });
});
