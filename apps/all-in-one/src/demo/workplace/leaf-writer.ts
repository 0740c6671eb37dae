import type { EventStore, Leaf } from '@threekeys/event-store';
import { decodeLeaf, leafHashOf } from '@threekeys/integrity';
import type { SimulatedClock } from '../simulated-clock';

/** Leaves in the order of the log: what they are, they say themselves. All of it can be sent from one thread to another. */
export interface LeafBatch {
  /** JSON, a line each: canonical JSON has no line break in it. */
  readonly lines: Uint8Array;
  /** What the clock says. */
  readonly now: string;
}

/** Who stores what was recorded. Batches come one after the other and are stored in that order. */
export interface LeafWriter {
  /** Resolves when the batch is committed. @throws EventStoreError */
  write(batch: LeafBatch): Promise<void>;
  close(): Promise<void>;
}

const lineBreak = 0x0a;

/** The lines of some leaves. */
export function linesOf(leaves: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = leaves.reduce((sum, { length }) => sum + length + 1, 0);
  const lines = new Uint8Array(bytes);
  let at = 0;
  for (const leaf of leaves) {
    lines.set(leaf, at);
    at += leaf.length + 1;
    lines[at - 1] = lineBreak;
  }
  return lines;
}

/** Writes a store, with every check of an append. */
export class StoreWriter implements LeafWriter {
  constructor(
    private readonly store: EventStore,
    private readonly clock: SimulatedClock,
  ) {}

  async write({ lines, now }: LeafBatch): Promise<void> {
    this.clock.set(now);
    await Promise.all(Array.from(leavesIn(lines), (leaf) => this.append(leaf)));
  }

  /** What is appended at once is committed together. */
  private append(leaf: Leaf): Promise<unknown> {
    const { stream, revision, prev } = leaf;
    const expected = revision === 0 ? 'no-stream' : { revision: revision - 1, leafHash: prev };
    return this.store.append(stream, expected, [leaf]);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

function* leavesIn(lines: Uint8Array): Iterable<Leaf> {
  const all = Buffer.from(lines.buffer, lines.byteOffset, lines.length);
  for (let from = 0; from < all.length;) {
    const to = all.indexOf(lineBreak, from);
    yield leafOf(all.subarray(from, to));
    from = to + 1;
  }
}

function leafOf(bytes: Buffer): Leaf {
  const { id, stream, revision, type, recordedAt, prev } = decodeLeaf(bytes);
  return { bytes, leafHash: leafHashOf(bytes), id, stream, revision, type, recordedAt, prev };
}
