import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefused } from './database';

const fileIn = (directory: string): string => join(directory, 'UNFINISHED');
const note = `这个目录还没有做完，或者制作时被中断；不要使用，可以删除。
This folder was not finished, or its making was interrupted: do not use it, it may be removed.
`;

/** Says in a folder that its databases are being made and belong to nobody yet. */
export function markUnfinished(directory: string): void {
  writeFileSync(fileIn(directory), note, { mode: 0o600 });
}

/** They are whole, and on the disk. */
export function unmarkUnfinished(directory: string): void {
  rmSync(fileIn(directory), { force: true });
}

/** @throws DatabaseRefused `unfinished` */
export function assertFinished(directory: string): void {
  if (!existsSync(fileIn(directory))) return;
  const message = `${directory} was not finished: whatever made it was interrupted. Remove it, and make it anew.`;
  throw new DatabaseRefused('unfinished', message);
}
