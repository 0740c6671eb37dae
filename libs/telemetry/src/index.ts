// What a process tells of itself to those who run it: metrics, health, traces. Ids, types, codes and numbers only.
export * from './http-requests';
export * from './metered-event-store';
export * from './metrics';
export * from './lags';
export * from './operations-server';
export * from './trace-ids';
export * from './traced-event-store';
export * from './traced-messaging';
export * from './traced-publisher';
export * from './tracing';
