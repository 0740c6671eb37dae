import { columnValue } from '@threekeys/read-models';
import type { IndexAll, Row, Value } from '@threekeys/read-models';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Statements } from './statements';
import type { TableShape } from './table-shape';
import { tokenStatements } from './table-shape';
import { mayStart, Thread } from './thread';
import type { Threads } from './thread';
import type { TokenMessage, TokenThreadData } from './token.worker';
import type { TokenLines, TokenTables } from './token-writer';
import { TokenWriter } from './token-writer';

const rowsPerPage = 500;
/** As many as are made while the thread sorts. */
const pagesAhead = 16;
const threadRowsMin = 10_000;

/** Makes the search tokens of all rows anew: opens and hashes here, while a thread of its own writes what came before. */
export class TokenBuild {
  private readonly search: TokenTables;

  constructor(
    private readonly parts: { readonly statements: Statements; readonly threads: Threads | undefined },
    private readonly shape: TableShape,
    private readonly run: IndexAll,
  ) {
    if (shape.search === undefined) throw new Error(`${shape.projection.name} is not searched`);
    this.search = shape.search;
  }

  async all(): Promise<void> {
    this.empty();
    const write = this.writer();
    try {
      const writing: Promise<void>[] = [];
      for await (const lines of this.pages()) {
        const written = write.lines(lines);
        // Heard when it is waited for below.
        written.catch(() => undefined);
        if (writing.push(written) > pagesAhead) await writing.shift();
      }
      await Promise.all(writing);
      await write.finish();
    } finally {
      await write.end();
    }
  }

  private empty(): void {
    const { database } = this.parts.statements;
    const { tokens, words } = this.search;
    const sql = [tokens, words].map((table) => `DROP TABLE ${table}`).concat(tokenStatements(this.shape));
    database.transaction(() => sql.forEach((each) => database.exec(each))).immediate();
    this.parts.statements.forget();
  }

  private writer(): {
    lines(lines: TokenLines): Promise<void>;
    finish(): Promise<void>;
    end(): Promise<void>;
  } {
    const { database } = this.parts.statements;
    const rows = database.prepare<[], number>(`SELECT count(*) FROM ${this.shape.rows}`).pluck().get() ?? 0;
    if (!mayStart('token.worker', this.parts.threads, rows >= threadRowsMin)) {
      const writer = new TokenWriter(database, this.search);
      const done = (work: () => void): Promise<void> => Promise.resolve().then(work);
      return {
        lines: (lines) => done(() => writer.write(lines)),
        finish: () => done(() => writer.finish()),
        end: () => Promise.resolve(),
      };
    }
    const data: TokenThreadData = { file: database.name, ...this.search };
    const thread = new Thread<TokenMessage, 'done'>('token.worker', data);
    const asked = (message: TokenMessage): Promise<void> => thread.ask(message).then(() => undefined);
    return { lines: asked, finish: () => asked('finish'), end: () => thread.end() };
  }

  private async *pages(): AsyncIterable<TokenLines> {
    const page = this.parts.statements.database
      .prepare<[number], [number, string]>(
        `SELECT id, row FROM ${this.shape.rows} WHERE id > ? ORDER BY id LIMIT ${rowsPerPage}`,
      )
      .raw();
    for (let rows = page.all(0); rows.length > 0; rows = page.all(rows.at(-1)?.[0] ?? 0)) {
      this.run.signal.throwIfAborted();
      yield await this.linesOf(rows);
      this.run.onRows(rows.length);
      await nextTurn();
    }
  }

  private async linesOf(rows: readonly [number, string][]): Promise<TokenLines> {
    const lines = { ids: [] as number[], ats: [] as Value[], tokens: [] as string[] };
    for (const [id, json] of rows) {
      const row = JSON.parse(json) as Row;
      const tokens = await this.run.tokensOf(row);
      if (tokens.length === 0) continue;
      lines.ids.push(id);
      lines.ats.push(columnValue(this.shape.projection, row, this.shape.search?.order ?? ''));
      lines.tokens.push(JSON.stringify([...new Set(tokens)]));
    }
    return lines;
  }
}
