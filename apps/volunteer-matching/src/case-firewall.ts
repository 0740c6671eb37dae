import { Injectable } from '@nestjs/common';
import type { Caller } from '@threekeys/http';
import { Access, notFound, relationsTo, sidesOf } from '@threekeys/http';
import type { CaseRow, Page, VolunteerRow } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';

const pageSize = 1000;

/**
 * 身份隔离: who was found for a case, and who was kept out of it because they have a part in it, tells who reported it. Whoever
 * is of the side that is complained about learns of neither, whatever their role; nor does the time of who works there tell
 * them that there is such a case.
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
    const role = row && this.access.roleFor(caller, 'matching.why', relationsTo(caller, standingOf(row)));
    if (!role) throw notFound();
  }

  /** The number of a case, for who may know that there is such a case. */
  async numberFor(caller: Caller, caseId: string): Promise<string | undefined> {
    const row = await this.models.get<CaseRow>(cases.name, caseId);
    return row && !relationsTo(caller, standingOf(row)).includes('other-side') ? row.number : undefined;
  }

  /** Volunteers as somebody may see them: without what is booked or was served in a case that they are shut out of. */
  async sightFor(caller: Caller): Promise<(row: VolunteerRow) => VolunteerRow> {
    const hidden = await this.hiddenFrom(caller);
    return (row) => (hidden.size === 0 ? row : withoutWorkIn(hidden, row));
  }

  /** Of most people there is no such case at all. */
  private async hiddenFrom(caller: Caller): Promise<ReadonlySet<string>> {
    const hidden = new Set<string>();
    const query = { where: { shutOut: { has: sidesOf(caller) } }, limit: pageSize };
    let page: Page<CaseRow> = await this.models.find(cases.name, query);
    for (;;) {
      for (const { key } of page.rows) hidden.add(key);
      if (page.next === undefined) return hidden;
      page = await this.models.find(cases.name, { ...query, cursor: page.next });
    }
  }
}

function withoutWorkIn(hidden: ReadonlySet<string>, row: VolunteerRow): VolunteerRow {
  const served = row.served.filter(({ caseId }) => caseId === undefined || !hidden.has(caseId));
  return {
    ...row,
    bookings: row.bookings.filter(({ caseId }) => !hidden.has(caseId)),
    served,
    minutesServed: served.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** Nobody asks why because an order is theirs: of the relations only the sides count. */
function standingOf({
  accountablePost: post,
  accountablePerson: person,
  unit,
  compound,
  respondent,
}: CaseRow) {
  return { accountable: { post, person }, unit, compound, respondent, orders: [] };
}
