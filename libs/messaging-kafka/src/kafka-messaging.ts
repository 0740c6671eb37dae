import type { Clock, EventStore } from '@threekeys/event-store';
import type { Consumer, ConsumerLag, ConsumerState } from '@threekeys/messaging';
import { ConsumerRuns, Messaging, Parking, workDefaults } from '@threekeys/messaging';
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
  ...workDefaults,
  sweepEveryMs: 5000,
  fromLogAfterMs: 60_000,
  stuckAfterMs: 600_000,
  fatal: () => undefined,
};

/** Messaging through Kafka: the relay brings what is stored, groups share the work, the log has what was not brought. */
export class KafkaMessaging extends Messaging {
  readonly parking: Parking;
  private readonly runs: ConsumerRuns<KafkaConsumerRun>;

  constructor(
    private readonly ports: KafkaMessagingPorts,
    options: KafkaMessagingOptions,
  ) {
    super();
    const atWork = { ...defaults, ...options, ...ports, settings: { ...kafkaDefaults, ...options } };
    this.runs = new ConsumerRuns((consumer) => new KafkaConsumerRun(consumer, atWork));
    const { state, clock } = ports;
    const running = (consumer: string) => this.runs.of(consumer) ?? new ParkedElsewhere(consumer, state);
    this.parking = new Parking({ state, clock, running });
  }

  /** @throws as {@link ConsumerRuns.add} */
  consume(consumer: Consumer): void {
    this.runs.add(consumer);
  }

  /** Does not wait for Kafka. */
  start(): Promise<void> {
    return this.runs.start();
  }

  stop(): Promise<void> {
    return this.runs.stop();
  }

  /** Leaves all groups as a crash does: nothing is finished, nothing committed. */
  async leave(): Promise<void> {
    await this.runs.each((run) => run.leave());
  }

  async settled(): Promise<void> {
    await this.runs.settled(await this.ports.store.end());
  }

  lag(): Promise<readonly ConsumerLag[]> {
    return this.runs.lag();
  }

  /** For the readiness of a process: whether every consumer is a member of its group and the broker answers. */
  health(): { readonly ok: boolean; readonly facts: Readonly<Record<string, ConnectionStatus>> } {
    const facts = this.connections();
    return { ok: Object.values(facts).every((status) => status === 'connected'), facts };
  }

  connections(): Readonly<Record<string, ConnectionStatus>> {
    return Object.fromEntries([...this.runs.named()].map(([name, { status }]) => [name, status]));
  }
}
