// Accounts, sessions, tokens, receipts and sequences in ops.sqlite.
export { SqliteAccountRows, SqliteSequenceRows, SqliteSessionRows } from './sqlite-auth';
export { forgetNothingNew, renameAnswers, SqliteReceipts } from './sqlite-receipts';
export { SqliteTokenRows } from './sqlite-tokens';
