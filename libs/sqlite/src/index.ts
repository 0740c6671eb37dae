// Opens SQLite files with the settings each kind of file needs, holds their tables against those of new ones, and nothing else: no queries.
export { DatabaseRefused, openDatabase, openScratch, sqliteCode } from './database';
export type { Database, DatabaseRefusal, Durability, OpenOptions, Statement } from './database';
export { errorCode, isDiskFull } from './error-code';
export { holdLock, isHeld } from './lock';
export type { Lock } from './lock';
export { makePrivateFile, syncDirectory, syncFolder } from './private-file';
export type { DatabaseKind } from './settings';
export { schemaDifferences, schemaMadeBy } from './schema-differences';
export type { SchemaPart } from './schema-differences';
export { reserveWalSpace } from './wal-space';
export { assertFinished, markUnfinished, unmarkUnfinished } from './unfinished';
