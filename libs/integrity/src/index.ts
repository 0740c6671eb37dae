// Canonical JSON, leaves and their hashes, derived ids, the Merkle frontier. Pure: node:crypto only.
export * from './leaf';
