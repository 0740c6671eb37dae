import { Inject, Injectable } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import { ViewsWait } from '@threekeys/http';
import type { CaseRow, ColumnFilter } from '@threekeys/read-models';
import { cases, filledPage, ReadModels } from '@threekeys/read-models';
import type { PastCasePage } from './as-of.responses';
import { lineOf } from './case-answers';
import { CaseFiles } from './case-file';
import { Cursors } from './cursors';
import type { listPastCases } from './routes';
import { Sights } from './sight';
import type { VisibleCases } from './visible-cases';
import { WordSearch } from './word-search';

const limitByDefault = 50;

type Asked = CallOf<typeof listPastCases>['query'];

/**
 * Lists of cases as they were known at an instant, by folding each case's history up to there: one case after the other,
 * so that memory holds a page. Who may see which case, and what of it, is decided by how they stand to it today.
 */
@Injectable()
export class PastCases {
  @Inject() private readonly models!: ReadModels;
  @Inject() private readonly files!: CaseFiles;
  @Inject() private readonly wait!: ViewsWait;
  @Inject() private readonly search!: WordSearch;
  @Inject() private readonly sights!: Sights;
  @Inject() private readonly cursors!: Cursors;

  async list(call: CallOf<typeof listPastCases>): Promise<PastCasePage> {
    const { query } = call;
    await this.wait.atLeast(query.atLeast);
    const visible = this.search.visibleTo(call.caller);
    const { rows, next } = await this.reportedBy(call, visible);
    const page: PastCasePage = { asOf: query.asOf, cases: [], eventsRead: 0, ...(next ? { next } : {}) };
    for (const now of rows) {
      const { row: then, read } = await this.files.rowAsOf(now.caseId, query.asOf);
      page.eventsRead += read;
      if (then && isAsked(then, query)) page.cases.push(lineOf(then, this.sights.inList(call, now)));
    }
    return page;
  }

  /** What was reported later was not known then; what was entered late drops out when its history is read. */
  private reportedBy(call: CallOf<typeof listPastCases>, visible: VisibleCases) {
    const { asOf, cursor, limit = limitByDefault, sort = 'newest' } = call.query;
    const before: ColumnFilter = { to: justAfter(asOf) };
    return filledPage<CaseRow>(this.models, {
      view: cases.name,
      cursors: this.cursors,
      keeps: (row) => !this.sights.inList(call, row).isOtherSide && visible.keeps(row),
      where: { reportedAt: before, ...visible.where },
      sort: [{ column: 'reportedAt', direction: sort === 'newest' ? 'descending' : 'ascending' }],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
  }
}

function isAsked(row: CaseRow, { status, category, unit, urgency, accountable, open }: Asked): boolean {
  return (
    isOneOf(status, row.status) &&
    isOneOf(category, row.category) &&
    isOneOf(unit, row.unit) &&
    isOneOf(urgency, row.urgency) &&
    (accountable === undefined || accountable === row.accountablePerson) &&
    (open === undefined || open === row.open)
  );
}

function isOneOf(asked: readonly string[] | undefined, value: string | undefined): boolean {
  return asked === undefined || (value !== undefined && asked.includes(value));
}

/** The least instant greater than this one. */
export function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}
