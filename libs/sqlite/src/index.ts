// Opens SQLite files with the settings each kind of file needs, and nothing else: no schema, no queries.
export { DatabaseRefused, openDatabase, openScratch, sqliteCode } from './database';
export type { Database, DatabaseRefusal, Durability, OpenOptions, Statement } from './database';
export { errorCode, isDiskFull } from './error-code';
export { holdLock } from './lock';
export type { Lock } from './lock';
export { makePrivateFile, syncDirectory, syncFolder } from './private-file';
export type { DatabaseKind } from './settings';
export { reserveWalSpace } from './wal-space';
export { assertFinished, markUnfinished, unmarkUnfinished } from './unfinished';
