// A thread that writes search tokens, until it is told to end. Answers each message once it is committed.
import { parentPort, workerData } from 'node:worker_threads';
import { openViews } from './open-views';
import type { TokenLines, TokenTables } from './token-writer';
import { TokenWriter } from './token-writer';

export interface TokenThreadData extends TokenTables {
  readonly file: string;
}

export type TokenMessage = TokenLines | 'finish';

const { file, ...tables } = workerData as TokenThreadData;
const database = openViews(file);
const writer = new TokenWriter(database, tables);
parentPort?.on('message', (message: TokenMessage) => {
  if (message === 'finish') writer.finish();
  else writer.write(message);
  parentPort?.postMessage('done');
});
