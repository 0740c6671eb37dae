import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { ProposedEvent } from './records';

/** What was written at once. */
export interface Commit {
  readonly stream: string;
  readonly created: number;
  readonly events: readonly ProposedEvent[];
  readonly tombstone?: true;
}

interface StoredEvent extends Omit<ProposedEvent, 'data' | 'metadata'> {
  readonly data: string;
  readonly metadata: string;
}

/**
 * Commits, one line each, in the hands of the operating system when {@link LogFile.append} returns: they survive the
 * end of the process, not that of the machine.
 */
export class LogFile {
  private readonly descriptor: number;

  constructor(private readonly file: string) {
    this.descriptor = openSync(file, 'a+', 0o600);
  }

  /** What is stored. A last line that was only written in part was never acknowledged, and is cut off. */
  commits(): Commit[] {
    const bytes = existsSync(this.file) ? readFileSync(this.file) : Buffer.alloc(0);
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) ftruncateSync(this.descriptor, whole);
    const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    return lines.map((line) => {
      const { events, ...commit } = JSON.parse(line) as Omit<Commit, 'events'> & { events: StoredEvent[] };
      return { ...commit, events: events.map(eventOf) };
    });
  }

  append(commit: Commit): void {
    const events = commit.events.map((event) => ({
      ...event,
      data: event.data.toString('base64'),
      metadata: event.metadata.toString('base64'),
    }));
    const bytes = Buffer.from(`${JSON.stringify({ ...commit, events })}\n`);
    for (let written = 0; written < bytes.length;) written += writeSync(this.descriptor, bytes, written);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

function eventOf({ data, metadata, ...rest }: StoredEvent): ProposedEvent {
  return { ...rest, data: Buffer.from(data, 'base64'), metadata: Buffer.from(metadata, 'base64') };
}
