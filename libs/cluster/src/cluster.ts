import type { Engine } from '@threekeys/engine';
import { engineOn, nameOf } from '@threekeys/engine';
import type { Clock, EventStore, GlobalPosition } from '@threekeys/event-store';
import type { Notice } from '@threekeys/messaging';
import { KafkaMessaging } from '@threekeys/messaging-kafka';
import type { PositionBoard, Projector } from '@threekeys/read-models';
import { FollowedViews } from '@threekeys/read-models';
import type { Logger } from '@threekeys/runtime';
import type { Metrics, Tracing } from '@threekeys/telemetry';
import { meteredEventStore, tracedEventStore } from '@threekeys/telemetry';
import { randomUUID } from 'node:crypto';
import type { ClusterConfig } from './cluster-config';
import type { ClusterStores } from './cluster-stores';
import { openClusterStores } from './cluster-stores';

/** One service process on the engines of a cluster. */
export interface Cluster {
  readonly engine: Engine;
  readonly stores: ClusterStores;
  readonly messaging: KafkaMessaging;
  /** As whoever keeps them says on the board. */
  readonly views: FollowedViews;
  readonly board: PositionBoard;
  readonly logs: Logger;
  /** What keeps the views, while that is this process. */
  readonly leading: { projector?: Projector };
  /** Of the service. */
  readonly name: string;
  /** Who this process is among those that share leases; another at each start. */
  readonly holder: string;
}

export interface ClusterPorts {
  /** Of the service. */
  readonly name: string;
  readonly clock: Clock;
  readonly logs: Logger;
  /** Only a restart helps. */
  readonly fatal: (error: Error) => void;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
}

/** @throws as {@link openClusterStores} */
export async function openCluster(
  config: ClusterConfig,
  { name, clock, logs, fatal, metrics, tracing }: ClusterPorts,
): Promise<Cluster> {
  const observed = (store: EventStore) => tracedEventStore(meteredEventStore(store, metrics), tracing);
  const stores = await openClusterStores(config, clock, observed);
  const { store } = stores.ports;
  const board = boardOf(stores);
  const messaging = new KafkaMessaging(
    { store, state: stores.consumers, clock },
    { ...config.kafka, fatal, skipped: metrics.skipped, notice: noticesTo(logs, metrics) },
  );
  const onFailure = (error: unknown) =>
    logs.error({ part: 'views', error: nameOf(error) }, 'will be read again');
  return {
    ...{ name, stores, messaging, board, logs },
    engine: await engineOn(stores.ports),
    views: new FollowedViews({ store, board, onFailure }),
    leading: {},
    holder: randomUUID(),
  };
}

const viewsName = 'views';

/** How far the views are is kept like a checkpoint. */
function boardOf({ consumers }: ClusterStores): PositionBoard {
  return {
    read: async () => (await consumers.checkpoint(viewsName)) as GlobalPosition | undefined,
    write: (position) => consumers.advance(viewsName, [], position),
  };
}

const noticesTo = (logs: Logger, metrics: Metrics) => (notice: Notice) => {
  const { error, ...facts } = notice;
  metrics.noticed(notice);
  logs.warn({ ...facts, error: nameOf(error) }, 'a reaction did not succeed');
};
