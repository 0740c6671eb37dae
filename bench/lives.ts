import type { EventStore, ExpectedHead, Leaf } from '@threekeys/event-store';
import { encodeLeaf, noHash } from '@threekeys/integrity';
import { randomUUID } from 'node:crypto';

/** What a leaf of the product weighs, about. */
const leafBytes = 1300;
const recordedAt = '2026-03-01T08:00:00.000Z';
const emptyBytes = 520;

/** A leaf of the usual size that fits after this head. */
export function leafAfter(stream: string, head: ExpectedHead): Leaf {
  const [revision, prev] = head === 'no-stream' ? [0, noHash] : [head.revision + 1, head.leafHash];
  const [id, type] = [randomUUID(), 'ContactAttempted'];
  const { bytes, leafHash } = encodeLeaf({
    ...{ id, stream, revision, type, schema: 1, recordedAt, occurredAt: recordedAt, prev },
    ...{ actor: { id: 'clerk', role: 'intake-clerk' }, correlationId: id, commandId: id },
    data: { text: 'a'.repeat(leafBytes - emptyBytes) },
  });
  return { bytes, leafHash, id, stream, revision, type, recordedAt, prev };
}

/** A stream as it grows, one leaf after the other. */
export function chainOf(stream: string, length: number, after: ExpectedHead = 'no-stream'): Leaf[] {
  const leaves: Leaf[] = [];
  let head = after;
  for (let time = 0; time < length; time++) {
    const leaf = leafAfter(stream, head);
    leaves.push(leaf);
    head = leaf;
  }
  return leaves;
}

/** As many streams as there are events in ten, one append each: cases have about ten events. */
export async function fill(store: EventStore, events: number, eventsPerCase = 10): Promise<void> {
  const cases = Array.from({ length: Math.ceil(events / eventsPerCase) }, () => `case-${randomUUID()}`);
  const next = cases.values();
  const appendAll = async () => {
    for (const stream of next) await store.append(stream, 'no-stream', chainOf(stream, eventsPerCase));
  };
  await Promise.all(Array.from({ length: 32 }, appendAll));
}

const atOnce = 1000;

/** As {@link fill}, with streams that grow side by side, an event at a time, as the cases of a day do. */
export async function fillMingled(store: EventStore, events: number, eventsPerCase = 10): Promise<void> {
  for (let left = events; left > 0; left -= atOnce * eventsPerCase) {
    const cases = Math.min(atOnce, Math.ceil(left / eventsPerCase));
    const chains = Array.from({ length: cases }, () => chainOf(`case-${randomUUID()}`, eventsPerCase));
    for (let revision = 0; revision < eventsPerCase; revision++) {
      for (const chain of chains) {
        const [leaf, before] = [chain[revision]!, chain[revision - 1]];
        await store.append(leaf.stream, before ?? 'no-stream', [leaf]);
      }
    }
  }
}
