// Between services: the Messaging port, the consumer loop on the log, parking, what consumers remember, who leads. Knows no broker.
export * from './consumer-state';
export * from './consumer-work';
export * from './leases';
export * from './log-messaging';
export * from './memory-consumer-state';
export * from './memory-leases';
export * from './messaging';
export * from './parking';
export * from './reply';
export { patientRetries, delayBefore, sleep } from './retrying';
export type { RetryPolicy, Sleep } from './retrying';
export { Stopped } from './stream-guard';
export type { Notice } from './stream-guard';
