import type { UUID } from '@eventstore/db-client/generated/shared_pb';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { AppendTarget } from './append-requests';
import { proposedEvent, targetOfBatch } from './append-requests';
import {
  batchAccessDenied,
  batchConflict,
  batchDeleted,
  batchNotReady,
  batchSuccess,
  batchTimeout,
  batchTooLarge,
} from './append-responses';
import { streamIdentifier } from './read-responses';
import type { ProposedEvent } from './records';
import { cut, notLeader } from './rpc-errors';
import type { Served, WriteOutcome } from './write';
import { leaderElsewhere, write } from './write';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
type Answered = Exclude<WriteOutcome, { is: 'silence' | 'cut' }>;

interface Pending {
  readonly target: AppendTarget;
  readonly events: ProposedEvent[];
}

/** `BatchAppend`, the call the client prefers: one stream for all writes, answers by correlation id, in any order. */
export function batchAppendCall(served: Served) {
  return (call: Call): void => {
    served.seen.calls.batchAppend += 1;
    const pending = new Map<string, Pending>();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId() as UUID;
      const options = request.getOptions();
      if (options) pending.set(id.getString(), { target: targetOfBatch(options), events: [] });
      const write = pending.get(id.getString());
      write?.events.push(...request.getProposedMessagesList().map(proposedEvent));
      if (!write || !request.getIsFinal()) return;
      pending.delete(id.getString());
      void answered(served, call, { ...write, id });
    });
    call.on('end', () => call.end());
  };
}

async function answered(
  served: Served,
  call: Call,
  { target, events, id }: Pending & { id: UUID },
): Promise<void> {
  const leader = leaderElsewhere(served, call.metadata);
  if (leader) return void call.emit('error', notLeader(leader));
  const outcome = await write(served, target, events);
  if (outcome.is === 'silence') return;
  if (outcome.is === 'cut') return void call.emit('error', cut());
  const response = responseOf(outcome, target, served.appendBytesMax);
  call.write(response.setCorrelationId(id).setStreamIdentifier(streamIdentifier(target.stream)));
}

function responseOf(outcome: Answered, target: AppendTarget, appendBytesMax: number): BatchAppendResp {
  switch (outcome.is) {
    case 'success':
      return batchSuccess(outcome);
    case 'wrong-expected-version':
      return batchConflict(target, outcome.current);
    case 'stream-deleted':
      return batchDeleted(target.stream);
    case 'too-large':
      return batchTooLarge(appendBytesMax);
    case 'not-ready':
      return batchNotReady();
    case 'access-denied':
      return batchAccessDenied();
    case 'timeout':
      return batchTimeout();
  }
}
