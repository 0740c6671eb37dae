import type { RecordedEvent } from '@threekeys/event-store';
import type { Consumer, ConsumerState, ConsumerWork, Notice } from '@threekeys/messaging';
import { Stopped } from '@threekeys/messaging';
import type { KafkaConnection } from './kafka-connection';
import type { UndoneEvents } from './undone-events';

export interface SweptRun {
  readonly consumer: Consumer;
  readonly work: ConsumerWork;
  readonly undone: UndoneEvents;
  readonly connection: KafkaConnection;
}

export interface SweepPorts {
  readonly state: ConsumerState;
  readonly sweepEveryMs: number;
  readonly fromLogAfterMs: number;
  readonly stuckAfterMs: number;
  readonly notice: (notice: Notice) => void;
  readonly fatal: (error: Error) => void;
  take(event: RecordedEvent): void;
}

/** Looks after one consumer every few seconds, for what no delivery would ever wake. */
export class Sweep {
  private readonly aliveAtMs = new Map<string, number>();
  private readonly retrying = new Set<string>();
  private firstUndone: { readonly id: string; readonly sinceMs: number } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: SweptRun,
    private readonly ports: SweepPorts,
  ) {}

  /** An event of this stream is at work. */
  begun(stream: string): void {
    this.aliveAtMs.set(stream, performance.now());
  }

  /** It goes on. What an operator tries again is not watched. */
  alive(stream: string): void {
    if (this.aliveAtMs.has(stream)) this.begun(stream);
  }

  ended(stream: string): void {
    this.aliveAtMs.delete(stream);
  }

  start(): void {
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
        .catch((error: unknown) => this.tell('reading-again', error))
        .finally(() => {
          if (!this.run.work.signal.aborted) this.start();
        });
    }, this.ports.sweepEveryMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    this.giveUpWhenStuck();
    await this.retryWhatWaitsForNothing();
    const first = await this.run.undone.first();
    this.run.work.saveSoon();
    if (first) this.takeFromLog(first);
  }

  /** Its partitions go to others, and with them what it is stuck at; only a restart frees this process of it. */
  private giveUpWhenStuck(): void {
    const before = performance.now() - this.ports.stuckAfterMs;
    const stuck = [...this.aliveAtMs].find(([, atMs]) => atMs < before)?.[0];
    if (stuck === undefined || this.run.connection.status === 'stopped') return;
    const error = new Error(`${this.run.consumer.name} has shown no sign of life on ${stuck}`);
    this.tell('stuck', error);
    this.run.work.abort();
    void this.run.connection.stop();
    this.ports.fatal(error);
  }

  /** Another process may have parked an event behind one that was retried here at that moment. */
  private async retryWhatWaitsForNothing(): Promise<void> {
    const firsts = new Map<string, string>();
    for (const { stream, because } of await this.ports.state.parked(this.run.consumer.name)) {
      if (!firsts.has(stream)) firsts.set(stream, because);
    }
    for (const [stream, because] of firsts) if (because === 'behind') this.retry(stream);
  }

  /** Not waited for: its lane may be at something that takes long. */
  private retry(stream: string): void {
    if (this.retrying.has(stream)) return;
    this.retrying.add(stream);
    this.run.work
      .retry(stream)
      .catch((error: unknown) => {
        if (!(error instanceof Stopped)) this.tell('reading-again', error);
      })
      .finally(() => this.retrying.delete(stream));
  }

  /** A broker that lost its last messages (one replica, power cut) never brings them: nothing follows that shows the gap. */
  private takeFromLog(first: RecordedEvent): void {
    const nowMs = performance.now();
    if (this.firstUndone?.id !== first.id) this.firstUndone = { id: first.id, sinceMs: nowMs };
    const isOverdue = nowMs - this.firstUndone.sinceMs >= this.ports.fromLogAfterMs;
    const isAtWork = this.aliveAtMs.has(first.stream);
    if (isOverdue && !isAtWork && this.run.connection.status === 'connected') this.ports.take(first);
  }

  private tell(what: 'stuck' | 'reading-again', error: unknown): void {
    this.ports.notice({ consumer: this.run.consumer.name, what, error });
  }
}
