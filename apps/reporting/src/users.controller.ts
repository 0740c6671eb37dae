import { Controller } from '@nestjs/common';
import { Accounts, Sessions } from '@threekeys/auth';
import { RulesSource } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { Input, Serve } from '@threekeys/http';
import type { Users } from './operator.responses';
import { addUser, disableUser, listUsers, setPassword } from './routes';

/** Accounts. What they may do are grants of roles, which are events of the organisation. */
@Controller()
export class UsersController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly rules: RulesSource,
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
        posts: Object.keys(posts).filter((post) => posts[post]?.holder === username),
      })),
    };
  }

  @Serve(addUser)
  add(@Input() { body }: CallOf<typeof addUser>): Promise<void> {
    return this.accounts.create(body.username, body.password);
  }

  @Serve(disableUser)
  async disable(@Input() { params }: CallOf<typeof disableUser>): Promise<void> {
    await this.accounts.disable(params.username);
    await this.sessions.endAllOf(params.username);
  }

  @Serve(setPassword)
  async setPassword(@Input() { params, body }: CallOf<typeof setPassword>): Promise<void> {
    await this.accounts.setPassword(params.username, body.password);
    await this.sessions.endAllOf(params.username);
  }
}
