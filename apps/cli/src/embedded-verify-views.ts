import type { EventStore } from '@threekeys/event-store';
import { BigramIndexer, Opener, searchSecretName } from '@threekeys/privacy';
import type { KeyStore } from '@threekeys/privacy';
import { Projector, projections } from '@threekeys/read-models';
import type { Projection, Verification } from '@threekeys/read-models';
import { damageOf, SqliteReadModels, ViewDamaged, viewsIn } from '@threekeys/read-models-sqlite';
import type { FoundViews, SqliteReadModelsOptions } from '@threekeys/read-models-sqlite';
import { isHeld, sqliteCode } from '@threekeys/sqlite';
import { timers } from '@threekeys/timers';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface ViewsReport {
  /** Absent: there are no views of this version; they are built at the next start. */
  readonly views?: Verification;
  /** What of the file is not as it was made, cannot be read, or is not what an application that runs should answer from. */
  readonly damagedViews?: readonly string[];
  /** Made by another version, and so compared with nothing: the next start builds them anew. */
  readonly outdatedViews?: readonly string[];
}

interface Compared {
  readonly file: string;
  readonly store: EventStore;
  /** Absent: search tokens are not compared. */
  readonly keys: KeyStore | undefined;
}

/** What answers, against a fold of the log; and what is built beside it, which will. */
export async function verifyViews(
  home: string,
  store: EventStore,
  keys: KeyStore | undefined,
): Promise<ViewsReport> {
  const file = join(home, 'views.sqlite');
  if (!existsSync(file)) return isServed(home) ? { damagedViews: ['gone, and the application runs'] } : {};
  const damage = damageOf(file);
  if (damage !== undefined) return { damagedViews: [damage] };
  try {
    const found = viewsIn(file, [...projections, timers]);
    const damagedViews = contradictionsOf(home, found);
    return damagedViews.length > 0 ? { damagedViews } : await comparedWith({ file, store, keys }, found);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { damagedViews: [(error as Error).message] };
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof ViewDamaged || /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(sqliteCode(error) ?? '');

function contradictionsOf(home: string, { problems, outdated }: FoundViews): readonly string[] {
  if (problems.length > 0 || outdated.length === 0 || !isServed(home)) return problems;
  return outdated.map(answersOutdated);
}

const isServed = (home: string): boolean => isHeld(join(home, 'lock.sqlite'));

const answersOutdated = (view: string): string =>
  `the application runs, and ${view} was made by another version (after an upgrade, wait until it has started)`;

async function comparedWith(
  compared: Compared,
  { answering, outdated, unfinished, isBuilding }: FoundViews,
): Promise<ViewsReport> {
  const outdatedViews = outdated.length === 0 ? {} : { outdatedViews: outdated };
  if (answering.length === 0) return outdatedViews;
  const views = await comparison(compared, answering, 'answers');
  const built = isBuilding ? await comparison(compared, answering, 'is-built') : undefined;
  return { ...outdatedViews, views: merged(views, built, unfinished) };
}

function merged(
  views: Verification,
  built: Verification | undefined,
  unfinished: readonly string[],
): Verification {
  const { differences = [], differencesTotal = 0, equal = true } = built ?? {};
  return {
    ...views,
    equal: views.equal && equal,
    differences: [...views.differences, ...differences],
    differencesTotal: views.differencesTotal + differencesTotal,
    behind: [...views.behind, ...unfinished],
  };
}

async function comparison(
  { file, store, keys }: Compared,
  compared: readonly Projection[],
  side: NonNullable<SqliteReadModelsOptions['side']>,
): Promise<Verification> {
  const indexer = keys && new BigramIndexer(new Opener(keys), await keys.secret(searchSecretName));
  const models = await SqliteReadModels.open(file, { readOnly: true, side });
  try {
    return await new Projector({ store, models, ...(indexer && { indexer }) }, compared).verify();
  } finally {
    await models.close();
  }
}
