import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What the operator's file holds. 256 random bits. */
export const newOperatorToken = (): string => randomBytes(32).toString('base64url');

/** In constant time. */
export function isOperatorToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
