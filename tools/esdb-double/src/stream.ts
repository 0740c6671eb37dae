import type { LogRecord } from './records';

/** The records of one stream. */
export class Stream {
  private readonly records: LogRecord[] = [];
  private tombstone: LogRecord | undefined;

  constructor(readonly name: string) {}

  add(record: LogRecord): void {
    if (record.type === '$streamDeleted') this.tombstone = record;
    else this.records.push(record);
  }

  get isTombstoned(): boolean {
    return this.tombstone !== undefined;
  }

  /** −1 where there is none. */
  get lastRevision(): bigint {
    return BigInt(this.records.length - 1);
  }

  get nextRevision(): bigint {
    return BigInt(this.records.length);
  }

  get last(): LogRecord | undefined {
    return this.records.at(-1);
  }

  at(revision: bigint): LogRecord | undefined {
    return this.records[Number(revision)];
  }
}
