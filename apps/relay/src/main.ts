import { failed, openShared, relayConfigFrom } from '@threekeys/cluster';
import { SystemClock } from '@threekeys/event-store';
import { Presence } from '@threekeys/messaging';
import { openLogs, stopOnSignals } from '@threekeys/runtime';
import { openTracing } from '@threekeys/telemetry';
import { randomUUID } from 'node:crypto';
import { runRelay } from './cluster-relay';

// The relay as a process of a cluster: brings every stored event to Kafka. It sees no key.
async function main(): Promise<void> {
  const config = relayConfigFrom(process.env);
  const logs = openLogs(config, { service: 'relay' });
  const tracing = openTracing(process.env, 'relay', (error) => {
    logs.warn(
      { part: 'traces', error: error instanceof Error ? error.name : typeof error },
      'spans were given up',
    );
  });
  const open = async () => {
    const shared = await openShared(config, new SystemClock());
    const { store, leases, consumers: state } = shared;
    const announced = { leases, name: 'relay', holder: randomUUID() };
    const presence = await Presence.announce(announced).catch(async (error: unknown) => {
      await shared.close();
      throw error;
    });
    const close = async () => {
      await presence.end();
      await shared.close();
    };
    return { store, leases, state, close };
  };
  const running = await runRelay(open, config, logs, { tracing });
  stopOnSignals(async () => {
    await running.close();
    await tracing?.close();
  }, logs);
  logs.info({ url: running.url }, 'health and metrics');
  await running.begun;
}

main().catch((error: unknown) => {
  failed(error);
});
