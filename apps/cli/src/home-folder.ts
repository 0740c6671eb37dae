import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { badInput, CommandFailed, exitCodes } from './exit';

/** Units are whatever the caller counts. */
export type OnProgress = (done: number, of: number) => void;

/** @throws CommandFailed where the folder holds no log, or was not finished */
export function assertHome(home: string): void {
  // So marked by whatever makes a home as a whole.
  if (existsSync(join(home, 'UNFINISHED')))
    throw new CommandFailed(
      exitCodes.unavailable,
      `${home} was not finished: its making was interrupted. Remove it.`,
    );
  if (!existsSync(join(home, 'log.sqlite')))
    throw badInput(`${home} holds no log.sqlite. Set THREEKEYS_HOME to the home of an installation.`);
}

/** @throws CommandFailed where the folder holds something */
export function assertEmpty(directory: string): void {
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw badInput(`${directory} is not empty: name an empty folder.`);
}
