// How a service runs: configuration, logs, composition, health, shutdown. Knows no domain rule and names no adapter.
export * from './address';
export * from './config';
export * from './health.controller';
export * from './logs';
export * from './readiness';
export * from './service';
export * from './signals';
