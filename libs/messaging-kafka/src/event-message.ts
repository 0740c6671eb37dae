import type { GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { decodeLeaf, leafHashOf, NotALeaf } from '@threekeys/integrity';
import type { LeafContent } from '@threekeys/integrity';
import type { IHeaders, Message } from 'kafkajs';

/** A message as it comes: bytes, nothing decoded. */
export interface RawMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: IHeaders | undefined;
}

/**
 * A stored event as a message: the leaf, unchanged, between headers of CloudEvents 1.0 (Kafka protocol binding, binary mode).
 * Its key is the stream, so that a stream keeps its order. What only the leaf says (command, correlation, cause) is read
 * there: each header is written and read again for every event of a city.
 */
export function messageOf(event: RecordedEvent): Message & { value: Buffer } {
  return { key: event.stream, value: event.bytes, headers: headersOf(event) };
}

/** Where the leaf does not fit into a message: the reader fetches it from the log. */
export function referenceTo(event: RecordedEvent): Message {
  return { ...messageOf(event), value: Buffer.alloc(0) };
}

function headersOf(event: RecordedEvent): IHeaders {
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_type: event.type,
    ce_source: '/threekeys/log',
    ce_subject: event.stream,
    ce_time: event.recordedAt,
    ce_revision: String(event.revision),
    ce_leafhash: event.leafHash,
    ce_logposition: event.position,
  };
}

/** Nothing where it cannot be read. */
export function contentIn(bytes: Buffer): LeafContent | undefined {
  try {
    return decodeLeaf(bytes);
  } catch {
    return undefined;
  }
}

/** The stream a message is about, where it says one. */
export function streamOf({ key }: RawMessage): string | undefined {
  const stream = key?.toString('utf8');
  return stream !== undefined && /^[a-z][a-z0-9]*-./.test(stream) ? stream : undefined;
}

/** The event that came: what it is, is said by the leaf, not by the headers. @throws NotALeaf where it is not whole */
export function eventIn(message: RawMessage): RecordedEvent {
  const bytes = message.value ?? Buffer.alloc(0);
  const leafHash = leafHashOf(bytes);
  if (leafHash !== headerOf(message, 'ce_leafhash'))
    throw new NotALeaf('the bytes are not those of the hash');
  const { id, stream, revision, type, recordedAt } = decodeLeaf(bytes);
  if (stream !== streamOf(message)) throw new NotALeaf('the key is not its stream');
  const position = headerOf(message, 'ce_logposition') as GlobalPosition;
  return { bytes, leafHash, id, stream, revision, type, recordedAt, position };
}

function headerOf({ headers }: RawMessage, name: string): string {
  const value = headers?.[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.toString() ?? '';
}
