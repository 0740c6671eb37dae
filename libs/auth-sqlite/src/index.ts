// Accounts, sessions, receipts and sequences in ops.sqlite.
export { SqliteAccountRows, SqliteReceipts, SqliteSequenceRows, SqliteSessionRows } from './sqlite-auth';
