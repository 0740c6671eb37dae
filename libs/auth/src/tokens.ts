/** How a script signs in: it may do what its account may, and the log names the account. */
export interface Token {
  readonly name: string;
  /** Username of the account that it acts as. */
  readonly account: string;
  readonly createdAt: string;
  /** Whoever made it; absent where that was not kept yet. */
  readonly createdBy?: string;
}

/** The name is taken; HTTP 409. */
export class TokenNameTaken extends Error {
  constructor(readonly tokenName: string) {
    super(`there is a token ${tokenName} already`);
    this.name = 'TokenNameTaken';
  }
}

/** There is no such token; HTTP 404. */
export class TokenUnknown extends Error {
  constructor(readonly tokenName: string) {
    super(`there is no token ${tokenName}`);
    this.name = 'TokenUnknown';
  }
}

/** Named bearer tokens. */
export abstract class Tokens {
  /** A new token of 256 random bits: given once, only its hash is kept. @throws TokenNameTaken, AccountUnknown */
  abstract add(name: string, account: string, createdBy: string): Promise<string>;
  /** As whom it acts. Undefined: no such token, or the account is disabled. */
  abstract accountOf(token: string): Promise<string | undefined>;
  /** By name. */
  abstract list(): Promise<readonly Token[]>;
  /** @throws TokenUnknown */
  abstract revoke(name: string): Promise<void>;
  abstract revokeAllOf(account: string): Promise<void>;
}

/** What is kept of a token. */
export interface StoredToken extends Token {
  readonly hash: string;
}

/** Where tokens lie: the rules are in {@link HashedTokens}. */
export abstract class TokenRows {
  abstract find(hash: string): Promise<StoredToken | undefined>;
  /** False where the name is taken. */
  abstract insert(token: StoredToken): Promise<boolean>;
  /** False where there is none. */
  abstract remove(name: string): Promise<boolean>;
  abstract removeAllOf(account: string): Promise<void>;
  abstract all(): Promise<readonly StoredToken[]>;
}

export class MemoryTokenRows extends TokenRows {
  private readonly rows = new Map<string, StoredToken>();

  find(hash: string): Promise<StoredToken | undefined> {
    return Promise.resolve([...this.rows.values()].find((row) => row.hash === hash));
  }

  insert(token: StoredToken): Promise<boolean> {
    const free = !this.rows.has(token.name);
    if (free) this.rows.set(token.name, token);
    return Promise.resolve(free);
  }

  remove(name: string): Promise<boolean> {
    return Promise.resolve(this.rows.delete(name));
  }

  removeAllOf(account: string): Promise<void> {
    for (const row of this.rows.values()) if (row.account === account) this.rows.delete(row.name);
    return Promise.resolve();
  }

  all(): Promise<readonly StoredToken[]> {
    return Promise.resolve([...this.rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
  }
}
