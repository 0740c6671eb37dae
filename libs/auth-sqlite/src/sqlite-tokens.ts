import { TokenRows } from '@threekeys/auth';
import type { StoredToken } from '@threekeys/auth';
import type { Database } from '@threekeys/sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS tokens (
    name TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    created_at TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID;
`;
const columns = 'name, account, created_at AS createdAt, hash';

/** Tokens of scripts in ops.sqlite. */
export class SqliteTokenRows extends TokenRows {
  constructor(private readonly database: Database) {
    super();
    database.exec(schema);
  }

  find(hash: string): Promise<StoredToken | undefined> {
    const found = this.database.prepare<[string], StoredToken>(
      `SELECT ${columns} FROM tokens WHERE hash = ?`,
    );
    return Promise.resolve(found.get(hash));
  }

  insert({ name, account, createdAt, hash }: StoredToken): Promise<boolean> {
    const { changes } = this.database
      .prepare('INSERT INTO tokens VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING')
      .run(name, account, createdAt, hash);
    return Promise.resolve(changes === 1);
  }

  remove(name: string): Promise<boolean> {
    const { changes } = this.database.prepare('DELETE FROM tokens WHERE name = ?').run(name);
    return Promise.resolve(changes === 1);
  }

  all(): Promise<readonly StoredToken[]> {
    return Promise.resolve(
      this.database.prepare<[], StoredToken>(`SELECT ${columns} FROM tokens ORDER BY name`).all(),
    );
  }
}
