import { Injectable } from '@nestjs/common';
import { EventStore } from '@threekeys/event-store';
import { ViewsWait } from '@threekeys/http';
import type { CaseOrder, CaseRow, ColumnFilter } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';

const pageSize = 1000;

/** Counts the open cases that lie with a post, which answers for them or has work in them, or with a unit. */
@Injectable()
export class OpenCases {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
  ) {}

  /**
   * Every case that is in the log now is counted. One that is reported between this count and the append of `PostLeft` is
   * not, and still ends right: it names who held the post when it came in, and whoever fills the post next takes it over
   * like any other (`whenPostFilled` in dispatch).
   * @param holder who holds the post now @throws Problem `views-behind`
   */
  async of(post: string, holder: string | undefined): Promise<number> {
    await this.wait.atLeast(await this.store.end());
    const answered = await this.find({ accountablePost: post });
    const theirs = holder === undefined ? [] : await this.find({ people: { has: holder } });
    const worked = theirs.filter(({ orders }) => orders.some((order) => liesWith(post, order)));
    return new Set([...answered, ...worked].map(({ caseId }) => caseId)).size;
  }

  /** Every case that is in the log now is counted. @throws Problem `views-behind` */
  async inUnit(unit: string): Promise<number> {
    await this.wait.atLeast(await this.store.end());
    return (await this.find({ unit })).length;
  }

  private async find(where: Readonly<Record<string, ColumnFilter>>): Promise<readonly CaseRow[]> {
    const { rows } = await this.models.find<CaseRow>(cases.name, {
      where: { ...where, open: 1 },
      limit: pageSize,
    });
    return rows.map(({ row }) => row);
  }
}

function liesWith(post: string, { assignee, status }: CaseOrder): boolean {
  return assignee.kind === 'post' && assignee.post === post && live.includes(status);
}

const live: readonly CaseOrder['status'][] = ['dispatched', 'acknowledged', 'handling'];
