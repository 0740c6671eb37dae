import {
  AccessDenied,
  AllStreamPosition,
  Empty,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { AppendResp, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import { streamIdentifier } from './read-responses';
import type { AppendTarget } from './append-requests';
import type { Written } from './records';

// The answers of both append calls: the older one has its conflict as a message of its own, the newer one a
// google.rpc.Status with the error packed inside.

type Success = Extract<Written, { is: 'success' }>;

export function appendSuccess({ revision, position }: Success): AppendResp {
  const at = new AppendResp.Position();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  return new AppendResp().setSuccess(
    new AppendResp.Success().setCurrentRevision(String(revision)).setPosition(at),
  );
}

export function appendConflict({ expected }: AppendTarget, current: bigint): AppendResp {
  const conflict = new AppendResp.WrongExpectedVersion();
  if (current < 0n) conflict.setCurrentNoStream(new Empty());
  else conflict.setCurrentRevision(String(current));
  if (expected === 'any') conflict.setExpectedAny(new Empty());
  else if (expected === 'no_stream') conflict.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') conflict.setExpectedStreamExists(new Empty());
  else conflict.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(conflict);
}

export function batchSuccess({ revision, position }: Success): BatchAppendResp {
  const at = new AllStreamPosition();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  return new BatchAppendResp().setSuccess(
    new BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(at),
  );
}

export function batchConflict({ expected }: AppendTarget, current: bigint): BatchAppendResp {
  const conflict = new WrongExpectedVersion();
  if (current < 0n) conflict.setCurrentNoStream(new GoogleEmpty());
  else conflict.setCurrentStreamRevision(String(current));
  if (expected === 'any') conflict.setExpectedAny(new GoogleEmpty());
  else if (expected === 'no_stream') conflict.setExpectedNoStream(new GoogleEmpty());
  else if (expected === 'stream_exists') conflict.setExpectedStreamExists(new GoogleEmpty());
  else conflict.setExpectedStreamPosition(String(expected));
  return packed('Wrong expected version', conflict, 'event_store.client.WrongExpectedVersion');
}

export function batchDeleted(stream: string): BatchAppendResp {
  const deleted = new StreamDeleted().setStreamIdentifier(streamIdentifier(stream));
  return packed('Stream deleted', deleted, 'event_store.client.StreamDeleted');
}

export function batchTooLarge(bytesMax: number): BatchAppendResp {
  const exceeded = new MaximumAppendSizeExceeded().setMaxappendsize(bytesMax);
  return packed('Maximum append size exceeded', exceeded, 'event_store.client.MaximumAppendSizeExceeded');
}

export function batchTimeout(): BatchAppendResp {
  return packed('Timeout', new Timeout(), 'event_store.client.Timeout');
}

export function batchAccessDenied(): BatchAppendResp {
  return packed('Access denied', new AccessDenied(), 'event_store.client.AccessDenied');
}

/** The client does not know this one: it comes out as `UnknownError`. */
export function batchNotReady(): BatchAppendResp {
  return packed('Server Is Not Ready', new GoogleEmpty(), 'google.protobuf.Empty');
}

function packed(text: string, error: { serializeBinary(): Uint8Array }, name: string): BatchAppendResp {
  const details = new Any();
  details.pack(error.serializeBinary(), name);
  const status = new Status();
  status.setMessage(text);
  status.setDetails(details);
  return new BatchAppendResp().setError(status);
}
