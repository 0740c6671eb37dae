import { isDuplicateKey, reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import { kekCheckName, KeyStore, KeyWrapping, newKeys, SecretTaken } from '@threekeys/privacy';
import type { Assignment, DataKey, KeyOwner, KeyRecord } from '@threekeys/privacy';
import { mongo } from 'mongoose';
import type { Model } from 'mongoose';
import { randomBytes } from 'node:crypto';
import { keys, marks, secrets } from './collections';
import type { KeyDocument, MarkDocument, SecretDocument } from './collections';

const assigned = 'assigned';
const isThere = { erasedAt: { $exists: false } };

/**
 * Keys in a database of their own, each wrapped by AES-256-GCM under the key-encryption key with its id as AAD; that key
 * is not in it. Several processes share it: what one has assigned says nothing of what others have still to assign, so
 * {@link markAssigned} is for who read the log up to there (`recoverAssignments`).
 */
export class MongoKeyStore extends KeyStore {
  private readonly keys: Model<KeyDocument>;
  private readonly named: Model<SecretDocument>;
  private readonly marks: Model<MarkDocument>;
  private readonly wrapping: KeyWrapping;

  private constructor(database: MongoDatabase, kek: Buffer) {
    super();
    this.keys = database.model(keys);
    this.named = database.model(secrets);
    this.marks = database.model(marks);
    this.wrapping = new KeyWrapping(kek);
  }

  /** Who opened the database closes it. @throws KeyEncryptionKeyUnfit where another one has wrapped its keys; DatabaseUnavailable */
  static async open(database: MongoDatabase, kek: Buffer): Promise<MongoKeyStore> {
    const store = reachable(new MongoKeyStore(database, kek));
    await store.secret(kekCheckName);
    return store;
  }

  async makeAhead(count: number): Promise<readonly DataKey[]> {
    const made = newKeys(count);
    await this.keys.insertMany(
      made.map((each) => ({ _id: each.kid, wrapped: new mongo.Binary(this.wrapping.wrapKey(each)) })),
    );
    return made;
  }

  async assign(assignments: readonly Assignment[]): Promise<void> {
    if (assignments.length === 0) return;
    const writes = assignments.map(({ kid, stream, person }) => ({
      updateOne: { filter: { _id: kid, stream: { $exists: false } }, update: { $set: { stream, person } } },
    }));
    await this.keys.bulkWrite(writes, { ordered: false });
  }

  async byPerson(stream: string, person: string): Promise<DataKey | undefined> {
    return this.unwrapped(
      await this.keys
        .findOne({ stream, person, ...isThere })
        .sort({ _id: 1 })
        .lean(),
    );
  }

  async byKid(kid: string): Promise<DataKey | undefined> {
    return this.unwrapped(await this.keys.findOne({ _id: kid, ...isThere }).lean());
  }

  override async byKids(kids: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    const found = await this.keys.find({ _id: { $in: [...kids] }, ...isThere }).lean();
    const keys = new Map<string, DataKey>();
    for (const each of found) {
      const key = this.unwrapped(each);
      if (key) keys.set(key.kid, key);
    }
    return keys;
  }

  async owners(kids: readonly string[]): Promise<ReadonlyMap<string, KeyOwner>> {
    const found = await this.keys.find({ _id: { $in: [...kids] } }, { stream: 1, person: 1 }).lean();
    return new Map(
      found.flatMap(({ _id, stream, person }) =>
        stream === undefined || person === undefined ? [] : [[_id, { stream, person }] as const],
      ),
    );
  }

  async isErased(kid: string): Promise<boolean> {
    return (await this.keys.exists({ _id: kid, erasedAt: { $exists: true } })) !== null;
  }

  async assignedUpTo(): Promise<string | undefined> {
    return (await this.marks.findById(assigned).lean())?.position;
  }

  async markAssigned(position: string): Promise<void> {
    await this.marks.updateOne({ _id: assigned }, { $set: { position } }, { upsert: true });
  }

  /** Whoever asks first makes it; the others read what is there. */
  async secret(name: string): Promise<Buffer> {
    const found = await this.named.findById(name).lean();
    if (found) return this.wrapping.unwrapSecret(name, Buffer.from(found.wrapped.buffer));
    const made = randomBytes(32);
    try {
      await this.named.create({
        _id: name,
        wrapped: new mongo.Binary(this.wrapping.wrapSecret(name, made)),
      });
      return made;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.secret(name);
    }
  }

  async *records(): AsyncIterable<KeyRecord> {
    for await (const found of this.keys.find().sort({ _id: 1 }).lean().cursor()) {
      const { _id: kid, stream, person, erasedAt } = found;
      yield {
        kid,
        ...(erasedAt === undefined ? { key: this.unwrapped(found)?.key } : { erasedAt }),
        ...(stream !== undefined && person !== undefined ? { owner: { stream, person } } : {}),
      };
    }
  }

  async take(records: readonly KeyRecord[]): Promise<void> {
    if (records.length === 0) return;
    const writes = records.map(({ kid, key, owner, erasedAt }) => ({
      updateOne: {
        filter: { _id: kid },
        update: {
          $setOnInsert: {
            ...(key && { wrapped: new mongo.Binary(this.wrapping.wrapKey({ kid, key })) }),
            ...owner,
            ...(erasedAt !== undefined && { erasedAt }),
          },
        },
        upsert: true,
      },
    }));
    await this.keys.bulkWrite(writes, { ordered: false });
  }

  async secrets(): Promise<ReadonlyMap<string, Buffer>> {
    const found = await this.named.find({ _id: { $ne: kekCheckName } }).lean();
    return this.wrapping.unwrapSecrets(
      new Map(found.map(({ _id, wrapped }) => [_id, Buffer.from(wrapped.buffer)])),
    );
  }

  async takeSecret(name: string, secret: Buffer): Promise<void> {
    const wrapped = new mongo.Binary(this.wrapping.wrapSecret(name, secret));
    await this.named.updateOne({ _id: name }, { $setOnInsert: { wrapped } }, { upsert: true });
    if (!(await this.secret(name)).equals(secret)) throw new SecretTaken(name);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private unwrapped(found: KeyDocument | null): DataKey | undefined {
    if (found === null) return undefined;
    return this.wrapping.unwrapKey(found._id, found.wrapped && Buffer.from(found.wrapped.buffer));
  }
}
