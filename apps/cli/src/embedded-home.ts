import { SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import type { LogReport } from '@threekeys/event-store-sqlite';
import { Projector, projections } from '@threekeys/read-models';
import type { Verification } from '@threekeys/read-models';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { holdLock } from '@threekeys/sqlite';
import { timers } from '@threekeys/timers';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assertHome } from './home-folder';
import type { OnProgress } from './home-folder';

// What the command line does with the files of a home itself, whether the server runs or not.

export interface HomeReport {
  readonly log: LogReport;
  /** Absent: there are no views; they are built at the next start. */
  readonly views?: Verification;
}

/** Every stored byte against its hash, chain, root and witness; then every row of every view against a fold of the log. */
export async function verifyHome(home: string, onProgress: OnProgress): Promise<HomeReport> {
  assertHome(home);
  const log = await verifyLog(join(home, 'log.sqlite'), join(home, 'anchor.log'), { onProgress });
  const viewsFile = join(home, 'views.sqlite');
  if (log.problems.length > 0 || !existsSync(viewsFile)) return { log };
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const models = await SqliteReadModels.open(viewsFile);
  try {
    return { log, views: await new Projector({ store, models }, [...projections, timers]).verify() };
  } finally {
    await models.close();
    await store.close();
  }
}

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
