import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { proposedEvent, targetOfAppend } from './append-requests';
import type { AppendTarget } from './append-requests';
import { appendConflict, appendSuccess } from './append-responses';
import type { ProposedEvent } from './records';
import type { RpcError } from './rpc-errors';
import {
  accessDenied,
  cut,
  maximumAppendSizeExceeded,
  notLeader,
  notReady,
  streamDeleted,
  timedOut,
} from './rpc-errors';
import type { Served, WriteOutcome } from './write';
import { leaderElsewhere, write } from './write';

/** `Append`, the older call: one stream of messages a write, conflicts in the answer, other errors as trailers. */
export function appendCall(served: Served) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    served.seen.calls.append += 1;
    served.seen.connections.add(call.getPeer());
    const leader = leaderElsewhere(served, call.metadata);
    if (leader) {
      answer(notLeader(leader));
      return;
    }
    let target: AppendTarget | undefined;
    const events: ProposedEvent[] = [];
    call.on('data', (request: AppendReq) => {
      const [options, message] = [request.getOptions(), request.getProposedMessage()];
      if (options) target = targetOfAppend(options);
      if (message) events.push(proposedEvent(message));
    });
    call.on('end', () => {
      if (target) void answered(served, target, events, answer);
    });
  };
}

async function answered(
  served: Served,
  target: AppendTarget,
  events: readonly ProposedEvent[],
  answer: sendUnaryData<AppendResp>,
): Promise<void> {
  const outcome = await write(served, target, events);
  if (outcome.is === 'silence') return;
  if (outcome.is === 'success') answer(null, appendSuccess(outcome));
  else if (outcome.is === 'wrong-expected-version') answer(null, appendConflict(target, outcome.current));
  else answer(errorOf(outcome, target, served));
}

function errorOf(
  outcome: Exclude<WriteOutcome, { is: 'success' | 'wrong-expected-version' | 'silence' }>,
  { stream }: AppendTarget,
  { appendBytesMax }: Served,
): RpcError {
  switch (outcome.is) {
    case 'stream-deleted':
      return streamDeleted(stream);
    case 'too-large':
      return maximumAppendSizeExceeded(appendBytesMax);
    case 'not-ready':
      return notReady();
    case 'access-denied':
      return accessDenied();
    case 'timeout':
      return timedOut();
    default:
      return cut();
  }
}
