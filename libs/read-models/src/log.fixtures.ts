import { EventStoreError } from '@threekeys/event-store';
import type { EventStore, GlobalPosition, Leaf } from '@threekeys/event-store';
import { derivedId, encodeLeaf, noHash } from '@threekeys/integrity';

export interface ToRecord {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly schema?: number;
}

const start = Date.parse('2026-01-01T00:00:00.000Z');

/** Appends events to a store as stored leaves, without a decider: also what no decider would write. */
export class LogWriter {
  private recorded = 0;

  constructor(private readonly store: EventStore) {}

  async append(stream: string, ...events: readonly ToRecord[]): Promise<GlobalPosition> {
    const head = await this.headOf(stream);
    let prev = head?.leafHash ?? noHash;
    const leaves: Leaf[] = events.map(({ type, data, schema = 1 }, index) => {
      const revision = (head?.revision ?? -1) + 1 + index;
      const id = derivedId(stream, String(revision));
      const recordedAt = new Date(start + 60_000 * (this.recorded += 1)).toISOString();
      const { bytes, leafHash } = encodeLeaf({
        id,
        stream,
        revision,
        type,
        schema,
        recordedAt,
        occurredAt: recordedAt,
        actor: { id: 'ann', role: 'intake-clerk' },
        correlationId: id,
        commandId: id,
        data,
        prev,
      });
      const leaf: Leaf = { bytes, leafHash, id, stream, revision, type, recordedAt, prev };
      prev = leafHash;
      return leaf;
    });
    return (await this.store.append(stream, head ?? 'no-stream', leaves)).position;
  }

  private async headOf(stream: string): Promise<{ revision: number; leafHash: string } | undefined> {
    try {
      for await (const { revision, leafHash } of this.store.readStream(stream, {
        direction: 'backwards',
        max: 1,
      }))
        return { revision, leafHash };
    } catch (error) {
      if (!(error instanceof EventStoreError) || error.code !== 'StreamNotFound') throw error;
    }
    return undefined;
  }
}
