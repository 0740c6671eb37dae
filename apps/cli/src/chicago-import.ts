import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, parseEntry } from './chicago';
import type { OutsideCase } from './chicago';
import type { CommandContext, Result } from './context';
import { badInput, CommandFailed, exitCodes } from './exit';
import { Progress } from './progress';
import { ServerSaidNo } from './server';

interface Imported {
  readonly created: boolean;
}

interface Failure {
  readonly entry: number;
  readonly externalId?: string;
  readonly reason: string;
}

interface Tally {
  cases: number;
  notes: number;
  created: number;
  repeated: number;
  readonly failed: Failure[];
}

function readEntries(file: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw badInput(`Cannot read ${file}: ${(error as Error).message}`);
  }
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) return read as unknown[];
  } catch (error) {
    throw badInput(`${file} is not JSON: ${(error as Error).message}`);
  }
  throw badInput(`${file}: expected an array of service requests.`);
}

interface KnownCategories {
  readonly categories: readonly { readonly category: string }[];
}

/** Outside services become categories, by command: handled by the duty desk until the community says otherwise. */
async function defineCategories({ server }: CommandContext, services: ReadonlySet<string>): Promise<void> {
  const community = await server.get<KnownCategories>('/api/community');
  const known = new Set(community.categories.map(({ category }) => category));
  for (const service of services) {
    const category = codeOf(service);
    if (known.has(category)) continue;
    await server.post(
      '/api/catalogue/commands/DefineCategory',
      {
        category: {
          category,
          names: { zh: service, en: service },
          kind: 'repair',
          handledBy: 'post',
          postKind: 'grid-worker',
          level: 'community',
          urgency: 'normal',
          skills: [],
          interests: [],
          certificates: [],
          seats: 1,
          minutes: 60,
          certifiedLead: false,
          sensitive: false,
          threeKeys: false,
        },
      },
      crypto.randomUUID(),
    );
  }
}

async function importOne({ server, signal }: CommandContext, outside: OutsideCase): Promise<Imported> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await server.post<Imported>('/api/cases/import', outside);
    } catch (error) {
      const busy = error instanceof ServerSaidNo && [429, 503].includes(error.status) && attempt < 5;
      signal.throwIfAborted();
      if (!busy) throw error;
      await wait(attempt * 500, undefined, { signal });
    }
  }
}

async function tryImport(context: CommandContext, raw: unknown, place: number, tally: Tally): Promise<void> {
  const parsed = parseEntry(raw);
  if ('reason' in parsed) {
    tally.failed.push({ entry: place, ...parsed });
    return;
  }
  const { outside } = parsed;
  try {
    const { created } = await importOne(context, outside);
    tally.cases += 1;
    tally.notes += outside.notes.length;
    tally[created ? 'created' : 'repeated'] += 1;
  } catch (error) {
    if (!(error instanceof ServerSaidNo) || error.exitCode === exitCodes.unavailable) throw error;
    tally.failed.push({ entry: place, externalId: outside.externalId, reason: error.message });
  }
}

function resultOf(tally: Tally, context: CommandContext): Result {
  const { cases, notes, created, repeated, failed } = tally;
  const result = { cases, notes, created, repeated, failed };
  for (const { entry, externalId, reason } of failed) {
    context.say(`✗ #${String(entry)}${externalId ? ` (${externalId})` : ''}: ${reason}`);
  }
  const line = {
    zh: `${String(cases)} 件，${String(notes)} 条记录；新增 ${String(created)}，已有 ${String(repeated)}，失败 ${String(failed.length)}`,
    en: `${String(cases)} cases, ${String(notes)} notes; ${String(created)} created, ${String(repeated)} already there, ${String(failed.length)} failed`,
  };
  if (failed.length > 0) throw new CommandFailed(exitCodes.badInput, line[context.language], result);
  context.say(line[context.language]);
  return result;
}

/** Plays outside histories as imported cases. Ids come from the origin and the outside number, so nothing doubles. */
export async function importEntries(context: CommandContext, file: string): Promise<Result> {
  const entries = readEntries(context.path(file));
  const parsed = entries.map(parseEntry);
  await defineCategories(
    context,
    new Set(parsed.flatMap((each) => ('service' in each ? [each.service] : []))),
  );
  const progress = new Progress('import', entries.length);
  const tally: Tally = { cases: 0, notes: 0, created: 0, repeated: 0, failed: [] };
  for (const [index, raw] of entries.entries()) {
    await tryImport(context, raw, index, tally).catch((error: unknown) => {
      throw context.signal.aborted ? interrupted(index, entries.length) : error;
    });
    progress.at(index + 1);
  }
  progress.end();
  return resultOf(tally, context);
}

const interrupted = (done: number, total: number) =>
  new CommandFailed(
    exitCodes.interrupted,
    `Interrupted after ${String(done)} of ${String(total)} entries. Run the same command again: what is there is not doubled.`,
    { done, total },
  );
