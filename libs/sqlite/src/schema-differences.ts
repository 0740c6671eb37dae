import type { Database } from './database';
import { openScratch } from './database';

/** What a database consists of, as SQLite wrote it down. */
export interface SchemaPart {
  readonly type: string;
  readonly name: string;
  /** Null: an index that SQLite made by itself. */
  readonly sql: string | null;
}

/** What these statements make of an empty database. */
export function schemaMadeBy(...statements: readonly string[]): readonly SchemaPart[] {
  const database = openScratch();
  try {
    for (const sql of statements) database.exec(sql);
    return partsIn(database);
  } finally {
    database.close();
  }
}

/**
 * Tables, columns, indexes and triggers of a file beside those of a new one: an altered column hides rows from who asks by
 * it, a dropped trigger lets them be changed, an added one writes by itself, a dropped key lets one row stand twice.
 * @param file as the answer names it
 * @returns what is not as it should be
 */
export function schemaDifferences(
  database: Database,
  file: string,
  expected: readonly SchemaPart[],
): readonly string[] {
  const found = new Map(partsIn(database).map((part) => [keyOf(part), part]));
  const wanted = new Map(expected.map((part) => [keyOf(part), part]));
  return [
    ...[...wanted].flatMap(([key, { sql }]) => {
      const actual = found.get(key);
      if (actual === undefined) return [`the ${key} of ${file} is missing`];
      return spaced(actual.sql) === spaced(sql) ? [] : [`the ${key} of ${file} is not as it was made`];
    }),
    ...[...found.keys()]
      .filter((key) => !wanted.has(key))
      .map((key) => `${file} has a ${key} that nobody made`),
  ];
}

function partsIn(database: Database): readonly SchemaPart[] {
  const sql = 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name';
  return database.prepare<[], SchemaPart>(sql).all();
}

/** However its statement was laid out. */
const spaced = (sql: string | null): string | undefined => sql?.replace(/\s+/g, ' ');

const keyOf = ({ type, name }: SchemaPart): string => `${type} ${name}`;
