import type { GlobalPosition } from '@threekeys/event-store';
import {
  checkedQuery,
  checkedWhere,
  cursorAt,
  everyRow,
  isAbsent,
  orderOf,
  ReadModels,
  typeOf,
} from '@threekeys/read-models';
import type {
  CheckedQuery,
  Counts,
  Page,
  Place,
  Projection,
  Query,
  Row,
  RowChange,
  StoredRow,
  Value,
} from '@threekeys/read-models';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SqlQuery } from './drivers';
import { conditionsToWeigh, weighingQuery } from './drivers';
import { Generations } from './generations';
import { openViews } from './open-views';
import { Statements } from './statements';
import type { TableShape } from './table-shape';
import { countQuery, pageQueries } from './view-query';

type Found = Place & { readonly id: number };

const rowsPerScan = 500;
/** Above it a token or a value is common, and how common does not matter. */
const rarityMax = 2000;

/**
 * Views in one SQLite file that may be deleted at any time. Rows and checkpoint commit together; a power cut may lose the
 * last commits of both (`synchronous=NORMAL`), which the log then gives again.
 */
export class SqliteReadModels extends ReadModels {
  private readonly statements: Statements;
  private readonly generations: Generations;

  private constructor(file: string) {
    super();
    this.statements = new Statements(openViews(file));
    this.generations = new Generations(this.statements);
  }

  static open(file: string): Promise<SqliteReadModels> {
    return Promise.resolve().then(() => new SqliteReadModels(file));
  }

  async prepare(projections: readonly Projection[]): Promise<void> {
    return this.written(() => {
      for (const projection of projections) this.generations.prepare(projection);
    });
  }

  async checkpoint(view: string): Promise<GlobalPosition | undefined> {
    return Promise.resolve(this.generations.checkpoint(this.generations.written(view)));
  }

  async rows(view: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> {
    const { table } = this.generations.written(view);
    const found = new Map<string, StoredRow>();
    for (const key of keys) {
      const row = table.row(key);
      if (row !== undefined) found.set(key, row);
    }
    return Promise.resolve(found);
  }

  async keysOf(view: string, stream: string): Promise<readonly string[]> {
    return Promise.resolve(this.generations.written(view).table.keysOf(stream));
  }

  async apply(
    view: string,
    changes: readonly RowChange[],
    checkpoint: GlobalPosition | undefined,
  ): Promise<void> {
    const generation = this.generations.written(view);
    return this.written(() => {
      generation.table.apply(changes);
      if (checkpoint !== undefined) this.generations.moveCheckpoint(generation, checkpoint);
    });
  }

  async index(view: string, entries: readonly { key: string; tokens: readonly string[] }[]): Promise<void> {
    const { table } = this.generations.written(view);
    return this.written(() => table.index(entries));
  }

  async misindexed(
    view: string,
    entries: readonly { key: string; tokens: readonly string[] }[],
  ): Promise<readonly string[]> {
    return Promise.resolve(this.generations.written(view).table.misindexed(entries));
  }

  async strayTokens(view: string): Promise<readonly string[]> {
    return Promise.resolve(this.generations.written(view).table.tokenAudit()?.strays() ?? []);
  }

  async get<R extends Row>(view: string, key: string): Promise<R | undefined> {
    const found = this.generations.read(view).table.row(key);
    return Promise.resolve((found?.row ?? undefined) as R | undefined);
  }

  async find<R extends Row>(view: string, query: Query): Promise<Page<R>> {
    const { table } = this.generations.read(view);
    const checked = checkedQuery(table.shape.projection, query);
    const { sort, keyDirection, limit } = checked;
    const places = this.pages(table.shape, checked)
      .flatMap((each) => this.places(each, sort.length))
      .sort(orderOf(sort, keyDirection));
    const page = places.slice(0, limit);
    const last = page.at(-1);
    const rows = page.map(({ id }) => table.byId(id)).filter((each) => each !== undefined);
    return Promise.resolve({
      rows: rows.map((each) => ({ ...each, row: each.row as R })),
      ...(last !== undefined && places.length > limit ? { next: cursorAt(sort, last) } : {}),
    });
  }

  async count(
    view: string,
    column: string | undefined,
    query: Pick<Query, 'where' | 'tokens'>,
  ): Promise<Counts> {
    const { shape } = this.generations.read(view).table;
    if (column !== undefined) typeOf(shape.projection, column);
    const checked = checkedWhere(shape.projection, query);
    const { sql, parameters } = countQuery(shape, column, {
      ...checked,
      tokens: this.rarestFirst(shape, checked.tokens),
    });
    const counted = this.statements.all(sql, ...parameters) as readonly { value: Value; rows: number }[];
    if (column === undefined) return Promise.resolve(new Map(counted.map(({ rows }) => [everyRow, rows])));
    return Promise.resolve(
      new Map(counted.filter(({ value }) => !isAbsent(value)).map(({ value, rows }) => [value, rows])),
    );
  }

  async *scan(view: string): AsyncIterable<StoredRow & { key: string }> {
    let last: string | undefined;
    for (;;) {
      const rows = this.generations.written(view).table.after(last, rowsPerScan);
      yield* rows;
      last = rows.at(-1)?.key;
      if (rows.length < rowsPerScan) return;
      await nextTurn();
    }
  }

  async reset(view: string): Promise<void> {
    return this.written(() => this.generations.reset(view));
  }

  async takeOver(view: string): Promise<void> {
    for (const index of this.generations.missingIndexes(view)) {
      this.statements.database.exec(index);
      await nextTurn();
    }
    return this.written(() => this.generations.takeOver(view));
  }

  close(): Promise<void> {
    this.statements.database.close();
    return Promise.resolve();
  }

  /** How SQLite would find a page: one line per step. */
  explain(view: string, query: Query): readonly string[] {
    const { shape } = this.generations.read(view).table;
    return this.pages(shape, checkedQuery(shape.projection, query)).flatMap(({ sql, parameters }) =>
      this.statements
        .all(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
        .map((step) => (step as { detail: string }).detail),
    );
  }

  private pages(shape: TableShape, query: CheckedQuery): readonly SqlQuery[] {
    const tokens = this.rarestFirst(shape, query.tokens);
    return pageQueries(shape, query, tokens, (one) => this.leavesMany(shape, one));
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

  private places({ sql, parameters }: SqlQuery, values: number): readonly Found[] {
    const found = this.statements.all(sql, ...parameters) as readonly Readonly<Record<string, Value>>[];
    return found.map((each) => ({
      id: Number(each['id']),
      key: String(each['key']),
      values: Array.from({ length: values }, (_, i) => each[`v${i}`] ?? ''),
    }));
  }

  private rarestFirst({ search }: TableShape, tokens: readonly string[]): readonly string[] {
    if (search === undefined || tokens.length < 2) return tokens;
    const sql = `SELECT count(*) AS rows FROM (SELECT 1 FROM ${search.tokens} WHERE token = ? LIMIT ${rarityMax})`;
    const rowsOf = (token: string): number => (this.statements.first(sql, token) as { rows: number }).rows;
    const rows = new Map(tokens.map((token) => [token, rowsOf(token)]));
    return tokens.toSorted((a, b) => (rows.get(a) ?? 0) - (rows.get(b) ?? 0));
  }

  /** One transaction: all of it or nothing. */
  private written(work: () => void): Promise<void> {
    this.statements.database.transaction(work).immediate();
    return Promise.resolve();
  }
}
