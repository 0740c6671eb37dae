// Keys of personal data and the access log, on SQLite files of their own, and the file of the key that wraps the keys.
export * from './key-encryption-key';
export { checkKeyFile } from './key-file';
export { SqliteAccessLog } from './sqlite-access-log';
export { SqliteKeyStore } from './sqlite-key-store';
