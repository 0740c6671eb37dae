import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { Announcements } from './announcements';
import type { ChangeListener } from './announcements';
import { knownEvents } from './known-events';
import type { KnownEvents } from './known-events';
import { LogFollower } from './log-follower';
import type { Progress } from './catch-up';
import type { Projection } from './projection';
import type { HaltedStream } from './projector-state';
import type { ReadModels, ViewParity } from './read-models';
import { reindex } from './reindexing';
import type { SearchIndexer } from './search-indexer';
import { Turns } from './turns';
import { ViewCheck } from './verification';
import { Views } from './views';
import type { Verification } from './verification';

export interface ProjectorPorts {
  readonly store: EventStore;
  readonly models: ReadModels;
  /** Absent: nothing is found by words. */
  readonly indexer?: SearchIndexer;
}

export interface ProjectorOptions {
  /** Default: what the domain of this version knows. */
  readonly known?: KnownEvents;
  /** Told what went wrong, before it is tried again. */
  readonly onFailure?: (error: unknown) => void;
  /** Told how the new version of a view differs from the one whose place it takes. */
  readonly onParity?: (parity: ViewParity) => void;
  /** Told where the views are, each time that they move. */
  readonly onReached?: (position: GlobalPosition) => void;
  /** Before the first retry of a failed batch; doubles up to 100 times that. Default 100. */
  readonly retryAfterMs?: number;
}

export interface ProjectorLag {
  /** Events in the log that are not in the views, counted up to 10,000. */
  readonly events: number;
  /** When the oldest of them was recorded. */
  readonly oldestRecordedAt?: string;
  readonly halted: readonly HaltedStream[];
  /** Why the last batch failed, while it is tried again. */
  readonly failure?: string;
  /** Of each view whose version has taken the place of another one. */
  readonly parities?: readonly ViewParity[];
}

const lagMax = 10_000;
const ignored = (): void => undefined;

/**
 * Follows the log and keeps all views: catches up, then lives. A stream with an event that this version cannot read, or
 * that a projection fails on, halts (named by {@link lag}) and is tried again at every start; all others go on.
 */
export class Projector extends Views {
  private readonly follower: LogFollower;
  private readonly announcements: Announcements;
  private readonly turns: Turns;
  private readonly known: KnownEvents;

  constructor(
    private readonly ports: ProjectorPorts,
    private readonly projections: readonly Projection[],
    options: ProjectorOptions = {},
  ) {
    super();
    const { known = knownEvents, onFailure = ignored, onParity = ignored, retryAfterMs = 100 } = options;
    this.known = known;
    this.announcements = new Announcements(ports.store, onFailure, options.onReached);
    this.follower = new LogFollower(
      { ...ports, known, announcements: this.announcements, onFailure, onParity, retryAfterMs },
      projections,
    );
    this.turns = new Turns((signal) => this.follower.follow(signal));
  }

  /** Resolves when the views have everything that was in the log when it was called; they live from then on. */
  start(onProgress?: Progress): Promise<void> {
    return this.turns.begin(async (signal) => {
      const state = await this.follower.open();
      await this.follower.resetForeign();
      await this.follower.catchUp(this.projections, { signal, ...(onProgress ? { onProgress } : {}) });
      await this.follower.retryHalted();
      for (const view of state.withoutIndex) await this.index(view, { signal });
    });
  }

  /** Finishes the batch under way; a `rebuild` under way rejects and goes on at the next start. */
  async stop(): Promise<void> {
    await this.turns.end();
    this.announcements.close();
  }

  waitFor(position: GlobalPosition, timeoutMs: number): Promise<boolean> {
    return this.announcements.waitFor(position, timeoutMs);
  }

  get position(): GlobalPosition | undefined {
    return this.announcements.position;
  }

  onChange(listener: ChangeListener): () => void {
    return this.announcements.onChange(listener);
  }

  async lag(): Promise<ProjectorLag> {
    const { halted, parities } = await this.follower.open();
    const { failure } = this.follower;
    const facts = {
      halted,
      ...(failure === undefined ? {} : { failure }),
      ...(parities.length === 0 ? {} : { parities }),
    };
    const end = await this.ports.store.end();
    if (end === this.position) return { events: 0, ...facts };
    let events = 0;
    let oldestRecordedAt: string | undefined;
    for await (const event of this.ports.store.readAll(this.position, {}, lagMax)) {
      events += 1;
      oldestRecordedAt ??= event.recordedAt;
    }
    return { events, ...(oldestRecordedAt === undefined ? {} : { oldestRecordedAt }), ...facts };
  }

  /**
   * Builds a view (all, without a name) from nothing, beside what stands, which answers until the new one has caught up.
   * Live changes wait meanwhile. `index: false` leaves the search index to {@link reindex} (or the next start).
   */
  rebuild(view?: string, options: { onProgress?: Progress; index?: boolean } = {}): Promise<void> {
    return this.turns.exclusive(async (signal) => {
      const chosen = view === undefined ? this.projections : [this.projection(view)];
      const state = await this.follower.open();
      for (const { name, search } of chosen) {
        await this.ports.models.reset(name);
        if (search === undefined || this.ports.indexer === undefined) continue;
        if (options.index === false) state.markUnindexed(name);
        else state.markIndexed(name);
      }
      await this.follower.catchUp(chosen, { signal, ...options });
      await this.follower.retryHalted();
    });
  }

  /** Makes search tokens anew: of a view rebuilt without them, or of some rows after an erasure. Live changes wait. */
  reindex(view: string, options: { onProgress?: Progress; keys?: readonly string[] } = {}): Promise<void> {
    return this.turns.exclusive((signal) => this.index(view, { signal, ...options }));
  }

  /** Folds the log again and compares every row with it, tombstones too. Changes nothing. */
  async verify(onProgress?: Progress): Promise<Verification> {
    const state = await this.follower.open();
    return new ViewCheck({ ...this.ports, known: this.known, state }, this.projections).run(onProgress);
  }

  private async index(
    view: string,
    { signal, onProgress, keys }: { signal: AbortSignal; onProgress?: Progress; keys?: readonly string[] },
  ): Promise<void> {
    const { models, indexer } = this.ports;
    if (indexer === undefined) return;
    const state = await this.follower.open();
    if (keys === undefined) {
      // Whoever breaks off leaves it half made.
      state.markUnindexed(view);
      await state.save();
    }
    const counted = keys?.length ?? [...(await models.count(view, undefined, {})).values()][0] ?? 0;
    let done = 0;
    const onRows = (rows: number): void => {
      done += rows;
      onProgress?.(done, Math.max(counted, done));
    };
    await reindex({ models, indexer }, this.projection(view), { signal, onRows, ...(keys ? { keys } : {}) });
    if (keys === undefined) state.markIndexed(view);
    await state.save();
  }

  private projection(view: string): Projection {
    const found = this.projections.find(({ name }) => name === view);
    if (found === undefined) throw new Error(`there is no view ${view}`);
    return found;
  }
}
