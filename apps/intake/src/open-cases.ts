import { Injectable } from '@nestjs/common';
import { EventStore } from '@threekeys/event-store';
import type { Caller } from '@threekeys/http';
import { sidesOf, ViewsWait } from '@threekeys/http';
import type { CaseOrder, CaseRow, ColumnFilter } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';

const pageSize = 1000;

/** What lies somewhere, as far as whoever asks may know of it, and whether there is more. */
export interface OpenCasesFound {
  readonly openCases: number;
  readonly hasHiddenCases: boolean;
}

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
  async of(post: string, holder: string | undefined, caller: Caller): Promise<OpenCasesFound> {
    await this.wait.atLeast(await this.store.end());
    const answered = await this.find({ accountablePost: post });
    const theirs = holder === undefined ? [] : await this.find({ people: { has: holder } });
    const worked = theirs.filter(({ orders }) => orders.some((order) => liesWith(post, order)));
    return foundBy(caller, [...answered, ...worked]);
  }

  /** Every case that is in the log now is counted. @throws Problem `views-behind` */
  async inUnit(unit: string, caller: Caller): Promise<OpenCasesFound> {
    await this.wait.atLeast(await this.store.end());
    return foundBy(caller, await this.find({ unit }));
  }

  private async find(where: Readonly<Record<string, ColumnFilter>>): Promise<readonly CaseRow[]> {
    const { rows } = await this.models.find<CaseRow>(cases.name, {
      where: { ...where, open: 1 },
      limit: pageSize,
    });
    return rows.map(({ row }) => row);
  }
}

/** 身份隔离: a count takes off those of whoever counts (docs/decisions/0013). */
function foundBy(caller: Caller, rows: readonly CaseRow[]): OpenCasesFound {
  const own = sidesOf(caller);
  const found = new Map(rows.map((row) => [row.caseId, row]));
  const known = [...found.values()].filter(({ shutOut }) => !shutOut.some((side) => own.includes(side)));
  return { openCases: known.length, hasHiddenCases: known.length < found.size };
}

function liesWith(post: string, { assignee, status }: CaseOrder): boolean {
  return assignee.kind === 'post' && assignee.post === post && live.includes(status);
}

const live: readonly CaseOrder['status'][] = ['dispatched', 'acknowledged', 'handling'];
