import type { GlobalPosition } from '@threekeys/event-store';
import type { Projection, Row } from './projection';

export type Value = string | number;

export interface Query {
  /** All must hold. A list: one of them. Only columns of the projection. */
  readonly where?: Readonly<Record<string, Value | readonly Value[] | { readonly has: string } | { readonly from?: Value; readonly to?: Value }>>;
  /** Search tokens (HMACs of bigrams): all must be there. */
  readonly tokens?: readonly string[];
  /** The key of the row is always the last sort term. */
  readonly sort?: readonly { readonly column: string; readonly direction: 'ascending' | 'descending' }[];
  /** What `next` of the page before was. Opaque. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface Page<R extends Row> {
  readonly rows: readonly { readonly key: string; readonly lastRevision: number; readonly row: R }[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What one event batch changes in one view; applied atomically with the checkpoint, or guarded by `lastRevision`. */
export interface RowChange {
  readonly key: string;
  readonly stream: string;
  readonly lastRevision: number;
  readonly row: Row | null;
  /** Replaces the row's search tokens; absent: unchanged. */
  readonly tokens?: readonly string[];
}

/** Where views live. Every adapter passes `describeReadModels`. */
export abstract class ReadModels {
  /** Creates what is missing. A view of another version is built beside the old one. */
  abstract prepare(projections: readonly Projection[]): Promise<void>;
  abstract checkpoint(view: string): Promise<GlobalPosition | undefined>;
  abstract rows(view: string, keys: readonly string[]): Promise<ReadonlyMap<string, { row: Row | null; lastRevision: number }>>;
  /** Stale changes (lastRevision not above the stored one) are skipped. */
  abstract apply(view: string, changes: readonly RowChange[], checkpoint: GlobalPosition): Promise<void>;
  abstract get<R extends Row>(view: string, key: string): Promise<R | undefined>;
  abstract find<R extends Row>(view: string, query: Query): Promise<Page<R>>;
  /** Number of rows by value of a column, under a query's `where` and `tokens`. */
  abstract count(view: string, column: string | undefined, query: Pick<Query, 'where' | 'tokens'>): Promise<ReadonlyMap<Value, number>>;
  /** All rows by key, tombstones too: `verify` compares them with a fold of the log. */
  abstract scan(view: string): AsyncIterable<{ key: string; row: Row | null; lastRevision: number }>;
  abstract reset(view: string): Promise<void>;
  abstract close(): Promise<void>;
}
