import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { median, rateOf } from './rounds';

/** Bytes this process has handed to write calls since it started (Linux, `wchar`). */
export function bytesWritten(): number {
  const found = /^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'));
  if (!found)
    throw new Error('/proc/self/io has no wchar: the limit of a durable commit can only be counted on Linux');
  return Number(found[1]);
}

const fileBytes = 20 * 1024 * 1024;

/** A file as long as the WAL of the log, written and synced: writes into it change no length. */
export class PreallocatedFile {
  private readonly descriptor: number;
  private offset = 0;

  constructor(path: string) {
    this.descriptor = openSync(path, 'w+', 0o600);
    const chunk = Buffer.alloc(1024 * 1024, 1);
    for (let at = 0; at < fileBytes; at += chunk.length)
      writeSync(this.descriptor, chunk, 0, chunk.length, at);
    fsyncSync(this.descriptor);
  }

  /** Writes and `fdatasync`s so many bytes at a time, one after the other as a WAL does. Per second. */
  async syncedWrites(bytes: number, times: number): Promise<number> {
    const buffer = Buffer.alloc(bytes, 2);
    return rateOf(times, () => {
      for (let time = 0; time < times; time++) {
        if (this.offset + bytes > fileBytes) this.offset = 0;
        writeSync(this.descriptor, buffer, 0, bytes, this.offset);
        fdatasyncSync(this.descriptor);
        this.offset += bytes;
      }
    });
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

const calmMs = 0.5;
const probes = 30;
const patience = 30;

/**
 * Waits until the disk has swallowed what was copied before: bulk writes slow down every sync for seconds after them. Gives
 * up after half a minute of waiting: a disk that is never calm is measured as it is.
 */
export async function settledDisk(directory: string): Promise<void> {
  execFileSync('sync');
  const file = new PreallocatedFile(join(directory, 'probe'));
  for (let time = 0; time < patience; time++) {
    const rates = [];
    for (let probe = 0; probe < probes; probe++) rates.push(await file.syncedWrites(4096, 1));
    if (1000 / median(rates) < calmMs) break;
    await delay(1000);
  }
  file.close();
}
