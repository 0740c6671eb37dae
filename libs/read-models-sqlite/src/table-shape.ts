import type { ColumnType, Projection } from '@threekeys/read-models';

/** An index over a set column: a side table with one entry per element. */
export interface SetTable {
  readonly table: string;
  readonly set: string;
  /** The columns after the set. */
  readonly columns: readonly string[];
}

/** The tables of one generation of a view. */
export interface TableShape {
  readonly projection: Projection;
  /** One line per row: id, key, stream, last_revision, gone, the columns. */
  readonly table: string;
  /** The row as JSON by id, apart, so that what queries walk over stays small. A tombstone has none. */
  readonly rows: string;
  readonly indexes: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly sets: readonly SetTable[];
  /** Posting lists of search tokens (token, at, id), and which tokens a row has. */
  readonly search?: { readonly tokens: string; readonly words: string; readonly order: string };
}

const viewName = /^[a-z][a-z0-9-]{0,60}$/;
const columnName = /^[a-zA-Z][a-zA-Z0-9]{0,60}$/;

/** @throws Error where a name cannot be part of SQL, or an index is not as the port says. */
export function shapeOf(projection: Projection, generation: number): TableShape {
  const { name, columns, indexes, search } = projection;
  if (!viewName.test(name)) throw new Error(`${name} is no name of a view`);
  for (const column of Object.keys(columns))
    if (!columnName.test(column)) throw new Error(`${name}: ${column} is no name of a column`);
  for (const index of indexes) checkIndex(projection, index);
  const table = `view_${name.replaceAll('-', '_')}_${generation}`;
  const isSet = ([first]: readonly string[]): boolean => first !== undefined && columns[first] === 'text[]';
  return {
    projection,
    table,
    rows: `${table}_rows`,
    indexes: indexes
      .filter((each) => !isSet(each))
      .map((each, i) => ({ name: `${table}_i${i}`, columns: each })),
    sets: indexes
      .filter(isSet)
      .map(([set = '', ...rest], i) => ({ table: `${table}_s${i}`, set, columns: rest })),
    ...(search === undefined
      ? {}
      : { search: { tokens: `${table}_tokens`, words: `${table}_words`, order: search.order } }),
  };
}

function checkIndex({ name, columns }: Projection, index: readonly string[]): void {
  index.forEach((column, i) => {
    const type = columns[column];
    if (type === undefined) throw new Error(`${name}: an index names ${column}, which is no column`);
    if (type === 'text[]' && i > 0)
      throw new Error(`${name}: the set ${column} is not the first of its index`);
  });
}

/** Raised with the layout of the tables: what has another one is built anew. */
export const layout = 2;

export function scalarColumns({ columns }: Projection): readonly string[] {
  return Object.keys(columns).filter((column) => columns[column] !== 'text[]');
}

/** A column as it is called in the tables. */
export function named(column: string): string {
  return `c_${column}`;
}

function definition(projection: Projection, column: string): string {
  return `${named(column)} ${sqlType(projection.columns[column])} NOT NULL`;
}

function sqlType(type: ColumnType | undefined): string {
  return type === 'integer' ? 'INTEGER' : 'TEXT';
}

export function tableStatements({ projection, table, rows, sets, search }: TableShape): readonly string[] {
  const columns = scalarColumns(projection).map((column) => `, ${definition(projection, column)}`);
  return [
    `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, key TEXT NOT NULL, stream TEXT NOT NULL,
      last_revision INTEGER NOT NULL, gone INTEGER NOT NULL${columns.join('')})`,
    `CREATE TABLE ${rows} (id INTEGER PRIMARY KEY, row TEXT NOT NULL)`,
    ...sets.map((each) => setStatement(projection, each)),
    ...tokenStatements({ projection, search }),
  ];
}

export function tokenStatements({
  projection,
  search,
}: Pick<TableShape, 'projection' | 'search'>): readonly string[] {
  if (search === undefined) return [];
  return [
    `CREATE TABLE ${search.tokens} (token TEXT NOT NULL, at ${sqlType(projection.columns[search.order])} NOT NULL,
      id INTEGER NOT NULL, PRIMARY KEY (token, at, id)) WITHOUT ROWID`,
    `CREATE TABLE ${search.words} (id INTEGER PRIMARY KEY, at NOT NULL, tokens TEXT NOT NULL)`,
  ];
}

function setStatement(projection: Projection, { table, columns }: SetTable): string {
  const definitions = columns.map((column) => `${definition(projection, column)},`).join(' ');
  const key = ['value', ...columns.map(named), 'key'].join(', ');
  return `CREATE TABLE ${table} (value TEXT NOT NULL, ${definitions} key TEXT NOT NULL, id INTEGER NOT NULL,
    PRIMARY KEY (${key})) WITHOUT ROWID`;
}

/** What single rows are found by, as long as the table is written. */
export function keyIndexStatements({ projection, table }: TableShape): readonly string[] {
  return [
    `CREATE UNIQUE INDEX ${keyIndex(table)} ON ${table} (key)`,
    ...(projection.sweeps === undefined ? [] : [`CREATE INDEX ${streamIndex(table)} ON ${table} (stream)`]),
  ];
}

/** Whoever fills an empty table without looking at it makes them afterwards: sorted, they take a fraction of the time. */
export function dropKeyIndexStatements({ table }: TableShape): readonly string[] {
  return [keyIndex(table), streamIndex(table)].map((index) => `DROP INDEX IF EXISTS ${index}`);
}

const keyIndex = (table: string): string => `${table}_key`;
const streamIndex = (table: string): string => `${table}_stream`;

/** Made when a build takes over: filling tables without indexes is several times faster. */
export function indexStatements({ table, indexes }: TableShape): readonly string[] {
  return indexes.map(
    ({ name, columns }) =>
      `CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${[...columns.map(named), 'key'].join(', ')}) WHERE gone = 0`,
  );
}

export function dropStatements({ table, rows, sets, search }: TableShape): readonly string[] {
  const tables = [
    table,
    rows,
    ...sets.map((each) => each.table),
    ...(search ? [search.tokens, search.words] : []),
  ];
  return tables.map((each) => `DROP TABLE IF EXISTS ${each}`);
}
