import type { Clock, EventStore } from '@threekeys/event-store';
import type { Consumer, ConsumerLag, ConsumerState } from '@threekeys/messaging';
import { Messaging, Parking, patientRetries, sleep } from '@threekeys/messaging';
import type { ConnectionStatus } from './membership';
import type { KafkaRunPorts } from './kafka-consumer-run';
import { KafkaConsumerRun } from './kafka-consumer-run';
import type { KafkaSettings } from './kafka-settings';
import { kafkaDefaults } from './kafka-settings';
import { ParkedElsewhere } from './parked-elsewhere';

export interface KafkaMessagingPorts {
  /** For what was never delivered, and for what is behind. */
  readonly store: EventStore;
  readonly state: ConsumerState;
  readonly clock: Clock;
}

export type KafkaMessagingOptions = Partial<Omit<KafkaRunPorts, keyof KafkaMessagingPorts | 'settings'>> &
  Partial<KafkaSettings> &
  Pick<KafkaSettings, 'brokers'>;

const defaults: Omit<KafkaRunPorts, keyof KafkaMessagingPorts | 'settings'> = {
  sleep,
  retries: patientRetries,
  notice: () => undefined,
  streamsMax: 8,
  saveAfterMs: 200,
  saveAfterMsBehind: 1500,
  saveAfterStreams: 2000,
  sweepEveryMs: 5000,
  fromLogAfterMs: 60_000,
  stuckAfterMs: 600_000,
  fatal: () => undefined,
};

/** Messaging through Kafka: the relay brings what is stored, groups share the work, the log has what was not brought. */
export class KafkaMessaging extends Messaging {
  readonly parking: Parking;
  private readonly runs = new Map<string, KafkaConsumerRun>();
  private readonly ports: KafkaRunPorts;
  private started = false;

  constructor(ports: KafkaMessagingPorts, options: KafkaMessagingOptions) {
    super();
    this.ports = { ...defaults, ...options, ...ports, settings: { ...kafkaDefaults, ...options } };
    const { state, clock } = ports;
    this.parking = new Parking({
      ...{ state, clock },
      running: (consumer) => this.runs.get(consumer) ?? new ParkedElsewhere(consumer, state),
    });
  }

  /** @throws Error after the start, for a name that is taken, and for a type that is both handled and ignored */
  consume(consumer: Consumer): void {
    const both = consumer.ignores.find((type) => Object.hasOwn(consumer.reactions, type));
    if (this.started) throw new Error(`${consumer.name} comes after the start`);
    if (this.runs.has(consumer.name)) throw new Error(`there is a consumer ${consumer.name} already`);
    if (both !== undefined) throw new Error(`${consumer.name} both handles and ignores ${both}`);
    this.runs.set(consumer.name, new KafkaConsumerRun(consumer, this.ports));
  }

  /** Does not wait for Kafka. */
  async start(): Promise<void> {
    this.started = true;
    await Promise.all([...this.runs.values()].map((run) => run.start()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.runs.values()].map((run) => run.stop()));
  }

  /** Leaves all groups as a crash does: nothing is finished, nothing committed. */
  async leave(): Promise<void> {
    await Promise.all([...this.runs.values()].map((run) => run.leave()));
  }

  async settled(): Promise<void> {
    const position = await this.ports.store.end();
    await Promise.all([...this.runs.values()].map((run) => run.settled(position)));
  }

  lag(): Promise<readonly ConsumerLag[]> {
    return Promise.all([...this.runs.values()].map((run) => run.lag()));
  }

  /** For the readiness of a process: whether every consumer is a member of its group and the broker answers. */
  health(): { readonly ok: boolean; readonly facts: Readonly<Record<string, ConnectionStatus>> } {
    const facts = this.connections();
    return { ok: Object.values(facts).every((status) => status === 'connected'), facts };
  }

  connections(): Readonly<Record<string, ConnectionStatus>> {
    return Object.fromEntries([...this.runs].map(([name, { status }]) => [name, status]));
  }
}
