import type { GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { decodeLeaf, leafHashOf } from '@threekeys/integrity';
import type { ParkedMessage, SkippedMessage } from './consumer-state';
import { Lanes } from './lanes';
import type { Consumer } from './messaging';
import type { ParkedStreams } from './parking';
import { Progress } from './progress';
import { patientRetries, sleep } from './retrying';
import type { GuardPorts } from './stream-guard';
import { StreamGuard } from './stream-guard';

export interface WorkPorts extends GuardPorts {
  /** Streams that are handled side by side. */
  readonly streamsMax: number;
  /** Progress is saved so long after the first that is not, or when so many streams have some. */
  readonly saveAfterMs: number;
  /** So long instead while much waits: a stream that is far behind is saved once for many of its events. */
  readonly saveAfterMsBehind: number;
  readonly saveAfterStreams: number;
  /** After progress was saved. */
  readonly saved?: () => void;
}

export const workDefaults: Omit<WorkPorts, 'store' | 'state' | 'clock'> = {
  sleep,
  retries: patientRetries,
  notice: () => undefined,
  streamsMax: 8,
  saveAfterMs: 200,
  saveAfterMsBehind: 1500,
  saveAfterStreams: 2000,
};

const manyWaiting = 100;

/** What one consumer does with events, wherever they come from: each stream in order, several side by side, or parked. */
export class ConsumerWork implements ParkedStreams {
  readonly progress: Progress;
  readonly lanes: Lanes;
  private readonly guard: StreamGuard;
  private readonly stopping = new AbortController();
  private saver: NodeJS.Timeout | undefined;

  constructor(
    readonly consumer: Consumer,
    private readonly ports: WorkPorts,
  ) {
    this.progress = new Progress(consumer.name, ports.state);
    this.guard = new StreamGuard(consumer, this.progress, ports);
    this.lanes = new Lanes(ports.streamsMax);
  }

  /** Aborted when it stops. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Nothing new is begun; what waits for its next try gives up. */
  abort(): void {
    this.stopping.abort();
    this.progress.wake();
  }

  /** After {@link abort}: resolves when what was being handled is finished and saved. */
  async finish(): Promise<void> {
    await this.lanes.fewerThan(1);
    clearTimeout(this.saver);
    await this.progress.save();
  }

  /** To be called in the lane of the stream. @throws Stopped, or what kept it from being parked */
  take(event: RecordedEvent): Promise<void> {
    return this.guard.take(event, this.signal);
  }

  saveSoon(): void {
    if (this.progress.unsavedStreams >= this.ports.saveAfterStreams) this.saveNow();
    else this.saver ??= setTimeout(() => this.saveNow(), this.saveWithinMs);
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

  /** After an upgrade: what was parked as unknown and is known now. */
  async retryWhatIsKnownNow(): Promise<void> {
    const parked = await this.ports.state.parked(this.consumer.name);
    const ready = parked.filter(
      ({ because, bytes }) => because === 'unknown' && this.guard.knows(decodeLeaf(bytes)),
    );
    for (const { stream } of ready) await this.retry(stream);
  }

  private get saveWithinMs(): number {
    return this.lanes.size < manyWaiting ? this.ports.saveAfterMs : this.ports.saveAfterMsBehind;
  }

  private async retryInLane(stream: string): Promise<number> {
    let handled = 0;
    for (;;) {
      const waiting = await this.ports.state.parked(this.consumer.name, stream);
      for (const message of waiting) {
        const done = await this.guard.retry(message, recordedOf(message), this.signal);
        if (!done) return handled;
        handled += 1;
      }
      if (waiting.length === 0) return handled;
    }
  }

  private saveNow(): void {
    clearTimeout(this.saver);
    this.saver = undefined;
    this.progress.save().then(this.ports.saved, (error: unknown) => {
      this.ports.notice({ consumer: this.consumer.name, what: 'saving-again', error });
      if (!this.signal.aborted) this.saver ??= setTimeout(() => this.saveNow(), this.ports.saveAfterMs);
    });
  }
}

function recordedOf({ bytes, stream, revision, type, position }: ParkedMessage): RecordedEvent {
  const { id, recordedAt } = decodeLeaf(bytes);
  const leafHash = leafHashOf(bytes);
  return { bytes, leafHash, id, stream, revision, type, recordedAt, position: position as GlobalPosition };
}
