import type { GlobalPosition, Leaf, RecordedEvent } from '@threekeys/event-store';
import { derivedId, encodeLeaf, noHash } from '@threekeys/integrity';

export interface ToRecord {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const start = Date.parse('2026-01-01T00:00:00.000Z');

/** Leaves of streams that go on with each, a minute between them. */
export class Leaves {
  private made = 0;
  private readonly heads = new Map<string, Leaf>();

  next(stream: string, { type, data }: ToRecord): Leaf {
    const head = this.heads.get(stream);
    const revision = (head?.revision ?? -1) + 1;
    const prev = head?.leafHash ?? noHash;
    const id = derivedId(stream, String(revision));
    const recordedAt = new Date(start + 60_000 * (this.made += 1)).toISOString();
    const place = { id, stream, revision, type, recordedAt, prev };
    const more = { schema: 1, occurredAt: recordedAt, correlationId: id, commandId: id, data };
    const leaf = { ...place, ...encodeLeaf({ ...place, ...more, actor: { id: 'ann', role: 'clerk' } }) };
    this.heads.set(stream, leaf);
    return leaf;
  }

  /** As a store would give it. */
  event(stream: string, what: ToRecord): RecordedEvent {
    const { prev: _, ...leaf } = this.next(stream, what);
    return { ...leaf, position: String(this.made) as GlobalPosition };
  }
}
