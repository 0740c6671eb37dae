import { Injectable } from '@nestjs/common';
import type { Caller } from '@threekeys/http';
import { Access, notFound, relationsTo } from '@threekeys/http';
import type { CaseRow } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';

/**
 * 身份隔离: who was found for a case, and who was kept out of it because they have a part in it, tells who reported it. Whoever
 * is of the side that is complained about learns of neither, whatever their role.
 */
@Injectable()
export class CaseFirewall {
  constructor(
    private readonly models: ReadModels,
    private readonly access: Access,
  ) {}

  /** @throws Problem `not-found` where there is no such case for this caller */
  async assertMayAskWhy(caller: Caller, caseId: string): Promise<void> {
    const row = await this.models.get<CaseRow>(cases.name, caseId);
    const role = row && this.access.roleFor(caller, 'matching.why', relationsTo(caller, sidesOf(row)));
    if (!role) throw notFound();
  }

  /** The number of a case, for who may know that there is such a case. */
  async numberFor(caller: Caller, caseId: string): Promise<string | undefined> {
    const row = await this.models.get<CaseRow>(cases.name, caseId);
    return row && !relationsTo(caller, sidesOf(row)).includes('other-side') ? row.number : undefined;
  }
}

/** Nobody asks why because an order is theirs: of the relations only the sides count. */
function sidesOf({ accountablePost: post, accountablePerson: person, unit, compound, respondent }: CaseRow) {
  return { accountable: { post, person }, unit, compound, respondent, orders: [] };
}
