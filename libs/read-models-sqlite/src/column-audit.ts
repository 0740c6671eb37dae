import { columnValue, setValues } from '@threekeys/read-models';
import type { Row, Value } from '@threekeys/read-models';
import { rowIn, valueOf } from './stored-json';
import type { Statements } from './statements';
import type { SetTable, TableShape } from './table-shape';
import { named, scalarColumns } from './table-shape';

interface Line {
  readonly id: number;
  readonly key: string;
  readonly gone: number;
  readonly row: string | null;
  readonly [column: string]: Value | null;
}

const linesPerPage = 1000;

/** Compares what queries filter and sort by with what the rows say. Changes nothing. */
export class ColumnAudit {
  private readonly columns: readonly string[];

  constructor(
    private readonly statements: Statements,
    private readonly shape: TableShape,
  ) {
    this.columns = scalarColumns(shape.projection);
  }

  /** Keys of rows with another value in a column, or another entry in a side table, than the row gives. */
  misfiled(): readonly string[] {
    return this.statements.database.transaction(() => this.compared())();
  }

  /** As of one moment. */
  private compared(): readonly string[] {
    const found = new Set<string>(this.unreachable());
    const entries = new Map<SetTable, number>(this.shape.sets.map((set) => [set, 0]));
    for (const line of this.lines()) {
      const row = line.row === null ? null : rowIn(line.row);
      if (!this.isFiled(line, row)) found.add(line.key);
      for (const set of this.shape.sets) entries.set(set, (entries.get(set) ?? 0) + this.entriesOf(set, row));
    }
    for (const [set, count] of entries) for (const key of this.misfiledIn(set, count)) found.add(key);
    return [...found];
  }

  /** Rows before the first, which no walk comes by, and what stands apart for no row. */
  private unreachable(): readonly string[] {
    const { table, rows } = this.shape;
    const before = this.statements.all(`SELECT key FROM ${table} WHERE id < 1 LIMIT ${linesPerPage}`);
    const apart = this.statements.all(`SELECT '#' || j.id AS key FROM ${rows} j
      LEFT JOIN ${table} r USING (id) WHERE coalesce(r.gone, 1) <> 0 LIMIT ${linesPerPage}`);
    return [...before, ...apart].map((each) => (each as { key: string }).key);
  }

  private *lines(): Iterable<Line> {
    const { table, rows } = this.shape;
    const sql = `SELECT * FROM ${table} LEFT JOIN ${rows} USING (id) WHERE id > ? ORDER BY id LIMIT ${linesPerPage}`;
    for (let last = 0; ;) {
      const lines = this.statements.all(sql, last) as readonly Line[];
      yield* lines;
      if (lines.length < linesPerPage) return;
      last = lines.at(-1)?.id ?? last;
    }
  }

  private isFiled(line: Line, row: Row | null): boolean {
    if (line.gone !== (row === null ? 1 : 0)) return false;
    const { projection } = this.shape;
    return this.columns.every(
      (column) => line[named(column)] === valueOf(() => columnValue(projection, row ?? {}, column)),
    );
  }

  private entriesOf({ set }: SetTable, row: Row | null): number {
    return row === null ? 0 : (valueOf(() => setValues(this.shape.projection, row, set).length) ?? 0);
  }

  /** Each entry has to be one of its row, and there have to be as many different ones as the rows give. */
  private misfiledIn({ table, set, columns }: SetTable, expected: number): readonly string[] {
    const of = this.shape;
    const same = columns.map((column) => ` AND r.${named(column)} = s.${named(column)}`).join('');
    const strays = this.statements.all(`SELECT DISTINCT s.key FROM ${table} s WHERE NOT EXISTS (
      SELECT 1 FROM ${of.table} r JOIN ${of.rows} j USING (id), json_each(j.row, '$.${set}') e
      WHERE r.id = s.id AND r.key = s.key AND e.value = s.value${same})`);
    const all = ['value', ...columns.map(named), 'key'].join(', ');
    const counted = `SELECT count(*) AS entries FROM (SELECT DISTINCT ${all} FROM ${table})`;
    const { entries } = this.statements.first(counted) as {
      entries: number;
    };
    const keys = strays.map((each) => (each as { key: string }).key);
    return keys.length === 0 && entries !== expected ? [`entries of ${set}`] : keys;
  }
}
