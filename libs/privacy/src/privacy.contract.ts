import { createHash } from 'node:crypto';
import type { AccessLog, AccessQuery } from './access-log';
import { accessesSeen, checkAccesses } from './access-witness';
import { MemoryKeyStore } from './memory-key-store';
import { SecretTaken } from './key-store';
import type { KeyRecord, KeyStore } from './key-store';

export interface OpenedKeyStore {
  readonly keys: KeyStore;
  /** Closes it and opens what is on disk. */
  readonly reopen?: () => Promise<KeyStore>;
}

/** What every key store does. */
export function describeKeyStore(name: string, open: () => Promise<OpenedKeyStore>): void {
  describe(`${name} as a key store`, () => {
    it('makes keys of 32 bytes under ids that say nothing', async () => {
      const { keys } = await open();
      const made = await keys.makeAhead(10);
      expect(new Set(made.map(({ kid }) => kid)).size).toBe(10);
      for (const { key, kid } of made) {
        expect(key).toHaveLength(32);
        expect(kid).toMatch(/^[A-Za-z0-9_-]{22}$/);
      }
      await keys.close();
    });

    it('finds a key by its id, and by its person once it is assigned', async () => {
      const { keys } = await open();
      const [key] = await keys.makeAhead(1);
      if (!key) throw new Error('no key');
      expect(await keys.byKid(key.kid)).toEqual(key);
      expect(await keys.byPerson('case-1', 'p')).toBeUndefined();
      await keys.assign([{ kid: key.kid, stream: 'case-1', person: 'p' }]);
      await keys.assign([{ kid: key.kid, stream: 'case-1', person: 'p' }]);
      expect(await keys.byPerson('case-1', 'p')).toEqual(key);
      expect(await keys.byPerson('case-2', 'p')).toBeUndefined();
      await keys.close();
    });

    it('keeps both keys of a person to whom two processes gave one, and finds always the same', async () => {
      const { keys } = await open();
      const made = await keys.makeAhead(2);
      await keys.assign(made.map(({ kid }) => ({ kid, stream: 'case-1', person: 'p' })));
      const found = await keys.byPerson('case-1', 'p');
      await keys.assign([...made].reverse().map(({ kid }) => ({ kid, stream: 'case-1', person: 'p' })));
      expect(made).toContainEqual(found);
      expect(await keys.byPerson('case-1', 'p')).toEqual(found);
      for (const key of made) expect(await keys.byKid(key.kid)).toEqual(key);
      await keys.close();
    });

    it('takes over the keys and secrets of another store, whoever they belong to, and what is there stays', async () => {
      const { keys } = await open();
      const other = new MemoryKeyStore();
      const [owned, spare] = await other.makeAhead(2);
      if (!owned || !spare) throw new Error('no keys');
      await other.assign([{ kid: owned.kid, stream: 'case-1', person: 'p|q' }]);
      const search = await other.secret('search');
      const records = [];
      for await (const record of other.records()) records.push(record);
      for (let time = 0; time < 2; time++) {
        await keys.take(records);
        await keys.takeSecret('search', search);
      }
      expect(await keys.byPerson('case-1', 'p|q')).toEqual(owned);
      expect(await keys.byKid(spare.kid)).toEqual(spare);
      expect(await keys.secret('search')).toEqual(search);
      expect(new Map(await keys.secrets())).toEqual(new Map([['search', search]]));
      await expect(keys.takeSecret('search', Buffer.alloc(32))).rejects.toThrow(SecretTaken);
      const again = [];
      for await (const record of keys.records()) again.push(record);
      const byKid = (all: readonly KeyRecord[]) => [...all].sort((a, b) => (a.kid < b.kid ? -1 : 1));
      expect(byKid(again)).toEqual(byKid(records));
      await keys.take([{ kid: 'erased', erasedAt: '2026-01-01T00:00:00.000Z' }]);
      expect(await keys.byKid('erased')).toBeUndefined();
      await keys.close();
    });

    it('finds many keys at once, and leaves out those that are not there', async () => {
      const { keys } = await open();
      const made = await keys.makeAhead(3);
      const found = await keys.byKids([...made.map(({ kid }) => kid), 'unknown']);
      expect(found).toEqual(new Map(made.map((key) => [key.kid, key])));
      await keys.close();
    });

    it('tells whose keys are, of those that are somebody’s', async () => {
      const { keys } = await open();
      const [one, other] = await keys.makeAhead(2);
      if (!one || !other) throw new Error('no keys');
      await keys.assign([{ kid: one.kid, stream: 'case-1', person: 'p|q' }]);
      const owners = await keys.owners([one.kid, other.kid, 'unknown']);
      expect(new Map(owners)).toEqual(new Map([[one.kid, { stream: 'case-1', person: 'p|q' }]]));
      await keys.close();
    });

    it('knows nothing of other ids', async () => {
      const { keys } = await open();
      expect(await keys.byKid('unknown')).toBeUndefined();
      expect(await keys.isErased('unknown')).toBe(false);
      await keys.close();
    });

    it('gives the same secret for a name, another for another', async () => {
      const { keys } = await open();
      const [one, again, other] = [
        await keys.secret('search'),
        await keys.secret('search'),
        await keys.secret('receipts'),
      ];
      expect(one).toHaveLength(32);
      expect(again).toEqual(one);
      expect(other).not.toEqual(one);
      await keys.close();
    });

    it('keeps everything over a restart', async () => {
      const { keys, reopen } = await open();
      const [key] = await keys.makeAhead(1);
      if (!key) throw new Error('no key');
      await keys.assign([{ kid: key.kid, stream: 'case-1', person: 'p' }]);
      await keys.markAssigned('here');
      const secret = await keys.secret('search');
      const again = reopen ? await reopen() : keys;
      expect(await again.byPerson('case-1', 'p')).toEqual(key);
      expect(await again.byKid(key.kid)).toEqual(key);
      expect(await again.assignedUpTo()).toBe('here');
      expect(await again.secret('search')).toEqual(secret);
      await again.close();
    });
  });
}

/** What every log of accesses does. */
export function describeAccessLog(name: string, open: () => Promise<AccessLog>): void {
  describe(`${name} as a log of accesses`, () => {
    const opened = (at: string, actor: string, caseId: string) => ({
      ...{ at: `2026-${at}:00.000Z`, caseId, stream: `case-${caseId}`, fields: ['name'] },
      ...{ actor: { id: actor, role: 'intake-clerk' as const }, purpose: 'contact' as const },
    });
    const log = async () => {
      const made = await open();
      await made.record(opened('03-01T08:00', 'ann', 'c1'));
      await made.record(opened('03-31T23:59', 'bob', 'c2'));
      await made.record(opened('04-01T00:00', 'ann', 'c2'));
      await made.record(opened('04-02T09:00', 'cat', 'c1'));
      return made;
    };
    const times = async (of: AccessLog, query: Omit<AccessQuery, 'limit'>) =>
      (await of.page({ limit: 10, ...query })).records.map(({ at }) => at.slice(5, 10));

    it('gives pages, newest first, over the end of a month, and says where there is another', async () => {
      const made = await log();
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await made.page({ limit: 2, cursor });
        pages.push(page.records.map(({ at }) => at.slice(5, 10)));
        cursor = page.next;
        await made.record(opened('04-03T09:00', 'late', 'c9'));
      } while (cursor !== undefined);
      expect(pages).toEqual([
        ['04-02', '04-01'],
        ['03-31', '03-01'],
      ]);
      await made.close();
    });

    it('finds by case, by who, and between instants', async () => {
      const made = await log();
      expect(await times(made, { caseId: 'c1' })).toEqual(['04-02', '03-01']);
      expect(await times(made, { actor: 'ann' })).toEqual(['04-01', '03-01']);
      expect(await times(made, { actor: 'ann', caseId: 'c2' })).toEqual(['04-01']);
      expect(await times(made, { from: '2026-03-31T23:59:00.000Z', to: '2026-04-02T09:00:00.000Z' })).toEqual(
        ['04-01', '03-31'],
      );
      expect(await times(made, { actor: 'nobody' })).toEqual([]);
      await made.close();
    });

    it('begins with what was seen of it, in the same lines on every engine', async () => {
      const made = await log();
      const march = [opened('03-01T08:00', 'ann', 'c1'), opened('03-31T23:59', 'bob', 'c2')];
      const hashOfMarch = march.reduce(
        (hash, record) =>
          createHash('sha256')
            .update(`${hash}|${JSON.stringify(record)}`)
            .digest('hex'),
        '0'.repeat(64),
      );
      const seen = [await accessesSeen(made, '2026-03'), await accessesSeen(made, '2026-04')];
      expect(seen).toEqual([
        { month: '2026-03', lines: 2, hash: hashOfMarch },
        { month: '2026-04', lines: 2, hash: expect.any(String) as string },
      ]);
      await made.record(opened('03-31T09:00', 'late', 'c9'));
      await made.record(opened('04-03T09:00', 'late', 'c9'));
      const all = seen.flatMap((each) => each ?? []);
      expect(await checkAccesses(made, all)).toEqual([]);
      await made.close();
    });

    it('is told from one that was cut, or written anew, or is gone', async () => {
      const made = await log();
      const [march, gone] = [await accessesSeen(made, '2026-03'), '2026-01'];
      if (!march) throw new Error('there is nothing in March');
      const longer = { ...march, lines: 3 };
      const other = { ...march, hash: 'a'.repeat(64) };
      expect(await checkAccesses(made, [longer])).toEqual([{ ...longer, there: 2 }]);
      expect(await checkAccesses(made, [march, other])).toEqual([{ ...other, there: 2 }]);
      expect(await checkAccesses(made, [{ ...march, month: gone }])).toEqual([
        { ...march, month: gone, there: 0 },
      ]);
      await made.close();
    });

    it('is seen up to an instant, from which on somebody may still be writing', async () => {
      const made = await log();
      const seen = await accessesSeen(made, '2026-03', '2026-03-31T23:59:00.000Z');
      expect(seen).toMatchObject({ lines: 1 });
      expect(await accessesSeen(made, '2026-03', '2026-03-01T08:00:00.000Z')).toBeUndefined();
      expect(await accessesSeen(made, '2026-01')).toBeUndefined();
      await made.close();
    });
  });
}

/** Which canaries stand in these bytes, in any of the encodings in which text hides: UTF-8, UTF-16, base64, hex. */
export function findCanaries(bytes: Buffer, canaries: readonly string[]): readonly string[] {
  const lower = bytes.toString('latin1').toLowerCase();
  return canaries.filter((canary) => {
    const utf8 = Buffer.from(canary, 'utf8');
    const utf16 = Buffer.from(canary, 'utf16le');
    const encodings = [
      utf8,
      utf16,
      Buffer.from(utf16).swap16(),
      ...base64Of(utf8),
      Buffer.from(utf8.toString('hex')),
    ];
    return encodings.some((each) => bytes.includes(each)) || lower.includes(utf8.toString('hex'));
  });
}

/** Base64 of a text as part of a longer one, at each of the three offsets, without the characters that neighbours change. */
function base64Of(text: Buffer): readonly Buffer[] {
  return [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), text]);
    const from = offset === 0 ? 0 : offset + 1;
    const core = (encoding: 'base64' | 'base64url') =>
      shifted.toString(encoding).replaceAll('=', '').slice(from, -2);
    return [core('base64'), core('base64url')]
      .filter((each) => each.length >= 6)
      .map((each) => Buffer.from(each));
  });
}

export const openMemoryKeyStore = (): Promise<OpenedKeyStore> =>
  Promise.resolve({ keys: new MemoryKeyStore() });
