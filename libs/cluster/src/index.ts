// The engine on EventStoreDB, Kafka and MongoDB: every port bound to servers, and how a service runs on them as a process.
export {
  clusterConfigFrom,
  kafkaConfigFrom,
  mongoConfigFrom,
  relayConfigFrom,
  reportingConfigFrom,
} from './cluster-config';
export type { ClusterConfig, KafkaConfig, MongoConfig, RelayConfig, ReportingConfig } from './cluster-config';
export { reactionsCheck, viewsCheck } from './cluster-checks';
export { consumersLag, timersLag, viewsLag } from './cluster-lags';
export { ClusterDatabases } from './cluster-databases';
export { firesTimers, keepsViews, opensInstallation, reacts, witnessesAccesses } from './cluster-parts';
export { openClusterStores, openShared } from './cluster-stores';
export type { ClusterStores, SharedStores } from './cluster-stores';
export { forward } from './forward';
export type { ForwardPorts } from './forward';
export { documentsOf, UpstreamOutages } from './upstreams';
export type { UpstreamName, Upstreams } from './upstreams';
export { failed, serveCluster } from './serve-cluster';
export { untilThere } from './until-there';
export { keepViews } from './views-keeper';
export type { KeptViews } from './views-keeper';
export { relayName } from '@threekeys/messaging-kafka';
