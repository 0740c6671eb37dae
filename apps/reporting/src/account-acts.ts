import type { RoutePermission } from '@threekeys/auth';
import { Injectable } from '@nestjs/common';
import type { Call } from '@threekeys/http';
import { Access, actorOf, notFound } from '@threekeys/http';
import type { AccountAct } from '@threekeys/privacy';
import { RevealGate } from '@threekeys/privacy';

/** Who can act as somebody else by what they did to an account is in the access log, before it is done. */
@Injectable()
export class AccountActs {
  constructor(
    private readonly access: Access,
    private readonly gate: RevealGate,
  ) {}

  /** @throws AccessNotRecorded */
  async record(
    { caller }: Pick<Call, 'caller'>,
    permission: RoutePermission,
    act: Omit<AccountAct, 'actor'>,
  ): Promise<void> {
    const role = this.access.roleFor(caller, permission, ['any']);
    if (!role) throw notFound();
    await this.gate.administered({ ...act, actor: actorOf(caller, role) });
  }
}
