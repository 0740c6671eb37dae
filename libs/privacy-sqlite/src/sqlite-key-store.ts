import {
  kekCheckName,
  KeyEncryptionKeyUnfit,
  KeyStore,
  KeyWrapping,
  newKeys,
  SecretDamaged,
  SecretTaken,
} from '@threekeys/privacy';
import type { Assignment, DataKey, KeyOwner, KeyRecord } from '@threekeys/privacy';
import { openDatabase } from '@threekeys/sqlite';
import type { Database, OpenOptions, Statement } from '@threekeys/sqlite';
import { randomBytes } from 'node:crypto';
import { keySchema, opensAny, ownersIn } from './key-file';
import type { KeyRow, StoredKey } from './key-file';

/** Keys in a SQLite file of their own, each wrapped by AES-256-GCM under the key-encryption key with its id as AAD. */
export class SqliteKeyStore extends KeyStore {
  private readonly insert: Statement<[string, Buffer]>;
  private readonly own: Statement<[string, string, string]>;
  private readonly findByPerson: Statement<[string, string], KeyRow>;
  private readonly findByKid: Statement<[string], KeyRow>;
  private readonly findByKids: (kids: readonly string[]) => readonly (KeyRow | undefined)[];

  private constructor(
    private readonly database: Database,
    private readonly wrapping: KeyWrapping,
  ) {
    super();
    this.insert = database.prepare('INSERT INTO keys (kid, wrapped) VALUES (?, ?)');
    this.own = database.prepare('UPDATE keys SET stream = ?, person = ? WHERE kid = ? AND stream IS NULL');
    this.findByPerson = database.prepare(
      'SELECT kid, wrapped FROM keys WHERE stream = ? AND person = ? AND erased_at IS NULL ORDER BY kid LIMIT 1',
    );
    this.findByKid = database.prepare('SELECT kid, wrapped FROM keys WHERE kid = ? AND erased_at IS NULL');
    this.findByKids = database.transaction((kids: readonly string[]) =>
      kids.map((kid) => this.findByKid.get(kid)),
    );
  }

  /** @throws KeyEncryptionKeyUnfit where the file was made under another key; SecretDamaged; DatabaseRefused */
  static async open(
    file: string,
    kek: Buffer,
    { readOnly = false, ...options }: Pick<OpenOptions, 'readOnly' | 'durability'> = {},
  ): Promise<SqliteKeyStore> {
    const database = openDatabase(file, 'keys', { readOnly, ...options });
    try {
      if (!readOnly) database.exec(keySchema);
      const store = new SqliteKeyStore(database, new KeyWrapping(kek));
      await store.assertKek();
      return store;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async makeAhead(count: number): Promise<readonly DataKey[]> {
    const made = newKeys(count);
    this.inTransaction(() => {
      for (const each of made) this.insert.run(each.kid, this.wrapping.wrapKey(each));
    });
    return Promise.resolve(made);
  }

  assign(assignments: readonly Assignment[]): Promise<void> {
    if (assignments.length > 0) {
      this.inTransaction(() => {
        for (const { kid, stream, person } of assignments) this.own.run(stream, person, kid);
      });
    }
    return Promise.resolve();
  }

  async byPerson(stream: string, person: string): Promise<DataKey | undefined> {
    return Promise.resolve(this.unwrapped(this.findByPerson.get(stream, person)));
  }

  // Async, so that a damaged key rejects.
  async byKid(kid: string): Promise<DataKey | undefined> {
    return Promise.resolve(this.unwrapped(this.findByKid.get(kid)));
  }

  /** In one transaction: without a WAL, taking the lock costs nearly as much as finding a key. */
  override async byKids(kids: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    const found = new Map<string, DataKey>();
    for (const row of this.findByKids(kids)) {
      const key = this.unwrapped(row);
      if (key !== undefined) found.set(key.kid, key);
    }
    return Promise.resolve(found);
  }

  owners(kids: readonly string[]): Promise<ReadonlyMap<string, KeyOwner>> {
    return Promise.resolve(ownersIn(this.database, kids));
  }

  isErased(kid: string): Promise<boolean> {
    const erased = this.database.prepare<[string]>(
      'SELECT 1 FROM keys WHERE kid = ? AND erased_at IS NOT NULL',
    );
    return Promise.resolve(erased.get(kid) !== undefined);
  }

  assignedUpTo(): Promise<string | undefined> {
    const row = this.database
      .prepare<[], { value: string }>(`SELECT value FROM meta WHERE name = 'assigned'`)
      .get();
    return Promise.resolve(row?.value);
  }

  markAssigned(position: string): Promise<void> {
    this.database
      .prepare(
        `INSERT INTO meta (name, value) VALUES ('assigned', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      )
      .run(position);
    return Promise.resolve();
  }

  /** A check that does not open says nothing of the key-encryption key where a key does. */
  private async assertKek(): Promise<void> {
    try {
      await this.secret(kekCheckName);
    } catch (error) {
      if (!(error instanceof KeyEncryptionKeyUnfit) || !opensAny(this.database, this.wrapping)) throw error;
      throw new SecretDamaged([kekCheckName]);
    }
  }

  // Async, so that a damaged one rejects.
  async secret(name: string): Promise<Buffer> {
    const find = this.database.prepare<[string], { wrapped: Buffer }>(
      'SELECT wrapped FROM secrets WHERE name = ?',
    );
    const found = find.get(name);
    if (found) return Promise.resolve(this.wrapping.unwrapSecret(name, found.wrapped));
    if (this.database.readonly) return Promise.reject(new SecretDamaged([name]));
    const made = randomBytes(32);
    this.database
      .prepare('INSERT INTO secrets (name, wrapped) VALUES (?, ?)')
      .run(name, this.wrapping.wrapSecret(name, made));
    return Promise.resolve(made);
  }

  async *records(): AsyncIterable<KeyRecord> {
    const all = this.database.prepare<[], StoredKey>('SELECT * FROM keys ORDER BY kid').all();
    for (const { kid, wrapped, stream, person, erased_at: erasedAt } of await Promise.resolve(all)) {
      yield {
        kid,
        ...(erasedAt === null ? { key: this.wrapping.unwrapKey(kid, wrapped).key } : { erasedAt }),
        ...(stream !== null && person !== null ? { owner: { stream, person } } : {}),
      };
    }
  }

  take(records: readonly KeyRecord[]): Promise<void> {
    const insert = this.database.prepare<StoredKey>(
      'INSERT OR IGNORE INTO keys VALUES (@kid, @wrapped, @stream, @person, @erased_at)',
    );
    this.inTransaction(() => {
      for (const { kid, key, owner, erasedAt = null } of records) {
        const wrapped = key ? this.wrapping.wrapKey({ kid, key }) : null;
        const { stream = null, person = null } = owner ?? {};
        insert.run({ kid, wrapped, stream, person, erased_at: erasedAt });
      }
    });
    return Promise.resolve();
  }

  secrets(): Promise<ReadonlyMap<string, Buffer>> {
    const all = this.database
      .prepare<[string], { name: string; wrapped: Buffer }>('SELECT * FROM secrets WHERE name <> ?')
      .all(kekCheckName);
    const wrapped = new Map(all.map((each) => [each.name, each.wrapped]));
    return Promise.resolve().then(() => this.wrapping.unwrapSecrets(wrapped));
  }

  async takeSecret(name: string, secret: Buffer): Promise<void> {
    this.database
      .prepare('INSERT OR IGNORE INTO secrets (name, wrapped) VALUES (?, ?)')
      .run(name, this.wrapping.wrapSecret(name, secret));
    if (!(await this.secret(name)).equals(secret)) throw new SecretTaken(name);
  }

  close(): Promise<void> {
    this.database.close();
    return Promise.resolve();
  }

  private inTransaction(action: () => void): void {
    this.database.transaction(action).immediate();
  }

  private unwrapped(row: KeyRow | undefined): DataKey | undefined {
    return row && this.wrapping.unwrapKey(row.kid, row.wrapped);
  }
}
