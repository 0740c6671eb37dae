import type {
  AppendResult,
  ExpectedHead,
  Filter,
  GlobalPosition,
  Leaf,
  LogHead,
  RecordedEvent,
  StreamName,
  StreamRange,
} from '@threekeys/event-store';
import { checkAppend, copyOf, EventStore, EventStoreError, filterOf, Growth } from '@threekeys/event-store';
import { setImmediate as turn } from 'node:timers/promises';
import { copyAnchor, copyLog } from './backup';
import { Commits, fullError } from './commits';
import { filesOf } from './files';
import type { AnchorState } from './head-witness';
import type { Page } from './log-reader';
import { LogReader, revisionsIn } from './log-reader';
import type { OpenLog } from './open-log';
import { openLog } from './open-log';
import { commitOptionsOf, type SqliteEventStoreOptions } from './options';
import { Positions } from './positions';
import { rebuildFrontier, storedHead } from './schema';
import { storeErrorOf, translated } from './sqlite-errors';
import { until } from './until';
import { Tail } from './tail';

/**
 * The log in one SQLite file. One process writes it ({@link holdLock} sees to that); subscriptions wake in that process.
 * An append is accepted when the COMMIT that holds it has been synced. Where the log does not match its witness, or
 * cannot be written, it opens for reading and every append is refused with `StoreReadOnly`.
 */
export class SqliteEventStore extends EventStore {
  private readonly growth = new Growth();
  private readonly positions: Positions;
  private readonly reader: LogReader;
  private commits: Commits | undefined;
  private tail: Tail | undefined;
  private anchor: AnchorState;
  private closed = false;

  /** @throws EventStoreError `StoreUnavailable`, `StoreReadOnly`, `AccessDenied`, `StoreFull` */
  // eslint-disable-next-line @typescript-eslint/require-await -- a rejection is easier to handle than a throw before it
  static async open(
    directoryOrFile: string,
    options: SqliteEventStoreOptions = {},
  ): Promise<SqliteEventStore> {
    return translated(() => new SqliteEventStore(openLog(filesOf(directoryOrFile), options), options));
  }

  private constructor(
    private readonly log: OpenLog,
    private readonly options: SqliteEventStoreOptions,
  ) {
    super();
    this.positions = new Positions(log.storeId, () => this.size());
    this.reader = new LogReader(log.database, (number) => this.positions.of(number));
    this.anchor = log.anchorState;
    if (log.readOnlyBecause === undefined && this.anchor.status === 'matches')
      this.commits = this.startCommits();
  }

  /** Whether the log holds what its witness has seen. */
  get anchorState(): AnchorState {
    return this.anchor;
  }

  /** Whether appends are refused because the disk is full, as of now. */
  get isFull(): boolean {
    return this.commits?.isFull ?? false;
  }

  /**
   * Somebody else found the disk full on which the log lies: the ballast is given back, and nothing more is taken in until
   * there is room for it again.
   */
  noteFull(cause: unknown): EventStoreError {
    return this.commits?.becomeFull(cause) ?? fullError(cause);
  }

  /** In every position of this log. */
  get storeId(): string {
    return this.log.storeId;
  }

  async append(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): Promise<AppendResult> {
    this.assertOpen();
    checkAppend(stream, expected, leaves);
    if (!this.commits) throw this.readOnlyError();
    return this.commits.append({ stream, expected, leaves });
  }

  async *readStream(stream: StreamName, range: StreamRange = {}): AsyncIterable<RecordedEvent> {
    const last = this.read(() => this.reader.lastRevisionOf(stream));
    if (last === undefined) throw new EventStoreError('StreamNotFound', `no stream ${stream}`, { stream });
    let { next, left } = revisionsIn(range, last);
    const step = range.direction === 'backwards' ? -1 : 1;
    while (left > 0) {
      const events = this.read(() => this.reader.revisions(stream, next, next + step * (left - 1)));
      yield* events;
      left = events.length === 0 ? 0 : left - events.length;
      next += step * events.length;
      await turn();
    }
  }

  async *readAll(after?: GlobalPosition, filter: Filter = {}, max = Infinity): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    const upTo = this.size();
    let [scannedTo, left] = [this.numberAfter(after), max];
    const live = this.tail?.after(scannedTo);
    if (live !== undefined) return yield* live.filter(filterOf(filter)).slice(0, max).map(copyOf);
    while (scannedTo < upTo && left > 0) {
      const page = this.read(() => this.reader.page({ after: scannedTo, upTo, filter }, left));
      yield* page.events;
      left -= page.events.length;
      scannedTo = page.scannedTo;
      await turn();
    }
  }

  async *subscribe(
    after: GlobalPosition | undefined,
    filter: Filter,
    signal: AbortSignal,
  ): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    let scannedTo = this.numberAfter(after);
    const passes = filterOf(filter);
    while (!signal.aborted) {
      const { events, scannedTo: next } = this.live(scannedTo, passes) ?? this.page(scannedTo, filter);
      yield* until(signal, events);
      scannedTo = next;
      await (scannedTo < this.size() ? turn() : this.growth.next(signal));
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, the driver is not
  async head(): Promise<LogHead> {
    this.assertOpen();
    const { size, root } = this.commits?.head() ?? this.read(() => storedHead(this.log.database));
    return { size, root, ...(size > 0 && { position: this.positions.of(size) }) };
  }

  /** Without its root, which takes a hash for each bit of the size. */
  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  override async end(): Promise<GlobalPosition | undefined> {
    this.assertOpen();
    return this.size() > 0 ? this.positions.of(this.size()) : undefined;
  }

  /** The last event of the log. */
  newest(): RecordedEvent | undefined {
    return this.page(this.size() - 1, {}).events[0];
  }

  comparePositions(a: GlobalPosition, b: GlobalPosition): number {
    return this.positions.numberOf(a) - this.positions.numberOf(b);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async close(): Promise<void> {
    if (this.closed) return;
    this.commits?.close();
    this.closed = true;
    this.growth.announce();
    this.log.database.close();
  }

  /**
   * Takes the log as it is, from now on. The caller records that somebody has decided so, and sees to it that no
   * consumer's checkpoint lies after the head that is returned.
   */
  async acceptLoss(): Promise<LogHead> {
    this.assertOpen();
    if (this.log.readOnlyBecause !== undefined) throw this.readOnlyError();
    if (!this.commits) {
      translated(() => {
        rebuildFrontier(this.log.database);
        this.positions.forget();
        this.commits = this.startCommits();
      });
      this.anchor = { status: 'matches' };
    }
    return this.head();
  }

  /** Copies the witness, before anything else of a backup: a copied log may be longer than its witness, never shorter. */
  backupAnchorTo(directory: string): void {
    translated(() => copyAnchor(this.log.files, directory));
  }

  /** Copies the log as of one moment into `log.sqlite` of a directory, while it is being written. */
  async backupTo(directory: string): Promise<void> {
    this.assertOpen();
    await copyLog(this.log.database, directory).catch((error: unknown) => {
      throw storeErrorOf(error);
    });
  }

  private startCommits(): Commits {
    const { database, files } = this.log;
    const commits = new Commits(
      { database, files, positionOf: (number) => this.positions.of(number) },
      commitOptionsOf(this.options, (stored) => {
        tail.add(stored);
        this.growth.announce();
      }),
    );
    const tail = (this.tail = new Tail(commits.size));
    commits.begin();
    return commits;
  }

  private page(after: number, filter: Filter): Page {
    return this.read(() => this.reader.page({ after, upTo: this.size(), filter }, Infinity));
  }

  /** From memory. Undefined where that does not reach back far enough. */
  private live(after: number, passes: (event: RecordedEvent) => boolean): Page | undefined {
    this.assertOpen();
    const events = this.tail?.after(after);
    return events && { events: events.filter(passes).map(copyOf), scannedTo: after + events.length };
  }

  private size(): number {
    return this.commits?.size ?? this.read(() => this.reader.size());
  }

  private numberAfter(after: GlobalPosition | undefined): number {
    return after === undefined ? 0 : this.positions.numberOf(after);
  }

  private read<Result>(query: () => Result): Result {
    this.assertOpen();
    return translated(query);
  }

  private assertOpen(): void {
    if (this.closed) throw new EventStoreError('StoreUnavailable', 'the store is closed');
  }

  private readOnlyError(): EventStoreError {
    const why =
      this.log.readOnlyBecause ??
      `it does not match its witness: ${this.anchor.status === 'mismatch' ? this.anchor.what : ''}. ` +
        'Restore a backup, or accept it with: threekeys recover --accept-loss';
    return new EventStoreError('StoreReadOnly', `the log can only be read: ${why}`);
  }
}
