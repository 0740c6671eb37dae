import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { categoryOf, EventStoreError } from '@threekeys/event-store';
import type {
  Consumer,
  ConsumerLag,
  Notice,
  RunningConsumer,
  SkippedMessage,
  WorkPorts,
} from '@threekeys/messaging';
import { ConsumerWork, delayBefore, Stopped } from '@threekeys/messaging';
import { eventIn, streamOf } from './event-message';
import type { Received } from './inbox';
import type { ConnectionStatus } from './membership';
import { KafkaConnection } from './kafka-connection';
import type { KafkaSettings } from './kafka-settings';
import { Offsets } from './offsets';
import { RememberedState } from './remembered-state';
import { Sweep } from './sweep';
import { topicOfCategory } from './topics';
import { UndoneEvents } from './undone-events';
import { within } from './within';

export interface KafkaRunPorts extends WorkPorts {
  readonly settings: KafkaSettings;
  /** So often it is looked after: what waits for nothing, what the broker did not bring, what is stuck. */
  readonly sweepEveryMs: number;
  /** What the broker has not brought after so long is taken from the log. */
  readonly fromLogAfterMs: number;
  /** A reaction without a sign of life for so long: the process gives its partitions to others. */
  readonly stuckAfterMs: number;
  /** Only a restart of the process helps. */
  readonly fatal: (error: Error) => void;
}

/** An event, or where it is to be looked up. */
type Found = RecordedEvent | (() => Promise<RecordedEvent | undefined>);

/** Who has to wait for room waits for much of it: a wait for each message would cost more than what is done with it. */
const pending = { max: 256, again: 128 };
const lastCommitMs = 2000;

/** One consumer at work on what Kafka brings: each stream in order, several side by side; offsets follow the effects. */
export class KafkaConsumerRun implements RunningConsumer {
  private readonly work: ConsumerWork;
  private readonly offsets = new Offsets();
  private readonly connection: KafkaConnection;
  private readonly undone: UndoneEvents;
  private readonly sweep: Sweep;
  private readonly state: RememberedState;

  constructor(
    readonly consumer: Consumer,
    private readonly ports: KafkaRunPorts,
  ) {
    const state = (this.state = new RememberedState(ports.state));
    const alive = (stream: string) => this.sweep.alive(stream);
    this.work = new ConsumerWork(consumer, { ...ports, state, alive, saved: () => void this.commit() });
    this.undone = new UndoneEvents(this.work, ports.store, ports.state);
    this.connection = this.connectionTo(ports.settings);
    this.sweep = new Sweep(
      { consumer, work: this.work, undone: this.undone, connection: this.connection },
      { ...ports, take: (event) => this.takeInLane(event, () => undefined) },
    );
  }

  /** Resolves at once: Kafka is reached in the background. */
  async start(): Promise<void> {
    await this.work.progress.open();
    await this.work.retryWhatIsKnownNow();
    this.connection.start();
    this.sweep.start();
  }

  /** What is being handled is finished, saved and committed; what waits for its next try is left for the next start. */
  async stop(): Promise<void> {
    this.work.abort();
    await this.sweep.stop();
    await this.work.finish();
    // Without broker it would try for a minute; what is not committed is delivered again, and skipped.
    await within(lastCommitMs, this.commit());
    await this.connection.stop();
  }

  /** Leaves as a crash does: nothing is waited for, nothing more is committed. */
  async leave(): Promise<void> {
    this.work.abort();
    this.offsets.forget();
    await this.sweep.stop();
    await this.connection.stop();
  }

  get status(): ConnectionStatus {
    return this.connection.status;
  }

  /** Resolves when nothing at or before this position is left to do, or when it is stopped. */
  async settled(head: GlobalPosition | undefined): Promise<void> {
    const { signal } = this.work;
    while (head !== undefined && !signal.aborted) {
      const first = await this.undone.first();
      if (!first || this.ports.store.comparePositions(first.position, head) > 0) return;
      await this.ports.sleep(20, signal);
    }
  }

  async lag(): Promise<ConsumerLag> {
    const { events, first } = await this.undone.count();
    const parked = await this.ports.state.parked(this.consumer.name);
    const now = Date.parse(this.ports.clock.now());
    const seconds = Math.max(0, (now - (first ? Date.parse(first.recordedAt) : now)) / 1000);
    return { consumer: this.consumer.name, events, seconds, parked: parked.length };
  }

  retry(stream: string): Promise<number> {
    return this.work.retry(stream);
  }

  skip(message: SkippedMessage): Promise<number | undefined> {
    return this.work.skip(message);
  }

  /** Never rejects. Whatever is begun here and not done is not committed, and is delivered again. */
  private async receive(received: Received): Promise<void> {
    if (this.work.signal.aborted) return;
    const { topic, partition, offset, heartbeat } = received;
    const done = this.offsets.begin(topic, partition, offset);
    const stream = streamOf(received.message);
    if (stream !== undefined && !this.consumer.categories.includes(categoryOf(stream))) done();
    else this.takeInLane(this.eventOf(received), done, stream);
    await this.roomFor(heartbeat);
  }

  /** Others may come or go meanwhile: the client finds out by itself. */
  private async roomFor(heartbeat: () => Promise<void>): Promise<void> {
    const { signal, lanes } = this.work;
    if (lanes.size < pending.max) return;
    for (let has = await this.hasRoom(); !has && !signal.aborted; has = await this.hasRoom()) {
      await heartbeat().catch(() => undefined);
    }
  }

  private async hasRoom(): Promise<boolean> {
    const waited = new AbortController();
    const room = this.work.lanes.fewerThan(pending.again).then(() => true);
    const later = this.ports.sleep(this.ports.settings.heartbeatEveryMs, waited.signal).then(() => false);
    const has = await Promise.race([room, later]);
    waited.abort();
    return has;
  }

  /** What is not whole is taken from the log: a message is news of an event, the log is the event. */
  private eventOf({ message, topic, offset }: Received): Found {
    try {
      return eventIn(message);
    } catch (error) {
      this.notice('not-a-leaf', new Error(`offset ${offset} of ${topic}`, { cause: error }));
      const stream = streamOf(message);
      return () => lastOf(this.ports.store, stream);
    }
  }

  private takeInLane(
    found: Found,
    done: () => void,
    stream = typeof found === 'function' ? '' : found.stream,
  ): void {
    this.state.askAhead(this.consumer.name, stream, this.work.progress.isUnsaved(stream));
    this.work.lanes.add(stream, async () => {
      this.sweep.begun(stream);
      const isDone = await this.takeSurely(found);
      this.sweep.ended(stream);
      if (!isDone) return;
      done();
      this.work.saveSoon();
    });
  }

  /** @returns false where it stops before */
  private async takeSurely(found: Found): Promise<boolean> {
    for (let failures = 1; !this.work.signal.aborted; failures++) {
      try {
        const event = typeof found === 'function' ? await found() : found;
        if (event) await this.work.take(event);
        return true;
      } catch (error) {
        if (error instanceof Stopped) return false;
        this.notice('reading-again', error);
      }
      await this.ports.sleep(delayBefore(failures, this.ports.retries), this.work.signal);
    }
    return false;
  }

  private async commit(): Promise<void> {
    const offsets = this.offsets.uncommitted();
    if (offsets.length === 0) return;
    try {
      await this.connection.commit(offsets);
      this.offsets.committed(offsets);
    } catch (error) {
      this.notice('committing-again', error);
    }
  }

  private connectionTo(settings: KafkaSettings): KafkaConnection {
    const topics = this.consumer.categories.map((category) => topicOfCategory(settings.prefix, category));
    return new KafkaConnection({
      settings,
      groupId: `${settings.prefix}.${this.consumer.name}`,
      topics: [...new Set(topics)],
      receive: (received) => this.receive(received),
      failed: (error) => this.notice('reading-again', error),
      assigned: (partitions) => {
        this.offsets.keep(partitions);
        this.state.forget();
      },
      lost: (error) => {
        this.offsets.forget();
        this.state.forget();
        this.notice('connecting-again', error);
      },
    });
  }

  private notice(what: Notice['what'], error: unknown) {
    this.ports.notice({ consumer: this.consumer.name, what, error });
  }
}

async function lastOf(store: EventStore, stream: string | undefined): Promise<RecordedEvent | undefined> {
  if (stream === undefined) return undefined;
  try {
    for await (const event of store.readStream(stream, { direction: 'backwards', max: 1 })) return event;
  } catch (error) {
    if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
  }
  return undefined;
}
