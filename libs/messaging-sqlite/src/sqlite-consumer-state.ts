import { ConsumerState } from '@threekeys/messaging';
import type { ParkedMessage, SkippedMessage, StreamProgress } from '@threekeys/messaging';
import type { Database } from '@threekeys/sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS consumer_checkpoints (
    consumer TEXT NOT NULL PRIMARY KEY,
    position TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS consumer_revisions (
    consumer TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (consumer, stream)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS parked_messages (
    consumer TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    because TEXT NOT NULL CHECK (because IN ('unknown', 'failed', 'behind')),
    error TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    parkedAt TEXT NOT NULL,
    PRIMARY KEY (consumer, stream, revision)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS skipped_messages (
    consumer TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    reason TEXT NOT NULL,
    "by" TEXT NOT NULL,
    skippedAt TEXT NOT NULL
  ) STRICT;
`;

/** {@link ConsumerState} in a database of kind `operations`: each promise has answered after its COMMIT with fsync. */
export class SqliteConsumerState extends ConsumerState {
  private readonly statements: Statements;

  private constructor(private readonly database: Database) {
    super();
    this.statements = prepared(database);
  }

  /** Creates the tables that are missing. Who opened the database closes it. */
  static open(database: Database): SqliteConsumerState {
    database.exec(schema);
    return new SqliteConsumerState(database);
  }

  checkpoint(consumer: string): Promise<string | undefined> {
    return this.answer(() => this.statements.checkpoint.get(consumer) as string | undefined);
  }

  lastRevision(consumer: string, stream: string): Promise<number> {
    return this.answer(
      () => (this.statements.lastRevision.get(consumer, stream) as number | undefined) ?? -1,
    );
  }

  advance(
    consumer: string,
    progress: readonly StreamProgress[],
    checkpoint: string | undefined,
  ): Promise<void> {
    return this.write(() => {
      for (const { stream, revision } of progress) this.statements.done.run(consumer, stream, revision);
      if (checkpoint !== undefined) this.statements.pass.run(consumer, checkpoint);
    });
  }

  park(message: ParkedMessage): Promise<void> {
    return this.write(() => this.statements.park.run(message));
  }

  isParked(consumer: string, stream: string): Promise<boolean> {
    return this.answer(() => this.statements.isParked.get(consumer, stream) !== undefined);
  }

  parked(consumer?: string, stream?: string): Promise<readonly ParkedMessage[]> {
    const which = { consumer: consumer ?? null, stream: stream ?? null };
    return this.answer(() => this.statements.parked.all(which) as ParkedMessage[]);
  }

  unpark(consumer: string, stream: string, revision: number): Promise<void> {
    return this.write(() => this.leave(consumer, stream, revision));
  }

  skip(message: SkippedMessage): Promise<void> {
    return this.write(() => {
      this.statements.skip.run(message);
      this.leave(message.consumer, message.stream, message.revision);
    });
  }

  skipped(consumer?: string): Promise<readonly SkippedMessage[]> {
    return this.answer(() => this.statements.skipped.all({ consumer: consumer ?? null }) as SkippedMessage[]);
  }

  private leave(consumer: string, stream: string, revision: number): void {
    this.statements.unpark.run(consumer, stream, revision);
    this.statements.done.run(consumer, stream, revision);
  }

  private write(work: () => unknown): Promise<void> {
    return this.answer(() => {
      this.database.transaction(work).immediate();
    });
  }

  /** What the driver throws rejects the promise. */
  private answer<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => resolve(work()));
  }
}

type Statements = ReturnType<typeof prepared>;

function prepared(database: Database) {
  return {
    ...progressStatements(database),
    park: database.prepare(
      `INSERT INTO parked_messages VALUES
         (@consumer, @stream, @revision, @position, @type, @bytes, @because, @error, @attempts, @parkedAt)
       ON CONFLICT DO UPDATE SET
         because = excluded.because, error = excluded.error, attempts = excluded.attempts, parkedAt = excluded.parkedAt`,
    ),
    isParked: database.prepare('SELECT 1 FROM parked_messages WHERE consumer = ? AND stream = ? LIMIT 1'),
    parked: database.prepare(
      `SELECT * FROM parked_messages
       WHERE consumer = coalesce(@consumer, consumer) AND stream = coalesce(@stream, stream)
       ORDER BY consumer, stream, revision`,
    ),
    unpark: database.prepare(
      'DELETE FROM parked_messages WHERE consumer = ? AND stream = ? AND revision = ?',
    ),
    skip: database.prepare(
      'INSERT INTO skipped_messages VALUES (@consumer, @stream, @revision, @type, @reason, @by, @skippedAt)',
    ),
    skipped: database.prepare(
      'SELECT * FROM skipped_messages WHERE consumer = coalesce(@consumer, consumer) ORDER BY rowid',
    ),
  };
}

function progressStatements(database: Database) {
  return {
    checkpoint: database.prepare('SELECT position FROM consumer_checkpoints WHERE consumer = ?').pluck(),
    pass: database.prepare(
      'INSERT INTO consumer_checkpoints VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position',
    ),
    lastRevision: database
      .prepare('SELECT revision FROM consumer_revisions WHERE consumer = ? AND stream = ?')
      .pluck(),
    done: database.prepare(
      `INSERT INTO consumer_revisions VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET revision = max(revision, excluded.revision)`,
    ),
  };
}
