import type { AcceptedClock, ProblemKind, StoredLeaf, StreamEnd, ToldLoss } from '@threekeys/event-store';
import { acceptanceIn, beforeTheFirst, checkLeaf, Problems } from '@threekeys/event-store';
import { Frontier } from '@threekeys/integrity';
import type { Database } from '@threekeys/sqlite';
import { openDatabase, sqliteCode } from '@threekeys/sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import type { Anchor, AnchorFile } from './anchor-log';
import { readAnchors } from './anchor-log';
import { LogClock } from './log-clock';
import type { LogStart } from './log-start';
import { startOf } from './log-start';
import { messageOf } from './sqlite-errors';
import { WitnessCheck } from './witness-check';

/** One thing that is not as it should be, and where. Without a position it concerns the file as a whole. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly position?: number;
  readonly stream?: string;
  readonly revision?: number;
  readonly what: string;
}

export interface LogReport {
  readonly streams: number;
  readonly events: number;
  readonly head: { readonly size: number; readonly root: string };
  readonly anchor: Anchor | 'none';
  /** What somebody has given up: the history is whole but for that. */
  readonly losses: readonly ToldLoss[];
  /** Where somebody has taken the clock for right though it stood behind. */
  readonly clocks: readonly AcceptedClock[];
  /** Empty: every byte is as it was written. */
  readonly problems: readonly Problem[];
}

export interface VerifyOptions {
  /** Called between pages. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Reading ends after so many altered places. Default 1000. */
  readonly problemsMax?: number;
}

const pageMax = 512;

interface StoredRow extends StoredLeaf {
  readonly position: number;
}

/**
 * Reads every stored byte in global order and computes everything anew: leaf hashes, chains, revisions, columns,
 * canonical form, times, the Merkle root, and whether it is what every line of `anchor.log` has seen, when it saw it; and holds
 * the tables against those of a new log. The log may be in use: what is appended meanwhile is left out.
 * @throws DatabaseRefused where the file does not exist
 */
export async function verifyLog(
  file: string,
  anchorFile: string,
  options: VerifyOptions = {},
): Promise<LogReport> {
  const witness = readAnchors(anchorFile);
  const open: { database?: Database } = {};
  const verification = new Verification(witness, options);
  try {
    open.database = openDatabase(file, 'log', { readOnly: true });
    await verification.run(open.database);
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    verification.altered({ what: `the file cannot be read further: ${messageOf(error)}` });
  } finally {
    open.database?.close();
  }
  return verification.result();
}

class Verification {
  private readonly problems: Problems<Problem>;
  private readonly ends = new Map<string, StreamEnd>();
  private readonly frontier = new Frontier();
  private readonly witness: WitnessCheck;
  private readonly clock: LogClock;
  private readonly losses: ToldLoss[] = [];
  private readonly clocks: AcceptedClock[] = [];
  private milestones: ReadonlyMap<number, string> = new Map();
  private lastPosition = 0;

  constructor(
    witness: AnchorFile,
    private readonly options: VerifyOptions,
  ) {
    this.problems = new Problems(options.problemsMax);
    this.witness = new WitnessCheck(witness);
    this.clock = new LogClock(this.witness.beginning);
    this.witness.grown(this.frontier);
  }

  async run(database: Database): Promise<void> {
    const start = startOf(database);
    for (const what of start.problems) this.altered({ what });
    for (const row of start.outside)
      this.altered({ ...row, what: 'lies outside the log, which begins with 1' });
    this.milestones = start.milestones;
    await this.readRows(database, start.last);
    for (const what of this.contradictions(start)) this.altered({ what });
    this.checkFile(database);
  }

  result(): LogReport {
    const head = { size: this.frontier.size, root: this.frontier.root() };
    const { ends, losses, clocks } = this;
    return {
      ...{ streams: ends.size, events: head.size, head, losses, clocks },
      anchor: this.witness.newest ?? 'none',
      problems: this.problems.all,
    };
  }

  altered(problem: Omit<Problem, 'kind'>): void {
    this.problems.add({ kind: 'altered', ...problem });
  }

  /** What the log and its witness say of the whole, beside what its rows make. */
  private contradictions({ stored, milestones, wasAnchored }: LogStart): readonly string[] {
    const { size } = this.frontier;
    const isSame = stored === undefined || (stored.size === size && stored.root === this.frontier.root());
    const outside = [...milestones.keys()].filter((each) => each < 1 || each > size);
    return [
      ...(isSame ? [] : [`the root over ${size} events is not the stored one over ${stored.size}`]),
      ...outside.map(
        (each) => `a milestone at ${each}, ${each < 1 ? 'before the first' : 'after the last'} event`,
      ),
      ...this.witness.problems(size, wasAnchored),
    ];
  }

  private async readRows(database: Database, last: number): Promise<void> {
    const page = database.prepare<[number, number, number], StoredRow>(
      `SELECT position, stream, revision, id, type, recorded_at AS recordedAt, leaf_hash AS leafHash, bytes
       FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`,
    );
    let readTo = 0;
    while (readTo < last) {
      const rows = page.all(readTo, last, pageMax);
      if (rows.length === 0 || this.problems.isOver) return;
      for (const row of rows) this.readRow(row);
      readTo = rows.at(-1)?.position ?? last;
      this.options.onProgress?.(readTo, last);
      await turn();
    }
  }

  private readRow(row: StoredRow): void {
    const { position, stream, revision, recordedAt } = row;
    const expected = this.lastPosition + 1;
    if (position !== expected)
      this.altered({ position, stream, revision, what: `comes where ${expected} should` });
    this.lastPosition = position;
    if (!isRow(row)) {
      this.altered({ position, what: 'is no row of a log' });
      return;
    }
    const end = this.ends.get(stream) ?? beforeTheFirst;
    const { problems, leafHash } = checkLeaf(row, end);
    for (const what of problems) this.altered({ position, stream, revision, what });
    this.ends.set(stream, { revision, leafHash, recordedAt });
    this.frontier.append(leafHash);
    for (const what of this.timesOf(row, end))
      this.problems.add({ kind: 'dated', position, stream, revision, what });
    this.checkMilestone();
  }

  /** When it was recorded, what it accepts, and when it was witnessed. */
  private timesOf(row: StoredRow, end: StreamEnd): readonly string[] {
    const { loss, clock } = acceptanceIn(row, row.position);
    if (loss) this.losses.push({ ...loss, isWitnessed: this.witness.lossAccepted(loss, row.position) });
    if (clock) this.clocks.push(clock);
    const problems = clock ? this.clock.accept(clock) : this.clock.take(row.recordedAt, end.recordedAt);
    return [...problems, ...this.clock.witnessed(this.witness.grown(this.frontier))];
  }

  /** What a start trusts instead of walking the whole log. */
  private checkMilestone(): void {
    const peaks = this.milestones.get(this.frontier.size);
    if (peaks === undefined || peaks === JSON.stringify(this.frontier.toJSON().peaks)) return;
    this.altered({ what: `the milestone at ${this.frontier.size} is not that of the events before it` });
  }

  /** Indexes that do not list a row hide it from a reader of its stream. */
  private checkFile(database: Database): void {
    const rows = database.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    for (const what of rows) if (what !== 'ok') this.altered({ what: `SQLite: ${what}` });
  }
}

/** Tables that are not as they were made hold anything. */
function isRow({ bytes, revision, stream, id, type, recordedAt, leafHash }: StoredRow): boolean {
  const areTexts = [stream, id, type, recordedAt, leafHash].every((each) => typeof each === 'string');
  return areTexts && Buffer.isBuffer(bytes) && Number.isSafeInteger(revision);
}
