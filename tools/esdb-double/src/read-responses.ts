import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord } from './records';

// The answers of a read.

export function eventResponse(record: LogRecord): ReadResp {
  const event = new ReadResp.ReadEvent();
  event.setEvent(recordedEvent(record));
  event.setCommitPosition(String(record.position));
  return new ReadResp().setEvent(event);
}

/** Also stream reads carry positions, as servers since 22.6 do (EventStore PR 3459). */
function recordedEvent(record: LogRecord): ReadResp.ReadEvent.RecordedEvent {
  const event = new ReadResp.ReadEvent.RecordedEvent();
  event.setId(new UUID().setString(record.id));
  event.setStreamIdentifier(streamIdentifier(record.stream));
  event.setStreamRevision(String(record.revision));
  event.setCommitPosition(String(record.position));
  event.setPreparePosition(String(record.position));
  event.setData(record.data);
  event.setCustomMetadata(record.metadata);
  const metadata = event.getMetadataMap();
  metadata.set('type', record.type);
  metadata.set('content-type', record.contentType);
  metadata.set('created', String(BigInt(record.created) * 10_000n));
  return event;
}

export function confirmation(subscriptionId: string): ReadResp {
  return new ReadResp().setConfirmation(
    new ReadResp.SubscriptionConfirmation().setSubscriptionId(subscriptionId),
  );
}

export function checkpoint(position: number): ReadResp {
  const at = new ReadResp.Checkpoint();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  return new ReadResp().setCheckpoint(at);
}

export function caughtUp(): ReadResp {
  return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
}

export function streamNotFound(stream: string): ReadResp {
  return new ReadResp().setStreamNotFound(
    new ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream)),
  );
}

export function streamIdentifier(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
}

export const nothing = () => new Empty();
