import { setImmediate as turn } from 'node:timers/promises';
import type { ChainEnd } from './access-chain';
import { emptyChain, lineAfter } from './access-chain';
import type { AccessLog } from './access-log';
import { accessIn } from './access-text';

/**
 * So many lines a month of the access log had, in their order, with the hash of their chain. It is made from the records
 * alone, so it is the same on every engine, and stays what it is where an installation moves.
 */
export interface AccessesSeen {
  readonly month: string;
  readonly lines: number;
  readonly hash: string;
}

/** A month that no longer begins with what was seen of it. */
export interface AccessesContradicted extends AccessesSeen {
  /** How many lines are there. */
  readonly there: number;
}

const linesPerTurn = 500;

/**
 * What there is of a month now. Nothing is sworn to from a line on that is not as it is written.
 * @param before lines from the first on that is not older than this instant are left out: another process may still be
 *   writing one that has its place before them
 * @returns undefined where there is nothing
 */
export async function accessesSeen(
  log: AccessLog,
  month: string,
  before = '~',
): Promise<AccessesSeen | undefined> {
  let last: ChainEnd = emptyChain;
  for await (const { end, text } of chainOf(log, month)) {
    const access = accessIn(text);
    if (access === undefined || access.at >= before) break;
    last = end;
  }
  return last.number === 0 ? undefined : { month, lines: last.number, hash: last.hash };
}

/** Holds the access log against everything that was seen of it. A month that is gone has no lines. */
export async function checkAccesses(
  log: AccessLog,
  seen: readonly AccessesSeen[],
): Promise<readonly AccessesContradicted[]> {
  const contradicted: AccessesContradicted[] = [];
  for (const month of [...new Set(seen.map((each) => each.month))].sort()) {
    const hashes = new Map<number, string>();
    const lines = new Set(seen.filter((each) => each.month === month).map((each) => each.lines));
    let there = 0;
    for await (const { end } of chainOf(log, month)) {
      there = end.number;
      if (lines.has(there)) hashes.set(there, end.hash);
    }
    const wrong = seen.find((each) => each.month === month && hashes.get(each.lines) !== each.hash);
    if (wrong) contradicted.push({ ...wrong, there });
  }
  return contradicted;
}

/** The chain over the records of a month as they are stored, computed anew. */
async function* chainOf(log: AccessLog, month: string): AsyncIterable<{ end: ChainEnd; text: string }> {
  let end: ChainEnd = emptyChain;
  for await (const text of log.texts(month)) {
    end = lineAfter(end, text);
    yield { end, text };
    if (end.number % linesPerTurn === 0) await turn();
  }
}
