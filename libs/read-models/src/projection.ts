import type { RecordedEvent } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';

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

/**
 * A pure fold from events to rows; every row belongs to one stream and is rebuildable from nothing.
 * A change of `evolve`, `keysOf` or `columns` raises `version`.
 */
export interface Projection<R extends Row = Row> {
  /** Plural noun, kebab-case. */
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  /** Fields of the row that queries filter and sort by. A text array is a set (`has`). */
  readonly columns: Readonly<Record<string, 'text' | 'integer' | 'text[]'>>;
  /** Queries that must stay fast: the columns of each index, in order. */
  readonly indexes: readonly (readonly string[])[];
  readonly keysOf: (event: ViewEvent) => readonly string[];
  /** `null`: the row is gone (kept as a tombstone). */
  readonly evolve: (row: R | null, event: ViewEvent, key: string) => R | null;
}

export type ToViewEvent = (event: RecordedEvent, content: LeafContent) => ViewEvent;
