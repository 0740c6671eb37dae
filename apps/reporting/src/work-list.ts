import { Injectable } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import { Access, notFound, ViewsWait } from '@threekeys/http';
import type { WorkRow } from '@threekeys/read-models';
import { cases, ReadModels, work } from '@threekeys/read-models';
import type { CaseRow } from '@threekeys/read-models';
import type { WorkPage } from './cases.responses';
import type { listWork } from './routes';

const limitByDefault = 50;

/** What somebody has done and has to do. */
@Injectable()
export class WorkList {
  constructor(
    private readonly models: ReadModels,
    private readonly access: Access,
    private readonly wait: ViewsWait,
  ) {}

  async list({ caller, query }: CallOf<typeof listWork>): Promise<WorkPage> {
    const own = [caller.id, caller.volunteerId];
    const person = query.person ?? caller.volunteerId ?? caller.id;
    const relations = own.includes(person) ? ['any', 'self'] : ['any'];
    if (!own.includes(person) && !this.access.roleFor(caller, 'work.list', relations)) throw notFound();
    await this.wait.atLeast(query.atLeast);
    const found = await this.models.find<WorkRow>(work.name, {
      where: { person, ...(query.live === undefined ? {} : { live: Number(query.live) }) },
      sort: [{ column: 'updatedAt', direction: 'descending' }],
      limit: query.limit ?? limitByDefault,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
    });
    const items = found.rows.map(async ({ row }) => ({ ...row, number: await this.numberOf(row.caseId) }));
    return { work: await Promise.all(items), next: found.next };
  }

  private async numberOf(caseId: string): Promise<string | undefined> {
    return (await this.models.get<CaseRow>(cases.name, caseId))?.number;
  }
}
