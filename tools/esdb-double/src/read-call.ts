import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './faults';
import { ReadRequest } from './read-request';
import { eventResponse, streamNotFound } from './read-responses';
import { InvalidPosition, recordsOf, StreamDeleted } from './reads';
import type { RpcError } from './rpc-errors';
import { accessDenied, cut, invalidPosition, notLeader, notReady, streamDeleted } from './rpc-errors';
import { subscription } from './subscription';
import type { Served } from './write';
import { leaderElsewhere } from './write';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** `Read`: of a stream or of everything, both ways, and every subscription. */
export function readCall(served: Served) {
  return (call: Call): void => {
    const ended = new AbortController();
    call.on('cancelled', () => ended.abort());
    call.on('close', () => ended.abort());
    void answered(served, call, ended.signal).catch((error: unknown) => {
      if (!ended.signal.aborted) call.emit('error', errorOf(error));
    });
  };
}

async function answered(served: Served, call: Call, signal: AbortSignal): Promise<void> {
  const leader = leaderElsewhere(served, call.metadata);
  if (leader) throw new Refused(notLeader(leader));
  const request = new ReadRequest(call.request);
  const kind = request.isSubscription ? 'subscribe' : 'read';
  served.seen.calls[kind] += 1;
  served.seen.connections.add(call.getPeer());
  if (request.isSubscription) served.seen.subscribedFrom.push(request.from);
  const fault = served.faults.take(kind);
  if (fault?.is === 'not-ready') throw new Refused(notReady());
  if (fault?.is === 'access-denied') throw new Refused(accessDenied());
  if (fault?.is === 'silence') return;
  if (fault?.is === 'delay') await delay(fault.delayMs);
  for await (const response of faulty(responsesOf(served, request, signal), fault, signal)) {
    if (signal.aborted) return;
    if (!call.write(response)) await once(call, 'drain', { signal });
  }
  call.end();
}

async function* responsesOf(
  { log }: Served,
  request: ReadRequest,
  signal: AbortSignal,
): AsyncIterable<ReadResp> {
  if (request.isSubscription) {
    yield* subscription(log, request, signal);
    return;
  }
  const records = recordsOf(log, request);
  if (records === undefined) yield streamNotFound(request.stream ?? '');
  for (const record of records ?? []) yield eventResponse(record);
}

/** Stops after so many events: for ever, or with the connection. */
async function* faulty(
  responses: AsyncIterable<ReadResp>,
  fault: Fault | undefined,
  signal: AbortSignal,
): AsyncIterable<ReadResp> {
  if (fault?.is === 'cut') throw new Refused(cut());
  if (fault?.is !== 'stall' && fault?.is !== 'break') {
    yield* responses;
    return;
  }
  let left = fault.afterEvents;
  for await (const response of responses) {
    if (response.hasEvent() && left-- === 0) break;
    yield response;
  }
  if (fault.is === 'break') throw new Refused(cut());
  await once(signal, 'abort');
}

class Refused extends Error {
  constructor(readonly as: RpcError) {
    super(as.details);
  }
}

function errorOf(error: unknown): unknown {
  if (error instanceof Refused) return error.as;
  if (error instanceof InvalidPosition) return invalidPosition();
  return error instanceof StreamDeleted ? streamDeleted(error.message) : error;
}
