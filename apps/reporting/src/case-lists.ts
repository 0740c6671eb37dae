import { Inject, Injectable } from '@nestjs/common';
import type { Caller, CallOf } from '@threekeys/http';
import { ViewsWait } from '@threekeys/http';
import { RulesSource } from '@threekeys/event-store';
import type { CaseRow, ColumnFilter, Sort } from '@threekeys/read-models';
import { cases, filledPage, placeKeyOf, ReadModels } from '@threekeys/read-models';
import { lineOf } from './case-answers';
import type { CaseLine, CasePage } from './cases.responses';
import { Cursors } from './cursors';
import { saysOf } from './line-search';
import type { casesAtPlace, listAlerts, listCases } from './routes';
import { Sights } from './sight';
import { WordSearch } from './word-search';

type ListCall = Pick<CallOf<typeof listCases>, 'caller' | 'query'>;
type ListQuery = CallOf<typeof listCases>['query'];
type Where = Record<string, ColumnFilter>;

const limitByDefault = 50;
const limitAtPlace = 10;
/** Before every instant. */
const always = '0000';

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
  @Inject() private readonly cursors!: Cursors;
  @Inject() private readonly rules!: RulesSource;

  constructor(
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
    private readonly search: WordSearch,
    private readonly sights: Sights,
  ) {}

  async list(call: ListCall): Promise<CasePage> {
    const { q, sort = 'newest', cursor, limit = limitByDefault, atLeast } = call.query;
    await this.wait.atLeast(atLeast);
    const visible = this.search.visibleTo(call.caller);
    const theirs = this.theirs(call);
    const searched = await this.searched(call.caller, wordsIn(q));
    const found = await filledPage<CaseRow>(this.models, {
      ...theirs,
      ...(searched.tokens && { tokens: searched.tokens }),
      keeps: (row) => theirs.keeps(row) && visible.keeps(row) && searched.keeps(row),
      where: { ...filtersOf(call.query), ...visible.where, ...numberIn(q) },
      sort: sorts[sort],
      limit,
      ...from(cursor),
    });
    return { cases: this.lines(call, found.rows), next: found.next };
  }

  /** By the words of a case or, for who may not search those, by what its line tells them. */
  private async searched(
    caller: Caller,
    words: string | undefined,
  ): Promise<{ tokens?: readonly string[]; keeps: (row: CaseRow) => boolean }> {
    const keeps = () => true;
    if (words === undefined) return { keeps };
    if (this.search.maySearch(caller)) return { tokens: await this.search.tokens(words, caller), keeps };
    return { keeps: saysOf(words, await this.rules.current()) };
  }

  /** Safety first (CASE, rule 2): what is urgent and nobody has in hand. */
  async alerts(call: CallOf<typeof listAlerts>): Promise<CasePage> {
    const { limit = limitByDefault, cursor, atLeast } = call.query;
    await this.wait.atLeast(atLeast);
    const sort: readonly Sort[] = [{ column: 'alertedAt', direction: 'ascending' }];
    const query = { where: { alertedAt: { from: always } }, sort, limit, ...from(cursor) };
    const { rows, next } = await filledPage<CaseRow>(this.models, { ...this.theirs(call), ...query });
    return { cases: this.lines(call, rows), next };
  }

  private lines(call: Pick<ListCall, 'caller'>, rows: readonly CaseRow[]): CaseLine[] {
    return rows.map((row) => lineOf(row, this.sights.inList(call, row)));
  }

  /** Who is of the side that is complained about finds no line of it. */
  private theirs(call: Pick<ListCall, 'caller'>) {
    const keeps = (row: CaseRow) => !this.sights.inList(call, row).isOtherSide;
    return { view: cases.name, keeps, cursors: this.cursors };
  }

  async atPlace(call: CallOf<typeof casesAtPlace>): Promise<CasePage> {
    const { atLeast, cursor, limit = limitAtPlace, ...place } = call.query;
    await this.wait.atLeast(atLeast);
    const { rows, next } = await filledPage<CaseRow>(this.models, {
      ...this.theirs(call),
      where: { placeKey: placeKeyOf(place), open: 1 },
      sort: sorts.newest,
      limit,
      ...from(cursor),
    });
    const lines = rows.map(async (row) => {
      const sight = this.sights.of(call, row, 'JoinCase');
      const [summary] = await sight.words([{ group: 'words', name: 'summary', value: row.summary }]);
      return lineOf(row, sight, { summary });
    });
    return { cases: await Promise.all(lines), next };
  }
}

/** Where the page before ended. */
const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

const isNumber = /^\d{4}-\d{6,9}$/;

function wordsIn(q: string | undefined): string | undefined {
  return q === undefined || isNumber.test(q) ? undefined : q;
}

function numberIn(q: string | undefined): Where {
  return q !== undefined && isNumber.test(q) ? { number: q } : {};
}

function filtersOf({ status, category, unit, accountable, urgency, ...flags }: ListQuery): Where {
  const { open, overdue, keyOverdue } = flags;
  const filters: Record<string, ColumnFilter | undefined> = {
    status,
    category,
    unit,
    urgency,
    accountablePerson: accountable,
    open: open === undefined ? undefined : Number(open),
    overdue: overdue === undefined ? undefined : Number(overdue),
    keyOverdue: keyOverdue === undefined ? undefined : Number(keyOverdue),
  };
  return Object.fromEntries(
    Object.entries(filters).filter((each): each is [string, ColumnFilter] => each[1] !== undefined),
  );
}
