import type { Value } from '@threekeys/read-models';
import type { Statement } from '@threekeys/sqlite';
import type { Statements } from './statements';
import type { TableLine } from './table-lines';
import type { TableShape } from './table-shape';
import { dropKeyIndexStatements, keyIndexStatements, named, scalarColumns } from './table-shape';

/** Fills the empty tables of one generation, looking nothing up. Transactions are the caller's. */
export class BulkTable {
  private readonly insert: Statement<[readonly Value[]]>;
  private readonly insertRow: Statement<[number, string]>;
  private readonly insertElement: readonly Statement<Value[]>[];
  private last = 0;

  constructor(
    private readonly statements: Statements,
    private readonly shape: TableShape,
  ) {
    const { database } = statements;
    for (const sql of dropKeyIndexStatements(shape)) database.exec(sql);
    const columns = ['key', 'stream', 'last_revision', 'gone', ...scalarColumns(shape.projection).map(named)];
    this.insert = database.prepare<[readonly Value[]]>(inserting(shape.table, [...columns, 'id']));
    this.insertRow = database.prepare<[number, string]>(inserting(shape.rows, ['id', 'row']));
    this.insertElement = shape.sets.map((set) =>
      database.prepare<Value[]>(inserting(set.table, ['value', ...set.columns.map(named), 'key', 'id'])),
    );
  }

  put(lines: readonly TableLine[]): void {
    for (const { values, json, sets } of lines) {
      const id = ++this.last;
      values.push(id);
      this.insert.run(values);
      if (json !== null) this.insertRow.run(id, json);
      const key = values[0] ?? '';
      for (const [at, elements] of sets.entries())
        for (const element of elements) this.insertElement[at]?.run(...element, key, id);
    }
  }

  /** @throws SqliteError `SQLITE_CONSTRAINT_UNIQUE` where two streams have made a row of one key */
  finish(): void {
    for (const sql of keyIndexStatements(this.shape)) this.statements.database.exec(sql);
  }
}

function inserting(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}
