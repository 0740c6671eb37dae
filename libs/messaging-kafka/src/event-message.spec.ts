import { MemoryEventStore } from '@threekeys/event-store';
import type { RecordedEvent } from '@threekeys/event-store';
import { NotALeaf } from '@threekeys/integrity';
import { EventWriter } from '@threekeys/messaging/contract';
import type { RawMessage } from './event-message';
import { eventIn, messageOf, referenceTo, streamOf } from './event-message';

async function storedEvent(): Promise<RecordedEvent> {
  const store = new MemoryEventStore();
  await new EventWriter(store).write('case-1', 'Counted', 1, { key: 'k', value: 42 });
  for await (const event of store.readAll()) return event;
  throw new Error('nothing stored');
}

/** As it comes from the wire: bytes everywhere. */
function onTheWire({ key, value, headers }: ReturnType<typeof referenceTo>): RawMessage {
  const asBytes = Object.entries(headers ?? {}).map(([name, each]) => [name, Buffer.from(String(each))]);
  return {
    key: Buffer.from(key ?? ''),
    value: value as Buffer,
    headers: Object.fromEntries(asBytes) as Record<string, Buffer>,
  };
}

describe('an event as a message', () => {
  it('comes back as it was stored, byte for byte', async () => {
    const event = await storedEvent();
    expect(eventIn(onTheWire(messageOf(event)))).toEqual(event);
  });

  it('is a CloudEvent in binary mode, whose key is the stream', async () => {
    const event = await storedEvent();
    const { key, value, headers } = messageOf(event);
    expect(key).toBe('case-1');
    expect(value).toBe(event.bytes);
    expect(headers).toEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: 'Counted',
      ce_source: '/threekeys/log',
      ce_subject: 'case-1',
      ce_time: event.recordedAt,
      ce_revision: '0',
      ce_leafhash: event.leafHash,
      ce_logposition: event.position,
    });
  });

  it('is refused where its bytes are not whole, or its key is of another stream', async () => {
    const message = onTheWire(messageOf(await storedEvent()));
    const cut = { ...message, value: message.value!.subarray(1) };
    for (const wrong of [cut, { ...message, key: Buffer.from('case-2') }, { ...message, headers: {} }]) {
      expect(() => eventIn(wrong)).toThrow(NotALeaf);
    }
  });

  it('without its leaf still says which stream to read', async () => {
    const message = onTheWire(referenceTo(await storedEvent()));
    expect(() => eventIn(message)).toThrow(NotALeaf);
    expect(streamOf(message)).toBe('case-1');
    expect(streamOf({ ...message, key: null })).toBeUndefined();
    expect(streamOf({ ...message, key: Buffer.from('not a stream') })).toBeUndefined();
  });
});
