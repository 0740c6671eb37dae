import { receiptDays, Receipts } from '@threekeys/auth';
import type { BodyHmac, NothingNew } from '@threekeys/auth';
import type { Clock } from '@threekeys/event-store';
import { sqliteCode } from '@threekeys/sqlite';
import type { Database, Statement } from '@threekeys/sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS receipts (
    day TEXT NOT NULL,
    command_id TEXT NOT NULL,
    hmac TEXT NOT NULL,
    PRIMARY KEY (command_id, day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS nothing_new (
    command_id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    revision INTEGER NOT NULL,
    leaf_hash TEXT NOT NULL,
    position TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS nothing_new_by_day ON nothing_new (day);
  CREATE INDEX IF NOT EXISTS receipts_by_day ON receipts (day);
`;

const dayMs = 86_400_000;
const flushAfterMs = 200;
const retryAfterMs = 5000;
/** Where nothing can be written, the oldest are forgotten first. */
const unwrittenMax = 20_000;

interface Days {
  readonly today: string;
  /** The first that is kept. */
  readonly oldest: string;
}

interface Receipt {
  readonly hmac: string;
  readonly day: string;
}

/** After a part of the log was lost: what was answered from it is decided anew. */
export function forgetNothingNew(database: Database): void {
  database.exec(schema);
  database.exec('DELETE FROM nothing_new');
}

/** The log has another id from now on: what it had answered lies where it lay. */
export function renameAnswers(
  database: Database,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  database.exec(schema);
  database.prepare('UPDATE nothing_new SET position = replace(position, ?, ?)').run(from, to);
}

/**
 * Receipts by day, so that old days go at once. Remembered in memory first and written together, so that no command pays a
 * second fsync: a crash may forget the last ones, and then a reused key is told by what the log holds, not by its body.
 */
export class SqliteReceipts extends Receipts {
  private readonly unwritten = new Map<string, Receipt>();
  private readonly find: Statement<[string, string], { hmac: string }>;
  private readonly insert: Statement<[string, string, string]>;
  private readonly forget: readonly Statement<[string]>[];
  private readonly findNothingNew: Statement<[string, string], NothingNew>;
  private readonly insertNothingNew: Statement<[NothingNew & Days & { readonly commandId: string }]>;
  private timer: NodeJS.Timeout | undefined;
  private cleanedDay = '';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
    database.exec(schema);
    this.find = database.prepare('SELECT hmac FROM receipts WHERE command_id = ? AND day >= ?');
    this.insert = database.prepare('INSERT INTO receipts VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.forget = ['receipts', 'nothing_new'].map((table) =>
      database.prepare(`DELETE FROM ${table} WHERE day < ?`),
    );
    this.findNothingNew = database.prepare(
      'SELECT revision, leaf_hash AS leafHash, position FROM nothing_new WHERE command_id = ? AND day >= ?',
    );
    this.insertNothingNew = database.prepare(
      `INSERT INTO nothing_new (command_id, day, revision, leaf_hash, position)
       VALUES (@commandId, @today, @revision, @leafHash, @position) ON CONFLICT (command_id) DO UPDATE
       SET day = @today, revision = @revision, leaf_hash = @leafHash, position = @position WHERE day < @oldest`,
    );
  }

  async remember(commandId: string, bodyHmac: BodyHmac): Promise<'new' | 'same' | 'different'> {
    const hmac = await bodyHmac();
    const { today, oldest } = this.days();
    const waiting = this.unwritten.get(commandId);
    const known = waiting && waiting.day >= oldest ? waiting.hmac : this.find.get(commandId, oldest)?.hmac;
    if (known !== undefined) return known === hmac ? 'same' : 'different';
    this.unwritten.set(commandId, { hmac, day: today });
    const first = this.unwritten.size > unwrittenMax ? this.unwritten.keys().next().value : undefined;
    if (first !== undefined) this.unwritten.delete(first);
    this.flushIn(flushAfterMs);
    return 'new';
  }

  /** Rare, and nothing else would know it: this one pays its own sync. @throws the driver's error, by rejecting */
  async rememberNothingNew(commandId: string, answer: NothingNew): Promise<NothingNew> {
    this.insertNothingNew.run({ ...answer, commandId, ...this.days() });
    return (await this.nothingNew(commandId)) ?? answer;
  }

  nothingNew(commandId: string): Promise<NothingNew | undefined> {
    return Promise.resolve(this.findNothingNew.get(commandId, this.days().oldest));
  }

  /** Writes what is remembered in memory only; before the database is closed, too. @throws the driver's error */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { today, oldest } = this.days();
    if (this.unwritten.size === 0 && this.cleanedDay === today) return;
    const write = () => {
      for (const [commandId, { hmac, day }] of this.unwritten) this.insert.run(day, commandId, hmac);
      if (this.cleanedDay !== today) for (const each of this.forget) each.run(oldest);
    };
    this.database.transaction(write).immediate();
    this.cleanedDay = today;
    this.unwritten.clear();
  }

  private flushIn(delayMs: number): void {
    this.timer ??= setTimeout(() => this.flushOrTryAgain(), delayMs).unref();
  }

  /** A full disk is told to whoever sends a command; receipts wait in memory until there is room. */
  private flushOrTryAgain(): void {
    this.timer = undefined;
    if (!this.database.open) return;
    try {
      this.flush();
    } catch (error) {
      if (sqliteCode(error) === undefined) throw error;
      this.flushIn(retryAfterMs);
    }
  }

  private days(): Days {
    const now = this.clock.now();
    const oldest = new Date(Date.parse(now) - receiptDays * dayMs).toISOString().slice(0, 10);
    return { today: now.slice(0, 10), oldest };
  }
}
