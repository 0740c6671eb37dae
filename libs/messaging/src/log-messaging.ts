import type { Clock, EventStore } from '@threekeys/event-store';
import { ConsumerRun } from './consumer-run';
import type { WorkPorts } from './consumer-work';
import type { ConsumerState } from './consumer-state';
import { Messaging } from './messaging';
import type { Consumer, ConsumerLag } from './messaging';
import { Parking } from './parking';
import { patientRetries, sleep } from './retrying';

export interface LogMessagingPorts {
  readonly store: EventStore;
  readonly state: ConsumerState;
  readonly clock: Clock;
}

export type LogMessagingOptions = Partial<Omit<WorkPorts, keyof LogMessagingPorts>>;

const defaults: Omit<WorkPorts, keyof LogMessagingPorts> = {
  sleep,
  retries: patientRetries,
  notice: () => undefined,
  streamsMax: 8,
  saveAfterMs: 200,
  saveAfterMsBehind: 1500,
  saveAfterStreams: 2000,
};

/** Messaging without a broker: each consumer follows the log itself, with a durable checkpoint. */
export class LogMessaging extends Messaging {
  readonly parking: Parking;
  private readonly runs = new Map<string, ConsumerRun>();
  private readonly ports: WorkPorts;
  private started = false;

  constructor(ports: LogMessagingPorts, options: LogMessagingOptions = {}) {
    super();
    this.ports = { ...defaults, ...options, ...ports };
    const { state, clock } = ports;
    this.parking = new Parking({ state, clock, running: (consumer) => this.runs.get(consumer) });
  }

  /** @throws Error after the start, for a name that is taken, and for a type that is both handled and ignored */
  consume(consumer: Consumer): void {
    const both = consumer.ignores.find((type) => Object.hasOwn(consumer.reactions, type));
    if (this.started) throw new Error(`${consumer.name} comes after the start`);
    if (this.runs.has(consumer.name)) throw new Error(`there is a consumer ${consumer.name} already`);
    if (both !== undefined) throw new Error(`${consumer.name} both handles and ignores ${both}`);
    this.runs.set(consumer.name, new ConsumerRun(consumer, this.ports));
  }

  async start(): Promise<void> {
    this.started = true;
    await Promise.all([...this.runs.values()].map((run) => run.start()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.runs.values()].map((run) => run.stop()));
  }

  async settled(): Promise<void> {
    const position = await this.ports.store.end();
    await Promise.all([...this.runs.values()].map((run) => run.settled(position)));
  }

  lag(): Promise<readonly ConsumerLag[]> {
    return Promise.all([...this.runs.values()].map((run) => run.lag()));
  }
}
