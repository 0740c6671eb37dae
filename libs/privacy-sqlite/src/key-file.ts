import type { KeyOwner, KeyWrapping } from '@threekeys/privacy';
import { openDatabase, schemaDifferences, schemaMadeBy } from '@threekeys/sqlite';
import type { Database } from '@threekeys/sqlite';
import { basename } from 'node:path';

export const keySchema = `
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

export interface KeyRow {
  readonly kid: string;
  readonly wrapped: Buffer | null;
}

export interface StoredKey extends KeyRow {
  readonly stream: string | null;
  readonly person: string | null;
  readonly erased_at: string | null;
}

/** What of the tables of a key file is not as it was made: a trigger more could copy each key aside. */
export function checkKeyFile(file: string): readonly string[] {
  const database = openDatabase(file, 'keys', { readOnly: true });
  try {
    return schemaDifferences(database, basename(file), schemaMadeBy(keySchema));
  } finally {
    database.close();
  }
}

export function ownersIn(database: Database, kids: readonly string[]): ReadonlyMap<string, KeyOwner> {
  const find = database.prepare<[string], KeyOwner>(
    'SELECT stream, person FROM keys WHERE kid = ? AND stream IS NOT NULL AND person IS NOT NULL',
  );
  const all = database.transaction(() => kids.map((kid) => [kid, find.get(kid)] as const));
  return new Map(all().flatMap(([kid, owner]) => (owner ? [[kid, owner] as const] : [])));
}

/** Whether any key of the file opens under the key-encryption key. */
export function opensAny(database: Database, wrapping: KeyWrapping): boolean {
  const some = database
    .prepare<[], KeyRow>('SELECT kid, wrapped FROM keys WHERE wrapped IS NOT NULL LIMIT 10')
    .all();
  return some.some(({ kid, wrapped }) => wrapped !== null && wrapping.opens(kid, wrapped));
}
