import { Injectable } from '@nestjs/common';
import type { Caller, CallOf } from '@threekeys/http';
import { Access, notFound, ViewsWait } from '@threekeys/http';
import type { WorkRow } from '@threekeys/read-models';
import { cases, ReadModels, work } from '@threekeys/read-models';
import type { CaseRow } from '@threekeys/read-models';
import type { WorkPage } from './cases.responses';
import type { listWork } from './routes';
import { namesOf } from './word-search';

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
    const { live, cursor, limit = limitByDefault, atLeast } = query;
    const person = this.peopleFor(caller, query.person);
    await this.wait.atLeast(atLeast);
    const found = await this.models.find<WorkRow>(work.name, {
      where: { person, ...(live === undefined ? {} : { live: Number(live) }) },
      sort: [{ column: 'updatedAt', direction: 'descending' }],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const items = found.rows.map(async ({ row }) => ({ ...row, number: await this.numberOf(row.caseId) }));
    return { work: await Promise.all(items), next: found.next };
  }

  /** Everybody may see their own. @throws Problem `not-found` */
  private peopleFor(caller: Caller, asked: string | undefined): readonly string[] {
    const own = namesOf(caller);
    if (asked === undefined) return own;
    if (!own.includes(asked) && !this.access.roleFor(caller, 'work.list', ['any'])) throw notFound();
    return [asked];
  }

  private async numberOf(caseId: string): Promise<string | undefined> {
    return (await this.models.get<CaseRow>(cases.name, caseId))?.number;
  }
}
