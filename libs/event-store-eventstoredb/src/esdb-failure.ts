import type { EventStoreErrorCode } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';

/**
 * What went wrong with a call, as far as the adapter cares. `not-sent`: no connection was there to send it on;
 * `connection`: it may have been done or not; `silence`: no answer within our own deadline.
 */
export type FailureKind =
  | 'conflict'
  | 'gone'
  | 'not-found'
  | 'too-large'
  | 'access-denied'
  | 'invalid-position'
  | 'not-sent'
  | 'connection'
  | 'silence';

export class EsdbFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** Last revision of the stream, where the server has named it. */
    readonly actual?: number | 'no-stream',
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EsdbFailure';
  }
}

/** Worth another try: nobody has said no. */
export function isPassing({ kind }: EsdbFailure): boolean {
  return kind === 'connection' || kind === 'not-sent' || kind === 'silence';
}

/** The same, but that a server which was silent for so long is not waited for again. */
export function isBroken(error: unknown): boolean {
  return error instanceof EsdbFailure && isPassing(error) && error.kind !== 'silence';
}

const codes: Record<FailureKind, EventStoreErrorCode> = {
  conflict: 'WrongExpectedRevision',
  gone: 'StreamGone',
  'not-found': 'StreamNotFound',
  'too-large': 'AppendTooLarge',
  'access-denied': 'AccessDenied',
  'invalid-position': 'InvalidPosition',
  'not-sent': 'StoreUnavailable',
  connection: 'StoreUnavailable',
  silence: 'StoreUnavailable',
};

/** What the port promises in place of a driver's error. Anything else is a bug and stays as it is. */
export function storeErrorOf(error: unknown, stream?: string): unknown {
  if (!(error instanceof EsdbFailure)) return error;
  const facts = {
    ...(stream !== undefined && { stream }),
    ...(error.actual !== undefined && { actual: error.actual }),
  };
  return new EventStoreError(codes[error.kind], error.message, facts, { cause: error.cause });
}

interface DriverError {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly actualVersion?: unknown;
}

const kindsByType: Readonly<Record<string, FailureKind>> = {
  'wrong-expected-version': 'conflict',
  'stream-deleted': 'gone',
  'stream-not-found': 'not-found',
  'maximum-append-size-exceeded': 'too-large',
  'access-denied': 'access-denied',
};

/** Codes of gRPC. */
const invalidArgument = 3;
const deadlineExceeded = 4;

/** The driver's error in our words. An error that is none of the driver's comes back as it is. */
export function failureOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof EsdbFailure) return error;
  if (!isDrivers(error)) return error;
  const { type, code, actualVersion } = error;
  const kind = kindsByType[String(type)] ?? kindByCode(code, error.message);
  const actual = kind === 'conflict' ? revisionOf(actualVersion) : undefined;
  return new EsdbFailure(kind, messageOf(error, kind), actual, { cause: error });
}

/** The one error of gRPC without a code says that another call has just closed the channel. */
function isDrivers(error: Error): error is Error & DriverError {
  const { type, code } = error as DriverError;
  const known = typeof type === 'string' || typeof code === 'number' || isOfStreams(code);
  return known || error.message === 'Channel has been shut down';
}

/** The client knows no name for these. */
function kindByCode(code: unknown, message: string): FailureKind {
  if (code === invalidArgument && message.includes('invalid position')) return 'invalid-position';
  if (code === deadlineExceeded) return 'silence';
  return message.includes('No connection established') ? 'not-sent' : 'connection';
}

/** Errors of Node's streams, where a connection ends while somebody reads or writes. */
function isOfStreams(code: unknown): boolean {
  return typeof code === 'string' && /^(ERR_STREAM_|ERR_HTTP2_|ECONN|EPIPE)/.test(code);
}

function revisionOf(version: unknown): number | 'no-stream' {
  return typeof version === 'bigint' && version >= 0n ? Number(version) : 'no-stream';
}

function messageOf(error: Error, kind: FailureKind): string {
  return error.message === '' ? `EventStoreDB: ${kind}` : `EventStoreDB: ${error.message}`;
}
