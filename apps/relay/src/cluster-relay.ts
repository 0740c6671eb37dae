import type { RelayOptions, RelayPorts } from '@threekeys/messaging-kafka';
import { kafkaDefaults, KafkaPublisher, Relay } from '@threekeys/messaging-kafka';
import type { Check, Logger } from '@threekeys/runtime';
import { Readiness } from '@threekeys/runtime';
import { randomUUID } from 'node:crypto';
import { serveReadiness } from './readiness-server';
import type { RelayConfig } from './relay-config';

export interface RunningRelay {
  /** Where its readiness is asked for. */
  readonly url: string;
  readonly relay: Relay;
  close(): Promise<void>;
}

/** A relay that is so many events behind is not ready; one that waits for its turn is, as long as the leader keeps up. */
const lagEventsMax = 1000;

/** The relay as a process. Resolves when its readiness can be asked for: neither the lease nor Kafka is waited for. */
export async function runRelay(
  ports: Omit<RelayPorts, 'publisher'>,
  config: RelayConfig,
  logs: Logger,
  options: Partial<RelayOptions> = {},
): Promise<RunningRelay> {
  const publisher = new KafkaPublisher({ ...kafkaDefaults, brokers: config.brokers, prefix: config.prefix });
  const relay = new Relay(
    { ...ports, publisher },
    {
      holder: randomUUID(),
      notice: ({ what, error }) => {
        if (error === undefined) logs.info({ part: 'relay' }, what);
        else logs.warn({ part: 'relay', error: error instanceof Error ? error.name : typeof error }, what);
      },
      ...options,
    },
  );
  const readiness = new Readiness([checkOf(relay)]);
  const server = await serveReadiness(readiness, config);
  await relay.start();
  readiness.enter('running');
  return {
    ...{ url: server.url, relay },
    close: async () => {
      readiness.enter('stopping');
      await relay.stop();
      await server.close();
    },
  };
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
