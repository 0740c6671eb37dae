import { caseEvents } from '@threekeys/domain';
import type { SealedAt } from '@threekeys/domain';
import { withOrigins } from '@threekeys/domain';
import type { PlainEvent, SealedEvent } from '@threekeys/event-store';
import fc from 'fast-check';
import {
  commitmentOf,
  FieldSealer,
  KeyRing,
  MemoryKeyStore,
  Opener,
  openText,
  plansOf,
  sealText,
  SealedAlready,
} from '.';
import { NobodysField } from './person';
import { findCanaries } from './privacy.contract';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function joined(n: number, words = 'the light is broken', name = 'Wang Guiying'): PlainEvent {
  return {
    id: id(n),
    stream: `case-${id(0)}`,
    revision: n,
    type: 'RequesterJoined',
    schema: 1,
    recordedAt: '2026-03-01T08:00:00.000Z',
    occurredAt: '2026-03-01T08:00:00.000Z',
    actor: { id: 'clerk', role: 'intake-clerk' },
    correlationId: id(1),
    commandId: id(2),
    data: {
      requester: {
        requesterId: id(7),
        relation: 'self',
        confidential: false,
        trackingCode: '7F3K-Q2ZD-X',
        subject: { subjectId: id(8), name, phone: '19912345678' },
      },
      words,
      channel: 'phone',
    },
  };
}

function setting() {
  const keys = new MemoryKeyStore();
  const ring = new KeyRing(keys);
  return { keys, ring, sealer: new FieldSealer(ring, plansOf(caseEvents)), opener: new Opener(keys) };
}

const valuesOf = (event: SealedEvent) => {
  const data = withOrigins(event.id, event.data) as {
    words: SealedAt;
    requester: { trackingCode: SealedAt; subject: { name: SealedAt } };
  };
  return { words: data.words, name: data.requester.subject.name, code: data.requester.trackingCode };
};

describe('a sealed event', () => {
  it('holds no personal text, and opens to what was said', async () => {
    const { sealer, opener } = setting();
    const [sealed] = await sealer.seal([joined(1)], new Set());
    if (!sealed) throw new Error('nothing sealed');
    const bytes = Buffer.from(JSON.stringify(sealed));
    expect(
      findCanaries(bytes, ['Wang Guiying', 'the light is broken', '19912345678', '7F3K-Q2ZD-X']),
    ).toEqual([]);
    const { words, name, code } = valuesOf(sealed);
    expect([await opener.open(words), await opener.open(name), await opener.open(code)]).toEqual([
      'the light is broken',
      'Wang Guiying',
      '7F3K-Q2ZD-X',
    ]);
  });

  it('uses one key per person of the stream: the requester, and the subject', async () => {
    const { sealer } = setting();
    const [sealed] = await sealer.seal([joined(1)], new Set());
    if (!sealed) throw new Error('nothing sealed');
    const { words, name, code } = valuesOf(sealed);
    expect(words.$pii.kid).toBe(code.$pii.kid);
    expect(name.$pii.kid).not.toBe(words.$pii.kid);
  });

  it('commits to each key once in a stream: the first event that uses it', async () => {
    const { sealer, keys } = setting();
    const [first, second] = await sealer.seal([joined(1), joined(2)], new Set());
    expect(first?.keys).toHaveLength(2);
    expect(second?.keys).toBeUndefined();
    for (const { kid, commitment } of first?.keys ?? []) {
      const key = await keys.byKid(kid);
      expect(key && commitmentOf(key)).toBe(commitment);
    }
    const introduced = new Set(first?.keys?.map(({ kid }) => kid));
    const [third] = await sealer.seal([joined(3)], introduced);
    expect(third?.keys).toBeUndefined();
  });

  it('opens nowhere else: not under another event, pointer, or key', async () => {
    const { sealer, opener } = setting();
    const [sealed] = await sealer.seal([joined(1)], new Set());
    if (!sealed) throw new Error('nothing sealed');
    const { words, name } = valuesOf(sealed);
    await expect(opener.open({ ...words, $at: `${id(9)}#/words` })).rejects.toThrow();
    await expect(opener.open({ ...words, $at: name.$at })).rejects.toThrow();
    await expect(opener.open({ ...words, $pii: { ...words.$pii, kid: name.$pii.kid } })).rejects.toThrow();
  });

  it('says nothing of the length of a name', () => {
    const key = { kid: 'k', key: Buffer.alloc(32, 1) };
    const place = { eventId: id(1), pointer: '/name' };
    const length = (name: string) => sealText(name, key, place).$pii.ct.length;
    expect(length('王英')).toBe(length('欧阳春梅花'));
  });

  it('opens to any text that was sealed', () => {
    const key = { kid: 'k', key: Buffer.alloc(32, 7) };
    const place = { eventId: id(1), pointer: '/words' };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(openText(sealText(text, key, place), key, place)).toBe(text);
      }),
    );
  });

  it('is refused where it was sealed before, or belongs to nobody', async () => {
    const { sealer } = setting();
    const [sealed] = await sealer.seal([joined(1)], new Set());
    if (!sealed) throw new Error('nothing sealed');
    await expect(sealer.seal([{ ...joined(2), data: sealed.data }], new Set())).rejects.toThrow(
      SealedAlready,
    );
    const nobody = { ...joined(2), data: { ...joined(2).data, requester: { relation: 'self' } } };
    await expect(sealer.seal([nobody], new Set())).rejects.toThrow(NobodysField);
  });
});

describe('a person of a stream', () => {
  it('has one key, whoever asks at the same time, and after it is written down', async () => {
    const { ring, keys } = setting();
    const [one, two] = await Promise.all([ring.of('case-1', 'p'), ring.of('case-1', 'p')]);
    expect(one).toEqual(two);
    await ring.flush();
    expect(await keys.byPerson('case-1', 'p')).toEqual(one);
    expect(await new KeyRing(keys).of('case-1', 'p')).toEqual(one);
  });

  it('has another key in another stream', async () => {
    const { ring } = setting();
    expect(await ring.of('case-1', 'p')).not.toEqual(await ring.of('case-2', 'p'));
  });
});
