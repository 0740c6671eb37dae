import { sqliteCode } from './database';

/** `SQLITE_FULL`, `ENOSPC`, …: the code of an error of the driver or the system, `undefined` for anything else. */
export function errorCode(error: unknown): string | undefined {
  const ofSystem = typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
  return sqliteCode(error) ?? (ofSystem && typeof error.code === 'string' ? error.code : undefined);
}

/** No space. The shared-memory index of the WAL reports it as an I/O error of its own; nothing is written then. */
export function isDiskFull(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC' || code === 'EDQUOT';
}
