import type { Message } from '@threekeys/domain';
import { derivedId, encodeLeaf, noHash } from '@threekeys/integrity';
import type { ExpectedHead, Leaf, StreamName } from './event-store';
import type { StreamHead } from './fold';
import type { Origin } from './origin';
import type { Sealer } from './sealer';

/** What the leaves of one command have in common. */
export interface Recording {
  readonly stream: StreamName;
  readonly head: StreamHead | undefined;
  readonly origin: Origin;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly schemaOf: (type: string) => number;
}

/** Where the leaves of a command go: after this head. */
export function expectedOf(head: StreamHead | undefined): ExpectedHead {
  return head ? { revision: head.revision, leafHash: head.leafHash } : 'no-stream';
}

/** Seals decided events and builds their leaves on the head's hash. @throws NotCanonical, and what the sealer throws */
export function leavesOf(decided: readonly Message[], recording: Recording, sealer: Sealer): Leaf[] {
  let prev = recording.head?.leafHash ?? noHash;
  return decided.map((event, index) => {
    const leaf = leafOf(event, index, prev, { recording, sealer });
    prev = leaf.leafHash;
    return leaf;
  });
}

function leafOf(
  event: Message,
  index: number,
  prev: string,
  { recording, sealer }: { recording: Recording; sealer: Sealer },
): Leaf {
  const { stream, head, origin, recordedAt, occurredAt } = recording;
  const id = derivedId(origin.commandId, stream, String(index));
  const revision = (head?.revision ?? -1) + 1 + index;
  const sealed = sealer.seal({
    id,
    stream,
    revision,
    type: event.type,
    schema: recording.schemaOf(event.type),
    recordedAt,
    occurredAt,
    actor: withoutUndefined(origin.by),
    correlationId: origin.correlationId,
    ...(origin.causationId === undefined ? {} : { causationId: origin.causationId }),
    commandId: origin.commandId,
    data: withoutUndefined(event.data),
  });
  return { ...encodeLeaf({ ...sealed, prev }), id, stream, revision, type: event.type, recordedAt, prev };
}

/** Without the members that are undefined, at every level; undefined in an array stays and is refused later. */
function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, withoutUndefined<unknown>(member)])) as T;
}
