// An EventStoreDB double on the wire. For development and tests only: a boundary rule keeps it out of apps and libraries.
export * from './esdb-double';
export * from './faults';
export { startProcess } from './process.fixtures';
export type { DoubleProcess } from './process.fixtures';
export { Log } from './log';
export type { Generation } from './records';
