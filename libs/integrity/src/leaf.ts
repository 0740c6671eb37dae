import { hash } from 'node:crypto';
import { canonicalLeafJson } from './canonical-json';

/** What a leaf says: the stored form of one event (ADR: leaf). Absent keys are left out, never null. */
export interface LeafContent {
  readonly id: string;
  readonly stream: string;
  /** 0-based, contiguous within the stream. */
  readonly revision: number;
  readonly type: string;
  readonly schema: number;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actor: Readonly<Record<string, string>>;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly commandId: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Keys of personal data first used by this event: `commitment` = hex SHA-256("kc/v1|" ‖ kid ‖ key). */
  readonly keys?: readonly { readonly kid: string; readonly commitment: string }[];
  /** Hex leaf hash of the stream's previous event; 64 zeros for the first. */
  readonly prev: string;
}

/** What a stream's first leaf has as `prev`. */
export const noHash = '0'.repeat(64);

/** Bytes that are no leaf: not JSON, or without an event's members. */
export class NotALeaf extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`not a leaf: ${what}`, options);
    this.name = 'NotALeaf';
  }
}

/**
 * The bytes of a leaf, and their hash. Numbers are safe integers, nothing is null or undefined.
 * @throws NotCanonical where the content says something else
 */
export function encodeLeaf(content: LeafContent): { bytes: Buffer; leafHash: string } {
  const json = canonicalLeafJson(content);
  const prefixed = Buffer.allocUnsafe(1 + Buffer.byteLength(json));
  prefixed[0] = 0;
  prefixed.write(json, 1, 'utf8');
  return { bytes: prefixed.subarray(1), leafHash: hash('sha256', prefixed, 'hex') };
}

/** For the bytes being hashed: a buffer for each leaf costs the garbage collector more than the hash itself. */
const scratch = Buffer.alloc(64 * 1024);

/** Hex SHA-256(0x00 ‖ bytes): the leaf hash of RFC 6962, section 2.1. */
export function leafHashOf(bytes: Uint8Array): string {
  const length = 1 + bytes.length;
  const prefixed = length <= scratch.length ? scratch.subarray(0, length) : Buffer.allocUnsafe(length);
  prefixed[0] = 0;
  prefixed.set(bytes, 1);
  return hash('sha256', prefixed, 'hex');
}

/**
 * What stored bytes say. Whether they are unaltered is the hash's business ({@link leafHashOf}), not this function's.
 * @throws NotALeaf
 */
export function decodeLeaf(bytes: Buffer): LeafContent {
  return leafIn(bytes.toString('utf8'));
}

/** The same of bytes that were read as text. @throws NotALeaf */
export function leafIn(json: string): LeafContent {
  const content = parsed(json) as { -readonly [K in keyof LeafContent]?: LeafContent[K] } | null;
  if (typeof content?.id !== 'string' || typeof content.type !== 'string' || !isObject(content.data)) {
    throw new NotALeaf('id, type or data is missing');
  }
  content.type = shared(content.type);
  return content as LeafContent;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new NotALeaf('the bytes are not JSON', { cause: error });
  }
}

const types = new Map<string, string>();
const typesMax = 1000;

/** One string for all events of a type, a name of a property: what tables have for it is found faster than by one just parsed. */
function shared(type: string): string {
  const known = types.get(type);
  if (known !== undefined || types.size >= typesMax) return known ?? type;
  const [name = type] = Object.keys({ [type]: true });
  types.set(type, name);
  return name;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
