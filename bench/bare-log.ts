import { openDatabase } from '@threekeys/sqlite';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';

const leafBytes = 1300;

/** The log without the product: one row of the usual size per transaction into the same tables, with the same settings. */
export class BareLog {
  private readonly database;
  private readonly append;
  private position: number;

  constructor(directory: string) {
    this.database = openDatabase(join(directory, 'log.sqlite'), 'log');
    const insert = this.database.prepare(
      'INSERT INTO events (position, stream, revision, id, type, recorded_at, leaf_hash, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const frontier = this.database.prepare('UPDATE frontier SET size = ?');
    this.append = this.database.transaction((bytes: Buffer) => {
      const stream = `case-${randomUUID()}`;
      const [at, hash] = ['2026-01-01T00:00:00.000Z', randomBytes(32).toString('hex')];
      insert.run(++this.position, stream, 0, randomUUID(), 'ContactAttempted', at, hash, bytes);
      frontier.run(this.position);
    });
    this.position = this.database
      .prepare<[], number>('SELECT max(position) FROM events')
      .pluck()
      .get() as number;
  }

  appends(times: number): void {
    const bytes = Buffer.alloc(leafBytes, 'a');
    for (let time = 0; time < times; time++) this.append.immediate(bytes);
  }

  close(): void {
    this.database.close();
  }
}
