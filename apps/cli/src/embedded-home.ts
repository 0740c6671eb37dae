import { holdLock } from '@threekeys/sqlite';
import { join } from 'node:path';
import { assertHome } from './home-folder';

// What the command line does with the files of a home itself, whether the server runs or not.

/**
 * Works with a home that nothing else works with.
 * @throws CommandFailed where there is no home; DatabaseRefused `in-use` where the server runs
 */
export async function withStoppedHome<Result>(home: string, work: () => Promise<Result>): Promise<Result> {
  assertHome(home);
  const lock = holdLock(join(home, 'lock.sqlite'));
  try {
    return await work();
  } finally {
    lock.release();
  }
}
