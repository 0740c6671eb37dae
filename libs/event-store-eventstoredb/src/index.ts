// The log in EventStoreDB or KurrentDB, and everything that its client does to surprise one. Knows no message and no view.
export { EventStoreDbEventStore } from './eventstoredb-event-store';
export type { EventStoreDbOptions } from './options';
