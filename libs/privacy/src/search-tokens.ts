import type { SealedAt } from '@threekeys/domain';
import { createHmac } from 'node:crypto';
import type { Opener } from './opener';
import { isTrackingCode, normalisedTrackingCode } from './tracking-code';

const separator = /[\p{P}\p{S}\p{Z}\p{C}]/u;
/** Phones and long numbers. Their pairs of digits would be a hundred tokens in all, from which a number could be pieced together. */
const longNumber = /\d{5,}/g;
/** What people remember of a phone. */
const shortNumber = /(?<!\d)\d{4}(?!\d)/g;
const endOfNumber = 4;
const phone = /^\+?[\d -]{7,24}$/;
const phoneDigitsMin = 7;
/** A tracking code as it is printed. */
const printedCode = /^\w{4}-\w{4}-\w$/;

/** NFKC, lower case; a phone without its spaces and dashes, however it was written. */
function folded(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  if (!phone.test(plain)) return plain;
  const digits = plain.replace(/\D/g, '');
  return digits.length < phoneDigitsMin ? plain : digits;
}

/** Every two letters that stand beside each other; across no punctuation, no space and no long number. */
function pairsIn(text: string): readonly string[] {
  const pairs: string[] = [];
  let before = '';
  for (const letter of text) {
    const isLetter = !separator.test(letter);
    if (isLetter && before !== '') pairs.push(before + letter);
    before = isLetter ? letter : '';
  }
  return pairs;
}

/** A tracking code is found whole or not at all: from its pairs it could be pieced together. */
function codeIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  return printedCode.test(plain) && isTrackingCode(plain) ? normalisedTrackingCode(plain) : undefined;
}

/** What a text can be found by: pairs of letters; numbers of five digits and more whole, and by their last four. */
export function termsOf(text: string): ReadonlySet<string> {
  const code = codeIn(text);
  if (code !== undefined) return new Set([code]);
  const plain = folded(text);
  const long = plain.match(longNumber) ?? [];
  return new Set([
    ...pairsIn(plain.replace(longNumber, ' ')),
    ...(plain.match(shortNumber) ?? []),
    ...long,
    ...long.map((number) => number.slice(-endOfNumber)),
  ]);
}

/** What a text must have to be found: four digits alone may be the end of a longer number, so they are no pairs. */
function termsAskedFor(query: string): ReadonlySet<string> {
  const code = codeIn(query);
  if (code !== undefined) return new Set([code]);
  const plain = folded(query);
  const numbers = [...(plain.match(longNumber) ?? []), ...(plain.match(shortNumber) ?? [])];
  return new Set([...pairsIn(plain.replace(longNumber, ' ').replace(shortNumber, ' ')), ...numbers]);
}

/** HMAC-SHA256 of a term, 8 bytes in base64url: equal words are found, no word can be read back. */
export function tokenOf(term: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(term).digest().toString('base64url', 0, 8);
}

/** Tokens that a row has to have for a query to be found in it. Fewer than two letters give none. */
export function bigramTokens(query: string, secret: Buffer): readonly string[] {
  return [...termsAskedFor(query)].map((term) => tokenOf(term, secret));
}

/** Makes the tokens of sealed values; most terms recur, so their HMACs are remembered. */
export class BigramIndexer {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly opener: Opener,
    private readonly secret: Buffer,
  ) {}

  async tokensFor(values: readonly SealedAt[]): Promise<readonly string[]> {
    const terms = new Set<string>();
    for (const text of await this.opener.openAll(values)) for (const term of termsOf(text)) terms.add(term);
    return [...terms].map((term) => this.token(term));
  }

  private token(term: string): string {
    const known = this.tokens.get(term);
    if (known !== undefined) return known;
    const token = tokenOf(term, this.secret);
    if (this.tokens.size < 200_000) this.tokens.set(term, token);
    return token;
  }
}
