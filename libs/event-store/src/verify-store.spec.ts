import { encodeLeaf, noHash } from '@threekeys/integrity';
import type { RecordedEvent } from './event-store';
import { MemoryEventStore } from './memory-event-store';
import { verifyStore } from './verify-store';

const at = (second: number) => `2026-01-01T00:00:0${String(second)}.000Z`;

async function written(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  const heads = new Map<string, { revision: number; leafHash: string }>();
  for (const [index, stream] of ['case-a', 'case-b', 'case-a', 'case-a'].entries()) {
    const head = heads.get(stream);
    const id = `0000000${String(index)}-0000-5000-8000-000000000000`;
    const common = {
      id,
      stream,
      revision: (head?.revision ?? -1) + 1,
      type: 'Counted',
      recordedAt: at(index),
    };
    const { bytes, leafHash } = encodeLeaf({
      ...{ ...common, schema: 1, occurredAt: at(0), actor: { id: 'ann', role: 'service' } },
      ...{ correlationId: id, commandId: id, data: { index }, prev: head?.leafHash ?? noHash },
    });
    await store.append(stream, head ?? 'no-stream', [
      { ...common, bytes, leafHash, prev: head?.leafHash ?? noHash },
    ]);
    heads.set(stream, { revision: common.revision, leafHash });
  }
  return store;
}

/** The same store, whose reader finds something else. */
async function reading(altered: (events: RecordedEvent[]) => RecordedEvent[]) {
  const store = await written();
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  const now = altered(events);
  store.readAll = async function* () {
    yield* await Promise.resolve(now);
  };
  return (await verifyStore(store)).problems.map(
    ({ stream, revision, what }) => `${stream}@${String(revision)} ${what}`,
  );
}

describe('every leaf of a store', () => {
  it('is as it was written, and the root is that of the store', async () => {
    const store = await written();
    const { size, root } = await store.head();
    expect(await verifyStore(store)).toEqual({
      ...{ streams: 2, events: 4, head: { size, root } },
      ...{ losses: [], clocks: [], problems: [] },
    });
  });

  it('shows where one was altered', async () => {
    const altered = (bytes: Buffer) => Buffer.from(bytes.toString('utf8').replace('"index":2', '"index":7'));
    const problems = await reading((events) =>
      events.map((event, index) => (index === 2 ? { ...event, bytes: altered(event.bytes) } : event)),
    );
    expect(problems).toEqual([
      'case-a@1 the bytes do not have the leaf hash of their row',
      'case-a@2 prev is not the leaf hash of the event before it in its stream',
    ]);
  });

  it('shows where one is missing, and where two have changed places', async () => {
    expect(await reading((events) => events.filter((_, index) => index !== 2))).toHaveLength(2);
    expect(await reading(([a, b, c, d]) => [a, b, d, c] as RecordedEvent[])).not.toEqual([]);
  });
});
