// Opens databases of MongoDB with the durability this product needs: no queries, no collections of its own.
export { isDuplicateKey, reachable, DatabaseUnavailable } from './mongo-errors';
export { declared } from './declared-collection';
export type { DeclaredCollection } from './declared-collection';
export { Gathered } from './gathered';
export { CollectionsMissing, MongoDatabase } from './mongo-database';
export type { MongoOptions } from './mongo-database';
