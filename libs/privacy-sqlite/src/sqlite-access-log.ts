import { AccessLog, emptyChain, lineAfter } from '@threekeys/privacy';
import type { AccessPage, AccessQuery, AccessRecord, ChainedLine, ChainEnd } from '@threekeys/privacy';
import { openDatabase, reserveWalSpace } from '@threekeys/sqlite';
import type { Database, Statement } from '@threekeys/sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { accessSchema, checkAccessFile, isUnmade, linesIn } from './access-file';
import type { AccessFile } from './access-file';
import { linesOf, monthsOf } from './access-pages';
import type { Found } from './access-pages';

/** What SQLite checkpoints at by default, 1,000 pages with their frame headers: the WAL grows no further. */
const walBytes = 1000 * (4096 + 24);

interface Month {
  readonly month: string;
  readonly database: Database;
  readonly insert: Statement<[ChainedLine]>;
  end: ChainEnd;
}

interface Waiting {
  readonly access: AccessRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Who opened what: one SQLite file a month, append-only, chained. What waits together is synced together. */
export class SqliteAccessLog extends AccessLog {
  private current: Month | undefined;
  private waiting: Waiting[] = [];
  private closed = false;

  constructor(private readonly home: string) {
    super();
  }

  record(access: AccessRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ access, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.write());
    });
  }

  async *texts(month: string): AsyncIterable<string> {
    const file = this.fileOf(month);
    if (!existsSync(file)) return;
    const database = openDatabase(file, 'access', { readOnly: true });
    try {
      for (const { record } of linesIn(database)) yield await Promise.resolve(record);
    } finally {
      database.close();
    }
  }

  async page(query: AccessQuery): Promise<AccessPage> {
    const found: Found[] = [];
    // One more than asked for says whether there is another page.
    for (const month of monthsOf(this.home, query)) {
      if (found.length > query.limit) break;
      const database = openDatabase(this.fileOf(month), 'access', { readOnly: true });
      try {
        if (!isUnmade(database))
          found.push(...linesOf(database, month, { ...query, limit: query.limit + 1 - found.length }));
      } finally {
        database.close();
      }
      await nextTurn();
    }
    const last = found[query.limit - 1];
    return {
      records: found.slice(0, query.limit).map(({ record }) => record),
      ...(last && found.length > query.limit ? { next: `${last.month}.${last.number}` } : {}),
    };
  }

  /** The months in which something was opened, the oldest first. */
  months(): Promise<readonly string[]> {
    return Promise.resolve(monthsOf(this.home, {}).toReversed());
  }

  /** What of a month is not as it was written, by its file alone. */
  check(month: string): AccessFile {
    return checkAccessFile(this.fileOf(month));
  }

  close(): Promise<void> {
    this.write();
    this.closed = true;
    this.current?.database.close();
    this.current = undefined;
    return Promise.resolve();
  }

  private write(): void {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) return;
    try {
      if (this.closed) throw new Error('the access log is closed');
      for (const month of new Set(batch.map(({ access }) => access.at.slice(0, 7)))) {
        this.append(
          month,
          batch.filter(({ access }) => access.at.startsWith(month)),
        );
      }
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  private append(month: string, lines: readonly Waiting[]): void {
    const file = this.openMonth(month);
    const last = file.database
      .transaction(() =>
        lines.reduce((end, { access }) => {
          const line = lineAfter(end, JSON.stringify(access));
          file.insert.run(line);
          return line;
        }, file.end),
      )
      .immediate();
    file.end = last;
  }

  private openMonth(month: string): Month {
    if (this.current?.month === month) return this.current;
    this.current?.database.close();
    const path = this.fileOf(month);
    const database = openDatabase(path, 'access');
    database.transaction(() => database.exec(accessSchema)).immediate();
    reserveWalSpace(database, path, walBytes);
    const last = database.prepare<[], ChainedLine>('SELECT * FROM access ORDER BY number DESC LIMIT 1').get();
    const insert = database.prepare<[ChainedLine]>('INSERT INTO access VALUES (@number, @record, @hash)');
    this.current = { month, database, insert, end: last ?? emptyChain };
    return this.current;
  }

  private fileOf(month: string): string {
    return join(this.home, `access-${month}.sqlite`);
  }
}
