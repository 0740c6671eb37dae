import type { MongoDatabase } from '@threekeys/mongo';
import { describeWithMongo, mongoWith } from '@threekeys/mongo/fixtures';
import { KeyDamaged, KeyEncryptionKeyUnfit, KeyRing } from '@threekeys/privacy';
import { describeKeyStore } from '@threekeys/privacy/contract';
import { randomBytes } from 'node:crypto';
import { keyCollections, MongoKeyStore } from '.';

describeWithMongo('keys in MongoDB', () => {
  const mongo = mongoWith(keyCollections);

  const kek = randomBytes(32);
  const twoProcesses = async () => {
    const [one, other] = await mongo.twoProcesses();
    return [await MongoKeyStore.open(one, kek), await MongoKeyStore.open(other, kek)] as const;
  };
  const everythingIn = async (database: MongoDatabase) => {
    const found = keyCollections.map(({ name }) => database.collection(name).find().toArray());
    return Buffer.from(JSON.stringify(await Promise.all(found)));
  };
  const oneKey = async () => {
    const database = await mongo.created();
    const keys = await MongoKeyStore.open(database, kek);
    const [made] = await keys.makeAhead(1);
    if (!made) throw new Error('no key');
    const change = (update: object) =>
      database.collection('keys').updateOne({ _id: made.kid as never }, update);
    return { database, keys, change, made };
  };

  describeKeyStore('MongoDB', async () => {
    const database = await mongo.created();
    const keys = await MongoKeyStore.open(database, kek);
    return {
      keys,
      reopen: async () => {
        await keys.close();
        return MongoKeyStore.open(mongo.open(database.name), kek);
      },
    };
  });

  it('lie there wrapped, and the key-encryption key does not', async () => {
    const database = await mongo.created();
    const keys = await MongoKeyStore.open(database, kek);
    const made = await keys.makeAhead(20);
    const secret = await keys.secret('search');
    const bytes = await everythingIn(database);
    expect(made.every(({ kid }) => bytes.includes(kid))).toBe(true);
    const hidden = [kek, secret, ...made.map(({ key }) => key)];
    const shown = hidden.filter((key) =>
      (['base64', 'hex'] as const).some((encoding) => bytes.includes(key.toString(encoding).slice(0, 40))),
    );
    expect(shown).toEqual([]);
  });

  it('refuse another key-encryption key when they are opened', async () => {
    const database = await mongo.created();
    await MongoKeyStore.open(database, kek);
    await expect(MongoKeyStore.open(database, randomBytes(32))).rejects.toThrow(KeyEncryptionKeyUnfit);
  });

  it('are had by processes of one key-encryption key alone, also where two open them for the first time', async () => {
    const database = await mongo.created();
    const other = mongo.open(database.name);
    const opened = await Promise.allSettled([
      MongoKeyStore.open(database, randomBytes(32)),
      MongoKeyStore.open(other, randomBytes(32)),
    ]);
    const refused = opened.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toEqual([expect.any(KeyEncryptionKeyUnfit)]);
  });

  it('give one secret to all who ask for it at the same moment', async () => {
    const stores = await twoProcesses();
    const asked = Array.from({ length: 20 }, (_, i) => stores[i % 2]!.secret('search'));
    const secrets = (await Promise.all(asked)).map((secret) => secret.toString('hex'));
    expect(new Set(secrets).size).toBe(1);
    expect((await stores[0].secret('search')).toString('hex')).toBe(secrets[0]);
  });

  it('are assigned once, to one of those who do it at the same moment', async () => {
    const [one, other] = await twoProcesses();
    const made = await one.makeAhead(20);
    await Promise.all(
      [one, other].map((store, i) =>
        store.assign(made.map(({ kid }) => ({ kid, stream: 'case-1', person: `${kid} ${i}` }))),
      ),
    );
    const ownersOf = (kid: string) => Promise.all([0, 1].map((i) => other.byPerson('case-1', `${kid} ${i}`)));
    for (const key of made) {
      const owners = await ownersOf(key.kid);
      expect(owners.filter((each) => each !== undefined)).toEqual([key]);
      await one.assign([1, 0].map((i) => ({ kid: key.kid, stream: 'case-1', person: `${key.kid} ${i}` })));
      expect(await ownersOf(key.kid)).toEqual(owners);
    }
  });

  it('are found again by every process where two gave one to the same person', async () => {
    const [one, other] = await twoProcesses();
    const rings = [new KeyRing(one), new KeyRing(other)];
    const given = await Promise.all(rings.map(async (ring) => ring.of('case-1', 'p')));
    await Promise.all(rings.map((ring) => ring.flush()));
    const found = await one.byPerson('case-1', 'p');
    expect(given).toContainEqual(found);
    expect(await other.byPerson('case-1', 'p')).toEqual(found);
    for (const key of given) expect(await other.byKid(key.kid)).toEqual(key);
  });

  it('are told from those that were erased, which never come back', async () => {
    const { keys, change, made } = await oneKey();
    const { kid } = made;
    const assignment = { kid, stream: 'case-1', person: 'p' };
    expect(await keys.isErased(kid)).toBe(false);
    await keys.assign([assignment]);
    await change({ $set: { erasedAt: '2026-03-01T00:00:00.000Z' }, $unset: { wrapped: '' } });
    await keys.assign([assignment]);
    expect([await keys.byKid(kid), await keys.byPerson('case-1', 'p')]).toEqual([undefined, undefined]);
    expect(await keys.isErased(kid)).toBe(true);
  });

  it('are damaged where they are not as they were wrapped, while the key-encryption key is right', async () => {
    const another = (await oneKey()).made;
    for (const update of [
      { $set: { wrapped: Buffer.from([0]) } },
      { $set: { wrapped: Buffer.alloc(60) } },
      { $set: { wrapped: another.key } },
      { $unset: { wrapped: '' } },
    ]) {
      const { keys, change, made } = await oneKey();
      await change(update);
      await expect(keys.byKid(made.kid)).rejects.toThrow(KeyDamaged);
    }
  });
});
