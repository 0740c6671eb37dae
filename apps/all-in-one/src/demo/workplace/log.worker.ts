// A thread that writes the log of a home that is being made, until it is told to close it.
import { parentPort, workerData } from 'node:worker_threads';
import { openLogFile } from '../../embedded-log-file';
import type { LeafBatch } from './leaf-writer';

/** What a thread needs to know. */
export interface LogThreadData {
  readonly directory: string;
  readonly now: string;
}

export type LogMessage = LeafBatch | 'close';

const { directory, now } = workerData as LogThreadData;
let done = openLogFile(directory, now);
const answer = (): void => parentPort?.postMessage('done');
void done.then(answer);
// Whoever cannot go on ends this thread, and the one that asks is told why.
parentPort?.on('message', (message: LogMessage) => {
  done = done.then(async (writer) => {
    await (message === 'close' ? writer.close() : writer.write(message));
    answer();
    return writer;
  });
});
