import { Controller, Inject } from '@nestjs/common';
import { Accounts, Sessions, Tokens } from '@threekeys/auth';
import type { Organisation } from '@threekeys/domain';
import { refuse } from '@threekeys/domain';
import { CommandRefused, RulesSource } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { Input, Serve } from '@threekeys/http';
import { AccountActs } from './account-acts';
import type { Users } from './operator.responses';
import { addUser, disableUser, enableUser, listUsers, setPassword } from './routes';

/** Accounts. What they may do are grants of roles, which are events of the organisation. */
@Controller()
export class UsersController {
  @Inject() private readonly tokens!: Tokens;

  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly rules: RulesSource,
    private readonly acts: AccountActs,
  ) {}

  @Serve(listUsers)
  async list(@Input() _call: CallOf<typeof listUsers>): Promise<Users> {
    const { grants, posts } = (await this.rules.current()).organisation;
    const accounts = await this.accounts.list();
    return {
      users: accounts.map(({ username, disabled }) => ({
        username,
        disabled,
        roles: [...new Set(grants.filter(({ person }) => person === username).map(({ role }) => role))],
        posts: postsOf(username, posts),
      })),
    };
  }

  @Serve(addUser)
  async add(@Input() { body, ...call }: CallOf<typeof addUser>): Promise<void> {
    await this.acts.record(call, 'users.add', { account: body.username, what: 'account' });
    await this.accounts.create(body.username, body.password);
  }

  /** Whoever cannot sign in answers for nothing: posts are left first, with a hand-over where cases are open. Roles may stay. */
  @Serve(disableUser)
  async disable(@Input() { params, ...call }: CallOf<typeof disableUser>): Promise<void> {
    await this.unlessPosts(params.username);
    await this.acts.record(call, 'users.disable', { account: params.username, what: 'disabled' });
    await this.accounts.disable(params.username);
    await this.sessions.endAllOf(params.username);
  }

  private async unlessPosts(person: string): Promise<void> {
    const posts = postsOf(person, (await this.rules.current()).organisation.posts);
    if (posts.length > 0)
      throw new CommandRefused(refuse('AccountHoldsPosts', { person, posts: posts.join(', ') }));
  }

  /** What let somebody in beside the password has ended with the account, and does not come back with it. */
  @Serve(enableUser)
  async enable(@Input() { params: { username }, ...call }: CallOf<typeof enableUser>): Promise<void> {
    await this.acts.record(call, 'users.enable', { account: username, what: 'enabled' });
    if (await this.accounts.isEnabled(username)) return;
    await this.tokens.revokeAllOf(username);
    await this.sessions.endAllOf(username);
    await this.accounts.enable(username);
  }

  @Serve(setPassword)
  async setPassword(@Input() { params, body, ...call }: CallOf<typeof setPassword>): Promise<void> {
    await this.acts.record(call, 'users.password', { account: params.username, what: 'password' });
    await this.accounts.setPassword(params.username, body.password);
    await this.sessions.endAllOf(params.username);
  }
}

function postsOf(person: string, posts: Organisation['posts']): string[] {
  return Object.keys(posts).filter((post) => posts[post]?.holder === person);
}
