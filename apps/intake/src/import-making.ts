import { Injectable } from '@nestjs/common';
import type { CaseCommand } from '@threekeys/domain';
import { accountableFor } from '@threekeys/domain';
import type { Origin } from '@threekeys/event-store';
import { CommandRefused } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import { CaseNumbers } from './case-numbers';
import { CommandHandlers } from './command-handlers';
import type { OutsideCase } from './report.body';
import { Requesters } from './requesters';

/** Makes the command of an entry that is not here yet. */
@Injectable()
export class ImportMaking {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly requesters: Requesters,
    private readonly numbers: CaseNumbers,
  ) {}

  async command(
    outside: OutsideCase,
    { caseId, by }: { caseId: string; by: Origin['by'] },
  ): Promise<Extract<CaseCommand, { type: 'ImportCase' }>> {
    const rules = await this.handlers.rules.current();
    const accountable = accountableFor(by, rules);
    if (accountable === 'no-holder') {
      throw new CommandRefused({ refused: 'PostNotFilled', facts: { post: 'duty-desk' } });
    }
    const { requester } = await this.requesters.from(undefined, {
      commandId: derivedId(caseId, 'import'),
      confidential: false,
    });
    const { origin, externalId, externalParent, outsideStatus, category, channel, summary, address } =
      outside;
    return {
      type: 'ImportCase',
      data: {
        caseId,
        number: await this.numbers.next(rules),
        requester,
        channel,
        ...(category === undefined ? {} : { category }),
        place: { compound: 'outside', ...(address === undefined ? {} : { address }) },
        summary,
        confidential: false,
        accountable,
        origin,
        externalId,
        outsideStatus,
        ...(externalParent === undefined ? {} : { externalParent }),
      },
    };
  }
}
