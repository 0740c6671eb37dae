import type { GlobalPosition } from '@threekeys/event-store';
import type { Consumer, ConsumerLag } from './messaging';
import type { ParkedStreams } from './parking';

/** One consumer at work, whatever brings it its events. */
export interface RunningConsumer extends ParkedStreams {
  start(): Promise<void>;
  /** What is being handled is finished. */
  stop(): Promise<void>;
  /** Resolves when nothing at or before this position is left to do. */
  settled(head: GlobalPosition | undefined): Promise<void>;
  lag(): Promise<ConsumerLag>;
}

/** The consumers of a process: each is told to one {@link Messaging} before it starts, and they run side by side. */
export class ConsumerRuns<Run extends RunningConsumer> {
  private readonly runs = new Map<string, Run>();
  private started = false;

  constructor(private readonly runOf: (consumer: Consumer) => Run) {}

  /** @throws Error after the start, for a name that is taken, and for a type that is both handled and ignored */
  add(consumer: Consumer): void {
    const both = consumer.ignores.find((type) => Object.hasOwn(consumer.reactions, type));
    if (this.started) throw new Error(`${consumer.name} comes after the start`);
    if (this.runs.has(consumer.name)) throw new Error(`there is a consumer ${consumer.name} already`);
    if (both !== undefined) throw new Error(`${consumer.name} both handles and ignores ${both}`);
    this.runs.set(consumer.name, this.runOf(consumer));
  }

  of(consumer: string): Run | undefined {
    return this.runs.get(consumer);
  }

  /** By the names of their consumers. */
  named(): IterableIterator<[string, Run]> {
    return this.runs.entries();
  }

  async start(): Promise<void> {
    this.started = true;
    await this.each((run) => run.start());
  }

  async stop(): Promise<void> {
    await this.each((run) => run.stop());
  }

  async settled(head: GlobalPosition | undefined): Promise<void> {
    await this.each((run) => run.settled(head));
  }

  lag(): Promise<readonly ConsumerLag[]> {
    return this.each((run) => run.lag());
  }

  each<T>(act: (run: Run) => Promise<T>): Promise<T[]> {
    return Promise.all([...this.runs.values()].map(act));
  }
}
