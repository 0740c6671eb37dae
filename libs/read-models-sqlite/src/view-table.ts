import { Recent } from '@threekeys/event-store';
import { columnValue, setValues } from '@threekeys/read-models';
import type { Projection, Row, RowChange, StoredRow, Value } from '@threekeys/read-models';
import { rowIn, valueOf } from './stored-json';
import type { Parameter, Statements } from './statements';
import type { SetTable, TableShape } from './table-shape';
import { named, scalarColumns } from './table-shape';
import { ColumnAudit } from './column-audit';
import { TokenAudit } from './token-audit';
import { TokenTable } from './token-table';

interface Line {
  readonly id: number;
  readonly key: string;
  readonly stream: string;
  readonly last_revision: number;
  readonly row: string | null;
}

/** So many rows of pages stay parsed: a list is asked for again and again before many of its rows have changed. */
const parsedMax = 2000;

/** Writes and reads the rows of one generation of a view. Transactions are the caller's. */
export class ViewTable {
  private readonly projection: Projection;
  private readonly columns: readonly string[];
  private readonly lineSql: string;
  private readonly insertSql: string;
  private readonly updateSql: string;
  private readonly parsed = new Recent<Row>(parsedMax);

  constructor(
    private readonly statements: Statements,
    readonly shape: TableShape,
  ) {
    this.projection = shape.projection;
    this.columns = scalarColumns(shape.projection);
    const written = ['stream', 'last_revision', 'gone', ...this.columns.map(named)];
    this.lineSql = `SELECT id, key, stream, last_revision, row FROM ${shape.table} LEFT JOIN ${shape.rows} USING (id)`;
    this.insertSql = `INSERT OR IGNORE INTO ${shape.table} (key, ${written.join(', ')})
      VALUES (${['key', ...written].map(() => '?').join(', ')})`;
    this.updateSql = `UPDATE ${shape.table} SET ${written.map((each) => `${each} = ?`).join(', ')} WHERE id = ?`;
  }

  apply(changes: readonly RowChange[]): void {
    const tokens = this.tokenTable();
    for (const change of changes) this.applyOne(change, tokens);
    tokens?.write();
  }

  index(entries: readonly { readonly key: string; readonly tokens: readonly string[] }[]): void {
    const table = this.tokenTable();
    for (const { key, tokens } of entries) {
      const found = this.lineOf(key);
      if (found !== undefined && found.row !== null)
        table?.put(found.id, this.searchOrder(JSON.parse(found.row) as Row), tokens);
    }
    table?.write();
  }

  /** Keys of those rows that are not found by exactly these tokens. */
  misindexed(
    entries: readonly { readonly key: string; readonly tokens: readonly string[] }[],
  ): readonly string[] {
    const audit = this.tokenAudit();
    if (audit === undefined) return [];
    const differ = entries.filter(({ key, tokens }) => {
      const line = this.lineOf(key);
      if (line === undefined) return false;
      const at = line.row === null ? 0 : valueOf(() => this.searchOrder(rowIn(line.row ?? '')));
      return at === undefined || !audit.isAsExpected({ id: line.id, at, tokens });
    });
    return differ.map(({ key }) => key);
  }

  /** Keys of rows with other columns or sets than the row says. */
  misfiled(): readonly string[] {
    return new ColumnAudit(this.statements, this.shape).misfiled();
  }

  tokenAudit(): TokenAudit | undefined {
    const { search, ...shape } = this.shape;
    return search === undefined ? undefined : new TokenAudit(this.statements, { ...shape, search });
  }

  row(key: string): StoredRow | undefined {
    const found = this.lineOf(key);
    return found === undefined ? undefined : storedRow(found);
  }

  keysOf(stream: string): readonly string[] {
    const found = this.statements.all(`SELECT key FROM ${this.shape.table} WHERE stream = ?`, stream);
    return found.map((each) => (each as { key: string }).key);
  }

  /** A row as it is at that revision, which the caller has just read. */
  rowAt(id: number, revision: number): Row | undefined {
    const at = `${id}@${revision}`;
    const known = this.parsed.get(at);
    if (known !== undefined) return known;
    const found = this.statements.first(`SELECT row FROM ${this.shape.rows} WHERE id = ?`, id);
    if (found === undefined) return undefined;
    const row = JSON.parse((found as { row: string }).row) as Row;
    this.parsed.set(at, row);
    return row;
  }

  after(key: string | undefined, max: number): readonly (StoredRow & { key: string })[] {
    const sql = `${this.lineSql} ${key === undefined ? '' : 'WHERE key > ?'} ORDER BY key LIMIT ${max}`;
    const lines = this.statements.all(sql, ...(key === undefined ? [] : [key])) as readonly Line[];
    return lines.map((each) => ({ key: each.key, ...storedRow(each) }));
  }

  private lineOf(key: string): Line | undefined {
    return this.statements.first(`${this.lineSql} WHERE key = ?`, key) as Line | undefined;
  }

  private applyOne(change: RowChange, table: TokenTable | undefined): void {
    const { key, stream, lastRevision, row, tokens } = change;
    const values = this.columns.map((column) => columnValue(this.projection, row ?? {}, column));
    const written = this.put(key, lastRevision, [stream, lastRevision, row === null ? 1 : 0, ...values]);
    if (written === undefined) return;
    const { id, before } = written;
    this.putRow(id, before, row);
    this.putSets(id, key, before, row);
    if (row === null) table?.put(id, 0, []);
    else if (tokens !== undefined) table?.put(id, this.searchOrder(row), tokens);
  }

  /** The row's id and what stood there before; `undefined` where the change is stale. */
  private put(
    key: string,
    lastRevision: number,
    written: readonly Parameter[],
  ): { id: number; before: string | null } | undefined {
    const inserted = this.statements.insert(this.insertSql, key, ...written);
    if (inserted !== undefined) return { id: inserted, before: null };
    const before = this.lineOf(key);
    if (before === undefined || before.last_revision >= lastRevision) return undefined;
    this.statements.run(this.updateSql, ...written, before.id);
    return { id: before.id, before: before.row };
  }

  private putRow(id: number, before: string | null, row: Row | null): void {
    const { rows } = this.shape;
    if (row === null) this.statements.run(`DELETE FROM ${rows} WHERE id = ?`, id);
    else if (before === null)
      this.statements.run(`INSERT INTO ${rows} VALUES (?, ?)`, id, JSON.stringify(row));
    else this.statements.run(`UPDATE ${rows} SET row = ? WHERE id = ?`, JSON.stringify(row), id);
  }

  private tokenTable(): TokenTable | undefined {
    const { search } = this.shape;
    return search === undefined ? undefined : new TokenTable(this.statements, search);
  }

  private searchOrder(row: Row): Value {
    return columnValue(this.projection, row, this.shape.search?.order ?? '');
  }

  private putSets(id: number, key: string, before: string | null, after: Row | null): void {
    if (this.shape.sets.length === 0) return;
    const old = before === null ? null : (JSON.parse(before) as Row);
    for (const set of this.shape.sets) {
      const gone = this.elements(set, old);
      const come = this.elements(set, after);
      for (const [text, values] of gone) if (!come.has(text)) this.removeElement(set, values, key);
      for (const [text, values] of come) if (!gone.has(text)) this.addElement(set, [...values, key, id]);
    }
  }

  /** The entries of a side table for a row: element and columns, by their text. */
  private elements({ set, columns }: SetTable, row: Row | null): ReadonlyMap<string, readonly Value[]> {
    if (row === null) return new Map();
    const rest = columns.map((column) => columnValue(this.projection, row, column));
    return new Map(
      setValues(this.projection, row, set).map((value) => [
        JSON.stringify([value, ...rest]),
        [value, ...rest],
      ]),
    );
  }

  private addElement({ table }: SetTable, values: readonly Value[]): void {
    this.statements.run(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`, ...values);
  }

  private removeElement({ table, columns }: SetTable, values: readonly Value[], key: string): void {
    const where = ['value', ...columns.map(named), 'key'].map((each) => `${each} = ?`).join(' AND ');
    this.statements.run(`DELETE FROM ${table} WHERE ${where}`, ...values, key);
  }
}

function storedRow({ stream, last_revision, row }: Line): StoredRow {
  return { stream, lastRevision: last_revision, row: row === null ? null : rowIn(row) };
}
