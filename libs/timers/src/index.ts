// What is due when, as a view of the log, and the wheel that fires it. Decides nothing: a decider ignores what is stale.
export { dueAt, timerKey } from './timer';
export type { Timer, TimerKind } from './timer';
export * from './timer-wheel';
export { timers, timersOf } from './timers.projection';
export type { TimersRow } from './timers.projection';
