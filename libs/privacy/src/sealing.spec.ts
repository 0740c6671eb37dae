import { caseEvents, mapPersonal, personOf, volunteerEvents } from '@threekeys/domain';
import type { SealedAt } from '@threekeys/domain';
import { withOrigins } from '@threekeys/domain';
import type { PlainEvent, SealedEvent } from '@threekeys/event-store';
import { MemoryEventStore } from '@threekeys/event-store';
import { encodeLeaf, noHash } from '@threekeys/integrity';
import fc from 'fast-check';
import { z } from 'zod';
import {
  checkKeys,
  commitmentOf,
  FieldSealer,
  KeyDamaged,
  KeyRing,
  MemoryKeyStore,
  Opener,
  openText,
  plansOf,
  recoverAssignments,
  sealText,
  SealedAlready,
  SecretDamaged,
  writeAssignments,
} from '.';
import type { DataKey } from '.';
import { NobodysField, personOfField } from './person';
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
        trackingCode: 'ASY5-CXPK-W', // by a secret of zeros
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
      'ASY5-CXPK-W',
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

  it('has the key of its person also where their name and phone are corrected later', async () => {
    const { sealer } = setting();
    const requester = { subject: { subjectId: id(8), name: 'Wang Guiyin', phone: '19912345679' } };
    const data = { amendmentId: id(3), requesterId: id(7), supersedes: id(1), fields: { requester } };
    const amended = { ...joined(2), type: 'ReportAmended', data };
    const [first, second] = await sealer.seal([joined(1), amended], new Set());
    const { kid } = valuesOf(first!).name.$pii;
    const kids = [...JSON.stringify(second?.data).matchAll(/"kid":"([^"]+)"/g)].map(([, each]) => each);
    expect([kids, second?.keys]).toEqual([[kid, kid], undefined]);
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

/** Empty data of a schema, with everything optional there: enough to see whose each field is. */
function skeletonOf(schema: z.ZodType): unknown {
  if (personOf(schema)) return 'words';
  if (schema instanceof z.ZodOptional) return skeletonOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return [skeletonOf(schema.element as z.ZodType)];
  if (schema instanceof z.ZodUnion) return skeletonOf(schema.options[0] as z.ZodType);
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries<z.ZodType>(schema.shape);
    return Object.fromEntries(shape.map(([name, field]) => [name, skeletonOf(field)]));
  }
  return 'id';
}

describe('a personal field', () => {
  const plans = plansOf({ ...caseEvents, ...volunteerEvents });

  it.each([...plans.keys()])('of %s belongs to somebody whom the event names', (type) => {
    const schema = { ...caseEvents, ...volunteerEvents }[type];
    const plan = plans.get(type);
    if (!schema || !plan) throw new Error(`no ${type}`);
    const event = { ...joined(1), type };
    const people: string[] = [];
    mapPersonal(plan, skeletonOf(schema), (value, field) => {
      people.push(personOfField(field, event));
      return value;
    });
    expect(people.length).toBeGreaterThan(0);
  });

  it('of an event that names no requester is under the key of the case itself', async () => {
    const { ring, sealer } = setting();
    const note = { noteId: id(5), at: joined(1).recordedAt, kind: 'note', words: 'crew was there' };
    const [sealed] = await sealer.seal(
      [{ ...joined(1), type: 'ExternalNoteRecorded', data: note }],
      new Set(),
    );
    const { kid } = await ring.of(`case-${id(0)}`, id(0));
    expect(sealed?.keys?.map((each) => each.kid)).toEqual([kid]);
  });
});

async function stored(...events: readonly SealedEvent[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  let head: { revision: number; leafHash: string } | undefined;
  for (const event of events) {
    const { id: eventId, stream, revision, type, recordedAt } = event;
    const prev = head?.leafHash ?? noHash;
    const leaf = { ...encodeLeaf({ ...event, prev }), id: eventId, stream, revision, type, recordedAt, prev };
    head = await store.append(stream, head ?? 'no-stream', [leaf]);
  }
  return store;
}

describe('whose a key is', () => {
  it('is read from the log where a crash came before it was written down', async () => {
    const { keys, sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0)], new Set())));
    expect(await keys.byPerson(`case-${id(0)}`, id(8))).toBeUndefined();
    await recoverAssignments(keys, store, caseEvents);
    const again = new FieldSealer(new KeyRing(keys), plansOf(caseEvents));
    const [before] = await sealer.seal([joined(1)], new Set());
    const [after] = await again.seal([joined(1)], new Set());
    expect(after?.keys).toEqual(before?.keys);
  });

  it('is written down once it was given out, with how far the log is done', async () => {
    const { keys, ring, sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0)], new Set())));
    await writeAssignments(ring, keys, store);
    expect(await keys.byPerson(`case-${id(0)}`, id(8))).toBeDefined();
    expect(await keys.assignedUpTo()).toBe((await store.head()).position);
  });
});

describe('the keys of a log', () => {
  const options = { schemas: caseEvents };
  const kindsWith = async (keys: MemoryKeyStore, store: MemoryEventStore) =>
    (await checkKeys(keys, store, options)).problems.map(({ kind, revision }) => `${kind} at ${revision}`);

  it('are those that it committed to, and open every value in it', async () => {
    const { keys, sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0), joined(1, 'more')], new Set())));
    await keys.secret('search');
    await keys.takeSecret('tracking-codes', Buffer.alloc(32));
    expect(await checkKeys(keys, store, options)).toEqual({
      ...{ keys: 2, values: 8, erased: 0 },
      ...{ problems: [], secrets: [], otherCodes: 0 },
    });
  });

  it('are found out where another one lies under the same id, which opens nothing', async () => {
    const { keys, sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0)], new Set())));
    const { problems } = await checkKeys(
      withByKid((kid) => ({ kid, key: Buffer.alloc(32) })),
      store,
      options,
    );
    expect(problems.filter(({ kind }) => kind === 'other')).toHaveLength(2);
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'unopened', pointer: '/words', eventId: id(0), revision: 0 }),
    );
    expect(await kindsWith(keys, store)).toEqual([]);
  });

  it('are missed where they are neither there nor erased, each once', async () => {
    const { sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0), joined(1)], new Set())));
    expect(await kindsWith(new MemoryKeyStore(), store)).toEqual(['missing at 0', 'missing at 0']);
  });

  it('are destroyed where they are marked as erased: no event says so', async () => {
    const { sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0), joined(1)], new Set())));
    const erased = withByKid(() => undefined, true);
    const { problems, ...counted } = await checkKeys(erased, store, options);
    expect(counted).toMatchObject({ keys: 0, values: 0, erased: 2 });
    expect(problems.map(({ kind, revision }) => `${kind} at ${revision}`)).toEqual([
      'erased at 0',
      'erased at 0',
    ]);
  });

  it('are damaged where the key store says so', async () => {
    const { sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0)], new Set())));
    const damaged = withByKid((kid) => {
      throw new KeyDamaged(kid);
    });
    expect(await kindsWith(damaged, store)).toEqual(['damaged at 0', 'damaged at 0']);
  });

  it('open no value that was moved or altered, which is named', async () => {
    const { keys, sealer } = setting();
    const [sealed] = await sealer.seal([joined(0)], new Set());
    if (!sealed) throw new Error('nothing sealed');
    const data = { ...sealed.data, words: { $pii: { ...valuesOf(sealed).words.$pii, ct: 'AAAA' } } };
    expect((await checkKeys(keys, await stored({ ...sealed, data }), options)).problems).toEqual([
      expect.objectContaining({ kind: 'unopened', pointer: '/words' }),
    ]);
  });
});

describe('the owners of the keys of a log', () => {
  const kindsOf = async (keys: MemoryKeyStore, store: MemoryEventStore) =>
    (await checkKeys(keys, store, { schemas: caseEvents })).problems.map(
      ({ kind, stream, revision }) => `${kind} at ${stream}@${revision}`,
    );
  const stream = `case-${id(0)}`;

  it('are those of the log, and nobody only as long as they were not written down', async () => {
    const { keys, ring, sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0)], new Set())));
    expect(await kindsOf(keys, store)).toEqual([]);
    await keys.markAssigned((await store.end()) ?? '');
    expect(await kindsOf(keys, store)).toEqual([`owner at ${stream}@0`, `owner at ${stream}@0`]);
    await ring.flush();
    expect(await kindsOf(keys, store)).toEqual([]);
  });

  it('are others where somebody has given a key away', async () => {
    const { keys, sealer } = setting();
    const [sealed] = await sealer.seal([joined(0)], new Set());
    if (!sealed) throw new Error('nothing sealed');
    const { kid } = valuesOf(sealed).words.$pii;
    await keys.assign([{ kid, stream: 'case-other', person: 'clerk' }]);
    expect(await kindsOf(keys, await stored(sealed))).toEqual([`owner at ${stream}@0`]);
  });

  it('are not two: a key that is committed to again, or to which nothing has committed, is told', async () => {
    const { keys, sealer } = setting();
    const twice = [await sealer.seal([joined(0)], new Set()), await sealer.seal([joined(1)], new Set())];
    expect(await kindsOf(keys, await stored(...twice.flat()))).toEqual([
      `reused at ${stream}@1`,
      `reused at ${stream}@1`,
    ]);
    const [{ keys: _, ...uncommitted }] = (await sealer.seal([joined(0)], new Set())) as [SealedEvent];
    expect(await kindsOf(keys, await stored(uncommitted))).toEqual([
      `uncommitted at ${stream}@0`,
      `uncommitted at ${stream}@0`,
    ]);
  });
});

describe('the secrets of an installation', () => {
  const checked = async (alter: (keys: MemoryKeyStore) => Promise<unknown>) => {
    const { keys, sealer } = setting();
    const store = await stored(...(await sealer.seal([joined(0)], new Set())));
    await alter(keys);
    const { secrets, otherCodes } = await checkKeys(keys, store, { schemas: caseEvents });
    return { secrets, otherCodes };
  };

  it('are missed where the log has something that was made with them', async () => {
    expect(await checked(() => Promise.resolve())).toEqual({
      secrets: ['search', 'tracking-codes'].map((name) => ({ name, kind: 'missing' })),
      otherCodes: 0,
    });
  });

  it('make the tracking codes of the log', async () => {
    const others = await checked(async (keys) => [
      await keys.secret('search'),
      await keys.secret('tracking-codes'),
    ]);
    expect(others).toEqual({ secrets: [], otherCodes: 1 });
  });

  it('are damaged where the key store says so', async () => {
    const damaged = await checked((keys) => {
      keys.secrets = () => Promise.reject(new SecretDamaged(['links']));
      return Promise.resolve();
    });
    expect(damaged).toEqual({ secrets: [{ name: 'links', kind: 'damaged' }], otherCodes: 0 });
  });
});

/** A key store that finds what it is told to. */
function withByKid(found: (kid: string) => DataKey | undefined, isErased = false): MemoryKeyStore {
  return new (class extends MemoryKeyStore {
    override byKid(kid: string): Promise<DataKey | undefined> {
      return Promise.resolve().then(() => found(kid));
    }
    override isErased(): Promise<boolean> {
      return Promise.resolve(isErased);
    }
  })();
}

describe('the search for canaries', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-16LE', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['hex', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['upper-case hex', (text: string) => Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
    ['base64', (text: string) => Buffer.from(Buffer.from(text).toString('base64'))],
    ['base64 after one byte', (text: string) => Buffer.from(Buffer.from(`x${text}y`).toString('base64'))],
    [
      'base64url after two bytes',
      (text: string) => Buffer.from(Buffer.from(`xx${text}`).toString('base64url')),
    ],
  ])('sees one in %s', (_encoding, encode) => {
    for (const canary of ['王金丝雀', '19912340001', 'canary words']) {
      const bytes = Buffer.concat([Buffer.from('before'), encode(canary), Buffer.from('after')]);
      expect(findCanaries(bytes, [canary, 'another canary'])).toEqual([canary]);
    }
  });
});
