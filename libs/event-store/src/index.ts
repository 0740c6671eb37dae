// The way the system remembers: the EventStore port, its memory adapter, and the command handler. Knows no database.
export * from './aggregate';
export * from './append-rules';
export * from './clock';
export * from './command-handler';
export * from './community.aggregates';
export * from './event-store';
export { contentOf, dataOf, UnknownEvent } from './fold';
export * from './growth';
export { expectedOf, leavesOf } from './leaves-of';
export * from './memory-event-store';
export * from './origin';
export * from './recorded-events';
export * from './sealer';
export * from './stored-rules';
export * from './work.aggregates';
