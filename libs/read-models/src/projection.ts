import type { SealedAt } from '@threekeys/domain';

/** A view's row is a JSON object. Sealed personal fields stay sealed in it. */
export type Row = Readonly<Record<string, unknown>>;

/** What a projection sees of an event. `type` and `data` are typed by the projection's own cast. */
export interface ViewEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actor: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What of a row is found by words, and in which order it is found fast. */
export interface Searched<R extends Row = Row> {
  /** The sealed values whose text is indexed. */
  values(row: R): readonly SealedAt[];
  /** A column that never changes once the row is there: results sorted by it need no sorting. */
  readonly order: string;
}

/**
 * A pure fold from events to rows; every row belongs to one stream and is rebuildable from nothing.
 * A change of `evolve`, `keysOf`, `sweeps`, `columns` or `indexes` raises `version`.
 */
export interface Projection<R extends Row = Row> {
  /** Plural noun, kebab-case. */
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  /** Fields of the row that queries filter and sort by; true and false count as 1 and 0. A text array is a set (`has`). */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Queries that must stay fast: the columns of each index, in order. At most one of them is a `text[]`, the first. */
  readonly indexes: readonly (readonly string[])[];
  readonly search?: Searched<R>;
  /** The file of the module that exports it, so that a thread of its own finds it too. Absent: it is folded in this one. */
  readonly module?: string;
  /** The rows that the event concerns, whether they are there or not. */
  keysOf(event: ViewEvent): readonly string[];
  /** Whether the event concerns, beside `keysOf`, every row of its stream that is there (tombstones too). */
  sweeps?(event: ViewEvent): boolean;
  /** `null`: the row is gone (kept as a tombstone). The same object as before: nothing has changed. */
  evolve(row: R | null, event: ViewEvent, key: string): R | null;
  /** The same in two steps, for whoever takes many events before anybody sees a row. */
  readonly drafts?: Drafts<R>;
}

/** How rows are folded without what follows from the rest of a row, and get it once. */
export interface Drafts<R extends Row = Row> {
  evolve(row: R | null, event: ViewEvent, key: string): R | null;
  /** Adds it in place. */
  complete(row: Unfinished<R>): void;
}

/** A row that only who makes it has. */
export type Unfinished<R extends Row> = { -readonly [K in keyof R]: R[K] };

export type ColumnType = 'text' | 'integer' | 'text[]';
