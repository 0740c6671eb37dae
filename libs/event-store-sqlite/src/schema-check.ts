import type { Database } from '@threekeys/sqlite';

/** What a database consists of, as SQLite wrote it down. */
export interface SchemaPart {
  readonly type: string;
  readonly name: string;
  /** Null: an index that SQLite made by itself. */
  readonly sql: string | null;
}

export function partsIn(database: Database): readonly SchemaPart[] {
  const sql = 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name';
  return database.prepare<[], SchemaPart>(sql).all();
}

/**
 * Tables, columns, indexes and triggers of a log beside those of a new one: an altered column hides events from who asks by
 * it, a dropped trigger lets them be changed, an added one writes by itself.
 * @returns what is not as it should be
 */
export function schemaProblems(database: Database, expected: readonly SchemaPart[]): readonly string[] {
  const found = new Map(partsIn(database).map((part) => [keyOf(part), part]));
  const wanted = new Map(expected.map((part) => [keyOf(part), part]));
  return [
    ...[...wanted].flatMap(([key, { sql }]) => {
      const actual = found.get(key);
      if (actual === undefined) return [`the ${key} of log.sqlite is missing`];
      return actual.sql === sql ? [] : [`the ${key} of log.sqlite is not as it was made`];
    }),
    ...[...found.keys()]
      .filter((key) => !wanted.has(key))
      .map((key) => `log.sqlite has a ${key} that nobody made`),
  ];
}

const keyOf = ({ type, name }: SchemaPart): string => `${type} ${name}`;
