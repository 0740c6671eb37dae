import type { RelayConfig } from '@threekeys/cluster';
import { untilThere } from '@threekeys/cluster';
import { SystemClock } from '@threekeys/event-store';
import type { RelayOptions, RelayPorts } from '@threekeys/messaging-kafka';
import { kafkaDefaults, KafkaPublisher, Relay } from '@threekeys/messaging-kafka';
import type { Check, Logger } from '@threekeys/runtime';
import { Readiness } from '@threekeys/runtime';
import type { Tracing } from '@threekeys/telemetry';
import { Metrics, operationsServer, tracedPublisher } from '@threekeys/telemetry';
import { randomUUID } from 'node:crypto';

export interface RunningRelay {
  /** Where it is asked for its health and its metrics. */
  readonly url: string;
  /** Resolves once it relays; rejects where no waiting helps. */
  readonly begun: Promise<void>;
  close(): Promise<void>;
}

/** A relay that is so many events behind is not ready; one that waits for its turn is, as long as the leader keeps up. */
const lagEventsMax = 1000;

/** How this process differs from an ordinary start. */
export interface RelayRunOptions extends Partial<RelayOptions> {
  readonly tracing?: Tracing | undefined;
}

/** What the relay reads and where it keeps how far it is. */
export type RelayStores = Omit<RelayPorts, 'publisher' | 'clock'> & { close?(): Promise<void> };

/**
 * The relay as a process. Resolves when its readiness can be asked for: neither the log nor the lease nor Kafka is waited
 * for.
 */
export async function runRelay(
  open: () => Promise<RelayStores>,
  config: Pick<RelayConfig, 'kafka' | 'host' | 'operationsPort'>,
  logs: Logger,
  options: RelayRunOptions = {},
): Promise<RunningRelay> {
  const running: { relay?: Relay; stores?: RelayStores } = {};
  const readiness = new Readiness();
  const metrics = new Metrics('relay', { relay: () => running.relay?.lag() ?? Promise.resolve(nothing) });
  const server = await operationsServer(readiness, metrics, {
    host: config.host,
    port: config.operationsPort,
  });
  const stopping = new AbortController();
  const begun = untilThere(
    async () => {
      running.stores = await open();
      running.relay = relayOn(running.stores, config, logs, options);
      readiness.watch([checkOf(running.relay)]);
      await running.relay.start();
      readiness.enter('running');
    },
    { logs, readiness, signal: stopping.signal },
  );
  return {
    ...{ url: server.url, begun },
    close: async () => {
      readiness.enter('stopping');
      stopping.abort();
      await begun;
      await running.relay?.stop();
      await running.stores?.close?.();
      await server.close();
      metrics.close();
    },
  };
}

/** Of one that has not begun. */
const nothing = { leading: false, events: 0, seconds: 0 };

function relayOn(
  stores: RelayStores,
  config: Pick<RelayConfig, 'kafka'>,
  logs: Logger,
  { tracing, ...options }: RelayRunOptions,
): Relay {
  const publisher = tracedPublisher(new KafkaPublisher({ ...kafkaDefaults, ...config.kafka }), tracing);
  return new Relay(
    { ...stores, publisher, clock: new SystemClock() },
    {
      holder: randomUUID(),
      notice: ({ what, error }) => {
        if (error === undefined) logs.info({ part: 'relay' }, what);
        else logs.warn({ part: 'relay', error: error instanceof Error ? error.name : typeof error }, what);
      },
      ...options,
    },
  );
}

function checkOf(relay: Relay): Check {
  return {
    name: 'relay',
    run: async () => {
      const { leading, events, seconds } = await relay.lag();
      return { ok: events <= lagEventsMax, facts: { leading, behind: events, seconds } };
    },
  };
}
