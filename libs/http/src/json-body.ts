import { isUtf8 } from 'node:buffer';
import { Problem, same } from './problem';

export const bodyBytesMax = 256 * 1024;
const depthMax = 20;
const keysMax = 2000;

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
/** `{`, `[`, `}`, `]` */
const depthBy: ReadonlyMap<number, number> = new Map([
  [0x7b, 1],
  [0x5b, 1],
  [0x7d, -1],
  [0x5d, -1],
]);

/**
 * JSON of a request body. Depth and number of keys are counted on the bytes before anything is parsed: 9 KiB of nested
 * arrays parse, and can then not be serialised.
 * @throws Problem `malformed-json`, `body-too-complex`
 */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw malformed('UTF-8');
  assertSimple(body);
  const parsed = parsedText(body.toString('utf8'));
  // Only escapes and this one name can bring in what a plain text cannot.
  if (body.includes('\\u') || body.includes('__proto__')) assertHarmless(parsed);
  return parsed;
}

/** @throws Problem `body-too-complex` */
function assertSimple(body: Buffer): void {
  let depth = 0;
  let keys = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === quote) at = endOfString(body, at);
    depth += depthBy.get(byte) ?? 0;
    keys += byte === colon ? 1 : 0;
    if (depth > depthMax || keys > keysMax) throw tooComplex(depth > depthMax);
  }
}

/** Where the string that begins here ends; the end of the text where it never does. */
function endOfString(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== quote) at += body[at] === backslash ? 2 : 1;
  return at;
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed('RFC 8259', error);
  }
}

/** No `__proto__`, no half of a surrogate pair: neither can be stored as it was sent. */
function assertHarmless(value: unknown): void {
  if (typeof value === 'string') {
    assertWellFormed(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (key === '__proto__') throw malformed('no __proto__');
    assertWellFormed(key);
    assertHarmless(each);
  }
}

const loneSurrogate = /\p{Surrogate}/u;

function assertWellFormed(text: string): void {
  if (loneSurrogate.test(text)) throw malformed('Unicode');
}

function malformed(what: string, cause?: unknown): Problem {
  return new Problem('malformed-json', {
    errors: [
      { pointer: '', expected: same(what), got: { zh: '无法读取的正文', en: 'a body that cannot be read' } },
    ],
    cause,
  });
}

function tooComplex(isDepth: boolean): Problem {
  const expected = isDepth
    ? { zh: `最多 ${depthMax} 层`, en: `at most ${depthMax} levels` }
    : { zh: `最多 ${keysMax} 个字段`, en: `at most ${keysMax} fields` };
  return new Problem('body-too-complex', {
    errors: [{ pointer: '', expected, got: { zh: '更多', en: 'more' } }],
  });
}
