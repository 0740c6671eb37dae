// Checkpoints, parked and skipped events of consumers, and leases, in MongoDB. Opens no connection.
export { messagingCollections } from './collections';
export { MongoConsumerState } from './mongo-consumer-state';
export { MongoLeases } from './mongo-leases';
export { progressBeyond, takeBackProgress } from './progress-after-loss';
