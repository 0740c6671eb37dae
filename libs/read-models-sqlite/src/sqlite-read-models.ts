import type { GlobalPosition } from '@threekeys/event-store';
import {
  checkedQuery,
  checkedWhere,
  cursorAt,
  everyRow,
  isAbsent,
  ReadModels,
  typeOf,
} from '@threekeys/read-models';
import type {
  BuiltHalts,
  BulkBuild,
  Counts,
  IndexAll,
  Page,
  Projection,
  Query,
  Row,
  StoredRow,
  Value,
  ViewChanges,
  ViewParity,
} from '@threekeys/read-models';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BulkBuilder } from './bulk-builder';
import { Generations, type Side } from './generations';
import { LogStreams } from './log-streams';
import { openViews } from './open-views';
import { PageQueries } from './page-queries';
import { parityBetween } from './parity';
import { Statements } from './statements';
import type { Threads } from './thread';
import { TokenBuild } from './token-build';
import { countQuery } from './view-query';

const rowsPerScan = 500;

export interface SqliteReadModelsOptions {
  /** The log that whole builds are made from. Default: the one beside the views. */
  readonly logFile?: string;
  readonly threads?: Threads;
  /** Nothing is made, mended or built: as `verify` needs it. */
  readonly readOnly?: boolean;
  /** Where only is read. Default: what answers. */
  readonly side?: Side;
}

/**
 * Views in one SQLite file that may be deleted at any time. Rows and checkpoint commit together; a power cut may lose the
 * last commits of both (`synchronous=NORMAL`), which the log then gives again.
 */
export class SqliteReadModels extends ReadModels {
  private readonly statements: Statements;
  private readonly generations: Generations;
  private readonly queries: PageQueries;

  private constructor(
    private readonly file: string,
    private readonly options: SqliteReadModelsOptions,
  ) {
    super();
    this.statements = new Statements(openViews(file, options.readOnly));
    this.generations = new Generations(this.statements, options.side);
    this.queries = new PageQueries(this.statements);
  }

  static open(file: string, options: SqliteReadModelsOptions = {}): Promise<SqliteReadModels> {
    return Promise.resolve().then(() => new SqliteReadModels(file, options));
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

  apply(...[view, changes, checkpoint]: Parameters<ReadModels['apply']>): Promise<void> {
    return this.applyAll([{ view, changes, checkpoint }]);
  }

  /** A commit costs as much as some rows: an event that moves eight views has one. */
  override async applyAll(changed: readonly ViewChanges[]): Promise<void> {
    return this.written(() => {
      for (const { view, changes, checkpoint } of changed) {
        const generation = this.generations.written(view);
        generation.table.apply(changes);
        if (checkpoint !== undefined) this.generations.moveCheckpoint(generation, checkpoint);
      }
    });
  }

  async index(view: string, entries: readonly { key: string; tokens: readonly string[] }[]): Promise<void> {
    return this.written(() => this.generations.written(view).table.index(entries));
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

  async misfiled(view: string): Promise<readonly string[]> {
    return Promise.resolve(this.generations.written(view).table.misfiled());
  }

  override async indexAll(view: string, run: IndexAll): Promise<boolean> {
    const { shape } = this.generations.written(view).table;
    const { statements, options } = this;
    await new TokenBuild({ statements, threads: options.threads }, shape, run).all();
    return true;
  }

  async get<R extends Row>(view: string, key: string): Promise<R | undefined> {
    const found = this.generations.read(view).table.row(key);
    return Promise.resolve((found?.row ?? undefined) as R | undefined);
  }

  async find<R extends Row>(view: string, query: Query): Promise<Page<R>> {
    const { table } = this.generations.read(view);
    const checked = checkedQuery(table.shape.projection, query);
    const { sort, limit } = checked;
    const places = this.queries.places(table.shape, checked);
    const page = places.slice(0, limit);
    const last = page.at(-1);
    const rows = page.flatMap(({ id, key, lastRevision, values }) => {
      const row = table.rowAt(id, lastRevision) as R | undefined;
      return row === undefined ? [] : [{ key, lastRevision, row, values }];
    });
    return Promise.resolve({
      rows,
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
      tokens: this.queries.rarestFirst(shape, checked.tokens),
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

  override async build(task: BulkBuild): Promise<BuiltHalts | undefined> {
    const { logFile = join(dirname(this.file), 'log.sqlite'), threads } = this.options;
    const log = LogStreams.open(logFile, task.log.firstId);
    if (log === undefined) return undefined;
    const { statements, generations } = this;
    try {
      return await new BulkBuilder(log, { statements, generations, threads }, task).run();
    } finally {
      log.close();
    }
  }

  async reset(view: string): Promise<void> {
    return this.written(() => this.generations.reset(view));
  }

  async parity(view: string): Promise<ViewParity | undefined> {
    const versions = this.generations.versions(view);
    return Promise.resolve(versions && parityBetween(this.statements, view, versions));
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
    return this.queries.explain(shape, checkedQuery(shape.projection, query));
  }

  /** One transaction: all of it or nothing. Where only is read there is nothing to write, or the driver says so. */
  private written(work: () => void): Promise<void> {
    const { database } = this.statements;
    if (database.readonly) work();
    else database.transaction(work).immediate();
    return Promise.resolve();
  }
}
