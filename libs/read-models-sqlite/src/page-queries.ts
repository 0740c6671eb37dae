import { orderOf } from '@threekeys/read-models';
import type { CheckedQuery, Place, Value } from '@threekeys/read-models';
import type { SqlQuery } from './drivers';
import { conditionsToWeigh, weighingQuery } from './drivers';
import type { Statements } from './statements';
import type { TableShape } from './table-shape';
import { pageQueries } from './view-query';

/** Above it a token or a value is common, and how common does not matter. */
const rarityMax = 2000;

type Found = Place & { readonly id: number; readonly lastRevision: number };

/** The statements of a page, chosen by how many rows its tokens and conditions leave. */
export class PageQueries {
  constructor(private readonly statements: Statements) {}

  pages(shape: TableShape, query: CheckedQuery): readonly SqlQuery[] {
    const tokens = this.rarestFirst(shape, query.tokens);
    return pageQueries(shape, query, tokens, (one) => this.leavesMany(shape, one));
  }

  /** How SQLite would find a page: one line per step. */
  explain(shape: TableShape, query: CheckedQuery): readonly string[] {
    return this.pages(shape, query).flatMap(({ sql, parameters }) =>
      this.statements
        .all(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
        .map((step) => (step as { detail: string }).detail),
    );
  }

  private leavesMany(shape: TableShape, query: CheckedQuery): boolean {
    const weighed = conditionsToWeigh(shape, query);
    return weighed.length > 0 && weighed.every((each) => this.isMany(weighingQuery(shape, each, rarityMax)));
  }

  private isMany(counting: SqlQuery | undefined): boolean {
    if (counting === undefined) return true;
    const counted = this.statements.first(counting.sql, ...counting.parameters) as { rows: number };
    return counted.rows >= rarityMax;
  }

  rarestFirst({ search }: TableShape, tokens: readonly string[]): readonly string[] {
    if (search === undefined || tokens.length < 2) return tokens;
    const sql = `SELECT count(*) AS rows FROM (SELECT 1 FROM ${search.tokens} WHERE token = ? LIMIT ${rarityMax})`;
    const rowsOf = (token: string): number => (this.statements.first(sql, token) as { rows: number }).rows;
    const rows = new Map(tokens.map((token) => [token, rowsOf(token)]));
    return tokens.toSorted((a, b) => (rows.get(a) ?? 0) - (rows.get(b) ?? 0));
  }

  /** The rows of a page and at least one more, where there is one: each once, in their order. */
  places(shape: TableShape, query: CheckedQuery): readonly Found[] {
    return this.pages(shape, query)
      .flatMap((each) => this.placesOf(each, query.sort.length))
      .sort(orderOf(query.sort, query.keyDirection))
      .filter(({ id }, i, all) => id !== all[i - 1]?.id);
  }

  private placesOf({ sql, parameters }: SqlQuery, values: number): readonly Found[] {
    const found = this.statements.all(sql, ...parameters) as readonly Readonly<Record<string, Value>>[];
    return found.map((each) => ({
      id: Number(each['id']),
      key: String(each['key']),
      lastRevision: Number(each['revision']),
      values: Array.from({ length: values }, (_, i) => each[`v${i}`] ?? ''),
    }));
  }
}
