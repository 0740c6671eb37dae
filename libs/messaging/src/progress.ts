import type { GlobalPosition } from '@threekeys/event-store';
import type { ConsumerState, StreamProgress } from './consumer-state';

interface Ticket {
  readonly position: GlobalPosition;
  done: boolean;
}

/**
 * How far one consumer is: work ends in any order, the checkpoint passes only what is done and everything before it.
 * Saved now and then: what is not saved is delivered again, and a redelivery is harmless.
 */
export class Progress {
  private tickets: Ticket[] = [];
  private readonly unsaved = new Map<string, number>();
  private readonly watchers = new Set<() => void>();
  private reached: GlobalPosition | undefined;
  private saved: GlobalPosition | undefined;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly consumer: string,
    private readonly state: ConsumerState,
  ) {}

  async open(): Promise<void> {
    this.reached = this.saved = (await this.state.checkpoint(this.consumer)) as GlobalPosition | undefined;
  }

  /** Everything at or before this position is done. */
  get checkpoint(): GlobalPosition | undefined {
    return this.reached;
  }

  get unsavedStreams(): number {
    return this.unsaved.size;
  }

  isUnsaved(stream: string): boolean {
    return this.unsaved.has(stream);
  }

  /** Call in the order of delivery, the result when the work is done. */
  begin(position: GlobalPosition): () => void {
    const ticket: Ticket = { position, done: false };
    this.tickets.push(ticket);
    return () => {
      ticket.done = true;
      this.pass();
    };
  }

  /** Everything up to here was found to be done: where what is delivered says nothing of the global order. */
  reach(position: GlobalPosition): void {
    this.reached = position;
    this.wake();
  }

  /** Forgets what was begun and not done: it will be delivered again. */
  restart(): void {
    this.tickets = [];
  }

  async lastRevision(stream: string): Promise<number> {
    return this.unsaved.get(stream) ?? (await this.state.lastRevision(this.consumer, stream));
  }

  handled(stream: string, revision: number): void {
    this.unsaved.set(stream, Math.max(this.unsaved.get(stream) ?? -1, revision));
  }

  /** One save after the other; a failed one keeps everything for the next. */
  save(): Promise<void> {
    const next = this.saving.then(() => this.saveNow());
    this.saving = next.catch(() => undefined);
    return next;
  }

  /** Resolves when the checkpoint moves, or at once where it has already passed what was seen. */
  moved(seen: GlobalPosition | undefined): Promise<void> {
    if (this.reached !== seen) return Promise.resolve();
    return new Promise((resolve) => this.watchers.add(resolve));
  }

  /** Lets everybody who waits look again. */
  wake(): void {
    for (const wake of this.watchers) wake();
    this.watchers.clear();
  }

  private pass(): void {
    const open = this.tickets.findIndex(({ done }) => !done);
    const passed = open < 0 ? this.tickets.length : open;
    if (passed === 0) return;
    this.reached = this.tickets[passed - 1]?.position;
    this.tickets.splice(0, passed);
    this.wake();
  }

  private async saveNow(): Promise<void> {
    const checkpoint = this.reached;
    const streams = [...this.unsaved].map(([stream, revision]): StreamProgress => ({ stream, revision }));
    if (streams.length === 0 && checkpoint === this.saved) return;
    await this.state.advance(this.consumer, streams, checkpoint);
    this.saved = checkpoint;
    for (const { stream, revision } of streams)
      if (this.unsaved.get(stream) === revision) this.unsaved.delete(stream);
  }
}
