import { openDatabase } from '@threekeys/sqlite';
import type { Database, Statement } from '@threekeys/sqlite';
import { existsSync } from 'node:fs';

/** Positions after one up to another. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

/** 16 MiB: most pages of a stream were read for the streams that began beside it. */
const cacheKibibytes = 16 * 1024;

/**
 * Whole streams of the log in its SQLite file, read beside the store that writes it: as text, which is several times cheaper
 * than one event after the other through the port.
 */
export class LogStreams {
  private readonly started: Statement<[number, number], string>;
  private readonly leaves: Statement<[string, number], string>;

  private constructor(
    readonly file: string,
    private readonly database: Database,
  ) {
    database.pragma(`cache_size = -${cacheKibibytes}`);
    this.started = database
      .prepare<[number, number], string>(
        'SELECT stream FROM events WHERE position > ? AND position <= ? AND revision = 0 ORDER BY position',
      )
      .pluck();
    this.leaves = database
      .prepare<[string, number], string>(
        'SELECT CAST(bytes AS TEXT) FROM events WHERE stream = ? AND +position BETWEEN 1 AND ? ORDER BY revision',
      )
      .pluck();
  }

  /** Nothing where there is no such file, or not the log that begins with this event. */
  static open(file: string, firstId: string): LogStreams | undefined {
    if (!existsSync(file)) return undefined;
    const database = openDatabase(file, 'log', { readOnly: true });
    const first = database.prepare<[], string>('SELECT id FROM events WHERE position = 1').pluck();
    if (first.get() === firstId) return new LogStreams(file, database);
    database.close();
    return undefined;
  }

  /** The streams whose first event lies in a stretch. */
  startedIn({ after, upTo }: Stretch): readonly string[] {
    return this.started.all(after, upTo);
  }

  /** The JSON of each leaf of a stream, from its first one. */
  leavesOf(stream: string, upTo: number): readonly string[] {
    return this.leaves.all(stream, upTo);
  }

  close(): void {
    this.database.close();
  }
}
