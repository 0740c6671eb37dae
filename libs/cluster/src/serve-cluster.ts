import { nameOf } from '@threekeys/engine';
import { SystemClock } from '@threekeys/event-store';
import type { Environment, Logger } from '@threekeys/runtime';
import { ConfigInvalid, openLogs, Readiness, stopOnSignals } from '@threekeys/runtime';
import type { LagSources } from '@threekeys/telemetry';
import { Metrics, openTracing, operationsServer } from '@threekeys/telemetry';
import type { Cluster } from './cluster';
import type { ClusterConfig } from './cluster-config';
import type { ClusterService } from './run-service';
import { runService } from './run-service';

/** What somebody who starts a process can set right; the message says how. */
const expected = ['AddressInUse', 'KeyEncryptionKeyUnfit', 'CollectionsMissing', 'MongoParseError'];
const exitCodes = { refused: 1, bug: 70 } as const;

/** The whole of a service's `main`: configuration, health and metrics, waiting for the engines, serving, stopping on signals. */
export function serveCluster<Config extends ClusterConfig>(
  configFrom: (environment: Environment) => Config,
  service: ClusterService | ((config: Config) => ClusterService),
): void {
  serve(configFrom, service).catch((error: unknown) => {
    failed(error);
  });
}

/** @throws what `runService` throws */
async function serve<Config extends ClusterConfig>(
  configFrom: (environment: Environment) => Config,
  made: ClusterService | ((config: Config) => ClusterService),
): Promise<void> {
  const config = configFrom(process.env);
  const service = typeof made === 'function' ? made(config) : made;
  const { name } = service.service;
  const logs = openLogs(config, { service: name });
  const running: { cluster?: Cluster } = {};
  const readiness = new Readiness();
  const metrics = new Metrics(
    name,
    lagsOf(service, () => running.cluster),
  );
  const tracing = openTracing(process.env, name, (error) => {
    logs.warn({ part: 'traces', error: nameOf(error) }, 'spans were given up');
  });
  const operations = await operationsServer(readiness, metrics, {
    host: config.host,
    port: config.operationsPort,
  });
  logs.info({ url: operations.url }, 'health and metrics');
  const stopping = new AbortController();
  const serving = runService(service, config, {
    ...{ logs, readiness, metrics, tracing, clock: new SystemClock(), signal: stopping.signal },
    fatal: (error) => {
      failed(error, logs);
    },
    onCluster: (cluster) => (running.cluster = cluster),
  });
  stopOnSignals(async () => {
    readiness.enter('stopping');
    stopping.abort();
    await (await serving)?.close();
    await tracing?.close();
    await operations.close();
    metrics.close();
  }, logs);
  await serving;
}

const lagsOf = ({ lags = [] }: ClusterService, running: () => Cluster | undefined): LagSources =>
  Object.assign({}, ...lags.map((lag) => lag(running))) as LagSources;

/** Ends the process: with a sentence for what somebody can set right. */
export function failed(error: unknown, logs?: Logger): void {
  const isExpected =
    error instanceof ConfigInvalid || (error instanceof Error && expected.includes(error.name));
  const text = isExpected ? error.message : String((error as Error).stack ?? error);
  if (logs) logs.fatal({ error: (error as Error).name }, 'only a restart helps');
  process.stderr.write(`threekeys: ${text}\n`);
  process.exit(isExpected ? exitCodes.refused : exitCodes.bug);
}
