// Keys of personal data and the access log in MongoDB. Opens no connection, holds no key-encryption key.
export { accessCollections, keyCollections } from './collections';
export { MongoAccessLog } from './mongo-access-log';
export type { BrokenLine } from './mongo-access-log';
export { MongoKeyStore } from './mongo-key-store';
