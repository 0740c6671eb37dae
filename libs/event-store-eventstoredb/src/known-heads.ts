import type { ExpectedHead, StreamName } from '@threekeys/event-store';

const streamsMax = 10_000;

interface Known {
  readonly revision: number;
  readonly leafHash: string;
}

/** The last event that was seen of the streams used last. What stands at a revision never changes. */
export class KnownHeads {
  private readonly heads = new Map<StreamName, Known>();

  see(stream: StreamName, { revision, leafHash }: Known): void {
    const known = this.heads.get(stream);
    if (known && known.revision > revision) return;
    this.heads.delete(stream);
    this.heads.set(stream, { revision, leafHash });
    if (this.heads.size <= streamsMax) return;
    const [oldest] = this.heads.keys();
    if (oldest !== undefined) this.heads.delete(oldest);
  }

  /** The stream is not there, and nobody has deleted it. */
  seeNone(stream: StreamName): void {
    this.see(stream, { revision: -1, leafHash: '' });
  }

  has(stream: StreamName, head: ExpectedHead): boolean {
    const known = this.heads.get(stream);
    if (head === 'no-stream') return known?.revision === -1;
    return known?.revision === head.revision && known.leafHash === head.leafHash;
  }

  /** After a break the server may be another, or the same one with an older log. */
  forget(): void {
    this.heads.clear();
  }
}
