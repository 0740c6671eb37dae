import type { EventStoreErrorCode } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { DatabaseRefused, errorCode, isDiskFull, sqliteCode } from '@threekeys/sqlite';

/**
 * After these the process must not go on with the same pages: a failed fsync may have dropped them, and trying again
 * would report a success that is none (fsyncgate). A new start reads the WAL again.
 */
export function isFatal(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return (
    !isDiskFull(error) &&
    ['SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'].some((family) => code.startsWith(family))
  );
}

/**
 * What the port promises in place of a driver's or the system's error. Anything else is a bug and stays as it is.
 */
export function storeErrorOf(error: unknown): unknown {
  if (error instanceof DatabaseRefused)
    return new EventStoreError('StoreUnavailable', error.message, {}, { cause: error });
  const code = errorCode(error);
  if (error instanceof EventStoreError || code === undefined) return error;
  const [name, what] = meaningOf(code, error);
  return new EventStoreError(name, `${what} (${code}: ${messageOf(error)})`, {}, { cause: error });
}

/** @throws what {@link storeErrorOf} makes of what the action throws */
export function translated<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw storeErrorOf(error);
  }
}

export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

function meaningOf(code: string, error: unknown): readonly [EventStoreErrorCode, string] {
  if (isDiskFull(error)) return ['StoreFull', 'the disk is full'];
  if (/^SQLITE_(READONLY|PERM|AUTH)|^EROFS$/.test(code))
    return ['StoreReadOnly', 'the log cannot be written'];
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return ['StoreUnavailable', 'another process is writing to the log'];
  if (/^(EACCES|EPERM)$/.test(code)) return ['AccessDenied', 'the system refuses access to the log'];
  return ['StoreUnavailable', 'the log cannot be read or written'];
}

/** Of the driver, or of a system call. */
