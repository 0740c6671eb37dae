import { providersOf } from '@threekeys/engine';
import type { Clock } from '@threekeys/event-store';
import type { OpenApiDocument, ProblemFilter } from '@threekeys/http';
import type { Check, Logger, Part, Service, ServiceModule, Readiness } from '@threekeys/runtime';
import { createService } from '@threekeys/runtime';
import type { Metrics, Tracing } from '@threekeys/telemetry';
import { meterRequests, traceRequests, tracedMessaging } from '@threekeys/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Cluster } from './cluster';
import { openCluster } from './cluster';
import { engineChecks } from './cluster-checks';
import type { ClusterConfig } from './cluster-config';
import type { Lag } from './cluster-lags';
import { commonParts, viewsPart } from './cluster-parts';
import { untilThere } from './until-there';

/** A service as a process of a cluster. */
export interface ClusterService {
  readonly service: ServiceModule;
  /** What runs beside its requests, after what every service needs. */
  readonly parts: readonly ((cluster: Cluster) => readonly Part[])[];
  /** What runs before the views are read: whoever makes them. */
  readonly before?: (cluster: Cluster) => readonly Part[];
  /** What has to hold for it besides log and databases. */
  readonly checks?: readonly ((cluster: Cluster) => Check)[];
  readonly lags?: readonly Lag[];
  /** The documents of what others answer behind its address. */
  readonly otherDocuments?: () => Promise<readonly OpenApiDocument[]>;
  /** Serves more than its API. */
  readonly alsoServe?: (
    server: FastifyInstance,
    ports: { readonly problems: ProblemFilter; readonly logs: Logger },
  ) => Promise<void>;
}

export interface RunningService {
  readonly url: string;
  close(): Promise<void>;
}

export interface RunPorts {
  readonly logs: Logger;
  readonly readiness: Readiness;
  /** Aborted: it stops, also while it still waits for an engine. */
  readonly signal: AbortSignal;
  readonly fatal: (error: Error) => void;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
  /** Told what runs, each time that it begins. */
  readonly onCluster: (cluster: Cluster) => void;
}

/**
 * Waits for the engines, in whatever order they come, and then serves. Readiness says meanwhile what is missing.
 * @throws what no waiting mends: keys wrapped by another key, collections that were never made, an address in use
 */
export function runService(
  service: ClusterService,
  config: ClusterConfig,
  ports: RunPorts,
): Promise<Service | undefined> {
  return untilThere(() => started(service, config, ports), ports);
}

async function started(
  { service, parts, before = () => [], checks = [], alsoServe, otherDocuments }: ClusterService,
  config: ClusterConfig,
  ports: RunPorts,
): Promise<Service> {
  const { logs, readiness, metrics, tracing, onCluster } = ports;
  const cluster = await openCluster(config, { ...ports, name: service.name });
  onCluster(cluster);
  readiness.watch([...engineChecks(cluster), ...checks.map((check) => check(cluster))]);
  const adapters = {
    providers: providersOf(cluster.engine, {
      views: cluster.views,
      messaging: tracedMessaging(cluster.messaging, tracing),
    }),
    parts: [
      ...commonParts(cluster),
      ...before(cluster),
      viewsPart(cluster),
      ...parts.flatMap((each) => each(cluster)),
    ],
    checks: [],
  };
  const composed = await createService([service], adapters, {
    ...{ config, logs, readiness },
    ...(otherDocuments && { otherDocuments }),
    alsoServe: async (server, problems) => {
      traceRequests(server, tracing);
      meterRequests(server, metrics);
      await alsoServe?.(server, { problems, logs });
    },
  });
  await composed.start();
  return composed;
}
