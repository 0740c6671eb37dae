import { Injectable } from '@nestjs/common';
import { Accounts } from '@threekeys/auth';
import { entryOf } from '@threekeys/domain';
import type { Call, Caller, CommandRoute } from '@threekeys/http';
import { CommandHandlers } from './command-handlers';
import { OpenCases } from './open-cases';

type Facts = Readonly<Record<string, unknown>>;

interface Said {
  readonly post?: string;
  readonly unit?: string;
  readonly person?: string;
  readonly takesOver?: string;
}

/** What the organisation's decider cannot see: open cases, and who can sign in. */
@Injectable()
export class OrganisationFacts {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly openCases: OpenCases,
    private readonly accounts: Accounts,
  ) {}

  /** @throws Problem `views-behind` */
  async about({ command }: CommandRoute, { body, caller }: Call): Promise<Facts> {
    const said = body as Said;
    switch (command) {
      case 'CloseUnit':
        return said.unit === undefined ? {} : { ...(await this.openCases.inUnit(said.unit, caller)) };
      case 'LeavePost':
        return { ...(await this.openAt(said.post, caller)), ...(await this.accountOf(said.takesOver)) };
      case 'FillPost':
      case 'GrantRole':
        return this.accountOf(said.person);
      default:
        return {};
    }
  }

  private async openAt(post: string | undefined, caller: Caller): Promise<Facts> {
    if (post === undefined) return {};
    const { organisation } = await this.handlers.rules.current();
    const { holder, outOfOffice } = entryOf(organisation.posts, post) ?? {};
    return { ...(await this.openCases.of(post, holder ?? outOfOffice, caller)) };
  }

  private async accountOf(person: string | undefined): Promise<Facts> {
    return person === undefined ? {} : { withoutAccount: !(await this.accounts.isEnabled(person)) };
  }
}
