import { TokenRows } from '@threekeys/auth';
import type { StoredToken } from '@threekeys/auth';
import type { Database } from '@threekeys/sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS tokens (
    name TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    created_at TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_by TEXT
  ) STRICT, WITHOUT ROWID;
`;
const columns = 'name, account, created_at AS createdAt, created_by AS createdBy, hash';

type TokenRow = Omit<StoredToken, 'createdBy'> & { readonly createdBy: string | null };

const tokenOf = ({ createdBy, ...row }: TokenRow): StoredToken =>
  createdBy === null ? row : { ...row, createdBy };

/** Homes of before kept nobody who made a token. */
function addCreator(database: Database): void {
  const creator = database.prepare("SELECT 1 FROM pragma_table_info('tokens') WHERE name = 'created_by'");
  if (creator.get() === undefined) database.exec('ALTER TABLE tokens ADD COLUMN created_by TEXT');
}

/** Tokens of scripts in ops.sqlite. */
export class SqliteTokenRows extends TokenRows {
  constructor(private readonly database: Database) {
    super();
    database.exec(schema);
    addCreator(database);
  }

  find(hash: string): Promise<StoredToken | undefined> {
    const found = this.database
      .prepare<[string], TokenRow>(`SELECT ${columns} FROM tokens WHERE hash = ?`)
      .get(hash);
    return Promise.resolve(found && tokenOf(found));
  }

  insert({ name, account, createdAt, createdBy, hash }: StoredToken): Promise<boolean> {
    const { changes } = this.database
      .prepare(
        'INSERT INTO tokens (name, account, created_at, created_by, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING',
      )
      .run(name, account, createdAt, createdBy ?? null, hash);
    return Promise.resolve(changes === 1);
  }

  remove(name: string): Promise<boolean> {
    const { changes } = this.database.prepare('DELETE FROM tokens WHERE name = ?').run(name);
    return Promise.resolve(changes === 1);
  }

  removeAllOf(account: string): Promise<void> {
    this.database.prepare('DELETE FROM tokens WHERE account = ?').run(account);
    return Promise.resolve();
  }

  all(): Promise<readonly StoredToken[]> {
    const rows = this.database.prepare<[], TokenRow>(`SELECT ${columns} FROM tokens ORDER BY name`).all();
    return Promise.resolve(rows.map(tokenOf));
  }
}
