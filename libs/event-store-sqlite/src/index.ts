// The log in one SQLite file, its head witness, and the check of every stored byte. Knows no message and no view.
export { acceptedLossFileName, noteAcceptedLoss, notedLoss, recordNotedLoss } from './accepted-loss';
export type { AcceptedLoss, Loss } from './accepted-loss';
export { clockReached } from './clock-reached';
export type { Reached } from './clock-reached';
export { anchorFileName, ballastFileName, logFileName } from './files';
export { readAnchors } from './anchor-log';
export type { Anchor } from './anchor-log';
export type { AnchorState } from './head-witness';
export type { SqliteEventStoreOptions } from './options';
export { Positions } from './positions';
export { renewStoreId } from './store-id';
export type { StoreIdRenewed } from './store-id';
export { SqliteEventStore } from './sqlite-event-store';
export { verifyLog } from './verify-log';
export type { LogReport, Problem, VerifyOptions } from './verify-log';
