import { Inject, Injectable } from '@nestjs/common';
import type { Caller, CallOf } from '@threekeys/http';
import { Access, notFound, ViewsWait } from '@threekeys/http';
import type { CaseRow, WorkRow } from '@threekeys/read-models';
import { cases, filledPage, ReadModels, work } from '@threekeys/read-models';
import type { WorkPage } from './cases.responses';
import { Cursors } from './cursors';
import type { listWork } from './routes';
import { Sights } from './sight';
import { namesOf } from './visible-cases';

const limitByDefault = 50;

/** What somebody has done and has to do, of cases that do not keep out who asks. */
@Injectable()
export class WorkList {
  @Inject() private readonly cursors!: Cursors;

  constructor(
    private readonly models: ReadModels,
    private readonly access: Access,
    private readonly wait: ViewsWait,
    private readonly sights: Sights,
  ) {}

  async list(call: CallOf<typeof listWork>): Promise<WorkPage> {
    const { live, cursor, limit = limitByDefault, atLeast } = call.query;
    const person = this.peopleFor(call.caller, call.query.person);
    await this.wait.atLeast(atLeast);
    const numbers = new Map<string, string>();
    const { rows, next } = await filledPage<WorkRow>(this.models, {
      view: work.name,
      cursors: this.cursors,
      keeps: async ({ caseId }) => {
        const row = await this.models.get<CaseRow>(cases.name, caseId);
        if (!row || this.sights.inList(call, row).isOtherSide) return false;
        numbers.set(caseId, row.number);
        return true;
      },
      where: { person, ...(live === undefined ? {} : { live: Number(live) }) },
      sort: [{ column: 'updatedAt', direction: 'descending' }],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { work: rows.map((row) => ({ ...row, number: numbers.get(row.caseId) })), next };
  }

  /** Everybody may see their own. @throws Problem `not-found` */
  private peopleFor(caller: Caller, asked: string | undefined): readonly string[] {
    const own = namesOf(caller);
    if (asked === undefined) return own;
    if (!own.includes(asked) && !this.access.roleFor(caller, 'work.list', ['any'])) throw notFound();
    return [asked];
  }
}
