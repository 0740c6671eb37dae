import type { Message } from '@threekeys/domain';
import type { LeafContent } from '@threekeys/integrity';
import { decodeLeaf, derivedId, encodeLeaf, noHash } from '@threekeys/integrity';
import type { ExpectedHead, Leaf, StreamName } from './event-store';
import type { StreamHead } from './stream-head';
import type { Origin } from './origin';
import type { PlainEvent, Sealer } from './sealer';

/** What the leaves of one command have in common. */
export interface Recording {
  readonly stream: StreamName;
  readonly head: StreamHead | undefined;
  readonly origin: Origin;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly schemaOf: (type: string) => number;
  /** Kids whose commitments the stream holds. */
  readonly introduced: ReadonlySet<string>;
}

/** Leaves of a command, and what each of them says: whoever made them need not parse them. */
export interface Built {
  readonly leaves: readonly Leaf[];
  readonly contents: readonly LeafContent[];
}

const said = new WeakMap<Leaf, LeafContent>();

/** What a leaf says: not parsed where it was built here. @throws NotALeaf */
export function saidIn(leaf: Leaf): LeafContent {
  return said.get(leaf) ?? decodeLeaf(leaf.bytes);
}

/** Where the leaves of a command go: after this head. */
export function expectedOf(head: StreamHead | undefined): ExpectedHead {
  return head ? { revision: head.revision, leafHash: head.leafHash } : 'no-stream';
}

/** Seals decided events and builds their leaves on the head's hash. @throws NotCanonical, and what the sealer throws */
export async function leavesOf(
  decided: readonly Message[],
  recording: Recording,
  sealer: Sealer,
): Promise<Built> {
  const plain = decided.map((event, index) => plainOf(event, index, recording));
  let prev = recording.head?.leafHash ?? noHash;
  const leaves: Leaf[] = [];
  const contents: LeafContent[] = [];
  for (const sealed of await sealer.seal(plain, recording.introduced)) {
    const { id, stream, revision, type, recordedAt } = sealed;
    const content = { ...sealed, prev };
    const { bytes, leafHash } = encodeLeaf(content);
    const leaf: Leaf = { bytes, leafHash, id, stream, revision, type, recordedAt, prev };
    said.set(leaf, content);
    leaves.push(leaf);
    contents.push(content);
    prev = leaf.leafHash;
  }
  return { leaves, contents };
}

function plainOf(event: Message, index: number, recording: Recording): PlainEvent {
  const { stream, head, origin, recordedAt, occurredAt } = recording;
  return {
    id: derivedId(origin.commandId, stream, String(index)),
    stream,
    revision: (head?.revision ?? -1) + 1 + index,
    type: event.type,
    schema: recording.schemaOf(event.type),
    recordedAt,
    occurredAt,
    actor: withoutUndefined(origin.by),
    correlationId: origin.correlationId,
    ...(origin.causationId === undefined ? {} : { causationId: origin.causationId }),
    commandId: origin.commandId,
    data: withoutUndefined(event.data),
  };
}

type Members = Record<string, unknown>;

/** Without the members that are undefined, at every level; undefined in an array stays and is refused later. */
function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  // By hand: every event passes here, and a list of entries in between took six times as long.
  const copy: Members = {};
  for (const name of Object.keys(value)) {
    const member = (value as Members)[name];
    if (member !== undefined) copy[name] = withoutUndefined(member);
  }
  return copy as T;
}
