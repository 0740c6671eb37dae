/**
 * What a file is for, which decides how durable a commit is.
 * - `log`, `operations`, `access`: COMMIT returns after fsync of the WAL.
 * - `views`: may lose its last commits together with its checkpoint; rebuilt from the log.
 * - `keys`: rollback journal, directory synced, deleted content overwritten; an erased key leaves no copy in a WAL.
 */
export type DatabaseKind = 'log' | 'operations' | 'views' | 'keys' | 'access';

/** A pragma, the value to set and what SQLite answers when it took. */
export interface Setting {
  readonly pragma: string;
  readonly value: string;
  readonly readBack: string | number;
}

/** Before 3.51.3 two connections that checkpoint and write at once can corrupt a WAL file (WAL-reset bug). */
export const oldestSqlite = '3.51.3';

const everywhere: readonly Setting[] = [
  { pragma: 'busy_timeout', value: '5000', readBack: 5000 },
  { pragma: 'foreign_keys', value: 'ON', readBack: 1 },
  { pragma: 'mmap_size', value: '0', readBack: 0 },
  { pragma: 'trusted_schema', value: 'OFF', readBack: 0 },
];

const journal = (mode: 'wal' | 'delete'): Setting => ({
  pragma: 'journal_mode',
  value: mode,
  readBack: mode,
});
const synchronous = (value: 'NORMAL' | 'FULL' | 'EXTRA'): Setting => ({
  pragma: 'synchronous',
  value,
  readBack: { NORMAL: 1, FULL: 2, EXTRA: 3 }[value],
});
/** Nothing waits for the disk. */
const unsynced: Setting = { pragma: 'synchronous', value: 'OFF', readBack: 0 };
/** Nobody else looks: without a WAL, taking the lock costs more than most questions. */
const unshared: Setting = { pragma: 'locking_mode', value: 'EXCLUSIVE', readBack: 'exclusive' };
const durable = [journal('wal'), synchronous('FULL')];
const journalSizeLimitBytes = 64 * 1024 * 1024;

/** In the order in which they are set. */
export const settingsOf: Readonly<Record<DatabaseKind, readonly Setting[]>> = {
  log: [
    ...everywhere,
    ...durable,
    { pragma: 'wal_autocheckpoint', value: '4000', readBack: 4000 },
    {
      pragma: 'journal_size_limit',
      value: String(journalSizeLimitBytes),
      readBack: journalSizeLimitBytes,
    },
  ],
  operations: [...everywhere, ...durable],
  access: [...everywhere, ...durable],
  views: [...everywhere, journal('wal'), synchronous('NORMAL')],
  keys: [
    ...everywhere,
    journal('delete'),
    synchronous('EXTRA'),
    { pragma: 'secure_delete', value: 'ON', readBack: 1 },
  ],
};

/** After these, in a file that is made as a whole. */
export const madeAsWhole = (kind: DatabaseKind): readonly Setting[] =>
  kind === 'keys' ? [unsynced, unshared] : [unsynced];
