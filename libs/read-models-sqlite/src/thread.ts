import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Of its heap. Nothing stays there for long: with twice the usual room for what is young, less of it is copied in vain. */
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 96 };

/** Whether work is shared with a thread of its own, which takes about half a second to start. Default: where it pays. */
export type Threads = 'always' | 'never';

/** @param isLong where a thread pays if there is a processor for it */
export function mayStart(name: string, threads: Threads | undefined, isLong: boolean): boolean {
  const pays = isLong && availableParallelism() > 1;
  return (threads === 'always' || (threads !== 'never' && pays)) && existsSync(fileOf(name));
}

/** Beside this one, from source or as it was built. */
function fileOf(name: string): string {
  return join(__dirname, name + extname(__filename));
}

interface Asked<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread of this library, which answers each question in the order in which it was asked. */
export class Thread<Question, Answer> {
  private readonly worker: Worker;
  private readonly asked: Asked<Answer>[] = [];
  private failure: Error | undefined;

  /** @param name of the file beside this one */
  constructor(name: string, workerData: unknown) {
    this.worker = new Worker(fileOf(name), {
      workerData,
      resourceLimits: limits,
    });
    this.worker.on('message', (answer: Answer) => this.asked.shift()?.resolve(answer));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error(`the thread ${name} has ended`)));
  }

  ask(question: Question): Promise<Answer> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject });
      this.worker.postMessage(question);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.asked.splice(0)) reject(error);
  }
}
