import { EventStoreError, portions } from '@threekeys/event-store';
import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Announcements } from './announcements';
import { batches } from './batches';
import { buildEmpty, indexBuilt } from './bulk-building';
import type { CatchUp } from './catch-up';
import { Folding } from './folding';
import { isWithin } from './view-places';
import type { KnownEvents } from './known-events';
import type { Projection } from './projection';
import { ProjectorState } from './projector-state';
import type { ReadModels, ViewParity } from './read-models';
import type { SearchIndexer } from './search-indexer';
import { takeOver } from './taking-over';

export interface FollowerPorts {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly indexer?: SearchIndexer;
  readonly known: KnownEvents;
  readonly announcements: Announcements;
  readonly onFailure: (error: unknown) => void;
  readonly onParity: (parity: ViewParity) => void;
  /** Before the first retry; doubles up to 100 times that. */
  readonly retryAfterMs: number;
}

const liveBatchMax = 500;
/** A rest of so many times what the last batch took lets the events of a busy hour share one commit, which writes every page once. */
const restPerWork = 4;
const restMsMax = 20;
/** Small, so that what was parsed is garbage before it is old. */
const bulkBatch = 250;
/** Rows that wait in memory while catching up. */
const bulkChangesMax = 8000;
/** Events after which a build that breaks off does not begin anew. */
const bulkCheckpointEvery = 200_000;
/** Events that the checkpoint of an untouched view may lag behind. */
const checkpointLagMax = 1000;

/** Brings the log into the views: in bulk up to its end, then live. */
export class LogFollower {
  /** Why the last batch failed, while it is tried again. */
  failure?: string;
  private opened?: Promise<ProjectorState>;

  constructor(
    private readonly ports: FollowerPorts,
    private readonly projections: readonly Projection[],
  ) {}

  /** Prepares the views and reads how far they are. */
  open(): Promise<ProjectorState> {
    return (this.opened ??= this.prepared());
  }

  /** Reads on from where these views are, writes each changed row once per many events, and lets new builds take over. */
  async catchUp(projections: readonly Projection[], how: CatchUp): Promise<void> {
    const { index = true, signal } = how;
    const ports = { ...this.ports, state: await this.open() };
    const built = await buildEmpty(ports, projections, how);
    const folding = await this.folding(projections, { index });
    const last = await this.readOn(folding, how, built.events);
    if (last !== undefined) await folding.flush(last);
    if (index) await indexBuilt(ports, built, signal);
    for (const { name } of projections) await takeOver(ports, name);
    const reached = last ?? folding.start;
    if (reached !== undefined && projections === this.projections) this.ports.announcements.moveTo(reached);
  }

  private async readOn(
    folding: Folding,
    { signal, onProgress }: CatchUp,
    built: number,
  ): Promise<GlobalPosition | undefined> {
    const size = onProgress === undefined ? 0 : (await this.ports.store.head()).size;
    let last: GlobalPosition | undefined;
    let done = 0;
    for await (const portion of portions(this.ports.store.readAll(folding.start), bulkBatch)) {
      signal.throwIfAborted();
      await folding.take(portion);
      await folding.makeRoom(bulkChangesMax);
      last = portion.at(-1)?.position;
      done += portion.length;
      if (done % bulkCheckpointEvery === 0) await folding.flush(last);
      onProgress?.(built + done, Math.max(size, built + done));
    }
    return last;
  }

  /** Views of another log, or of a log that has lost its tail since, are built anew. */
  async resetForeign(): Promise<void> {
    const { store, models } = this.ports;
    await this.open();
    const position = await store.end();
    for (const { name } of this.projections) {
      const checkpoint = await models.checkpoint(name);
      if (checkpoint !== undefined && !isWithin(store, checkpoint, position)) await models.reset(name);
    }
  }

  /** Streams that stood still are folded on, or halt again. */
  async retryHalted(): Promise<void> {
    const state = await this.open();
    for (const { stream, revision } of state.halted) {
      state.release(stream);
      const folding = await this.folding(this.projections, { wherever: true });
      for await (const portion of portions(this.streamFrom(stream, revision), liveBatchMax))
        await folding.take(portion);
      await folding.flush(undefined);
    }
  }

  /** Live until aborted. What fails is tried again, from the last batch that did not. */
  async follow(signal: AbortSignal): Promise<void> {
    const { retryAfterMs, onFailure } = this.ports;
    let waitMs = retryAfterMs;
    while (!signal.aborted) {
      try {
        await this.live(signal, () => (waitMs = retryAfterMs));
      } catch (error) {
        this.failure = String(error);
        onFailure(error);
        await Promise.allSettled([sleep(waitMs, undefined, { signal })]);
        waitMs = Math.min(2 * waitMs, 100 * retryAfterMs);
      }
    }
  }

  private async live(signal: AbortSignal, onTaken: () => void): Promise<void> {
    const { store, announcements } = this.ports;
    const folding = await this.folding(this.projections, {});
    const reading = new AbortController();
    const subscription = store.subscribe(
      announcements.position,
      {},
      AbortSignal.any([signal, reading.signal]),
    );
    for await (const batch of batches(subscription, liveBatchMax)) {
      try {
        const startedAt = performance.now();
        await this.takeLive(folding, batch);
        onTaken();
        const restMs = Math.min(restMsMax, restPerWork * (performance.now() - startedAt));
        await Promise.allSettled([sleep(restMs, undefined, { signal })]);
      } catch (error) {
        reading.abort();
        throw error;
      }
    }
    if (announcements.position !== undefined) await folding.flush(announcements.position);
  }

  /** Nothing where there is no such stream (any more): the log was exchanged. */
  private async *streamFrom(stream: string, from: number): AsyncIterable<RecordedEvent> {
    try {
      yield* this.ports.store.readStream(stream, { from });
    } catch (error) {
      if (!(error instanceof EventStoreError) || error.code !== 'StreamNotFound') throw error;
    }
  }

  private async takeLive(folding: Folding, batch: readonly RecordedEvent[]): Promise<void> {
    const last = batch.at(-1);
    if (last === undefined) return;
    await folding.take(batch);
    // What failed may have written rows that its checkpoint does not have.
    await folding.flush(last.position, this.failure === undefined ? checkpointLagMax : 0);
    this.failure = undefined;
    this.ports.announcements.reached(batch);
  }

  private async folding(
    projections: readonly Projection[],
    { index = true, wherever = false }: { index?: boolean; wherever?: boolean },
  ): Promise<Folding> {
    const { store, models, indexer, known } = this.ports;
    const state = await this.open();
    const ports = { store, models, known, state, ...(index && indexer !== undefined ? { indexer } : {}) };
    return wherever ? Folding.wherever(ports, projections) : Folding.fromCheckpoints(ports, projections);
  }

  private async prepared(): Promise<ProjectorState> {
    await this.ports.models.prepare(this.projections);
    return ProjectorState.open(this.ports.models);
  }
}
