import type { GlobalPosition } from '@threekeys/event-store';
import type { KnownEvents } from './known-events';
import type { Projection, Row } from './projection';

export type Value = string | number;

/** One value, one of several, an element of a `text[]` (or one of several of its elements), or a half-open range [from, to). */
export type ColumnFilter =
  | Value
  | readonly Value[]
  | { readonly has: string | readonly string[] }
  | { readonly from?: Value; readonly to?: Value };

export interface Query {
  /** All must hold. A row without a value in a column matches no filter on it. Only columns of the projection. */
  readonly where?: Readonly<Record<string, ColumnFilter>>;
  /** Search tokens (HMACs of bigrams): all must be there. */
  readonly tokens?: readonly string[];
  /** The key of the row is always the last term, in the direction of the term before. Rows without a value count as the greatest. */
  readonly sort?: readonly Sort[];
  /** What `next` of the page before was. Opaque. */
  readonly cursor?: string;
  /** 1 to 1000. */
  readonly limit: number;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface Page<R extends Row> {
  readonly rows: readonly {
    readonly key: string;
    readonly lastRevision: number;
    readonly row: R;
    /** In the columns that the page is sorted by. */
    readonly values: readonly Value[];
  }[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What one event batch changes in one view; applied atomically with the checkpoint, and guarded by `lastRevision`. */
export interface RowChange {
  readonly key: string;
  readonly stream: string;
  readonly lastRevision: number;
  readonly row: Row | null;
  /** Replaces the row's search tokens; absent: unchanged. */
  readonly tokens?: readonly string[];
}

export interface StoredRow {
  readonly stream: string;
  readonly lastRevision: number;
  /** `null`: a tombstone. */
  readonly row: Row | null;
}

/** A value of the row's column, or of nothing, to how many rows have it. */
export type Counts = ReadonlyMap<Value, number>;

/** The key of {@link ReadModels.count} where no column is given. */
export const everyRow = '*';

/** A log whose streams are to be folded whole, up to an event. */
export interface BulkBuild {
  /** Those whose builds are empty: without a checkpoint. */
  readonly projections: readonly Projection[];
  readonly known: KnownEvents;
  /** How many events, and the id of the first: another log has another. */
  readonly log: { readonly size: number; readonly firstId: string };
  /** Streams that stand still already, and the first revision that is not to be folded. */
  readonly halted: ReadonlyMap<string, number>;
  readonly signal: AbortSignal;
  /** So many events more are in the rows. */
  onEvents(events: number): void;
}

/** Streams that stand still since, and why. */
export type BuiltHalts = readonly {
  readonly stream: string;
  readonly revision: number;
  readonly error: unknown;
}[];

/** The search tokens of all rows of a view, made one row after the other. */
export interface IndexAll {
  readonly tokensOf: (row: Row) => Promise<readonly string[]>;
  readonly signal: AbortSignal;
  /** So many rows more are done. */
  readonly onRows: (rows: number) => void;
}

/** How a build differs from what stands, which is of another version. Rows are compared in the columns that both declare. */
export type ViewParity = {
  readonly view: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  /** That both have. */
  readonly rows: number;
  readonly missing: number;
  readonly added: number;
  /** Of `rows`. */
  readonly changed: number;
};

/** Rows of a view on their way into it, and how far it is then. */
export interface ViewChanges {
  readonly view: string;
  readonly changes: readonly RowChange[];
  readonly checkpoint: GlobalPosition | undefined;
}

/** The cursor was not made by this query. HTTP 400. */
export class InvalidCursor extends Error {
  constructor(options?: ErrorOptions) {
    super('the cursor does not belong to this query', options);
    this.name = 'InvalidCursor';
  }
}

/** A bug of the caller: a column that the projection does not declare, or not of that type. */
export class InvalidQuery extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidQuery';
  }
}

/**
 * Where views live. Every adapter passes `describeReadModels`.
 * A view that is built anew (first, another version, `reset`) is a build beside what stands: `checkpoint`, `rows`, `keysOf`, `apply`,
 * `index` and `scan` speak of the build; `get`, `find` and `count` of what stands, until `takeOver` puts the build there.
 * Where nothing stands yet, they speak of the build too.
 */
export abstract class ReadModels {
  /** Creates what is missing. Goes on with a build that was begun for the same version. Idempotent. */
  abstract prepare(projections: readonly Projection[]): Promise<void>;
  abstract checkpoint(view: string): Promise<GlobalPosition | undefined>;
  abstract rows(view: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>>;
  /** Of all rows of a stream, tombstones too. Only of views whose projection sweeps. */
  abstract keysOf(view: string, stream: string): Promise<readonly string[]>;
  /** Stale changes (lastRevision not above the stored one) are skipped. Without a checkpoint, the one before stays. */
  abstract apply(
    view: string,
    changes: readonly RowChange[],
    checkpoint: GlobalPosition | undefined,
  ): Promise<void>;
  /** As {@link apply}, for several views: one after the other or, where the store can, in one transaction. */
  async applyAll(changed: readonly ViewChanges[]): Promise<void> {
    for (const { view, changes, checkpoint } of changed) await this.apply(view, changes, checkpoint);
  }
  /** Replaces search tokens of rows that are there, whatever their revision. */
  abstract index(
    view: string,
    entries: readonly { readonly key: string; readonly tokens: readonly string[] }[],
  ): Promise<void>;
  /** Keys of those rows whose search tokens are not exactly these. Of what is written, as {@link rows}. */
  abstract misindexed(
    view: string,
    entries: readonly { readonly key: string; readonly tokens: readonly string[] }[],
  ): Promise<readonly string[]>;
  /** Keys of rows, there or gone, that a search may find by tokens that no entry of {@link misindexed} could show. */
  abstract strayTokens(view: string): Promise<readonly string[]>;
  /** Keys of rows that queries find by other columns or sets than the row has. */
  abstract misfiled(view: string): Promise<readonly string[]>;
  /** Makes the search tokens of all rows anew, where the adapter can do so several times faster than by {@link index}. False: it cannot. */
  indexAll(_view: string, _run: IndexAll): Promise<boolean> {
    return Promise.resolve(false);
  }
  abstract get<R extends Row>(view: string, key: string): Promise<R | undefined>;
  /** @throws InvalidCursor, InvalidQuery */
  abstract find<R extends Row>(view: string, query: Query): Promise<Page<R>>;
  /** Number of rows by value of a column (`everyRow` without one; rows without a value are left out). @throws InvalidQuery */
  abstract count(
    view: string,
    column: string | undefined,
    query: Pick<Query, 'where' | 'tokens'>,
  ): Promise<Counts>;
  /** All rows by key (in order of their UTF-8 bytes), tombstones too: `verify` compares them with a fold of the log. */
  abstract scan(view: string): AsyncIterable<StoredRow & { readonly key: string }>;
  /**
   * Fills empty builds by folding whole streams, where the adapter can do so several times faster than by {@link apply};
   * the checkpoints are left to the caller. Nothing, and no row, where it cannot.
   */
  build(_task: BulkBuild): Promise<BuiltHalts | undefined> {
    return Promise.resolve(undefined);
  }
  /** Begins an empty build. */
  abstract reset(view: string): Promise<void>;
  /** Of a build beside another version of its view; nothing where there is none. */
  abstract parity(view: string): Promise<ViewParity | undefined>;
  /** The build has caught up: it answers from now on, what stood before is dropped. Nothing where nothing is built. */
  abstract takeOver(view: string): Promise<void>;
  abstract close(): Promise<void>;
}
