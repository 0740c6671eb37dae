import type { Clock } from '@threekeys/event-store';
import { createHash, randomBytes } from 'node:crypto';
import { AccountUnknown } from './accounts';
import type { AccountRows } from './accounts';
import { TokenNameTaken, Tokens, TokenUnknown } from './tokens';
import type { Token, TokenRows } from './tokens';

/** By it a token is recognised where it should not be: in a log, in a repository. */
const mark = 'tk_';
/** 256 random bits need no slow hash: nobody guesses them. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Tokens of which only a hash is kept; each ends with its account. */
export class HashedTokens extends Tokens {
  constructor(
    private readonly rows: TokenRows,
    private readonly accounts: AccountRows,
    private readonly clock: Clock,
  ) {
    super();
  }

  async add(name: string, account: string, createdBy: string): Promise<string> {
    if (!(await this.isEnabled(account))) throw new AccountUnknown(account);
    const token = mark + randomBytes(32).toString('base64url');
    const row = { name, account, createdAt: this.clock.now(), createdBy, hash: hashOf(token) };
    if (!(await this.rows.insert(row))) throw new TokenNameTaken(name);
    return token;
  }

  async accountOf(token: string): Promise<string | undefined> {
    const row = await this.rows.find(hashOf(token));
    return row && (await this.isEnabled(row.account)) ? row.account : undefined;
  }

  async list(): Promise<readonly Token[]> {
    return (await this.rows.all()).map(({ hash: _hash, ...token }) => token);
  }

  async revoke(name: string): Promise<void> {
    if (!(await this.rows.remove(name))) throw new TokenUnknown(name);
  }

  revokeAllOf(account: string): Promise<void> {
    return this.rows.removeAllOf(account);
  }

  private async isEnabled(account: string): Promise<boolean> {
    return (await this.accounts.find(account))?.disabled === false;
  }
}
