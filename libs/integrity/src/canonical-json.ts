import { NotCanonical } from './not-canonical';

/** Deeper values are refused: it also ends cycles before the stack does. */
const depthMax = 64;

/** What numbers and null may be, within what JSON allows. */
interface ScalarRules {
  readonly integersOnly: boolean;
  readonly nullAllowed: boolean;
}

const anyJson: ScalarRules = { integersOnly: false, nullAllowed: true };

/**
 * Canonical JSON by RFC 8785: members sorted by UTF-16 code units, numbers as ECMAScript writes them, no white space.
 * Takes only what JSON can say: plain objects, arrays without holes, well-formed strings, finite numbers, booleans, null.
 * @throws NotCanonical for anything else, with the JSON pointer of the place
 */
export function canonicalJson(value: unknown): string {
  return new Writer(anyJson).write(value);
}

/** As {@link canonicalJson}, with only safe integers and without null: what a leaf may hold. */
export function canonicalLeafJson(value: unknown): string {
  return new Writer({ integersOnly: true, nullAllowed: false }).write(value);
}

class Writer {
  private readonly path: (string | number)[] = [];

  constructor(private readonly rules: ScalarRules) {}

  write(value: unknown): string {
    switch (typeof value) {
      case 'string':
        return this.text(value);
      case 'number':
        return this.number(value);
      case 'boolean':
        return value ? 'true' : 'false';
      case 'object':
        return this.composite(value);
      default:
        return this.refuse(`a ${typeof value}`);
    }
  }

  private composite(value: object | null): string {
    if (value === null) return this.rules.nullAllowed ? 'null' : this.refuse('null');
    if (this.path.length >= depthMax) this.refuse(`deeper than ${depthMax} levels, or in a circle`);
    if (Array.isArray(value)) return this.array(value);
    if (!isPlain(value)) return this.refuse('an instance of a class');
    return this.object(value as Readonly<Record<string, unknown>>);
  }

  private array(values: readonly unknown[]): string {
    let json = '[';
    for (let i = 0; i < values.length; i++) {
      if (!(i in values)) this.refuse('an array with holes');
      if (i > 0) json += ',';
      json += this.at(i, values[i]);
    }
    return json + ']';
  }

  private object(members: Readonly<Record<string, unknown>>): string {
    if (Object.getOwnPropertySymbols(members).length > 0) this.refuse('an object with symbols as keys');
    let json = '';
    for (const key of inOrder(Object.keys(members))) {
      if (json !== '') json += ',';
      json += this.name(key) + this.at(key, members[key]);
    }
    return `{${json}}`;
  }

  private at(step: string | number, value: unknown): string {
    this.path.push(step);
    const json = this.write(value);
    this.path.pop();
    return json;
  }

  private name(key: string): string {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = `${this.text(key)}:`;
    if (names.size < namesMax) names.set(key, name);
    return name;
  }

  /** JSON.stringify escapes well-formed text exactly as RFC 8785 section 3.2.2.2 asks; most text needs no escape. */
  private text(text: string): string {
    if (unescaped.test(text)) return `"${text}"`;
    if (!text.isWellFormed()) this.refuse('text with a lone surrogate');
    return JSON.stringify(text);
  }

  private number(value: number): string {
    if (!Number.isFinite(value)) this.refuse(String(value));
    if (this.rules.integersOnly && !Number.isSafeInteger(value)) this.refuse(`${value}, not a safe integer`);
    return Object.is(value, -0) ? '0' : String(value);
  }

  private refuse(what: string): never {
    throw new NotCanonical(what, this.path);
  }
}

/** Printable ASCII without quote and backslash: written as it is. */
const unescaped = /^[ !#-[\]-~]*$/;

/** Names of members as they are written, with the colon: the same few stand in every leaf. */
const names = new Map<string, string>();
const namesMax = 4096;

const sortedByHandMax = 32;

/** By UTF-16 code units, as `<` and `sort` compare. Most objects are small, or nearly in order already: `sort` costs more. */
function inOrder(keys: string[]): string[] {
  if (keys.length > sortedByHandMax) return keys.sort();
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] as string;
    let to = at;
    for (; to > 0 && (keys[to - 1] as string) > key; to--) keys[to] = keys[to - 1] as string;
    keys[to] = key;
  }
  return keys;
}

/** True of `{}` and `Object.create(null)` of any realm, false of every other object. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.hasOwn(prototype as object, 'isPrototypeOf');
}
