import { columnValue, setValues } from '@threekeys/read-models';
import type { FoldedView, Projection, Row, StoredRow, Value } from '@threekeys/read-models';
import { scalarColumns } from './table-shape';

/** A row as the tables of its view have it, of nothing but values: it travels between threads. */
export interface TableLine {
  /** Key, stream, last revision, gone, the columns. */
  readonly values: Value[];
  /** `null`: a tombstone. */
  readonly json: string | null;
  /** Per side table its entries: element and columns. */
  readonly sets: readonly (readonly Value[][])[];
}

export type LinesByView = Readonly<Record<string, readonly TableLine[]>>;

/** How the rows of one projection become lines. */
export class LineMaker {
  private readonly columns: readonly string[];
  private readonly sets: readonly (readonly string[])[];

  constructor(private readonly projection: Projection) {
    const { columns, indexes } = projection;
    this.columns = scalarColumns(projection);
    this.sets = indexes.filter(([first]) => first !== undefined && columns[first] === 'text[]');
  }

  linesOf({ rows }: FoldedView): readonly TableLine[] {
    const lines: TableLine[] = [];
    for (const [key, stored] of rows) lines.push(this.line(key, stored));
    return lines;
  }

  private line(key: string, { stream, lastRevision, row }: StoredRow): TableLine {
    const values: Value[] = [key, stream, lastRevision, row === null ? 1 : 0];
    for (const column of this.columns) values.push(columnValue(this.projection, row ?? {}, column));
    if (row === null) return { values, json: null, sets: [] };
    return { values, json: JSON.stringify(row), sets: this.sets.map((set) => this.elements(row, set)) };
  }

  private elements(row: Row, [set = '', ...columns]: readonly string[]): Value[][] {
    const rest = columns.map((column) => columnValue(this.projection, row, column));
    return setValues(this.projection, row, set).map((value) => [value, ...rest]);
  }
}
