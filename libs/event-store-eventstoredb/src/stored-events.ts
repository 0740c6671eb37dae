import type { Filter, Leaf, RecordedEvent, StreamName } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { leafHashOf } from '@threekeys/integrity';
import type { EsdbEvent, EsdbFilter, EsdbPosition, EsdbRecord, EsdbResolved } from './esdb-client';
import type { Positions } from './positions';

/** An event with the pair that the server knows it by. */
export interface Placed {
  readonly event: RecordedEvent;
  readonly at: EsdbPosition;
}

const category = '[a-z][a-z0-9]{0,39}';
const ofThePort = new RegExp(`^${category}-`);
/** What a server before 22.6 gives in place of the position of an event of a stream. */
const noPosition = 0xffffffffffffffffn;

/**
 * How leaves lie in EventStoreDB: the data of a binary event is the leaf, its type is the leaf's; what the store has to know
 * without parsing leaves is metadata. Its id is made of the leaf's hash: the server compares ids only, and so takes for a
 * repeat what are the same bytes, and nothing else. Streams may carry a prefix, so that several logs can share a server.
 */
export class StoredEvents {
  constructor(
    private readonly prefix: string,
    private readonly positions: Positions,
  ) {}

  nameOf(stream: StreamName): string {
    return this.prefix + stream;
  }

  toStore({ id, leafHash, type, bytes, recordedAt }: Leaf): EsdbEvent {
    return { id: uuidOf(leafHash), type, data: bytes, metadata: { id, recordedAt } };
  }

  /** Of those that are of this log. @throws EventStoreError at the one that should be and is not */
  *allPlaced(page: readonly EsdbResolved[]): Iterable<Placed> {
    for (const { event } of page) {
      const placed = event && this.placed(event);
      if (placed) yield placed;
    }
  }

  /** Undefined: an event of the system, or of another log. @throws EventStoreError where it should be ours and is not */
  placed(record: EsdbRecord): Placed | undefined {
    const stream = this.streamOf(record.streamId);
    if (stream === undefined) return undefined;
    const { type, data, metadata, position } = record;
    if (!(data instanceof Uint8Array) || !isOurs(metadata)) throw foreign(stream, record.revision);
    if (!isPosition(position)) throw tooOld();
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const event = {
      bytes,
      leafHash: leafHashOf(bytes),
      id: metadata.id,
      stream,
      revision: Number(record.revision),
      type,
      recordedAt: metadata.recordedAt,
      position: this.positions.of(position),
    };
    return { event, at: position };
  }

  /** What the server is asked to leave out. It can look at names or at types, and the rest is left out here. */
  filterOf({ categories, types }: Filter): EsdbFilter {
    if (categories?.length)
      return { on: 'streamName', regex: `^${escaped(this.prefix)}(${alternatives(categories)})-` };
    if (types?.length) return { on: 'eventType', regex: `^(${alternatives(types)})$` };
    return { on: 'streamName', regex: `^${escaped(this.prefix)}${category}-` };
  }

  private streamOf(name: string): StreamName | undefined {
    if (!name.startsWith(this.prefix)) return undefined;
    const stream = name.slice(this.prefix.length);
    return ofThePort.test(stream) ? stream : undefined;
  }
}

/** Whether the server has said one. */
export function isPosition(position: EsdbPosition | undefined): position is EsdbPosition {
  return position !== undefined && position.commit !== noPosition;
}

/** A UUID (version 8) of what the hash begins with. */
function uuidOf(leafHash: string): string {
  const [a, b, c] = [leafHash.slice(0, 8), leafHash.slice(8, 12), leafHash.slice(13, 16)];
  return `${a}-${b}-8${c}-8${leafHash.slice(17, 20)}-${leafHash.slice(20, 32)}`;
}

function isOurs(metadata: unknown): metadata is { readonly id: string; readonly recordedAt: string } {
  return typeof metadata === 'object' && metadata !== null && 'recordedAt' in metadata && 'id' in metadata;
}

function alternatives(texts: readonly string[]): string {
  return texts.map(escaped).join('|');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function foreign(stream: StreamName, revision: bigint): EventStoreError {
  const message = `revision ${revision} of ${stream} was written by something else: it is not a leaf`;
  return new EventStoreError('StoreUnavailable', message, { stream });
}

function tooOld(): EventStoreError {
  const message = 'this EventStoreDB gives no positions with the events of a stream; it takes 22.6 or newer';
  return new EventStoreError('StoreUnavailable', message);
}
