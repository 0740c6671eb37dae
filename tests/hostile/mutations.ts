import type { Caller } from '../support/app';

/** A request that is right: sent as it is, it is accepted. */
export interface RightRequest {
  readonly route: string;
  readonly by: Caller;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The same request with one thing wrong. */
export interface WrongRequest extends Omit<RightRequest, 'body'> {
  readonly mutation: string;
  /** As it goes over the wire. */
  readonly raw?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

type Json = unknown;
type Path = readonly (string | number)[];

/** A generator of numbers that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Paths of everything in a body, the body itself excepted. */
function pathsIn(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    pathsIn(each, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length === 0 ? inside : [at, ...inside];
}

function changed(value: Json, path: Path, change: (old: Json) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const copy: Record<string, Json> | Json[] = Array.isArray(value)
    ? [...(value as Json[])]
    : { ...(value as Record<string, Json>) };
  const slot = copy as Record<string | number, Json>;
  const next = changed(slot[key], rest, change);
  if (next === undefined) Reflect.deleteProperty(slot, key);
  else slot[key] = next;
  return copy;
}

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Wrong in one value of the body. */
const ofValue: Readonly<Record<string, (old: Json) => Json>> = {
  'wrong type: object': () => ({ a: 1 }),
  'wrong type: array': () => [[]],
  'wrong type: null': () => null,
  'wrong type: number': (old) => (typeof old === 'number' ? 'seven' : 7.5),
  'wrong type: boolean': (old) => (typeof old === 'boolean' ? 'perhaps' : true),
  'too long': () => 'x'.repeat(9000),
  'control characters and lone surrogate': () => '\u0000\ud800',
  'a number beyond every bound': () => 1e308,
};

/** Wrong in the body as a whole. */
const ofBody: Readonly<Record<string, (body: Json) => string | Uint8Array>> = {
  'not JSON': (body) => JSON.stringify(body).slice(0, -1),
  'unknown field': (body) => JSON.stringify({ ...(body as object), zzz: 1 }),
  __proto__: (body) => `{"__proto__":{"isAdmin":true},${JSON.stringify(body).slice(1)}`,
  'too deep': (body) =>
    JSON.stringify({ ...(body as object), deep: 0 }).replace('"deep":0', `"deep":${deep(5000)}`),
  oversize: (body) => JSON.stringify({ ...(body as object), big: 'x'.repeat(300_000) }),
  'bad UTF-8': (body) =>
    Buffer.concat([Buffer.from(JSON.stringify(body).slice(0, -2)), Buffer.from([0xff, 0xfe, 0x22, 0x7d])]),
  'an array': (body) => JSON.stringify([body]),
  'a string': () => '"x"',
  empty: () => '',
};

const ofHeaders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no key': { 'idempotency-key': '' },
  'a key that is no UUID': { 'idempotency-key': '../../etc/passwd' },
  'another content type': { 'content-type': 'text/plain' },
  'a content encoding': { 'content-encoding': 'gzip' },
  'an If-Match that is no revision': { 'if-match': 'W/"x"' },
};

const ofPath: Readonly<Record<string, (path: string) => string>> = {
  'an unknown id': (path) =>
    path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '00000000-0000-4000-8000-000000000000'),
  'an id that is none': (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '%00%2e%2e%2f'),
  'an unknown command': (path) => path.replace(/commands\/\w+/, 'commands/DropTables'),
  'an unknown parameter': (path) => `${path}${path.includes('?') ? '&' : '?'}zzz=1`,
};

function pick<T>(from: readonly T[], random: () => number): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('pick: from nothing');
  return picked;
}

type Mutate = (right: RightRequest, random: () => number) => WrongRequest | undefined;

const withBody = (right: RightRequest, mutation: string, raw: string | Uint8Array): WrongRequest => ({
  ...right,
  mutation,
  raw,
});

const kinds: readonly Mutate[] = [
  // One required value missing: only at the top, where everything optional is known to the template.
  ({ body, ...right }, random) => {
    if (!body || Object.keys(body).length === 0) return undefined;
    const [name, change] = pick(Object.entries(ofValue), random);
    const path = pick(pathsIn(body), random);
    return withBody({ ...right }, name, JSON.stringify(changed(body, path, change)));
  },
  ({ body, ...right }, random) => {
    if (!body) return undefined;
    const [name, mutate] = pick(Object.entries(ofBody), random);
    return withBody(right, name, mutate(body));
  },
  ({ body, ...right }, random) => {
    if (!body) return undefined;
    const [mutation, headers] = pick(Object.entries(ofHeaders), random);
    return { ...right, mutation, raw: JSON.stringify(body), headers };
  },
  ({ body, path, ...right }, random) => {
    const [mutation, mutate] = pick(Object.entries(ofPath), random);
    const mutated = mutate(path);
    if (mutated === path) return undefined;
    return { ...right, path: mutated, mutation, ...(body && { raw: JSON.stringify(body) }) };
  },
];

/** One mutation of a right request. */
export function mutated(right: RightRequest, random: () => number): WrongRequest {
  for (;;) {
    const wrong = pick(kinds, random)(right, random);
    if (wrong) return wrong;
  }
}
