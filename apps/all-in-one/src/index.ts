// The four services in one process on SQLite. Composition only: no rule of the domain, no route of its own.
export { accountsToTry, demoAccounts, seedDemo } from './demo';
export type { EmbeddedEngine } from './embedded-engine';
export { runAllInOne } from './embedded-run';
export type { RunningAllInOne } from './embedded-run';
export type { AllInOneOptions } from './options';
export { allRoutes, services } from './services';
