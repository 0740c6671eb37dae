// Checkpoints, parked and skipped events of consumers in ops.sqlite. Opens no file.
export { progressBeyond, takeBackProgress } from './progress-after-loss';
export { renameProgress } from './progress-renamed';
export * from './sqlite-consumer-state';
