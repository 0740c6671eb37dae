import type { EventStore, ExpectedHead, Leaf } from '@threekeys/event-store';
import { derivedId, encodeLeaf, noHash } from '@threekeys/integrity';

/** Writes small events straight into a log, stream by stream. */
export class EventWriter {
  private readonly heads = new Map<string, { revision: number; leafHash: string }>();

  constructor(private readonly store: EventStore) {}

  /** @returns the revision */
  async write(
    stream: string,
    type = 'Counted',
    schema = 1,
    data?: Readonly<Record<string, unknown>>,
  ): Promise<number> {
    const head = this.heads.get(stream);
    const leaf = leafOf(
      stream,
      { type, schema, revision: (head?.revision ?? -1) + 1, data },
      head?.leafHash ?? noHash,
    );
    const expected: ExpectedHead = head ?? 'no-stream';
    const { revision, leafHash } = await this.store.append(stream, expected, [leaf]);
    this.heads.set(stream, { revision, leafHash });
    return revision;
  }
}

interface Told {
  readonly type: string;
  readonly schema: number;
  readonly revision: number;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

function leafOf(stream: string, { type, schema, revision, data }: Told, prev: string): Leaf {
  const id = derivedId(stream, String(revision));
  const recordedAt = '2026-03-01T08:00:00.000Z';
  const { bytes, leafHash } = encodeLeaf({
    id,
    stream,
    revision,
    type,
    schema,
    recordedAt,
    occurredAt: recordedAt,
    actor: { id: 'clerk', role: 'intake-clerk' },
    correlationId: id,
    commandId: id,
    data: data ?? { count: revision },
    prev,
  });
  return { bytes, leafHash, id, stream, revision, type, recordedAt, prev };
}
