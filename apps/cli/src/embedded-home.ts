import { SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import type { LogReport } from '@threekeys/event-store-sqlite';
import { Projector, projections } from '@threekeys/read-models';
import type { Verification } from '@threekeys/read-models';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { timers } from '@threekeys/timers';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, exitCodes } from './exit';

// What the command line does with the files of a home itself, whether the server runs or not.

export interface HomeReport {
  readonly log: LogReport;
  /** Absent: there are no views; they are built at the next start. */
  readonly views?: Verification;
}

export type OnProgress = (done: number, of: number) => void;

/** @throws CommandFailed where the folder holds no log */
export function assertHome(home: string): void {
  if (existsSync(join(home, 'log.sqlite'))) return;
  throw new CommandFailed(
    exitCodes.badInput,
    `${home} holds no log.sqlite. Set THREEKEYS_HOME to the home of an installation.`,
  );
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
