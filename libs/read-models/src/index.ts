// Views of the log: projections, the ReadModels port and its memory adapter, projector, rebuild. Knows no database.
export type { Change, ChangeListener } from './announcements';
export { categoryOf, knownEvents, UnknownEvent, viewEventOf } from './known-events';
export type { KnownEvents } from './known-events';
export type { Progress } from './catch-up';
export { commonColumns } from './memory-generation';
export * from './memory-read-models';
export * from './order';
export * from './projection';
export * from './projections';
export * from './projector';
export type { HaltedStream } from './projector-state';
export * from './query';
export * from './read-models';
export { SearchIndexer } from './search-indexer';
export * from './stream-fold';
export type { Difference, Verification } from './verification';
