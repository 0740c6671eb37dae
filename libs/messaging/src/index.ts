// Between services: the Messaging port, the consumer loop on the log, parking, what consumers remember. Knows no broker.
export * from './consumer-state';
export * from './log-messaging';
export * from './memory-consumer-state';
export * from './messaging';
export * from './parking';
export * from './reply';
export { patientRetries } from './retrying';
export type { RetryPolicy, Sleep } from './retrying';
export type { Notice } from './stream-guard';
