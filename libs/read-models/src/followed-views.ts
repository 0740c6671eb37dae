import { portions } from '@threekeys/event-store';
import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { Announcements } from './announcements';
import type { ChangeListener } from './announcements';
import { Views } from './views';

/** Where whoever keeps the views says how far they are, and everybody else reads it. */
export interface PositionBoard {
  read(): Promise<GlobalPosition | undefined>;
  write(position: GlobalPosition): Promise<void>;
}

export interface FollowedViewsPorts {
  readonly store: EventStore;
  readonly board: PositionBoard;
  /** Told what could not be read, before it is tried again. */
  readonly onFailure: (error: unknown) => void;
}

/** So often the board is read while somebody waits. */
const whileAwaitedMs = 15;
/** And while somebody only wants to hear of changes. */
const whileHeardMs = 100;
const afterFailureMs = 1000;
const portion = 500;

/** The views that another process keeps. The board is read only while somebody waits or listens. */
export class FollowedViews extends Views {
  private readonly announcements: Announcements;
  private readonly stopping = new AbortController();
  private looking: Promise<void> | undefined;

  constructor(private readonly ports: FollowedViewsPorts) {
    super();
    this.announcements = new Announcements(ports.store, ports.onFailure);
  }

  get position(): GlobalPosition | undefined {
    return this.announcements.position;
  }

  waitFor(position: GlobalPosition, timeoutMs: number): Promise<boolean> {
    const reached = this.announcements.waitFor(position, timeoutMs);
    this.look();
    return reached;
  }

  onChange(listener: ChangeListener): () => void {
    const stop = this.announcements.onChange(listener);
    this.look();
    return stop;
  }

  /** Nobody waits any longer. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.announcements.close();
    await this.looking;
  }

  private look(): void {
    this.looking ??= this.lookWhileWanted().then(() => {
      this.looking = undefined;
      // Somebody came after the last look.
      if (this.announcements.isWanted && !this.stopping.signal.aborted) this.look();
    });
  }

  private async lookWhileWanted(): Promise<void> {
    const { signal } = this.stopping;
    // Whoever is there already was not told by what came before them.
    for (let isFirst = true; this.announcements.isWanted && !signal.aborted; isFirst = false) {
      const restMs = await this.lookOnce(isFirst);
      await Promise.allSettled([sleep(restMs, undefined, { signal })]);
    }
  }

  /** @returns how long to rest */
  private async lookOnce(isFirst: boolean): Promise<number> {
    try {
      const reached = await this.ports.board.read();
      if (reached !== undefined) await this.moveTo(reached, isFirst);
    } catch (error) {
      this.ports.onFailure(error);
      return afterFailureMs;
    }
    return this.announcements.isAwaited ? whileAwaitedMs : whileHeardMs;
  }

  private async moveTo(reached: GlobalPosition, isFirst: boolean): Promise<void> {
    const { store } = this.ports;
    const from = this.position;
    if (from !== undefined && store.comparePositions(reached, from) <= 0) return;
    if (this.announcements.isHeard && !isFirst && from !== undefined) await this.announce(from, reached);
    this.announcements.moveTo(reached);
  }

  private async announce(after: GlobalPosition, reached: GlobalPosition): Promise<void> {
    const { store } = this.ports;
    for await (const events of portions(store.readAll(after), portion)) {
      const within = events.filter(({ position }) => store.comparePositions(position, reached) <= 0);
      this.announcements.reached(within);
      if (within.length < events.length) return;
    }
  }
}

/** Writes the last position that was given, and not each: one write is under way at a time. */
export class LatestOnBoard {
  private wanted: GlobalPosition | undefined;
  private writing: Promise<void> | undefined;

  constructor(private readonly ports: Pick<FollowedViewsPorts, 'board' | 'onFailure'>) {}

  readonly put = (position: GlobalPosition): void => {
    this.wanted = position;
    this.writing ??= this.write().then(() => {
      this.writing = undefined;
      if (this.wanted !== undefined) this.put(this.wanted);
    });
  };

  /** Resolves when what was given is written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    while (this.wanted !== undefined) {
      const position = this.wanted;
      this.wanted = undefined;
      try {
        await this.ports.board.write(position);
      } catch (error) {
        this.ports.onFailure(error);
        this.wanted ??= position;
        await sleep(afterFailureMs);
      }
    }
  }
}
