import { columnValue, setValues } from '@threekeys/read-models';
import type { Projection, Row, RowChange, StoredRow, Value } from '@threekeys/read-models';
import { orderedText } from './ordered-text';

/** One row of a build. */
export interface RowDocument {
  /** The row's key, as ordered text. */
  readonly _id: string;
  readonly stream: string;
  readonly revision: number;
  /** A tombstone: it has no columns. */
  readonly gone: boolean;
  /** JSON: sealed values have names that begin with `$`, which are operators here. */
  readonly row: string | null;
  readonly columns: Columns;
  /** Search tokens. */
  readonly tokens: readonly string[];
}

/** What queries filter and sort by. */
export type Columns = Readonly<Record<string, Value | readonly string[]>>;

/** Absent tokens stay as they are. */
export type WrittenDocument = Omit<RowDocument, 'tokens'> & Partial<Pick<RowDocument, 'tokens'>>;

/** @throws Error where the row breaks its projection's promise */
export function documentOf(projection: Projection, change: RowChange): WrittenDocument {
  const { key, stream, lastRevision, row, tokens } = change;
  const written = { _id: orderedText(key), stream, revision: lastRevision };
  if (row === null) return { ...written, gone: true, row: null, columns: {}, tokens: [] };
  const columns = columnsOf(projection, row);
  const found = tokens === undefined ? {} : { tokens: [...new Set(tokens)] };
  return { ...written, gone: false, row: JSON.stringify(row), columns, ...found };
}

export function columnsOf(projection: Projection, row: Row): Columns {
  const columns: Record<string, Value | readonly string[]> = {};
  for (const [column, type] of Object.entries(projection.columns))
    columns[column] =
      type === 'text[]'
        ? setValues(projection, row, column).map(orderedText)
        : orderedValue(columnValue(projection, row, column));
  return columns;
}

/** A value as it is stored and compared; −0 is 0. */
export function orderedValue(value: Value): Value {
  return typeof value === 'string' ? orderedText(value) : value + 0;
}

export function storedRow({ stream, revision, row }: RowDocument): StoredRow {
  return { stream, lastRevision: revision, row: row === null ? null : rowOf(row) };
}

export function rowOf(json: string): Row {
  return JSON.parse(json) as Row;
}
