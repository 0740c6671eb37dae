// The way the system remembers: the EventStore port, its memory adapter, and the command handler. Knows no database.
export * from './clock';
export * from './command-handler';
export * from './event-store';
export * from './origin';
export * from './sealer';
