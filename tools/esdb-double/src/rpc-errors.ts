import type { ServiceError } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';

// How the server says that a call failed: a status, and trailers that the client tells the kinds of errors by.

export type RpcError = Partial<ServiceError>;

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export function notLeader({ host, port }: Endpoint): RpcError {
  return failed(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
}

export function accessDenied(): RpcError {
  return failed(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}

export function streamDeleted(stream: string): RpcError {
  const details = `Event stream '${stream}' is deleted.`;
  return failed(status.FAILED_PRECONDITION, details, { exception: 'stream-deleted', 'stream-name': stream });
}

export function wrongExpectedVersion(stream: string, expected: bigint, actual: bigint): RpcError {
  return failed(status.FAILED_PRECONDITION, `WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': actual < 0n ? '' : String(actual),
  });
}

export function maximumAppendSizeExceeded(bytesMax: number): RpcError {
  return failed(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytesMax} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(bytesMax),
  });
}

export function invalidPosition(): RpcError {
  return failed(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
}

export function notReady(): RpcError {
  return failed(status.UNAVAILABLE, 'Server Is Not Ready');
}

export function timedOut(): RpcError {
  return failed(status.ABORTED, 'Operation timed out: commit phase');
}

export function cut(): RpcError {
  return failed(status.UNAVAILABLE, 'Connection dropped');
}

function failed(code: status, details: string, trailers: Record<string, string> = {}): RpcError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}
