import { EventStoreError } from '@threekeys/event-store';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LeafBatch, LeafWriter } from './leaf-writer';
import type { LogMessage, LogThreadData } from './log.worker';

interface Asked {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The log of a folder, in a thread. @param now what the clock says at first @throws EventStoreError */
export async function openLogThread(directory: string, now: string): Promise<LeafWriter> {
  const thread = new LogThread({ directory, now });
  await thread.opened();
  return thread;
}

/**
 * Writes the log on a processor of its own, while the next act is played: of what has happened nobody asks the file, so that
 * nobody waits for it. What the thread is given is bytes alone.
 */
class LogThread implements LeafWriter {
  private readonly worker: Worker;
  private readonly asked: Asked[] = [];
  private failure: EventStoreError | undefined;

  constructor(data: LogThreadData) {
    // From source or as it was built.
    this.worker = new Worker(join(__dirname, `log.worker${extname(__filename)}`), { workerData: data });
    this.worker.on('message', () => this.asked.shift()?.resolve());
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('the thread that writes the log has ended')));
  }

  /** Resolves when the log is there. @throws EventStoreError */
  opened(): Promise<void> {
    return this.answered();
  }

  write(batch: LeafBatch): Promise<void> {
    return this.ask(batch, [batch.lines.buffer as ArrayBuffer]);
  }

  async close(): Promise<void> {
    try {
      await this.ask('close');
    } finally {
      await this.worker.terminate();
    }
  }

  private ask(message: LogMessage, moved: readonly ArrayBuffer[] = []): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    this.worker.postMessage(message, moved);
    return this.answered();
  }

  private answered(): Promise<void> {
    return new Promise((resolve, reject) => this.asked.push({ resolve, reject }));
  }

  private fail(cause: Error): void {
    const { code } = cause as { code?: EventStoreError['code'] };
    this.failure ??= new EventStoreError(code ?? 'StoreUnavailable', cause.message, {}, { cause });
    for (const { reject } of this.asked.splice(0)) reject(this.failure);
  }
}
