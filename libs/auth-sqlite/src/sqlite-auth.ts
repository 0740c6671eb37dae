import { AccountRows, SequenceRows, SessionRows } from '@threekeys/auth';
import type { StoredAccount, StoredSession } from '@threekeys/auth';
import type { Database, Statement } from '@threekeys/sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS accounts (
    username TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    disabled INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sessions (
    hash TEXT PRIMARY KEY,
    username TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sessions_by_user ON sessions (username);
  CREATE TABLE IF NOT EXISTS sequences (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
`;

interface AccountRow {
  readonly username: string;
  readonly password: string;
  readonly disabled: number;
}

const accountOf = ({ username, password, disabled }: AccountRow): StoredAccount => ({
  username,
  password,
  disabled: disabled === 1,
});

export class SqliteAccountRows extends AccountRows {
  constructor(private readonly database: Database) {
    super();
    database.exec(schema);
  }

  find(username: string): Promise<StoredAccount | undefined> {
    const row = this.database
      .prepare<[string], AccountRow>('SELECT * FROM accounts WHERE username = ?')
      .get(username);
    return Promise.resolve(row && accountOf(row));
  }

  insert({ username, password, disabled }: StoredAccount): Promise<boolean> {
    const { changes } = this.database
      .prepare('INSERT INTO accounts (username, password, disabled) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(username, password, disabled ? 1 : 0);
    return Promise.resolve(changes === 1);
  }

  update(
    username: string,
    { password, disabled }: Partial<Pick<StoredAccount, 'password' | 'disabled'>>,
  ): Promise<boolean> {
    const { changes } = this.database
      .prepare(
        'UPDATE accounts SET password = coalesce(?, password), disabled = coalesce(?, disabled) WHERE username = ?',
      )
      .run(password ?? null, disabled === undefined ? null : Number(disabled), username);
    return Promise.resolve(changes === 1);
  }

  all(): Promise<readonly StoredAccount[]> {
    const rows = this.database.prepare<[], AccountRow>('SELECT * FROM accounts ORDER BY username').all();
    return Promise.resolve(rows.map(accountOf));
  }
}

interface SessionRow {
  readonly hash: string;
  readonly username: string;
  readonly expires_at: string;
}

export class SqliteSessionRows extends SessionRows {
  /** Asked at every request: prepared once. */
  private readonly byHash: Statement<[string], SessionRow>;

  constructor(private readonly database: Database) {
    super();
    database.exec(schema);
    this.byHash = database.prepare('SELECT * FROM sessions WHERE hash = ?');
  }

  find(hash: string): Promise<StoredSession | undefined> {
    const row = this.byHash.get(hash);
    return Promise.resolve(row && { hash: row.hash, username: row.username, expiresAt: row.expires_at });
  }

  save({ hash, username, expiresAt }: StoredSession): Promise<void> {
    return this.run(
      'INSERT INTO sessions VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at',
      [hash, username, expiresAt],
    );
  }

  prolong(hash: string, expiresAt: string): Promise<void> {
    return this.run('UPDATE sessions SET expires_at = max(expires_at, ?) WHERE hash = ?', [expiresAt, hash]);
  }

  remove(hash: string): Promise<void> {
    return this.run('DELETE FROM sessions WHERE hash = ?', [hash]);
  }

  removeAllOf(username: string): Promise<void> {
    return this.run('DELETE FROM sessions WHERE username = ?', [username]);
  }

  removeExpired(now: string): Promise<void> {
    return this.run('DELETE FROM sessions WHERE expires_at <= ?', [now]);
  }

  private run(sql: string, values: readonly string[]): Promise<void> {
    this.database.prepare<string[]>(sql).run(...values);
    return Promise.resolve();
  }
}

export class SqliteSequenceRows extends SequenceRows {
  constructor(private readonly database: Database) {
    super();
    database.exec(schema);
  }

  reserve(name: string, count: number): Promise<number> {
    const row = this.database
      .prepare<[string, number, number], { next: number }>(
        'INSERT INTO sequences VALUES (?, 1 + ?) ON CONFLICT (name) DO UPDATE SET next = next + ? RETURNING next',
      )
      .get(name, count, count);
    return Promise.resolve((row?.next ?? 1 + count) - count);
  }

  atLeast(name: string, value: number): Promise<void> {
    this.database
      .prepare(
        'INSERT INTO sequences VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)',
      )
      .run(name, value);
    return Promise.resolve();
  }
}
