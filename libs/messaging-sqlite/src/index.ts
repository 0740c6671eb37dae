// Checkpoints, parked and skipped events of consumers in ops.sqlite. Opens no file.
export * from './sqlite-consumer-state';
