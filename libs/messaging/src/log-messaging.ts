import type { Clock, EventStore } from '@threekeys/event-store';
import { ConsumerRun } from './consumer-run';
import { ConsumerRuns } from './consumer-runs';
import type { WorkPorts } from './consumer-work';
import { workDefaults } from './consumer-work';
import type { ConsumerState } from './consumer-state';
import { Messaging } from './messaging';
import type { Consumer, ConsumerLag } from './messaging';
import { Parking } from './parking';

export interface LogMessagingPorts {
  readonly store: EventStore;
  readonly state: ConsumerState;
  readonly clock: Clock;
}

export type LogMessagingOptions = Partial<Omit<WorkPorts, keyof LogMessagingPorts>>;

/** Messaging without a broker: each consumer follows the log itself, with a durable checkpoint. */
export class LogMessaging extends Messaging {
  readonly parking: Parking;
  private readonly runs: ConsumerRuns<ConsumerRun>;

  constructor(
    private readonly ports: LogMessagingPorts,
    options: LogMessagingOptions = {},
  ) {
    super();
    const atWork = { ...workDefaults, ...options, ...ports };
    this.runs = new ConsumerRuns((consumer) => new ConsumerRun(consumer, atWork));
    const { state, clock } = ports;
    this.parking = new Parking({ state, clock, running: (consumer) => this.runs.of(consumer) });
  }

  /** @throws as {@link ConsumerRuns.add} */
  consume(consumer: Consumer): void {
    this.runs.add(consumer);
  }

  start(): Promise<void> {
    return this.runs.start();
  }

  stop(): Promise<void> {
    return this.runs.stop();
  }

  async settled(): Promise<void> {
    await this.runs.settled(await this.ports.store.end());
  }

  lag(): Promise<readonly ConsumerLag[]> {
    return this.runs.lag();
  }
}
