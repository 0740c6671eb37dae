import type { Value } from '@threekeys/read-models';
import type { Database, Statement } from '@threekeys/sqlite';

/** Id, place in the order, and the tokens as a JSON array: of many rows in the order of their ids. */
export interface TokenLines {
  readonly ids: readonly number[];
  readonly ats: readonly Value[];
  readonly tokens: readonly string[];
}

export interface TokenTables {
  readonly tokens: string;
  readonly words: string;
}

/**
 * Rows whose posting lists are sorted at once. Each time the last page of every list is written again, so that the more rows
 * the less writing.
 */
const rowsPerSort = 20_000;

/** Fills empty token tables of a view: which tokens each row has, and from that, sorted by SQLite, the posting lists. */
export class TokenWriter {
  private readonly insertWords: Statement<[number, Value, string]>;
  private readonly insertTokens: Statement<[number]>;
  private unsorted = 0;
  private sortedTo = 0;
  private last = 0;

  constructor(
    private readonly database: Database,
    { tokens, words }: TokenTables,
  ) {
    this.insertWords = database.prepare(`INSERT INTO ${words} VALUES (?, ?, ?)`);
    this.insertTokens = database.prepare(
      `INSERT INTO ${tokens} SELECT e.value, w.at, w.id FROM ${words} w, json_each(w.tokens) e WHERE w.id > ? ORDER BY 1, 2, 3`,
    );
  }

  write({ ids, ats, tokens }: TokenLines): void {
    this.transaction(() => {
      for (const [i, id] of ids.entries()) this.insertWords.run(id, ats[i] ?? '', tokens[i] ?? '[]');
    });
    this.unsorted += ids.length;
    this.last = ids.at(-1) ?? this.last;
    if (this.unsorted >= rowsPerSort) this.finish();
  }

  /** Rows of which only the words are there are found again after it. */
  finish(): void {
    this.transaction(() => this.insertTokens.run(this.sortedTo));
    this.sortedTo = this.last;
    this.unsorted = 0;
  }

  private transaction(work: () => void): void {
    this.database.transaction(work).immediate();
  }
}
