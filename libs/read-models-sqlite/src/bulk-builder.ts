import type { BuiltHalts, BulkBuild } from '@threekeys/read-models';
import { sqliteCode } from '@threekeys/sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BulkTable } from './bulk-table';
import type { FoldedStretch } from './fold-stretch';
import { StretchFold } from './fold-stretch';
import type { FoldThreadData } from './fold.worker';
import type { Generations } from './generations';
import type { LogStreams, Stretch } from './log-streams';
import type { Statements } from './statements';
import { mayStart, Thread } from './thread';
import type { Threads } from './thread';

/** Events per transaction: few enough that whoever shares the thread waits for no more than a few hundredths of a second. */
const stretchEvents = 2000;
const threadEventsMin = 50_000;

/** Folds a stretch of the log, here or elsewhere. */
type Folder = (stretch: Stretch) => Promise<FoldedStretch>;

interface BuilderParts {
  readonly statements: Statements;
  readonly generations: Generations;
  readonly threads: Threads | undefined;
}

/** Fills empty builds by folding whole streams. */
export class BulkBuilder {
  private readonly halts: BuiltHalts[number][] = [];
  private folded = 0;
  private failed = false;

  constructor(
    private readonly log: LogStreams,
    private readonly views: BuilderParts,
    private readonly task: BulkBuild,
  ) {}

  /** Nothing where rows of two streams have one key: who takes one event after the other can say which came second. */
  async run(): Promise<BuiltHalts | undefined> {
    try {
      const tables = this.written(() => this.emptied());
      await this.filled(tables);
      for (const table of tables) this.written(() => table.finish());
      return this.halts;
    } catch (error) {
      if (!sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')) throw error;
      this.written(() => this.reset());
      return undefined;
    }
  }

  private async filled(tables: readonly BulkTable[]): Promise<void> {
    const fold = new StretchFold(this.log, { ...this.task, upTo: this.task.log.size });
    const here: Folder = (stretch) => nextTurn().then(() => fold.run(stretch));
    const thread = this.thread();
    // What stops the thread alone does not stop the build.
    const there: Folder | undefined = thread && ((stretch) => thread.ask(stretch).catch(() => here(stretch)));
    // Two at once there, so that it folds the second while the first is written here.
    const folders = [here, ...(there ? [there, there] : [])];
    const ended = await Promise.allSettled(folders.map((folder) => this.fill(tables, folder)));
    await thread?.end();
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
  }

  /** Where it pays, and every projection says where a thread finds it. */
  private thread(): Thread<Stretch, FoldedStretch> | undefined {
    const { projections, log, known, halted } = this.task;
    if (!mayStart('fold.worker', this.views.threads, log.size >= threadEventsMin)) return undefined;
    const named = projections.flatMap(({ module, name }) => (module === undefined ? [] : [{ module, name }]));
    if (named.length < projections.length) return undefined;
    const { size, firstId } = log;
    const data: FoldThreadData = {
      ...{ logFile: this.log.file, firstId, upTo: size },
      ...{ known, halted, projections: named },
    };
    return new Thread('fold.worker', data);
  }

  private emptied(): readonly BulkTable[] {
    const { statements, generations } = this.views;
    this.reset();
    return this.task.projections.map(
      ({ name }) => new BulkTable(statements, generations.written(name).table.shape),
    );
  }

  private reset(): void {
    for (const { name } of this.task.projections) this.views.generations.reset(name);
  }

  /** Until nothing is left, or one of several has failed. */
  private async fill(tables: readonly BulkTable[], folder: Folder): Promise<void> {
    try {
      for (let stretch = this.next(); stretch !== undefined; stretch = this.next()) {
        const folded = await folder(stretch);
        this.task.signal.throwIfAborted();
        if (!this.failed) this.put(tables, folded);
      }
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  private put(tables: readonly BulkTable[], { events, lines, halts }: FoldedStretch): void {
    this.written(() => {
      for (const [at, table] of tables.entries()) table.put(lines[at] ?? []);
    });
    for (const { stream, revision, name, message } of halts)
      this.halts.push({ stream, revision, error: Object.assign(new Error(message), { name }) });
    this.task.onEvents(events);
  }

  private next(): Stretch | undefined {
    const { size } = this.task.log;
    if (this.failed || this.folded >= size) return undefined;
    const after = this.folded;
    this.folded = Math.min(size, after + stretchEvents);
    return { after, upTo: this.folded };
  }

  private written<Result>(work: () => Result): Result {
    return this.views.statements.database.transaction(work).immediate();
  }
}
