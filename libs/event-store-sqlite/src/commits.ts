import type { AppendResult, Clock, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { isDiskFull, reserveWalSpace } from '@threekeys/sqlite';
import type { Database } from '@threekeys/sqlite';
import { AnchorTorn } from './anchor-log';
import { Ballast } from './ballast';
import type { LogFiles } from './files';
import { GroupCommit } from './group-commit';
import type { WitnessedHead } from './head-witness';
import { HeadWitness } from './head-witness';
import type { AppendOutcome, AppendRequest, Written } from './log-writer';
import { LogWriter } from './log-writer';
import { metaOf, setMeta } from './schema';
import { isFatal, messageOf, storeErrorOf } from './sqlite-errors';

export interface CommitOptions {
  readonly clock: Clock;
  readonly ballastBytes: number;
  readonly walBytes: number;
  readonly anchorIntervalMs: number;
  /** The disk has failed: the process has to end, a new start reads what is really there. */
  readonly onFatal: (error: EventStoreError) => void;
  /** Called after every commit that stored something, with what it stored. */
  readonly onGrowth: (stored: readonly RecordedEvent[]) => void;
}

/** What a log that can be written consists of. */
export interface WritableLog {
  readonly database: Database;
  readonly files: LogFiles;
  readonly positionOf: (number: number) => GlobalPosition;
}

/** The writing side of the log: group commit, its witness, and what happens when the disk is full or fails. */
export class Commits {
  private readonly writer: LogWriter;
  private readonly group: GroupCommit<AppendRequest, AppendResult>;
  private readonly witness: HeadWitness;
  private readonly ballast: Ballast;
  private full: boolean;
  private broken: EventStoreError | undefined;
  private readonly database: Database;

  constructor(
    { database, files, positionOf }: WritableLog,
    private readonly options: CommitOptions,
  ) {
    this.database = database;
    if (options.walBytes > 0) reserveWalSpace(database, files.log, options.walBytes);
    this.writer = new LogWriter(database, positionOf);
    this.group = new GroupCommit((requests) => this.commit(requests));
    this.ballast = new Ballast(files.ballast, options.ballastBytes);
    this.full = !this.ballast.keep();
    this.witness = new HeadWitness(files.anchor, options.anchorIntervalMs, options.clock, {
      head: () => this.head(),
      onError: (error) => this.witnessFailed(error),
    });
  }

  head(): WitnessedHead {
    return { size: this.writer.size, root: this.writer.root() };
  }

  get size(): number {
    return this.writer.size;
  }

  /** Looks whether there is space again. */
  get isFull(): boolean {
    if (this.full) this.full = !this.ballast.keep();
    return this.full;
  }

  /** @throws EventStoreError `StoreFull` until there is space again, `StoreUnavailable` after the disk has failed */
  append(request: AppendRequest): Promise<AppendResult> {
    if (this.broken) throw this.unavailable(this.broken);
    if (this.isFull) throw fullError();
    return this.group.submit(request);
  }

  /** Writes the head down now, and in the log that it has a witness. A full disk only makes that late. */
  begin(): void {
    try {
      this.witness.write();
      if (metaOf(this.database, 'anchored') !== 'yes') setMeta(this.database, 'anchored', 'yes');
    } catch (error) {
      if (!isDiskFull(error) && !(error instanceof AnchorTorn)) throw error;
      this.becomeFull(error);
    }
  }

  /** Gives the ballast back. @returns what a refused append says */
  becomeFull(cause: unknown): EventStoreError {
    this.full = true;
    this.ballast.release();
    return fullError(cause);
  }

  close(): void {
    if (!this.broken) {
      this.group.drain();
      this.witness.catchUp();
    }
    this.witness.close();
  }

  private commit(requests: readonly AppendRequest[]): readonly AppendOutcome[] {
    if (this.broken) throw this.unavailable(this.broken);
    const { outcomes, stored } = this.write(requests);
    if (stored.length > 0) {
      this.witness.noteCommit();
      this.options.onGrowth(stored);
    }
    return outcomes;
  }

  private write(requests: readonly AppendRequest[]): Written {
    try {
      return this.writer.write(requests);
    } catch (error) {
      if (isFatal(error)) throw this.break(error);
      if (isDiskFull(error)) throw this.becomeFull(error);
      throw storeErrorOf(error);
    }
  }

  private break(cause: unknown): EventStoreError {
    const message = `the disk failed while the log was being written (${messageOf(cause)}); nobody knows whether it was stored`;
    this.broken = new EventStoreError('AppendOutcomeUnknown', message, {}, { cause });
    this.options.onFatal(this.broken);
    return this.broken;
  }

  /** The commit is done and stays so; only its witness is late. */
  private witnessFailed(error: unknown): void {
    if (isDiskFull(error) || error instanceof AnchorTorn) this.becomeFull(error);
    else this.break(error);
  }

  private unavailable(cause: EventStoreError): EventStoreError {
    return new EventStoreError('StoreUnavailable', 'the disk has failed, start again', {}, { cause });
  }
}

/** What a refused append says while the disk is full. */
export function fullError(cause?: unknown): EventStoreError {
  const message = 'the disk is full: nothing is taken in until there is space again; reading goes on';
  return new EventStoreError('StoreFull', message, {}, { cause });
}
