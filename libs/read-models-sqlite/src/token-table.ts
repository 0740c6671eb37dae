import type { Value } from '@threekeys/read-models';
import type { Statements } from './statements';
import type { TableShape } from './table-shape';

interface Entry {
  readonly token: string;
  readonly at: Value;
  readonly id: number;
}

/** Posting lists of search tokens, for one transaction. Additions wait for {@link write}, which makes them in order: several times faster. */
export class TokenTable {
  private added: Entry[] = [];
  private readonly waiting = new Set<number>();

  constructor(
    private readonly statements: Statements,
    private readonly names: NonNullable<TableShape['search']>,
  ) {}

  /** Replaces the tokens of a row. */
  put(id: number, at: Value, tokens: readonly string[]): void {
    const { words } = this.names;
    if (this.waiting.has(id)) this.write();
    const before = this.statements.first(`SELECT at, tokens FROM ${words} WHERE id = ?`, id) as
      { at: Value; tokens: string } | undefined;
    const kept = new Set(before?.at === at ? (JSON.parse(before.tokens) as string[]) : []);
    const wanted = new Set(tokens);
    if (before !== undefined) this.remove(id, before, wanted, at);
    for (const token of wanted) if (!kept.has(token)) this.added.push({ token, at, id });
    this.waiting.add(id);
    if (wanted.size === 0) this.statements.run(`DELETE FROM ${words} WHERE id = ?`, id);
    else
      this.statements.run(
        `INSERT OR REPLACE INTO ${words} VALUES (?, ?, ?)`,
        id,
        at,
        JSON.stringify([...wanted]),
      );
  }

  write(): void {
    const entries = this.added.sort((a, b) => (a.token < b.token ? -1 : a.token > b.token ? 1 : 0));
    this.added = [];
    this.waiting.clear();
    for (const { token, at, id } of entries)
      this.statements.run(`INSERT OR IGNORE INTO ${this.names.tokens} VALUES (?, ?, ?)`, token, at, id);
  }

  private remove(
    id: number,
    before: { at: Value; tokens: string },
    wanted: ReadonlySet<string>,
    at: Value,
  ): void {
    for (const token of JSON.parse(before.tokens) as string[])
      if (before.at !== at || !wanted.has(token))
        this.statements.run(
          `DELETE FROM ${this.names.tokens} WHERE token = ? AND at = ? AND id = ?`,
          token,
          before.at,
          id,
        );
  }
}
