import type { Value } from '@threekeys/read-models';
import { tokensIn } from './stored-json';
import type { Statements } from './statements';
import type { TableShape } from './table-shape';

/** What a row should be found by, and where in the order of a search. */
export interface ExpectedTokens {
  readonly id: number;
  readonly at: Value;
  readonly tokens: readonly string[];
}

interface Words {
  readonly at: Value;
  readonly tokens: string;
}

/** Compares search tokens with what they should be, in both places where they lie. Changes nothing. */
export class TokenAudit {
  constructor(
    private readonly statements: Statements,
    private readonly shape: Pick<TableShape, 'table' | 'rows'> & {
      readonly search: NonNullable<TableShape['search']>;
    },
  ) {}

  /** The row is found by exactly these tokens, as far as its own list and the entries that the list names say. */
  isAsExpected({ id, at, tokens }: ExpectedTokens): boolean {
    const { search } = this.shape;
    const words = this.statements.first(`SELECT at, tokens FROM ${search.words} WHERE id = ?`, id) as
      Words | undefined;
    if (words === undefined) return tokens.length === 0;
    const listed = new Set(tokensIn(words.tokens));
    const wanted = new Set(tokens);
    if (words.at !== at || listed.size !== wanted.size) return false;
    return [...wanted].every((token) => listed.has(token) && this.hasEntry(token, at, id));
  }

  /** Keys of rows that a search finds by something that is in no list of theirs. Read whole only where a count says so. */
  strays(): readonly string[] {
    const { table, rows, search } = this.shape;
    const counts = this.statements.first(`SELECT (SELECT count(*) FROM ${search.tokens}) AS entries,
      (SELECT coalesce(sum(json_array_length(tokens)), 0) FROM ${search.words}) AS listed,
      (SELECT count(*) FROM ${search.words} LEFT JOIN ${rows} USING (id) WHERE row IS NULL) AS orphans`);
    const { entries, listed, orphans } = counts as Readonly<Record<string, number>>;
    if (entries === listed && orphans === 0) return [];
    const found = this.statements.all(`SELECT DISTINCT coalesce(key, '#' || stray.id) AS key FROM (
        SELECT id FROM ${search.tokens} AS entry WHERE NOT EXISTS (
          SELECT 1 FROM ${search.words} AS own, json_each(own.tokens) AS each
          WHERE own.id = entry.id AND own.at = entry.at AND each.value = entry.token)
        UNION SELECT id FROM ${search.words} LEFT JOIN ${rows} USING (id) WHERE row IS NULL
      ) AS stray LEFT JOIN ${table} USING (id)`);
    return found.map((each) => (each as { key: string }).key);
  }

  private hasEntry(token: string, at: Value, id: number): boolean {
    const sql = `SELECT 1 FROM ${this.shape.search.tokens} WHERE token = ? AND at = ? AND id = ?`;
    return this.statements.first(sql, token, at, id) !== undefined;
  }
}
