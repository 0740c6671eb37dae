import type { GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { decodeLeaf, leafHashOf } from '@threekeys/integrity';
import type { ParkedMessage, SkippedMessage } from './consumer-state';
import { Lanes } from './lanes';
import type { Consumer, ConsumerLag } from './messaging';
import { Progress } from './progress';
import { delayBefore } from './retrying';
import type { GuardPorts } from './stream-guard';
import { Stopped, StreamGuard } from './stream-guard';

export interface RunPorts extends GuardPorts {
  /** Streams that are handled side by side. */
  readonly streamsMax: number;
  /** Progress is saved so long after the first that is not, or when so many streams have some. */
  readonly saveAfterMs: number;
  readonly saveAfterStreams: number;
}

const pendingMax = 256;
const lagMax = 10_000;

/** One consumer at work: follows the log from its checkpoint, each stream in order, several side by side. */
export class ConsumerRun {
  private readonly progress: Progress;
  private readonly guard: StreamGuard;
  private readonly lanes: Lanes;
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private saver: NodeJS.Timeout | undefined;

  constructor(
    readonly consumer: Consumer,
    private readonly ports: RunPorts,
  ) {
    this.progress = new Progress(consumer.name, ports.state);
    this.guard = new StreamGuard(consumer, this.progress, ports);
    this.lanes = new Lanes(ports.streamsMax);
  }

  async start(): Promise<void> {
    await this.progress.open();
    await this.retryWhatIsKnownNow();
    this.following = this.follow();
  }

  /** What is being handled is finished and saved; what waits for its next try is left for the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.progress.wake();
    await this.following;
    await this.lanes.fewerThan(1);
    clearTimeout(this.saver);
    await this.progress.save();
  }

  /** Resolves when nothing at or before this position is left to do, or when it is stopped. */
  async settled(head: GlobalPosition | undefined): Promise<void> {
    while (head !== undefined && !this.stopping.signal.aborted) {
      const { checkpoint } = this.progress;
      const [first] = await this.undone(checkpoint, 1);
      if (!first || this.ports.store.comparePositions(first.position, head) > 0) return;
      await this.progress.moved(checkpoint);
    }
  }

  async lag(): Promise<ConsumerLag> {
    const undone = await this.undone(this.progress.checkpoint, lagMax);
    const parked = await this.ports.state.parked(this.consumer.name);
    const now = Date.parse(this.ports.clock.now());
    const since = undone[0] ? Date.parse(undone[0].recordedAt) : now;
    const seconds = Math.max(0, (now - since) / 1000);
    return { consumer: this.consumer.name, events: undone.length, seconds, parked: parked.length };
  }

  /** Tries the parked events of a stream in order until one fails again. @returns how many were handled */
  retry(stream: string): Promise<number> {
    return this.lanes.run(stream, () => this.retryInLane(stream));
  }

  /** Gives up the first parked event of a stream, then tries those behind it. @returns how many were handled, or nothing where it is not the first */
  skip(message: SkippedMessage): Promise<number | undefined> {
    return this.lanes.run(message.stream, async () => {
      const [first] = await this.ports.state.parked(this.consumer.name, message.stream);
      if (first?.revision !== message.revision) return undefined;
      await this.ports.state.skip(message);
      this.progress.handled(message.stream, message.revision);
      return this.retryInLane(message.stream);
    });
  }

  private async retryInLane(stream: string): Promise<number> {
    let handled = 0;
    for (;;) {
      const waiting = await this.ports.state.parked(this.consumer.name, stream);
      for (const message of waiting) {
        const done = await this.guard.retry(message, recordedOf(message), this.stopping.signal);
        if (!done) return handled;
        handled += 1;
      }
      if (waiting.length === 0) return handled;
    }
  }

  /** After an upgrade: what was parked as unknown and is known now. */
  private async retryWhatIsKnownNow(): Promise<void> {
    const parked = await this.ports.state.parked(this.consumer.name);
    const ready = parked.filter(
      ({ because, bytes }) => because === 'unknown' && this.guard.knows(decodeLeaf(bytes)),
    );
    for (const { stream } of ready) await this.retry(stream);
  }

  private async follow(): Promise<void> {
    for (let failures = 0; !this.stopping.signal.aborted;) {
      const before = this.progress.checkpoint;
      try {
        await this.followOnce();
      } catch (error) {
        failures = this.progress.checkpoint === before ? failures + 1 : 1;
        this.ports.notice({ consumer: this.consumer.name, what: 'reading-again', error });
        await this.ports.sleep(delayBefore(failures, this.ports.retries), this.stopping.signal);
      }
    }
  }

  /** @throws what ended the subscription, or kept progress from being remembered */
  private async followOnce(): Promise<void> {
    const broken = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, broken.signal]);
    this.progress.restart();
    const filter = { categories: this.consumer.categories };
    try {
      for await (const event of this.ports.store.subscribe(this.progress.checkpoint, filter, signal)) {
        if (signal.aborted) break;
        this.add(event, broken);
        await this.lanes.fewerThan(pendingMax);
      }
    } finally {
      await this.lanes.fewerThan(1);
    }
    if (broken.signal.aborted) throw broken.signal.reason;
  }

  private add(event: RecordedEvent, broken: AbortController): void {
    const done = this.progress.begin(event.position);
    this.lanes.add(event.stream, async () => {
      if (this.stopping.signal.aborted || broken.signal.aborted) return;
      try {
        await this.guard.take(event, this.stopping.signal);
        done();
        this.saveSoon();
      } catch (error) {
        if (!(error instanceof Stopped)) broken.abort(error);
      }
    });
  }

  private saveSoon(): void {
    if (this.progress.unsavedStreams >= this.ports.saveAfterStreams) this.saveNow();
    else this.saver ??= setTimeout(() => this.saveNow(), this.ports.saveAfterMs);
  }

  private saveNow(): void {
    clearTimeout(this.saver);
    this.saver = undefined;
    this.progress.save().catch((error: unknown) => {
      this.ports.notice({ consumer: this.consumer.name, what: 'saving-again', error });
      if (!this.stopping.signal.aborted)
        this.saver ??= setTimeout(() => this.saveNow(), this.ports.saveAfterMs);
    });
  }

  private async undone(after: GlobalPosition | undefined, max: number): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    const { categories } = this.consumer;
    for await (const event of this.ports.store.readAll(after, { categories }, max)) found.push(event);
    return found;
  }
}

function recordedOf({ bytes, stream, revision, type, position }: ParkedMessage): RecordedEvent {
  const { id, recordedAt } = decodeLeaf(bytes);
  const leafHash = leafHashOf(bytes);
  return { bytes, leafHash, id, stream, revision, type, recordedAt, position: position as GlobalPosition };
}
