import { KeyDamaged, KeyStore, newKeys } from '@threekeys/privacy';
import type { Assignment, DataKey } from '@threekeys/privacy';
import { openDatabase } from '@threekeys/sqlite';
import type { Database, Statement } from '@threekeys/sqlite';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KeyEncryptionKeyUnfit } from './key-encryption-key';

const schema = `
  CREATE TABLE IF NOT EXISTS keys (
    kid TEXT PRIMARY KEY,
    wrapped BLOB,
    stream TEXT,
    person TEXT,
    erased_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS keys_by_person ON keys (stream, person) WHERE stream IS NOT NULL;
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

interface KeyRow {
  readonly kid: string;
  readonly wrapped: Buffer | null;
}

const checkName = 'kek-check';

/** Keys in a SQLite file of their own, each wrapped by AES-256-GCM under the key-encryption key with its id as AAD. */
export class SqliteKeyStore extends KeyStore {
  private readonly insert: Statement<[string, Buffer]>;
  private readonly own: Statement<[string, string, string]>;
  private readonly findByPerson: Statement<[string, string], KeyRow>;
  private readonly findByKid: Statement<[string], KeyRow>;

  private constructor(
    private readonly database: Database,
    private readonly kek: Buffer,
  ) {
    super();
    this.insert = database.prepare('INSERT INTO keys (kid, wrapped) VALUES (?, ?)');
    this.own = database.prepare('UPDATE keys SET stream = ?, person = ? WHERE kid = ? AND stream IS NULL');
    this.findByPerson = database.prepare(
      'SELECT kid, wrapped FROM keys WHERE stream = ? AND person = ? AND erased_at IS NULL ORDER BY kid LIMIT 1',
    );
    this.findByKid = database.prepare('SELECT kid, wrapped FROM keys WHERE kid = ? AND erased_at IS NULL');
  }

  /** @throws KeyEncryptionKeyUnfit where the file was made under another key; DatabaseRefused */
  static async open(
    file: string,
    kek: Buffer,
    { readOnly = false }: { readonly readOnly?: boolean } = {},
  ): Promise<SqliteKeyStore> {
    const database = openDatabase(file, 'keys', { readOnly });
    try {
      if (!readOnly) database.exec(schema);
      const store = new SqliteKeyStore(database, kek);
      await store.secret(checkName);
      return store;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async makeAhead(count: number): Promise<readonly DataKey[]> {
    const made = newKeys(count);
    this.inTransaction(() => {
      for (const { kid, key } of made) this.insert.run(kid, this.wrap(kid, key));
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

  secret(name: string): Promise<Buffer> {
    const find = this.database.prepare<[string], { wrapped: Buffer }>(
      'SELECT wrapped FROM secrets WHERE name = ?',
    );
    const found = find.get(name);
    if (found) return Promise.resolve(this.secretFrom(name, found.wrapped));
    const made = randomBytes(32);
    this.database
      .prepare('INSERT INTO secrets (name, wrapped) VALUES (?, ?)')
      .run(name, this.wrap(`secret|${name}`, made));
    return Promise.resolve(made);
  }

  close(): Promise<void> {
    this.database.close();
    return Promise.resolve();
  }

  private inTransaction(action: () => void): void {
    this.database.transaction(action).immediate();
  }

  private unwrapped(row: KeyRow | undefined): DataKey | undefined {
    if (!row) return undefined;
    const { kid } = row;
    const key = row.wrapped === null ? undefined : this.unwrap(kid, row.wrapped);
    if (key === undefined) throw new KeyDamaged(kid);
    return { kid, key };
  }

  private secretFrom(name: string, wrapped: Buffer): Buffer {
    const secret = this.unwrap(`secret|${name}`, wrapped);
    if (secret !== undefined) return secret;
    throw new KeyEncryptionKeyUnfit(
      `The keys of personal data were not wrapped by this key-encryption key. Give the right one: the file kek of this home, or its recovery secret.`,
    );
  }

  private wrap(label: string, key: Buffer): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.kek, iv).setAAD(Buffer.from(label));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  /** Undefined: it was not wrapped so. */
  private unwrap(label: string, wrapped: Buffer): Buffer | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.kek, wrapped.subarray(0, 12)).setAAD(
        Buffer.from(label),
      );
      decipher.setAuthTag(wrapped.subarray(-16));
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
    } catch {
      return undefined;
    }
  }
}
