import { accessIn, emptyChain, follows } from '@threekeys/privacy';
import type { ChainedLine, ChainEnd } from '@threekeys/privacy';
import { openDatabase, schemaDifferences, schemaMadeBy, sqliteCode } from '@threekeys/sqlite';
import type { Database, SchemaPart } from '@threekeys/sqlite';
import { statSync } from 'node:fs';
import { basename } from 'node:path';

/** Made as a whole: a file that a crash has left has all of it or nothing. */
export const accessSchema = `
  CREATE TABLE IF NOT EXISTS access (
    number INTEGER PRIMARY KEY,
    record TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS access_is_not_changed BEFORE UPDATE ON access
    BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS access_is_not_removed BEFORE DELETE ON access
    BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
`;

let made: readonly SchemaPart[] | undefined;

/** What one month of the access log is, by its file alone. */
export interface AccessFile {
  readonly problems: readonly string[];
  /** Its lines can be read one by one. */
  readonly isReadable: boolean;
}

/** Holds tables and triggers against those of a new file, and every line against the chain and the form of an access. */
export function checkAccessFile(file: string): AccessFile {
  const name = basename(file);
  if (!statSync(file).isFile()) return unreadable(`${name} is no file`);
  try {
    const database = openDatabase(file, 'access', { readOnly: true });
    try {
      return checked(database, name);
    } finally {
      database.close();
    }
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    return unreadable(`${name} is damaged (${(error as Error).message})`);
  }
}

const unreadable = (problem: string): AccessFile => ({ problems: [problem], isReadable: false });

function checked(database: Database, name: string): AccessFile {
  const problems = isUnmade(database)
    ? []
    : schemaDifferences(database, name, (made ??= schemaMadeBy(accessSchema)));
  const wrong = firstWrong(database);
  return { problems: [...problems, ...(wrong === undefined ? [] : [wrong])], isReadable: true };
}

/** Its lines in their order. */
export function* linesIn(database: Database): Iterable<ChainedLine> {
  if (isUnmade(database)) return;
  yield* database.prepare<[], ChainedLine>('SELECT * FROM access ORDER BY number').iterate();
}

function firstWrong(database: Database): string | undefined {
  let end: ChainEnd = emptyChain;
  for (const line of linesIn(database)) {
    const number = String(end.number + 1);
    if (!follows(end, line)) return `line ${number} does not follow`;
    if (accessIn(line.record) === undefined) return `line ${number} is not as an access is written`;
    end = line;
  }
  return undefined;
}

/** A crash came between the file and its table. */
export const isUnmade = (database: Database): boolean =>
  database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
