import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { checkCommit } from './commit-check';
import type { Commit } from './log-file';
import { LogFile } from './log-file';
import type { Expected, Generation, LogRecord, ProposedEvent, Written } from './records';
import { deletedStream, metastreamOf } from './records';
import { Stream } from './stream';

/** Bytes that a record takes in the log beside its own: positions are byte offsets, so that they never count events. */
const overheadBytes = 64;

/** The log of the double: what the server's storage writer and its indexes do. In memory, and in a file where one is given. */
export class Log {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, Stream>();
  /** The weak check knows only what was written since the start. */
  private readonly committed = new Map<string, { stream: string; revision: bigint }>();
  private readonly growth = new EventEmitter().setMaxListeners(0);
  private readonly file: LogFile | undefined;
  private end = 0;

  constructor(
    private readonly generation: Generation = '24.10',
    file?: string,
  ) {
    this.file = file === undefined ? undefined : new LogFile(file);
    for (const commit of this.file?.commits() ?? []) this.take(commit);
    this.committed.clear();
    if (this.records.length === 0) this.writeSystemEvents();
  }

  stream(name: string): Stream {
    return this.streams.get(name) ?? new Stream(name);
  }

  /** One stream's metadata, as its metadata stream says last. */
  metadataOf(name: string): { truncateBefore: bigint; maxCount: number } {
    const last = this.stream(metastreamOf(name)).last;
    const text = last?.data.toString('utf8') ?? '{}';
    const truncateBefore = /"\$tb"\s*:\s*(\d+)/.exec(text)?.[1] ?? '0';
    const maxCount = /"\$maxCount"\s*:\s*(\d+)/.exec(text)?.[1] ?? String(Number.MAX_SAFE_INTEGER);
    return { truncateBefore: BigInt(truncateBefore), maxCount: Number(maxCount) };
  }

  isSoftDeleted(name: string): boolean {
    return this.metadataOf(name).truncateBefore === deletedStream;
  }

  append(name: string, expected: Expected, events: readonly ProposedEvent[]): Written {
    const decision = this.check(name, expected, events);
    if (decision !== 'write') return decision;
    const reopens = this.isSoftDeleted(name);
    const first = this.stream(name).nextRevision;
    const written = this.commit({ stream: name, created: Date.now(), events });
    if (reopens) this.truncateBefore(name, String(first));
    return written;
  }

  /** Hides what is there; the next event continues the numbering. */
  softDelete(name: string, expected: Expected): Written {
    const decision = this.check(name, expected, [deletion()]);
    return decision === 'write' ? this.truncateBefore(name, String(deletedStream)) : decision;
  }

  /** For ever. */
  tombstone(name: string, expected: Expected): Written {
    const decision = this.check(name, expected, [deletion()]);
    if (decision !== 'write') return decision;
    return this.commit({ stream: name, created: Date.now(), events: [deletion()], tombstone: true });
  }

  /** Whatever the server writes about itself while it runs. */
  writeSystemEvent(): void {
    const events = [jsonEvent('$statsCollected', '{"proc":{"cpu":1}}')];
    this.commit({ stream: '$stats-127.0.0.1:2113', created: Date.now(), events });
  }

  /** Index of the first record at or after a position. */
  indexAt(position: number): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.records[middle]?.position ?? Infinity) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Before the end of the log, a record has to begin at a position that is read from. */
  isReadable(position: number): boolean {
    return position >= this.end || this.records[this.indexAt(position)]?.position === position;
  }

  grown(signal: AbortSignal): Promise<unknown> {
    return once(this.growth, 'growth', { signal });
  }

  close(): void {
    this.file?.close();
  }

  private check(name: string, expected: Expected, events: readonly ProposedEvent[]): Written | 'write' {
    return checkCommit({
      ...{ stream: this.stream(name), expected, events, generation: this.generation },
      softDeleted: this.isSoftDeleted(name),
      hasMetadata: this.streams.has(metastreamOf(name)),
      known: (id) => this.committed.get(id),
    });
  }

  private commit(commit: Commit): Written {
    this.file?.append(commit);
    const last = this.take(commit);
    this.growth.emit('growth');
    return { is: 'success', revision: last?.revision ?? -1n, position: last?.position ?? -1 };
  }

  private take({ stream: name, created, events, tombstone }: Commit): LogRecord | undefined {
    const stream = this.stream(name);
    this.streams.set(name, stream);
    for (const event of events) {
      const revision = tombstone ? deletedStream : stream.nextRevision;
      const record = { ...event, stream: name, revision, position: this.end, created };
      this.end +=
        overheadBytes + 2 * (name.length + event.type.length) + event.data.length + event.metadata.length;
      this.records.push(record);
      stream.add(record);
      this.committed.set(event.id, { stream: name, revision });
    }
    return this.records.at(-1);
  }

  private truncateBefore(name: string, revision: string): Written {
    const events = [jsonEvent('$metadata', `{"$tb":${revision}}`)];
    return this.commit({ stream: metastreamOf(name), created: Date.now(), events });
  }

  private writeSystemEvents(): void {
    const metadata = [jsonEvent('$metadata', '{"$maxCount":1000}')];
    this.commit({ stream: '$$$users', created: Date.now(), events: metadata });
    this.commit({ stream: '$users', created: Date.now(), events: [jsonEvent('$User', '"admin"')] });
  }
}

function jsonEvent(type: string, text: string): ProposedEvent {
  const contentType = 'application/json';
  return { id: randomUUID(), type, contentType, data: Buffer.from(text), metadata: Buffer.alloc(0) };
}

function deletion(): ProposedEvent {
  return jsonEvent('$streamDeleted', '');
}
