import type { GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import type { SkippedMessage } from './consumer-state';
import type { RunningConsumer } from './consumer-runs';
import { ConsumerWork } from './consumer-work';
import type { WorkPorts } from './consumer-work';
import type { Consumer, ConsumerLag } from './messaging';
import { delayBefore } from './retrying';
import { Stopped } from './stream-guard';

const pendingMax = 256;
const lagMax = 10_000;

/** One consumer at work: follows the log from its checkpoint, each stream in order, several side by side. */
export class ConsumerRun implements RunningConsumer {
  private readonly work: ConsumerWork;
  private following: Promise<void> = Promise.resolve();

  constructor(
    readonly consumer: Consumer,
    private readonly ports: WorkPorts,
  ) {
    this.work = new ConsumerWork(consumer, ports);
  }

  async start(): Promise<void> {
    await this.work.progress.open();
    await this.work.retryWhatIsKnownNow();
    this.following = this.follow();
  }

  /** What is being handled is finished and saved; what waits for its next try is left for the next start. */
  async stop(): Promise<void> {
    this.work.abort();
    await this.following;
    await this.work.finish();
  }

  /** Resolves when nothing at or before this position is left to do, or when it is stopped. */
  async settled(head: GlobalPosition | undefined): Promise<void> {
    const { progress, signal } = this.work;
    while (head !== undefined && !signal.aborted) {
      const { checkpoint } = progress;
      const [first] = await this.undone(checkpoint, 1);
      if (!first || this.ports.store.comparePositions(first.position, head) > 0) return;
      await progress.moved(checkpoint);
    }
  }

  async lag(): Promise<ConsumerLag> {
    const undone = await this.undone(this.work.progress.checkpoint, lagMax);
    const parked = await this.ports.state.parked(this.consumer.name);
    const now = Date.parse(this.ports.clock.now());
    const since = undone[0] ? Date.parse(undone[0].recordedAt) : now;
    const seconds = Math.max(0, (now - since) / 1000);
    return { consumer: this.consumer.name, events: undone.length, seconds, parked: parked.length };
  }

  retry(stream: string): Promise<number> {
    return this.work.retry(stream);
  }

  skip(message: SkippedMessage): Promise<number | undefined> {
    return this.work.skip(message);
  }

  private async follow(): Promise<void> {
    const { progress, signal } = this.work;
    for (let failures = 0; !signal.aborted;) {
      const before = progress.checkpoint;
      try {
        await this.followOnce();
      } catch (error) {
        failures = progress.checkpoint === before ? failures + 1 : 1;
        this.ports.notice({ consumer: this.consumer.name, what: 'reading-again', error });
        await this.ports.sleep(delayBefore(failures, this.ports.retries), signal);
      }
    }
  }

  /** @throws what ended the subscription, or kept progress from being remembered */
  private async followOnce(): Promise<void> {
    const { progress, lanes, signal: stopping } = this.work;
    const broken = new AbortController();
    const signal = AbortSignal.any([stopping, broken.signal]);
    progress.restart();
    const filter = { categories: this.consumer.categories };
    try {
      for await (const event of this.ports.store.subscribe(progress.checkpoint, filter, signal)) {
        if (signal.aborted) break;
        this.add(event, broken);
        await lanes.fewerThan(pendingMax);
      }
    } finally {
      await lanes.fewerThan(1);
    }
    if (broken.signal.aborted) throw broken.signal.reason;
  }

  private add(event: RecordedEvent, broken: AbortController): void {
    const done = this.work.progress.begin(event.position);
    this.work.lanes.add(event.stream, async () => {
      if (this.work.signal.aborted || broken.signal.aborted) return;
      try {
        await this.work.take(event);
        done();
        this.work.saveSoon();
      } catch (error) {
        if (!(error instanceof Stopped)) broken.abort(error);
      }
    });
  }

  private async undone(after: GlobalPosition | undefined, max: number): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    const { categories } = this.consumer;
    for await (const event of this.ports.store.readAll(after, { categories }, max)) found.push(event);
    return found;
  }
}
