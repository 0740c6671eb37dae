import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb';
import { DeleteResp, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { expectedOf } from './append-requests';
import type { Written } from './records';
import type { RpcError } from './rpc-errors';
import { streamDeleted, wrongExpectedVersion } from './rpc-errors';
import type { Served } from './write';

/** `Delete`: soft. */
export function deleteCall({ log }: Served) {
  return ({ request }: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>): void => {
    const options = request.getOptions() as DeleteReq.Options;
    const stream = nameOf(options);
    const written = log.softDelete(
      stream,
      expectedOf(options, () => options.getRevision()),
    );
    if (written.is !== 'success') {
      answer(errorOf(written, stream));
      return;
    }
    const at = new DeleteResp.Position();
    at.setCommitPosition(String(written.position));
    at.setPreparePosition(String(written.position));
    answer(null, new DeleteResp().setPosition(at));
  };
}

/** `Tombstone`: for ever. */
export function tombstoneCall({ log }: Served) {
  return (
    { request }: ServerUnaryCall<TombstoneReq, TombstoneResp>,
    answer: sendUnaryData<TombstoneResp>,
  ): void => {
    const options = request.getOptions() as TombstoneReq.Options;
    const stream = nameOf(options);
    const written = log.tombstone(
      stream,
      expectedOf(options, () => options.getRevision()),
    );
    if (written.is !== 'success') {
      answer(errorOf(written, stream));
      return;
    }
    const at = new TombstoneResp.Position();
    at.setCommitPosition(String(written.position));
    at.setPreparePosition(String(written.position));
    answer(null, new TombstoneResp().setPosition(at));
  };
}

function nameOf(options: DeleteReq.Options | TombstoneReq.Options): string {
  return Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
}

function errorOf(written: Exclude<Written, { is: 'success' }>, stream: string): RpcError {
  return written.is === 'stream-deleted'
    ? streamDeleted(stream)
    : wrongExpectedVersion(stream, -2n, written.current);
}
