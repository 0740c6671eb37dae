import { Injectable } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import { ViewsWait } from '@threekeys/http';
import type { CaseRow, ColumnFilter, Query, Sort } from '@threekeys/read-models';
import { cases, placeKeyOf, ReadModels } from '@threekeys/read-models';
import { lineOf } from './case-answers';
import type { CasePage } from './cases.responses';
import type { casesAtPlace, listCases } from './routes';
import { Sights } from './sight';
import { WordSearch } from './word-search';

type ListCall = Pick<CallOf<typeof listCases>, 'caller' | 'query'>;
type ListQuery = CallOf<typeof listCases>['query'];
type Where = Record<string, ColumnFilter>;

const limitByDefault = 50;
const limitAtPlace = 10;

const sorts: Readonly<Record<NonNullable<ListQuery['sort']>, readonly Sort[]>> = {
  newest: [{ column: 'reportedAt', direction: 'descending' }],
  oldest: [{ column: 'reportedAt', direction: 'ascending' }],
  due: [{ column: 'nextDueAt', direction: 'ascending' }],
  updated: [{ column: 'updatedAt', direction: 'descending' }],
};

/**
 * Lists of cases. A line has no words: opening fifty people's words to find one case would be fifty openings. Who takes a
 * report is shown those at the same place, to know the matter again.
 */
@Injectable()
export class CaseLists {
  constructor(
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
    private readonly search: WordSearch,
    private readonly sights: Sights,
  ) {}

  async list(call: ListCall): Promise<CasePage> {
    const { q, sort = 'newest', cursor, limit = limitByDefault, atLeast } = call.query;
    await this.wait.atLeast(atLeast);
    const words = wordsIn(q);
    if (words !== undefined && !this.search.maySearch(call.caller)) return { cases: [] };
    const found = await this.models.find<CaseRow>(cases.name, {
      where: { ...filtersOf(call.query), ...this.search.visibleTo(call.caller), ...numberIn(q) },
      ...(words === undefined ? {} : { tokens: await this.search.tokens(words, call.caller) }),
      sort: sorts[sort],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const lines = found.rows.map(({ row }) => lineOf(row, this.sights.inList(call, row)));
    return { cases: lines, next: found.next };
  }

  async atPlace(call: CallOf<typeof casesAtPlace>): Promise<CasePage> {
    const { atLeast, ...place } = call.query;
    await this.wait.atLeast(atLeast);
    const query: Query = {
      where: { placeKey: placeKeyOf(place), open: 1 },
      sort: sorts.newest,
      limit: limitAtPlace,
    };
    const { rows } = await this.models.find<CaseRow>(cases.name, query);
    const lines = rows.map(async ({ row }) => {
      const sight = this.sights.of(call, row, 'JoinCase');
      const [summary] = await sight.words([{ group: 'words', name: 'summary', value: row.summary }]);
      return lineOf(row, sight, { summary });
    });
    return { cases: await Promise.all(lines) };
  }
}

const isNumber = /^\d{4}-\d{6,9}$/;

function wordsIn(q: string | undefined): string | undefined {
  return q === undefined || isNumber.test(q) ? undefined : q;
}

function numberIn(q: string | undefined): Where {
  return q !== undefined && isNumber.test(q) ? { number: q } : {};
}

function filtersOf({ status, category, unit, accountable, urgency, open, overdue }: ListQuery): Where {
  const filters: Record<string, ColumnFilter | undefined> = {
    status,
    category,
    unit,
    urgency,
    accountablePerson: accountable,
    open: open === undefined ? undefined : Number(open),
    overdue: overdue === undefined ? undefined : Number(overdue),
  };
  return Object.fromEntries(
    Object.entries(filters).filter((each): each is [string, ColumnFilter] => each[1] !== undefined),
  );
}
