import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { randomUUID } from 'node:crypto';
import type { Log } from './log';
import type { ReadRequest } from './read-request';
import { caughtUp, checkpoint, confirmation, eventResponse } from './read-responses';
import { indexOf } from './reads';
import type { LogRecord } from './records';

/**
 * Everything after a place, then what is new: one loop over the log, so that nothing can fall between catching up and
 * live. With a filter, a checkpoint after so many records that were looked at.
 */
export async function* subscription(
  log: Log,
  request: ReadRequest,
  signal: AbortSignal,
): AsyncIterable<ReadResp> {
  let index = indexAfter(log, request);
  yield confirmation(randomUUID());
  const counter = new CheckpointCounter(request.scan.checkpointEvery);
  for (let live = false; !signal.aborted;) {
    const record = log.records[index];
    if (record !== undefined) {
      index += 1;
      if (passes(request, record)) yield eventResponse(record);
      if (counter.isDue()) yield checkpoint(record.position);
      continue;
    }
    if (!live) yield caughtUp();
    live = true;
    if (index === log.records.length) await log.grown(signal).catch(() => undefined);
  }
}

class CheckpointCounter {
  private considered = 0;

  constructor(private readonly every: number | undefined) {}

  isDue(): boolean {
    this.considered += 1;
    return this.every !== undefined && this.considered % this.every === 0;
  }
}

function passes({ stream, from, scan }: ReadRequest, record: LogRecord): boolean {
  if (stream === undefined) return scan.passes(record);
  return record.stream === stream && (typeof from !== 'bigint' || record.revision > from);
}

/** Exclusive: a subscription goes on after the place that it names. */
function indexAfter(log: Log, { from, stream }: ReadRequest): number {
  if (stream !== undefined) return from === 'end' ? log.records.length : 0;
  const index = indexOf(log, from);
  return typeof from === 'object' && log.records[index]?.position === Number(from.commit) ? index + 1 : index;
}
