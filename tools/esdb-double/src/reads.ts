import type { Log } from './log';
import type { From, ReadRequest } from './read-request';
import type { LogRecord } from './records';

/** The server refuses to read from here: no record begins at this position. */
export class InvalidPosition extends Error {}

/** The stream was tombstoned. */
export class StreamDeleted extends Error {}

/** What a read finds as of now. Undefined: the stream does not exist, or was soft-deleted. */
export function recordsOf(log: Log, request: ReadRequest): Iterable<LogRecord> | undefined {
  const records =
    request.stream === undefined ? readAll(log, request) : readStream(log, request, request.stream);
  return records && upTo(records, request.max);
}

/** Forwards from the record at a position, this one included; backwards from the one before it. */
export function* readAll(log: Log, { from, backwards, scan }: ReadRequest): Iterable<LogRecord> {
  const end = log.records.length;
  const index = indexOf(log, from);
  const step = backwards ? -1 : 1;
  for (let i = backwards ? index - 1 : index; i >= 0 && i < end; i += step) {
    const record = log.records[i];
    if (record && scan.passes(record)) yield record;
  }
}

export function indexOf(log: Log, from: From): number {
  if (from === 'start') return 0;
  if (from === 'end' || typeof from === 'bigint') return log.records.length;
  if (from.prepare > from.commit || !log.isReadable(Number(from.commit))) throw new InvalidPosition();
  return log.indexAt(Number(from.commit));
}

function readStream(log: Log, request: ReadRequest, name: string): Iterable<LogRecord> | undefined {
  const stream = log.stream(name);
  if (stream.isTombstoned) throw new StreamDeleted(name);
  if (stream.lastRevision < 0n || log.isSoftDeleted(name)) return undefined;
  return inStream(log, request, name);
}

function* inStream(log: Log, { from, backwards }: ReadRequest, name: string): Iterable<LogRecord> {
  const stream = log.stream(name);
  const { lastRevision: last } = stream;
  const first = firstReadable(log, name);
  const wanted = typeof from === 'bigint' ? from : from === 'end' ? last : 0n;
  if (backwards) for (let i = wanted < last ? wanted : last; i >= first; i--) yield stream.at(i) as LogRecord;
  else for (let i = wanted > first ? wanted : first; i <= last; i++) yield stream.at(i) as LogRecord;
}

/** Metadata of the stream hides what is before `$tb` and what `$maxCount` leaves no room for. */
export function firstReadable(log: Log, name: string): bigint {
  const { truncateBefore, maxCount } = log.metadataOf(name);
  const counted = log.stream(name).nextRevision - BigInt(maxCount);
  return counted > truncateBefore ? counted : truncateBefore;
}

function* upTo(records: Iterable<LogRecord>, max: bigint): Iterable<LogRecord> {
  let left = max;
  if (left === 0n) return;
  for (const record of records) {
    yield record;
    left -= 1n;
    if (left === 0n) return;
  }
}
