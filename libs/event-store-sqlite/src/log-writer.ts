import type {
  AppendResult,
  ExpectedHead,
  GlobalPosition,
  Leaf,
  RecordedEvent,
  StreamName,
} from '@threekeys/event-store';
import { EventStoreError, firstRevision } from '@threekeys/event-store';
import { Frontier } from '@threekeys/integrity';
import type { Database, Statement } from '@threekeys/sqlite';
import { sqliteCode } from '@threekeys/sqlite';
import { storedFrontier } from './schema';

/** An append whose form has been checked; whether it fits is decided inside the transaction. */
export interface AppendRequest {
  readonly stream: StreamName;
  readonly expected: ExpectedHead;
  readonly leaves: readonly Leaf[];
}
export type AppendOutcome = { readonly result: AppendResult } | { readonly error: EventStoreError };

export interface Written {
  readonly outcomes: readonly AppendOutcome[];
  readonly stored: readonly RecordedEvent[];
}

/** At least every so many events the frontier is kept as a milestone: the longest walk to a root of the past. */
const milestoneEvery = 4096;

type StoredRow = readonly [position: number, revision: number, id: string, leafHash: string];
type EventRow = [number, string, number, string, string, string, string, Buffer];

/** Writes appends, several in one transaction. Synchronous from BEGIN to COMMIT: nothing else runs in between. */
export class LogWriter {
  private frontier: Frontier;
  /** Of the transaction under way. */
  private stored: RecordedEvent[] = [];
  private readonly headOf: Statement<[StreamName], StoredRow>;
  private readonly storedFrom: Statement<[StreamName, number, number], StoredRow>;
  private readonly insert: Statement<EventRow>;
  private readonly keepFrontier: Statement<[number, string]>;
  private readonly keepMilestone: Statement<[number, string]>;
  private readonly control: Readonly<Record<Control, Statement<[]>>>;

  constructor(
    private readonly database: Database,
    private readonly positionOf: (number: number) => GlobalPosition,
  ) {
    const rows = 'SELECT position, revision, id, leaf_hash FROM events WHERE stream = ? AND +position > 0';
    this.headOf = database.prepare<[StreamName], StoredRow>(`${rows} ORDER BY revision DESC LIMIT 1`).raw();
    this.storedFrom = database
      .prepare<[StreamName, number, number], StoredRow>(`${rows} AND revision >= ? ORDER BY revision LIMIT ?`)
      .raw();
    this.insert = database.prepare(
      'INSERT INTO events (position, stream, revision, id, type, recorded_at, leaf_hash, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.keepFrontier = database.prepare('UPDATE frontier SET size = ?, peaks = ?');
    this.keepMilestone = database.prepare('INSERT INTO milestones VALUES (?, ?)');
    this.control = {
      begin: database.prepare('BEGIN IMMEDIATE'),
      savepoint: database.prepare('SAVEPOINT append'),
      release: database.prepare('RELEASE append'),
      undo: database.prepare('ROLLBACK TO append'),
      commit: database.prepare('COMMIT'),
      rollback: database.prepare('ROLLBACK'),
    };
    this.frontier = Frontier.from(storedFrontier(database));
  }

  /** Number of the last event: what is committed, outside {@link write}. */
  get size(): number {
    return this.frontier.size;
  }

  root(): string {
    return this.frontier.root();
  }

  /**
   * Stores what fits, in one transaction that is on disk when this returns. An append that does not fit fails alone.
   * @returns one outcome for each request, in order, and what is new in the log
   * @throws the driver's error where the transaction failed as a whole; then nothing of it is stored, unless the error
   *   is an I/O error of the COMMIT, after which nobody knows
   */
  write(requests: readonly AppendRequest[]): Written {
    const before = this.frontier.copy();
    this.stored = [];
    this.control.begin.run();
    try {
      const alone = requests.length === 1;
      const outcomes = requests.map((request) => this.writeOne(request, alone));
      if (this.stored.length > 0) this.keep(before.size);
      if (this.database.inTransaction) this.control.commit.run();
      return { outcomes, stored: this.stored };
    } catch (error) {
      this.frontier = before;
      if (this.database.inTransaction) this.control.rollback.run();
      throw error;
    }
  }

  /** @param alone in the transaction; otherwise what is left of it has to be undone apart. One event leaves nothing. */
  private writeOne(request: AppendRequest, alone: boolean): AppendOutcome {
    const apart = !alone && request.leaves.length > 1;
    if (apart) this.control.savepoint.run();
    try {
      const result = this.repeated(request) ?? this.store(request);
      if (apart) this.control.release.run();
      return { result };
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error;
      for (const control of undoing(alone, apart)) this.control[control].run();
      return { error };
    }
  }

  /** Where these ids are at this place already: the last of them as it is stored. @throws `WrongExpectedRevision` */
  private repeated({ stream, expected, leaves }: AppendRequest): AppendResult | undefined {
    const head = this.headOf.get(stream);
    const revision = head?.[1] ?? -1;
    if (revision === firstRevision(expected) - 1 && this.follows(head, expected)) return undefined;
    const last = revision >= firstRevision(expected) ? this.lastStored(stream, expected, leaves) : undefined;
    if (last) return { revision: last[1], leafHash: last[3], position: this.positionOf(last[0]) };
    const actual = head ? revision : 'no-stream';
    throw new EventStoreError('WrongExpectedRevision', `${stream} is at ${actual}`, { stream, actual });
  }

  private follows(head: StoredRow | undefined, expected: ExpectedHead): boolean {
    return expected === 'no-stream' || head?.[3] === expected.leafHash;
  }

  private lastStored(
    stream: StreamName,
    expected: ExpectedHead,
    leaves: readonly Leaf[],
  ): StoredRow | undefined {
    const from = firstRevision(expected);
    if (expected !== 'no-stream') {
      const [before] = this.storedFrom.all(stream, expected.revision, 1);
      if (!this.follows(before, expected)) return undefined;
    }
    const rows = this.storedFrom.all(stream, from, leaves.length);
    return leaves.every(({ id }, index) => rows[index]?.[2] === id) ? rows.at(-1) : undefined;
  }

  private store({ leaves }: AppendRequest): AppendResult {
    const first = this.frontier.size + 1;
    leaves.forEach((leaf, index) => this.insertOne(first + index, leaf));
    for (const { prev: _, ...leaf } of leaves) {
      this.frontier.append(leaf.leafHash);
      this.stored.push({ ...leaf, position: this.positionOf(this.frontier.size) });
    }
    const { revision, leafHash, position } = this.stored.at(-1) as RecordedEvent;
    return { revision, leafHash, position };
  }

  private insertOne(position: number, leaf: Leaf): void {
    const { stream, revision, id, type, recordedAt, leafHash, bytes } = leaf;
    try {
      this.insert.run(position, stream, revision, id, type, recordedAt, leafHash, bytes);
    } catch (error) {
      if (sqliteCode(error) !== 'SQLITE_CONSTRAINT_UNIQUE') throw error;
      throw new EventStoreError(
        'DuplicateEventId',
        `${id} is stored elsewhere`,
        { stream },
        { cause: error },
      );
    }
  }

  private keep(sizeBefore: number): void {
    const { size, peaks } = this.frontier.toJSON();
    const json = JSON.stringify(peaks);
    this.keepFrontier.run(size, json);
    if (Math.floor(size / milestoneEvery) > Math.floor(sizeBefore / milestoneEvery))
      this.keepMilestone.run(size, json);
  }
}

type Control = 'begin' | 'savepoint' | 'release' | 'undo' | 'commit' | 'rollback';

function undoing(alone: boolean, apart: boolean): readonly Control[] {
  if (alone) return ['rollback'];
  return apart ? ['undo', 'release'] : [];
}
