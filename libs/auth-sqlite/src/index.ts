// Accounts, sessions, receipts and sequences in ops.sqlite.
export { SqliteAccountRows, SqliteSequenceRows, SqliteSessionRows } from './sqlite-auth';
export { SqliteReceipts } from './sqlite-receipts';
