import { Controller } from '@nestjs/common';
import { AccountUnknown, Tokens } from '@threekeys/auth';
import type { CallOf } from '@threekeys/http';
import { Input, Problem, same, Serve } from '@threekeys/http';
import { AccountActs } from './account-acts';
import type { NewToken, TokenList } from './operator.responses';
import { addToken, listTokens, revokeToken } from './routes';

/** Tokens of scripts: each acts as an account and may do what that account may. */
@Controller()
export class TokensController {
  constructor(
    private readonly tokens: Tokens,
    private readonly acts: AccountActs,
  ) {}

  @Serve(listTokens)
  async list(@Input() _call: CallOf<typeof listTokens>): Promise<TokenList> {
    return { tokens: [...(await this.tokens.list())] };
  }

  @Serve(addToken)
  async add(@Input() { body, ...call }: CallOf<typeof addToken>): Promise<NewToken> {
    const { name, account } = body;
    await this.acts.record(call, 'tokens.add', { account, what: `token/${name}` });
    try {
      return { name, account, token: await this.tokens.add(name, account, call.caller.id) };
    } catch (error) {
      throw error instanceof AccountUnknown ? noSuchAccount(account) : error;
    }
  }

  @Serve(revokeToken)
  async revoke(@Input() { params: { name }, ...call }: CallOf<typeof revokeToken>): Promise<void> {
    const account = (await this.tokens.list()).find((each) => each.name === name)?.account;
    const what = `token-revoked/${name}`;
    if (account !== undefined) await this.acts.record(call, 'tokens.revoke', { account, what });
    await this.tokens.revoke(name);
  }
}

const noSuchAccount = (account: string): Problem =>
  new Problem('invalid', {
    errors: [
      {
        pointer: '/account',
        expected: { zh: '一个启用的账号', en: 'an account that is not disabled' },
        got: same(account),
      },
    ],
  });
