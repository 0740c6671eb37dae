import { parseJsonBody } from './json-body';
import { Problem } from './problem';

const codeOf = (body: string | Buffer): string => {
  try {
    parseJsonBody(typeof body === 'string' ? Buffer.from(body) : body);
    return 'taken';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const keys = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1])));

describe('the body of a request', () => {
  it('is read as JSON in UTF-8', () =>
    expect(parseJsonBody(Buffer.from('{"词":"灯坏了","n":[1,{"a":"}{"}]}'))).toEqual({
      词: '灯坏了',
      n: [1, { a: '}{' }],
    }));

  it('is nested at most twenty levels', () => {
    expect(codeOf(nested(20))).toBe('taken');
    expect(codeOf(nested(21))).toBe('body-too-complex');
    expect(codeOf(nested(100_000))).toBe('body-too-complex');
  });

  it('has at most two thousand keys', () => {
    expect(codeOf(keys(2000))).toBe('taken');
    expect(codeOf(keys(2001))).toBe('body-too-complex');
  });

  it('may say brackets and colons in its texts', () =>
    expect(codeOf(JSON.stringify({ a: '['.repeat(50) + ':'.repeat(3000) + '\\"[' }))).toBe('taken'));

  it.each([
    ['cut short', '{"a":'],
    ['an open text', '{"a":"b'],
    ['a byte order mark', '\u{feff}{}'],
    ['a comment', '{} // no'],
    ['half a surrogate pair', '{"a":"\\ud800"}'],
    ['half a surrogate pair as a key', '{"\\ud800":1}'],
    ['a prototype', '{"a":{"__proto__":{"b":1}}}'],
    ['an escaped prototype', '{"a":{"\\u005f_proto__":{"b":1}}}'],
  ])('is refused where it is %s', (_, body) => expect(codeOf(body)).toBe('malformed-json'));

  it('is refused where it is not UTF-8', () =>
    expect(codeOf(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBe('malformed-json'));
});
