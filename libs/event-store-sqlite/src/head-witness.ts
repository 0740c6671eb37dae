import type { Clock } from '@threekeys/event-store';
import { Frontier } from '@threekeys/integrity';
import type { Database } from '@threekeys/sqlite';
import type { Anchor, NewestAnchor } from './anchor-log';
import { AnchorLog } from './anchor-log';
import type { KnownBeyond } from './known-places';
import { metaOf, milestoneBefore, storedFrontier } from './schema';

/** Whether the log holds what was witnessed. After a mismatch nothing is appended until somebody accepts the loss. */
export type AnchorState =
  | { readonly status: 'matches'; readonly anchor?: Anchor }
  | {
      readonly status: 'mismatch';
      readonly what: string;
      readonly anchor?: Anchor;
      /** Of how many events another file of the home knows, where those are more than the log holds. */
      readonly known?: number;
    };

/** A head as the witness writes it down. */
export interface WitnessedHead {
  readonly size: number;
  readonly root: string;
}

/**
 * Compares the log with the newest line of its witness. Cheap: walks the leaf hashes since the last milestone only;
 * {@link verifyLog} is the check that recomputes everything.
 * @param newest read before the log is, so that a log that is being written is never taken for a short one
 * @param beyond what lies beside the log and knows of more than it holds
 */
export function anchorStateOf(database: Database, newest: NewestAnchor, beyond?: KnownBeyond): AnchorState {
  const frontier = storedFrontier(database);
  const anchor = newest.found === 'anchor' ? newest.anchor : undefined;
  const what =
    ownMismatch(database, frontier.size) ?? mismatch(database, newest, frontier.size) ?? beyond?.what;
  const known = beyond && { known: beyond.number };
  return {
    ...(what === undefined ? { status: 'matches' } : { status: 'mismatch', what, ...known }),
    ...(anchor && { anchor }),
  };
}

function mismatch(database: Database, newest: NewestAnchor, size: number): string | undefined {
  if (newest.found === 'unreadable') return 'anchor.log has no valid line';
  if (newest.found !== 'anchor') {
    const wasAnchored = size > 0 || metaOf(database, 'anchored') === 'yes';
    return wasAnchored ? 'anchor.log is missing, but this log had one' : undefined;
  }
  const { anchor } = newest;
  if (anchor.size > size) {
    return `the log holds ${size} events, ${anchor.size} were witnessed: the last ${anchor.size - size} are lost`;
  }
  if (rootAt(database, anchor.size) === anchor.root) return undefined;
  return `the first ${anchor.size} events are not those that were witnessed at ${anchor.time}`;
}

/** The log must at least agree with itself: its first and its last row, and its frontier since the last milestone. */
function ownMismatch(database: Database, size: number): string | undefined {
  const [first, last] = ['min', 'max'].map((which) => {
    const sql = `SELECT ${which}(position) FROM events`;
    return database.prepare<[], number | null>(sql).pluck().get();
  });
  if ((first ?? 1) < 1) return 'log.sqlite has rows before its first event';
  if ((last ?? 0) !== size) return `the log ends with event ${last ?? 0}, its frontier says ${size}`;
  if (rootAt(database, size) === Frontier.from(storedFrontier(database)).root()) return undefined;
  return `the frontier of the log is not that of its ${size} events`;
}

/** RFC 6962 root over the first leaf hashes, from the milestone before. */
function rootAt(database: Database, size: number): string {
  const milestone = milestoneBefore(database, size);
  const hashes = database
    .prepare<[number, number], string>(
      'SELECT leaf_hash FROM events WHERE position > ? AND position <= ? ORDER BY position',
    )
    .pluck()
    .all(milestone.size, size);
  const frontier = Frontier.from(milestone);
  for (const leafHash of hashes) frontier.append(leafHash);
  return frontier.root();
}

/** So often the witness says that there is nothing new: what is dated before that was not recorded after it. */
const idleMs = 3_600_000;

/**
 * Writes the head outside the database, after commits: at most once an interval, and the last one never left out. Where
 * nothing is committed it says so every hour, and when it ends.
 */
export class HeadWitness {
  private readonly log: AnchorLog;
  private readonly idle: NodeJS.Timeout;
  private writtenAt = -Infinity;
  private writtenSize = -1;
  private timer: NodeJS.Timeout | undefined;

  /** @param onError what happens where a line cannot be written after a commit that is done */
  constructor(
    file: string,
    private readonly intervalMs: number,
    private readonly clock: Clock,
    private readonly source: { head(): WitnessedHead; onError(error: unknown): void },
  ) {
    this.log = new AnchorLog(file);
    this.idle = setInterval(() => this.attempt(), idleMs).unref();
  }

  /** A commit has returned. */
  noteCommit(): void {
    const dueInMs = this.dueInMs();
    if (dueInMs <= 0) this.attempt();
    else this.timer ??= setTimeout(() => this.attempt(), dueInMs).unref();
  }

  /** Writes the head now. @throws the system's error where the disk refuses */
  write(): Anchor {
    const anchor = { ...this.source.head(), time: this.clock.now() };
    this.log.write(anchor);
    this.writtenAt = performance.now();
    this.writtenSize = anchor.size;
    return anchor;
  }

  /** Writes what has not been written yet, or until when there was nothing. */
  catchUp(): void {
    const isNew = this.source.head().size !== this.writtenSize;
    if (isNew || this.dueInMs() <= 0) this.attempt();
  }

  close(): void {
    clearInterval(this.idle);
    clearTimeout(this.timer);
    this.log.close();
  }

  private dueInMs(): number {
    return this.writtenAt + this.intervalMs - performance.now();
  }

  private attempt(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      this.write();
    } catch (error) {
      this.source.onError(error);
    }
  }
}
