import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';

/** A stream has changed, and the views show it. */
export interface Change {
  readonly stream: string;
  readonly revision: number;
  readonly position: GlobalPosition;
}

export type ChangeListener = (change: Change) => void;

interface Waiter {
  readonly position: GlobalPosition;
  readonly settle: (reached: boolean) => void;
}

/** Where the views are, who waits for it, who wants to hear of it. */
export class Announcements {
  private at: GlobalPosition | undefined;
  private readonly waiters = new Set<Waiter>();
  private readonly listeners = new Set<ChangeListener>();

  constructor(
    private readonly store: EventStore,
    private readonly onFailure: (error: unknown) => void,
    private readonly onReached: (position: GlobalPosition) => void = () => undefined,
  ) {}

  get position(): GlobalPosition | undefined {
    return this.at;
  }

  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  // Async, so that a position of another store rejects.
  async waitFor(position: GlobalPosition, timeoutMs: number): Promise<boolean> {
    if (this.isPast(position)) return true;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        settle: (reached) => {
          clearTimeout(timer);
          this.waiters.delete(waiter);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => waiter.settle(false), timeoutMs);
      this.waiters.add(waiter);
    });
  }

  /** The views have come here; nobody is told of single streams. */
  moveTo(position: GlobalPosition): void {
    if (this.isPast(position)) return;
    this.at = position;
    this.onReached(position);
    for (const waiter of [...this.waiters]) if (this.isPast(waiter.position)) waiter.settle(true);
  }

  /** The views have taken these events: each stream is announced once, by its last. */
  reached(events: readonly RecordedEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.moveTo(last.position);
    if (!this.isHeard) return;
    const changes = new Map<string, Change>();
    for (const { stream, revision, position } of events) {
      changes.delete(stream);
      changes.set(stream, { stream, revision, position });
    }
    for (const change of changes.values())
      for (const listener of [...this.listeners]) this.tell(listener, change);
  }

  get isWanted(): boolean {
    return this.isAwaited || this.isHeard;
  }

  /** Somebody waits for a position. */
  get isAwaited(): boolean {
    return this.waiters.size > 0;
  }

  /** Somebody wants to hear of changes. */
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  /** Nobody waits any longer. */
  close(): void {
    for (const waiter of [...this.waiters]) waiter.settle(false);
  }

  private tell(listener: ChangeListener, change: Change): void {
    try {
      listener(change);
    } catch (error) {
      this.onFailure(error);
    }
  }

  private isPast(position: GlobalPosition): boolean {
    const compared = this.at === undefined ? undefined : this.store.comparePositions(this.at, position);
    if (compared === undefined) this.store.comparePositions(position, position);
    return compared !== undefined && compared >= 0;
  }
}
