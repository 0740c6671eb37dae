import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import type { Expected, ProposedEvent } from './records';

// What a client asks to be written, out of the messages of both calls.

export interface AppendTarget {
  readonly stream: string;
  readonly expected: Expected;
}

interface ExpectedFlags {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export function targetOfAppend(options: AppendReq.Options): AppendTarget {
  return { stream: nameOf(options), expected: expectedOf(options, () => options.getRevision()) };
}

export function targetOfBatch(options: BatchAppendReq.Options): AppendTarget {
  return { stream: nameOf(options), expected: expectedOf(options, () => options.getStreamPosition()) };
}

export function proposedEvent(
  message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage,
): ProposedEvent {
  const metadata = message.getMetadataMap();
  return {
    id: (message.getId()?.getString() ?? '').toLowerCase(),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? 'application/octet-stream',
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

export function expectedOf(options: ExpectedFlags, revision: () => string): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(revision());
}

export function nameOf(options: AppendReq.Options | BatchAppendReq.Options): string {
  return Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
}
