import type { SealedAt } from '@threekeys/domain';
import { createHmac } from 'node:crypto';
import type { Opener } from './opener';

const separator = /[\p{P}\p{S}\p{Z}\p{C}]/u;

/** Every two letters that stand beside each other, after NFKC and lower case; across no punctuation or space. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const bigrams = new Set<string>();
  let before = '';
  for (const letter of text.normalize('NFKC').toLowerCase()) {
    const isLetter = !separator.test(letter);
    if (isLetter && before !== '') bigrams.add(before + letter);
    before = isLetter ? letter : '';
  }
  return bigrams;
}

/** HMAC-SHA256 of a bigram, 8 bytes in base64url: equal words are found, no word can be read back. */
export function tokenOf(bigram: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(bigram).digest().toString('base64url', 0, 8);
}

/** Tokens that a text has to have for a query to be found in it. Fewer than two letters give none. */
export function bigramTokens(text: string, secret: Buffer): readonly string[] {
  return [...bigramsOf(text)].map((bigram) => tokenOf(bigram, secret));
}

/** Makes the tokens of sealed values; most bigrams recur, so their HMACs are remembered. */
export class BigramIndexer {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly opener: Opener,
    private readonly secret: Buffer,
  ) {}

  async tokensFor(values: readonly SealedAt[]): Promise<readonly string[]> {
    const bigrams = new Set<string>();
    for (const value of values) {
      const text = await this.opener.open(value);
      if (text !== undefined) for (const bigram of bigramsOf(text)) bigrams.add(bigram);
    }
    return [...bigrams].map((bigram) => this.token(bigram));
  }

  private token(bigram: string): string {
    const known = this.tokens.get(bigram);
    if (known !== undefined) return known;
    const token = tokenOf(bigram, this.secret);
    if (this.tokens.size < 200_000) this.tokens.set(bigram, token);
    return token;
  }
}
