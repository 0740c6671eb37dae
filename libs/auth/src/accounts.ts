export interface Account {
  readonly username: string;
  readonly disabled: boolean;
}

/** The name is taken; HTTP 409. */
export class UsernameTaken extends Error {
  constructor(readonly username: string) {
    super(`the username ${username} is taken`);
    this.name = 'UsernameTaken';
  }
}

/** There is no such account; HTTP 404. */
export class AccountUnknown extends Error {
  constructor(readonly username: string) {
    super(`there is no account ${username}`);
    this.name = 'AccountUnknown';
  }
}

/** Of whom a password was right, and by what that is known again. */
export interface Admission {
  readonly username: string;
  /** The hash that is kept of the password. */
  readonly password: string;
}

/** Who may sign in. A mutable store: accounts are no events; grants of roles are. */
export abstract class Accounts {
  /** @throws UsernameTaken also for the names of services and of the operator */
  abstract create(username: string, password: string): Promise<void>;
  /** Several who begin with one password, which is hashed once: that they share it, their rows show. @throws as {@link create} */
  abstract createAll(usernames: readonly string[], password: string): Promise<void>;
  /** Whether this is the password of an enabled account. An unknown name takes as long as a wrong password. */
  async check(username: string, password: string): Promise<boolean> {
    return (await this.admit(username, password)) !== undefined;
  }
  /** The account as its password let somebody in; undefined where {@link check} says no. */
  abstract admit(username: string, password: string): Promise<Admission | undefined>;
  /** Whether it would let them in still: not where the account was disabled since, or has another password. */
  abstract stillAdmits(admission: Admission): Promise<boolean>;
  /** @throws AccountUnknown */
  abstract setPassword(username: string, password: string): Promise<void>;
  /** @throws AccountUnknown */
  abstract disable(username: string): Promise<void>;
  /** Its password of before lets it in again. @throws AccountUnknown */
  abstract enable(username: string): Promise<void>;
  /** Whether there is such an account, and it is not disabled. */
  abstract isEnabled(username: string): Promise<boolean>;
  /** By name. */
  abstract list(): Promise<readonly Account[]>;
}

/** What is kept of an account; `password` is a hash. */
export interface StoredAccount extends Account {
  readonly password: string;
}

/** Where accounts lie: the rules are in {@link HashedAccounts}. */
export abstract class AccountRows {
  abstract find(username: string): Promise<StoredAccount | undefined>;
  /** False where the name is taken. */
  abstract insert(account: StoredAccount): Promise<boolean>;
  /** False where there is none. */
  abstract update(
    username: string,
    change: Partial<Pick<StoredAccount, 'password' | 'disabled'>>,
  ): Promise<boolean>;
  abstract all(): Promise<readonly StoredAccount[]>;
}

export class MemoryAccountRows extends AccountRows {
  private readonly rows = new Map<string, StoredAccount>();

  find(username: string): Promise<StoredAccount | undefined> {
    return Promise.resolve(this.rows.get(username));
  }

  insert(account: StoredAccount): Promise<boolean> {
    const free = !this.rows.has(account.username);
    if (free) this.rows.set(account.username, account);
    return Promise.resolve(free);
  }

  update(username: string, change: Partial<Pick<StoredAccount, 'password' | 'disabled'>>): Promise<boolean> {
    const row = this.rows.get(username);
    if (row) this.rows.set(username, { ...row, ...change });
    return Promise.resolve(row !== undefined);
  }

  all(): Promise<readonly StoredAccount[]> {
    return Promise.resolve([...this.rows.values()].sort((a, b) => (a.username < b.username ? -1 : 1)));
  }
}
