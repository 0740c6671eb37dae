// Accounts, sessions, tokens, receipts and sequences in MongoDB. Opens no connection.
export { authCollections } from './collections';
export { MongoAccountRows } from './mongo-accounts';
export { forgetNothingNew, MongoReceipts } from './mongo-receipts';
export { MongoSequenceRows } from './mongo-sequences';
export { MongoSessionRows } from './mongo-sessions';
export { MongoTokenRows } from './mongo-tokens';
