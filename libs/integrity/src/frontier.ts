import { hash } from 'node:crypto';

/** A frontier as it is stored: the roots of its full subtrees in hex, the largest first. */
export interface FrontierState {
  readonly size: number;
  readonly peaks: readonly string[];
}

/**
 * The right edge of an RFC 6962 Merkle tree (a compact range): enough to append leaf hashes and to say the root,
 * without the leaves. One peak for each bit of the size.
 */
export class Frontier {
  private count = 0;
  private readonly peaks: Buffer[] = [];

  /** How many leaf hashes have been appended. */
  get size(): number {
    return this.count;
  }

  /**
   * Appends a leaf hash (hex), in amortised constant time.
   * @throws RangeError for text that is not 64 hex digits
   */
  append(leafHash: string): void {
    let node = bytesOf(leafHash);
    for (let carry = this.count; carry % 2 === 1; carry = Math.floor(carry / 2)) {
      node = nodeHash(this.peaks.pop() as Buffer, node);
    }
    this.peaks.push(node);
    this.count += 1;
  }

  /** Hex root over everything appended (RFC 6962, section 2.1); of nothing, SHA-256 of the empty string. */
  root(): string {
    const root = this.peaks.reduceRight<Buffer | undefined>(
      (right, left) => (right === undefined ? left : nodeHash(left, right)),
      undefined,
    );
    return root === undefined ? hash('sha256', '', 'hex') : root.toString('hex');
  }

  /** One that goes its own way from here. */
  copy(): Frontier {
    const copy = new Frontier();
    copy.count = this.count;
    copy.peaks.push(...this.peaks);
    return copy;
  }

  toJSON(): FrontierState {
    return { size: this.count, peaks: this.peaks.map((peak) => peak.toString('hex')) };
  }

  /** @throws RangeError for a state that no frontier has */
  static from(state: FrontierState): Frontier {
    if (!Number.isSafeInteger(state.size) || state.size < 0) throw new RangeError(`no size: ${state.size}`);
    if (state.peaks.length !== bitsOf(state.size)) {
      throw new RangeError(`${state.peaks.length} peaks do not make a tree of ${state.size}`);
    }
    const frontier = new Frontier();
    frontier.count = state.size;
    frontier.peaks.push(...state.peaks.map(bytesOf));
    return frontier;
  }
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  const node = Buffer.allocUnsafe(65);
  node[0] = 1;
  left.copy(node, 1);
  right.copy(node, 33);
  return hash('sha256', node, 'buffer');
}

function bytesOf(hex: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError(`not a SHA-256 in hex: ${hex}`);
  return Buffer.from(hex, 'hex');
}

function bitsOf(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
