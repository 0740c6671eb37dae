// Opens SQLite files with the settings each kind of file needs, and nothing else: no schema, no queries.
export { DatabaseRefused, openDatabase, sqliteCode } from './database';
export type { Database, DatabaseRefusal, OpenOptions, Statement } from './database';
export { holdLock } from './lock';
export type { Lock } from './lock';
export { makePrivateFile, syncDirectory } from './private-file';
export type { DatabaseKind } from './settings';
