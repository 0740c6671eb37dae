import type { Account, AccountRows, Admission } from './accounts';
import { Accounts, AccountUnknown, UsernameTaken } from './accounts';
import { hashPassword, isPassword } from './password-hash';
import type { HashCost } from './password-hash';
import { isReservedName } from './reserved-names';

/** Accounts whose passwords are kept as scrypt hashes. */
export class HashedAccounts extends Accounts {
  /** Compared with where there is no such account, so that it takes as long. */
  private decoy: Promise<string> | undefined;

  /** @param cost of each hash that is made; absent: the usual one */
  constructor(
    private readonly rows: AccountRows,
    private readonly cost?: HashCost,
  ) {
    super();
  }

  create(username: string, password: string): Promise<void> {
    return this.createAll([username], password);
  }

  async createAll(usernames: readonly string[], password: string): Promise<void> {
    const reserved = usernames.find(isReservedName);
    if (reserved !== undefined) throw new UsernameTaken(reserved);
    const hash = await hashPassword(password, this.cost);
    for (const username of usernames)
      if (!(await this.rows.insert({ username, password: hash, disabled: false })))
        throw new UsernameTaken(username);
  }

  async admit(username: string, password: string): Promise<Admission | undefined> {
    const account = await this.rows.find(username);
    this.decoy ??= hashPassword('nobody signs in with this', this.cost);
    const right = await isPassword(password, account?.password ?? (await this.decoy));
    return right && account && !account.disabled ? { username, password: account.password } : undefined;
  }

  async stillAdmits({ username, password }: Admission): Promise<boolean> {
    const account = await this.rows.find(username);
    return account?.disabled === false && account.password === password;
  }

  async isEnabled(username: string): Promise<boolean> {
    return (await this.rows.find(username))?.disabled === false;
  }

  async setPassword(username: string, password: string): Promise<void> {
    const hash = await hashPassword(password, this.cost);
    if (!(await this.rows.update(username, { password: hash }))) throw new AccountUnknown(username);
  }

  disable(username: string): Promise<void> {
    return this.setDisabled(username, true);
  }

  enable(username: string): Promise<void> {
    return this.setDisabled(username, false);
  }

  async list(): Promise<readonly Account[]> {
    return (await this.rows.all()).map(({ username, disabled }) => ({ username, disabled }));
  }

  private async setDisabled(username: string, disabled: boolean): Promise<void> {
    if (!(await this.rows.update(username, { disabled }))) throw new AccountUnknown(username);
  }
}
