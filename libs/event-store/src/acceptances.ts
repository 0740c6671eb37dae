import type { StoredLeaf } from './leaf-check';
import { membersOf } from './leaf-check';

// What an operator has accepted and `verify` tells for ever: read from leaves that nobody has trusted yet.

/** What the witness had seen beyond `logSize`, up to `anchorSize`, is given up. `anchorSize` 0: the witness was gone. */
export interface GivenUp {
  readonly anchorSize: number;
  readonly anchorRoot: string;
  readonly logSize: number;
  readonly recordedAt: string;
}

/** A clock that stood behind what the log and its witness had seen, after so many events. */
export interface AcceptedClock {
  readonly logSize: number;
  /** What it said. */
  readonly clock: string;
  /** How late it was by log and witness. */
  readonly newest: string;
}

export interface Acceptance {
  readonly loss?: GivenUp;
  readonly clock?: AcceptedClock;
}

/**
 * @param position of the leaf in the log, from 1: a clock is accepted as the first event after what stood there
 * @returns empty where it says nothing of the kind
 */
export function acceptanceIn(leaf: StoredLeaf, position: number): Acceptance {
  if (leaf.stream !== 'installation-main') return {};
  const data = dataIn(leaf);
  if (leaf.type === 'LossAccepted') return lossIn(data, leaf.recordedAt);
  return leaf.type === 'ClockAccepted' ? clockIn(data, position) : {};
}

type Data = Readonly<Record<string, unknown>>;

function lossIn({ anchorSize, anchorRoot, logSize }: Data, recordedAt: string): Acceptance {
  if (typeof anchorSize !== 'number' || typeof anchorRoot !== 'string' || typeof logSize !== 'number')
    return {};
  return { loss: { anchorSize, anchorRoot, logSize, recordedAt } };
}

function clockIn({ logSize, clock, newest }: Data, position: number): Acceptance {
  if (logSize !== position - 1 || typeof clock !== 'string' || typeof newest !== 'string') return {};
  return { clock: { logSize, clock, newest } };
}

function dataIn({ bytes }: StoredLeaf): Data {
  const data = membersOf(bytes)?.['data'];
  return typeof data === 'object' && data !== null ? (data as Data) : {};
}
