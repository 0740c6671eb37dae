import { Logger } from '@nestjs/common';
import type { EventStore, RecordedEvent } from '@threekeys/event-store';
import { MemoryEventStore, SystemClock } from '@threekeys/event-store';
import type { Consumer, Notice } from '@threekeys/messaging';
import { MemoryConsumerState, MemoryLeases } from '@threekeys/messaging';
import { EventWriter } from '@threekeys/messaging/contract';
import type {
  KafkaMessagingOptions,
  KafkaSettings,
  RelayOptions,
  RelayPorts,
} from '@threekeys/messaging-kafka';
import {
  createTopics,
  kafkaDefaults,
  KafkaMessaging,
  KafkaPublisher,
  Relay,
} from '@threekeys/messaging-kafka';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoServers } from '../../deploy/local/jars';
import { startLocalKafka } from '../../deploy/local/local-kafka';
import type { LocalServer } from '../../deploy/local/local-server';
import { freePort } from '../../deploy/local/local-server';

export const clock = new SystemClock();

/** Describes what needs a real broker; skipped, each test by its name, where none can run. */
export const describeWithKafka = whyNoServers() === undefined ? describe : describe.skip;

/** A broker on loopback with its data in a folder of its own, for all tests of a file. */
export class TestKafka {
  private constructor(
    private readonly directory: string,
    readonly port: number,
    private server: LocalServer,
  ) {}

  static async start(): Promise<TestKafka> {
    // The transport says all it does.
    Logger.overrideLogger(false);
    const directory = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-kafka-')));
    const port = await freePort();
    const kafka = new TestKafka(directory, port, await startLocalKafka(directory, port));
    // Also where the test process is ended from outside.
    process.once('exit', () => void kafka.server.kill());
    return kafka;
  }

  get brokers(): readonly string[] {
    return [`127.0.0.1:${this.port}`];
  }

  kill(): Promise<void> {
    return this.server.kill();
  }

  async again(): Promise<void> {
    this.server = await startLocalKafka(this.directory, this.port);
  }

  async remove(): Promise<void> {
    await this.server.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

let installations = 0;

/** A log, what its consumers remember, and topics of its own on the broker. */
export class Installation {
  readonly store: EventStore = new MemoryEventStore();
  readonly state = new MemoryConsumerState();
  readonly leases = new MemoryLeases(clock);
  readonly writer = new EventWriter(this.store);
  readonly notices: Notice[] = [];
  private readonly running: { stop(): Promise<void> }[] = [];

  private constructor(readonly settings: KafkaSettings) {}

  static async on(kafka: TestKafka, differently: Partial<KafkaSettings> = {}): Promise<Installation> {
    const prefix = `t${++installations}`;
    const quick = { sessionTimeoutMs: 6000, heartbeatEveryMs: 500, fetchWaitMs: 100 };
    const settings = { ...kafkaDefaults, ...quick, ...differently, prefix, brokers: kafka.brokers };
    await createTopics(settings, { partitions: 4, replicationFactor: 1 });
    return new Installation(settings);
  }

  /** One process that consumes; not started. */
  messaging(options: Partial<KafkaMessagingOptions> = {}): KafkaMessaging {
    const messaging = new KafkaMessaging(
      { store: this.store, state: this.state, clock },
      {
        retries: { retriesMax: 2, firstMs: 1, mostMs: 4 },
        notice: (notice) => this.notices.push(notice),
        ...this.settings,
        ...options,
      },
    );
    this.running.push(messaging);
    return messaging;
  }

  async consuming(consumer: Consumer, options: Partial<KafkaMessagingOptions> = {}): Promise<KafkaMessaging> {
    const messaging = this.messaging(options);
    messaging.consume(consumer);
    await messaging.start();
    return messaging;
  }

  async relaying(ports: Partial<RelayPorts> = {}, options: Partial<RelayOptions> = {}): Promise<Relay> {
    const { store, state, leases } = this;
    const publisher = ports.publisher ?? new KafkaPublisher(this.settings);
    const relay = new Relay(
      { store, state, leases, clock, ...ports, publisher },
      { holder: `relay-${this.running.length}`, leaseMs: 2000, ...options },
    );
    this.running.push(relay);
    await relay.start();
    return relay;
  }

  async events(): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readAll()) events.push(event);
    return events;
  }

  /** One that will not stop: nobody waits for it. */
  forget(messaging: KafkaMessaging): void {
    this.running.splice(this.running.indexOf(messaging), 1);
  }

  async close(): Promise<void> {
    await Promise.all(this.running.splice(0).map((each) => each.stop()));
    await this.store.close();
  }
}

/** @throws Error where it does not come to hold within 40 s */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`does not come to hold: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
