import { ConsumerState } from './consumer-state';
import type { ParkedMessage, SkippedMessage, StreamProgress } from './consumer-state';

/** {@link ConsumerState} of a process that remembers nothing beyond its end. */
export class MemoryConsumerState extends ConsumerState {
  private readonly checkpoints = new Map<string, string>();
  private readonly revisions = new Map<string, number>();
  private readonly waiting = new Map<string, ParkedMessage>();
  private readonly givenUp: SkippedMessage[] = [];

  checkpoint(consumer: string): Promise<string | undefined> {
    return Promise.resolve(this.checkpoints.get(consumer));
  }

  lastRevision(consumer: string, stream: string): Promise<number> {
    return Promise.resolve(this.revisions.get(keyOf(consumer, stream)) ?? -1);
  }

  advance(
    consumer: string,
    progress: readonly StreamProgress[],
    checkpoint: string | undefined,
  ): Promise<void> {
    for (const each of progress) this.done(consumer, each);
    if (checkpoint !== undefined) this.checkpoints.set(consumer, checkpoint);
    return Promise.resolve();
  }

  park(message: ParkedMessage): Promise<void> {
    this.waiting.set(keyOf(message.consumer, message.stream, message.revision), message);
    return Promise.resolve();
  }

  async isParked(consumer: string, stream: string): Promise<boolean> {
    return (await this.parked(consumer, stream)).length > 0;
  }

  parked(consumer?: string, stream?: string): Promise<readonly ParkedMessage[]> {
    const fitting = [...this.waiting.values()].filter(
      (each) => each.consumer === (consumer ?? each.consumer) && each.stream === (stream ?? each.stream),
    );
    return Promise.resolve(fitting.sort(byPlace));
  }

  unpark(consumer: string, stream: string, revision: number): Promise<void> {
    this.waiting.delete(keyOf(consumer, stream, revision));
    this.done(consumer, { stream, revision });
    return Promise.resolve();
  }

  async skip(message: SkippedMessage): Promise<void> {
    this.givenUp.push(message);
    await this.unpark(message.consumer, message.stream, message.revision);
  }

  skipped(consumer?: string): Promise<readonly SkippedMessage[]> {
    return Promise.resolve(this.givenUp.filter((each) => each.consumer === (consumer ?? each.consumer)));
  }

  private done(consumer: string, { stream, revision }: StreamProgress): void {
    const key = keyOf(consumer, stream);
    this.revisions.set(key, Math.max(this.revisions.get(key) ?? -1, revision));
  }
}

function keyOf(...parts: readonly (string | number)[]): string {
  return parts.join('\n');
}

function byPlace(a: ParkedMessage, b: ParkedMessage): number {
  return compareText(a.consumer, b.consumer) || compareText(a.stream, b.stream) || a.revision - b.revision;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
