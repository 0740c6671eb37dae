import { createHash } from 'node:crypto';

/** Where a chain ends: its lines are numbered from 1 without gaps. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: string;
}

/** A line of an access log. Its hash covers the line before: a changed, removed or inserted line shows. */
export interface ChainedLine extends ChainEnd {
  /** JSON, as it was hashed. */
  readonly record: string;
}

export const emptyChain: ChainEnd = { number: 0, hash: '0'.repeat(64) };

/** Hex SHA-256(previous hash | record). */
const hashOf = (previous: string, record: string): string =>
  createHash('sha256').update(`${previous}|${record}`).digest('hex');

export function lineAfter({ number, hash }: ChainEnd, record: string): ChainedLine {
  return { number: number + 1, record, hash: hashOf(hash, record) };
}

/** Whether a line is the very next one of what is before it. */
export function follows(previous: ChainEnd, { number, hash, record }: ChainedLine): boolean {
  return number === previous.number + 1 && hash === hashOf(previous.hash, record);
}
