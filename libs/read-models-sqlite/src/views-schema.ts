import { described } from '@threekeys/read-models';
import type { Projection } from '@threekeys/read-models';
import type { Database, SchemaPart } from '@threekeys/sqlite';
import { schemaDifferences, schemaMadeBy } from '@threekeys/sqlite';
import { indexStatements, keyIndexStatements, layout, shapeOf, tableStatements } from './table-shape';
import type { TableShape } from './table-shape';

/** Which tables a file of views has, and for what each set of them was made. */
export const viewsTable = `CREATE TABLE IF NOT EXISTS views (
      name TEXT NOT NULL, generation INTEGER NOT NULL, version INTEGER NOT NULL, description TEXT NOT NULL,
      standing INTEGER NOT NULL, checkpoint TEXT, PRIMARY KEY (name, generation)) WITHOUT ROWID`;

export interface Registered {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  readonly description: string;
  readonly standing: 0 | 1;
  readonly checkpoint: string | null;
}

export function registeredIn(database: Database): readonly Registered[] {
  return database.prepare<[], Registered>('SELECT * FROM views ORDER BY name, generation').all();
}

/**
 * Tables, indexes and triggers of a file beside those that its own list says: without a key, one entry of a side table
 * stands for another; a trigger writes by itself. Of another layout nothing can be said: it does not answer.
 * @returns what is not as it should be
 */
export function viewsSchemaProblems(database: Database): readonly string[] {
  const parts = database
    .prepare<[], Part>('SELECT type, name, tbl_name AS tableName, sql FROM sqlite_schema')
    .all();
  const has = new Set(parts.map(({ name }) => name));
  if (!has.has('views')) return parts.length === 0 ? [] : ['the table views of the file is missing'];
  const [made, expected] = [[viewsTable], [] as SchemaPart[]];
  const problems: string[] = [];
  for (const view of registeredIn(database)) {
    try {
      const { layout: of } = JSON.parse(view.description) as { layout?: number };
      if (of === layout) made.push(...statementsOf(view, has));
      else expected.push(...parts.filter(({ tableName }) => `${tableName}_`.startsWith(`${tableOf(view)}_`)));
    } catch {
      problems.push(`it does not say for what the tables of ${view.name} were made`);
    }
  }
  return [...problems, ...schemaDifferences(database, 'the file', [...schemaMadeBy(...made), ...expected])];
}

interface Part extends SchemaPart {
  readonly tableName: string;
}

const tableOf = ({ name, generation }: Registered): string =>
  `view_${name.replaceAll('-', '_')}_${generation}`;

/** What is still built gets its indexes in the end. */
function statementsOf(view: Registered, has: ReadonlySet<string>): readonly string[] {
  const shape = shapeFrom(view);
  const indexes = [...keyIndexStatements(shape), ...indexStatements(shape)];
  const isThere = (sql: string): boolean => has.has(/INDEX (?:IF NOT EXISTS )?(\S+)/.exec(sql)?.[1] ?? '');
  return [...tableStatements(shape), ...indexes.filter((sql) => view.standing === 1 || isThere(sql))];
}

function shapeFrom({ name, generation, version, description }: Registered): TableShape {
  const { sweeps } = JSON.parse(description) as { sweeps?: boolean };
  const anyOf: Projection = {
    ...{ name, version, categories: [], columns: {}, indexes: [] },
    ...{ keysOf: () => [], evolve: (row) => row },
    ...(sweeps === true && { sweeps: () => false }),
  };
  return shapeOf(described(anyOf, version, description), generation);
}
