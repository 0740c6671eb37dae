import type { GlobalPosition } from '@threekeys/event-store';
import type { MongoDatabase } from '@threekeys/mongo';
import { reachable } from '@threekeys/mongo';
import {
  checkedQuery,
  checkedWhere,
  columnValue,
  cursorAt,
  ReadModels,
  typeOf,
  withOtherTokens,
} from '@threekeys/read-models';
import type {
  Counts,
  Page,
  Projection,
  Query,
  Row,
  RowChange,
  StoredRow,
  ViewParity,
} from '@threekeys/read-models';
import type { KeyedTokens } from './build-rows';
import { keyedRow } from './build-rows';
import type { Build } from './builds';
import { Builds } from './builds';
import { plainText } from './ordered-text';
import { parityBetween } from './parity';
import { rowOf, storedRow } from './row-document';
import { ViewRegistry } from './view-registry';

export interface MongoReadModelsOptions {
  /** Nothing is made, dropped or built: for processes that only answer, and as `verify` needs it. */
  readonly readOnly?: boolean;
}

/**
 * Views in MongoDB: a row is one document that guards itself by its revision. Rows are written before the checkpoint, so a
 * crash in between, or a second process that follows the log too, writes rows again that are there already.
 */
export class MongoReadModels extends ReadModels {
  private readonly builds: Builds;
  private readonly registry: ViewRegistry;

  private constructor(
    private readonly database: MongoDatabase,
    { readOnly = false }: MongoReadModelsOptions,
  ) {
    super();
    this.builds = new Builds(database, readOnly);
    this.registry = new ViewRegistry(database);
  }

  /** In a database that its opener closes. Each promise rejects with `DatabaseUnavailable` where the server is not reached. */
  static on(database: MongoDatabase, options: MongoReadModelsOptions = {}): MongoReadModels {
    return reachable(new MongoReadModels(database, options));
  }

  async prepare(projections: readonly Projection[]): Promise<void> {
    await this.database.connected();
    for (const projection of projections) await this.builds.prepare(projection);
  }

  async checkpoint(view: string): Promise<GlobalPosition | undefined> {
    return (await this.registry.registration(this.builds.written(view))).checkpoint;
  }

  async rows(view: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> {
    const found = await this.builds.written(view).rows.rows(keys);
    return new Map([...found].map(([key, document]) => [key, storedRow(document)]));
  }

  async keysOf(view: string, stream: string): Promise<readonly string[]> {
    return this.builds.written(view).rows.keysOf(stream);
  }

  async apply(
    view: string,
    changes: readonly RowChange[],
    checkpoint: GlobalPosition | undefined,
  ): Promise<void> {
    const build = this.builds.written(view);
    const documents = build.rows.documents(changes);
    if (documents.length > 0) {
      await this.registry.registration(build);
      await build.rows.apply(documents);
    }
    if (checkpoint !== undefined) await this.registry.moveCheckpoint(build, checkpoint);
  }

  async index(view: string, entries: readonly KeyedTokens[]): Promise<void> {
    await this.builds.written(view).rows.index(entries);
  }

  async misindexed(view: string, entries: readonly KeyedTokens[]): Promise<readonly string[]> {
    const found = await this.builds.written(view).rows.rows(entries.map(({ key }) => key));
    const stored = [...found].map(([key, { tokens }]) => [key, { tokens: new Set(tokens) }] as const);
    return withOtherTokens(new Map(stored), entries);
  }

  /** Tokens lie with their row and nowhere else. */
  strayTokens(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  async misfiled(view: string): Promise<readonly string[]> {
    return this.builds.written(view).rows.misfiled();
  }

  async get<R extends Row>(view: string, key: string): Promise<R | undefined> {
    const { answer } = await this.answered(view, ({ rows }) => rows.row(key), isNothing);
    return answer?.row == null ? undefined : (rowOf(answer.row) as R);
  }

  async find<R extends Row>(view: string, query: Query): Promise<Page<R>> {
    const { answer, build } = await this.answered(
      view,
      ({ rows, projection }) => rows.page(checkedQuery(projection, query)),
      isEmpty,
    );
    const { sort = [], limit } = query;
    const rows = answer.slice(0, limit).map(({ _id, revision, row: stored }) => {
      const row = rowOf(stored ?? '{}') as R;
      const values = sort.map(({ column }) => columnValue(build.projection, row, column));
      return { key: plainText(_id), lastRevision: revision, row, values };
    });
    const last = rows.at(-1);
    return last === undefined || answer.length <= limit ? { rows } : { rows, next: cursorAt(sort, last) };
  }

  async count(
    view: string,
    column: string | undefined,
    query: Pick<Query, 'where' | 'tokens'>,
  ): Promise<Counts> {
    const counted = async ({ rows, projection }: Build): Promise<Counts> => {
      if (column !== undefined) typeOf(projection, column);
      return rows.count(column, checkedWhere(projection, query));
    };
    return (await this.answered(view, counted, ({ size }) => size === 0)).answer;
  }

  async *scan(view: string): AsyncIterable<StoredRow & { readonly key: string }> {
    for await (const document of this.builds.written(view).rows.scan()) yield keyedRow(document);
  }

  async reset(view: string): Promise<void> {
    await this.builds.reset(view);
  }

  async parity(view: string): Promise<ViewParity | undefined> {
    const versions = await this.builds.versions(view);
    return versions && parityBetween(view, versions);
  }

  async takeOver(view: string): Promise<void> {
    await this.builds.takeOver(view);
  }

  /** The database is closed by whoever opened it. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  /** A build that another process drops has no rows: an answer without any counts if the build still answers after it. */
  private async answered<T>(
    view: string,
    read: (build: Build) => Promise<T>,
    isNone: (answer: T) => boolean,
  ): Promise<{ readonly answer: T; readonly build: Build }> {
    for (let build = await this.builds.read(view); ;) {
      const answer = await read(build);
      if (!isNone(answer)) return { answer, build };
      const now = await this.builds.read(view);
      if (now.number === build.number) return { answer, build };
      build = now;
    }
  }
}

const isNothing = (answer: unknown): boolean => answer === null;
const isEmpty = (answer: readonly unknown[]): boolean => answer.length === 0;
