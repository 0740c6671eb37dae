import type { FrontierState } from '@threekeys/integrity';
import { Frontier, noHash } from '@threekeys/integrity';
import type { Database } from '@threekeys/sqlite';
import { openDatabase, sqliteCode } from '@threekeys/sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import type { Anchor, NewestAnchor } from './anchor-log';
import { newestAnchor } from './anchor-log';
import type { StoredRow, StreamEnd } from './row-check';
import { checkRow } from './row-check';
import { messageOf } from './sqlite-errors';
import { metaOf, storedFrontier } from './schema';

/** One thing that is not as it was written, and where. Without a position it concerns the file as a whole. */
export interface Problem {
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
  /** Empty: every byte is as it was written. */
  readonly problems: readonly Problem[];
}

export interface VerifyOptions {
  /** Called between pages. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Reading ends after so many problems. Default 1000. */
  readonly problemsMax?: number;
}

const pageMax = 512;

/**
 * Reads every stored byte in global order and computes everything anew: leaf hashes, chains, revisions, columns,
 * canonical form, times, the Merkle root, and whether it is what `anchor.log` has seen. The log may be in use: what is
 * appended meanwhile is left out.
 * @throws DatabaseRefused where the file does not exist
 */
export async function verifyLog(
  file: string,
  anchorFile: string,
  options: VerifyOptions = {},
): Promise<LogReport> {
  const newest = newestAnchor(anchorFile);
  const open: { database?: Database } = {};
  const verification = new Verification(newest, options);
  try {
    open.database = openDatabase(file, 'log', { readOnly: true });
    await verification.run(open.database);
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    verification.report({ what: `the file cannot be read further: ${messageOf(error)}` });
  } finally {
    open.database?.close();
  }
  return verification.result();
}

class Verification {
  private readonly problems: Problem[] = [];
  private readonly ends = new Map<string, StreamEnd>();
  private readonly frontier = new Frontier();
  private readonly anchor: Anchor | undefined;
  private readonly problemsMax: number;
  private lastPosition = 0;
  private rootAtAnchor: string | undefined;

  constructor(
    private readonly newest: NewestAnchor,
    private readonly options: VerifyOptions,
  ) {
    this.anchor = newest.found === 'anchor' ? newest.anchor : undefined;
    this.problemsMax = options.problemsMax ?? 1000;
  }

  async run(database: Database): Promise<void> {
    const { stored, last } = startOf(database);
    await this.readRows(database, last);
    if (this.frontier.size !== stored.size || this.frontier.root() !== Frontier.from(stored).root()) {
      this.report({
        what: `the root over ${this.frontier.size} events is not the stored one over ${stored.size}`,
      });
    }
    const what = this.anchorProblem(database);
    if (what !== undefined) this.report({ what });
    this.checkFile(database);
  }

  result(): LogReport {
    const head = { size: this.frontier.size, root: this.frontier.root() };
    const { size: streams } = this.ends;
    return { streams, events: head.size, head, anchor: this.anchor ?? 'none', problems: this.problems };
  }

  report(problem: Problem): void {
    if (this.problems.length < this.problemsMax) this.problems.push(problem);
  }

  private async readRows(database: Database, last: number): Promise<void> {
    const page = database.prepare<[number, number, number], StoredRow>(
      `SELECT position, stream, revision, id, type, recorded_at AS recordedAt, leaf_hash AS leafHash, bytes
       FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`,
    );
    let readTo = 0;
    while (readTo < last) {
      const rows = page.all(readTo, last, pageMax);
      if (rows.length === 0 || this.problems.length >= this.problemsMax) return;
      for (const row of rows) this.readRow(row);
      readTo = rows.at(-1)?.position ?? last;
      this.options.onProgress?.(readTo, last);
      await turn();
    }
  }

  private readRow(row: StoredRow): void {
    const { position, stream, revision } = row;
    const expected = this.lastPosition + 1;
    if (position !== expected)
      this.report({ position, stream, revision, what: `comes where ${expected} should` });
    this.lastPosition = position;
    const end = this.ends.get(stream) ?? { revision: -1, leafHash: noHash, recordedAt: '' };
    const { problems, leafHash } = checkRow(row, end);
    for (const what of problems) this.report({ position, stream, revision, what });
    this.ends.set(stream, { revision, leafHash, recordedAt: row.recordedAt });
    this.frontier.append(leafHash);
    if (this.frontier.size === this.anchor?.size) this.rootAtAnchor = this.frontier.root();
  }

  private anchorProblem(database: Database): string | undefined {
    if (this.newest.found === 'unreadable') return 'anchor.log has no valid line';
    if (this.anchor === undefined) {
      return metaOf(database, 'anchored') === 'yes'
        ? 'anchor.log is missing, but this log had one'
        : undefined;
    }
    const { size, root, time } = this.anchor;
    if (size > this.frontier.size)
      return `${size} events were witnessed at ${time}, ${this.frontier.size} are there`;
    const actual = size === 0 ? new Frontier().root() : this.rootAtAnchor;
    return actual === root
      ? undefined
      : `the first ${size} events are not those that were witnessed at ${time}`;
  }

  /** Indexes that do not list a row hide it from a reader of its stream. */
  private checkFile(database: Database): void {
    const rows = database.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    for (const what of rows) if (what !== 'ok') this.report({ what: `SQLite: ${what}` });
  }
}

/** Frontier and last row as of one moment. */
function startOf(database: Database): { stored: FrontierState; last: number } {
  return database.transaction(() => ({
    stored: storedFrontier(database),
    last: database.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0,
  }))();
}
