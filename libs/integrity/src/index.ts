// Canonical JSON, leaves and their hashes, derived ids, the Merkle frontier. Pure: node:crypto only.
export { canonicalJson } from './canonical-json';
export * from './derived-id';
export * from './frontier';
export * from './leaf';
export * from './not-canonical';
