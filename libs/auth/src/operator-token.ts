import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the operator's file holds. 256 random bits. */
export const newOperatorToken = (): string => randomBytes(32).toString('base64url');

const lengthMin = 32;
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time. An empty or cut file opens nothing. */
export function isOperatorToken(given: string, token: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(token)) && token.length >= lengthMin;
}
