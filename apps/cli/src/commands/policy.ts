import type { Unit } from '@threekeys/api-client/unit-words';
import { readFile } from 'node:fs/promises';
import type { Command, CommandContext } from '../context';
import { badInput } from '../exit';
import { differenceWords } from '../policy-words';
import type { Difference } from '../policy-words';
import type { Server } from '../server';

interface VersionLine {
  readonly version: number;
  readonly adoptedAt: string;
  readonly by: { readonly id: string; readonly role: string };
  readonly changes: number;
}

interface Version extends VersionLine {
  readonly document: Readonly<Record<string, unknown>>;
  readonly since: number;
  readonly differences: readonly Difference[];
}

const versionsOf = async (server: Server) =>
  (await server.get<{ versions: readonly VersionLine[] }>('/api/policy/versions')).versions;

const read = (server: Server, version: number, since?: number) =>
  server.get<Version>(
    `/api/policy/versions/${String(version)}${since === undefined ? '' : `?since=${String(since)}`}`,
  );

function numberIn(text: string | undefined, usage: string): number {
  if (text === undefined || !/^\d{1,6}$/.test(text)) throw badInput(`${usage}: a version is a whole number.`);
  return Number(text);
}

/** The version asked for; else the one in force. */
async function versionAsked(server: Server, asked: string | undefined, usage: string): Promise<number> {
  if (asked !== undefined) return numberIn(asked, usage);
  const [inForce] = await versionsOf(server);
  if (!inForce) throw badInput('No policy has been adopted yet.');
  return inForce.version;
}

/** What each number of the policy counts, by its path. */
async function unitsOf(server: Server): Promise<ReadonlyMap<string, Unit | undefined>> {
  const { policyTerms } = await server.get<{ policyTerms: readonly { path: string; unit?: Unit }[] }>(
    '/api/community',
  );
  return new Map(policyTerms.map(({ path, unit }) => [path, unit]));
}

async function tell(differences: readonly Difference[], context: CommandContext): Promise<void> {
  const { say, language, server } = context;
  if (differences.length === 0) {
    say({ zh: '没有不同', en: 'no difference' }[language]);
    return;
  }
  const units = await unitsOf(server);
  for (const each of differences) say(differenceWords(each, units.get(each.path), language));
}

const showUsage = 'policy show [<version>]';
const diffUsage = 'policy diff <a> <b>';
const adoptUsage = 'policy adopt <file>';

/** What `policy show --json` prints, changed by hand; or a document alone, then the version in force is what it was made from. */
async function adoptable({ positionals, path, server }: CommandContext) {
  const [file] = positionals;
  if (file === undefined) throw badInput(`${adoptUsage}: which file?`);
  const { version, document } = contentOf(file, await textOf(path(file)));
  const [inForce] = await versionsOf(server);
  return { version: (version ?? inForce?.version ?? 0) + 1, document };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw badInput(`${adoptUsage}: ${(error as Error).message}`);
  }
}

function contentOf(file: string, text: string): { version?: number; document: unknown } {
  const json = parsed(file, text);
  if (!('document' in json)) return { document: json };
  const { version, document } = json;
  if (typeof version !== 'number') throw badInput(`${file}: "version" is missing: the one it was made from.`);
  return { version, document };
}

function parsed(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return json as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw badInput(`${file} is not JSON: ${(error as Error).message}`);
  }
  throw badInput(`${file} holds no policy: an object is expected.`);
}

export const policy: Readonly<Record<string, Command>> = {
  'policy versions': {
    usage: 'policy versions',
    does: { zh: '政策各版本', en: 'the versions of the policy: who adopted each, when' },
    run: async ({ server, say }) => {
      const versions = await versionsOf(server);
      for (const { version, adoptedAt, by, changes } of versions) {
        say([version, adoptedAt, `${by.id} (${by.role})`, `${String(changes)} ±`].join('\t'));
      }
      return { versions };
    },
  },
  'policy show': {
    usage: showUsage,
    does: { zh: '查看政策', en: 'a version of the policy, and what it changed; --json: to edit and adopt' },
    run: async (context) => {
      const { server, positionals, say } = context;
      const asked = await versionAsked(server, positionals[0], showUsage);
      const { version, adoptedAt, by, document, since, differences } = await read(server, asked);
      say(`${String(version)}\t${adoptedAt}\t${by.id} (${by.role})`);
      await tell(differences, context);
      say(JSON.stringify(document, undefined, 2));
      return { version, adoptedAt, by, since, differences, document };
    },
  },
  'policy diff': {
    usage: diffUsage,
    does: {
      zh: '比较两个版本',
      en: 'what version b decides otherwise than version a; 0: the starter policy',
    },
    run: async (context) => {
      const [a, b] = context.positionals.map((each) => numberIn(each, diffUsage));
      if (a === undefined || b === undefined) throw badInput(`${diffUsage}: which two versions?`);
      const { differences } = await read(context.server, b, a);
      await tell(differences, context);
      return { from: a, to: b, differences };
    },
  },
  'policy adopt': {
    usage: adoptUsage,
    does: { zh: '采用新政策', en: 'adopt the policy in a file as the next version' },
    run: async (context) => {
      const { server } = context;
      const data = await adoptable(context);
      const { events } = await server.post<{ events: readonly unknown[] }>(
        '/api/policy/commands/AdoptPolicy',
        data,
        crypto.randomUUID(),
      );
      if (events.length === 0) {
        context.say({ zh: '与现行政策相同', en: 'the same as the policy in force' }[context.language]);
        return { version: data.version - 1, adopted: false, differences: [] };
      }
      const { differences } = await read(server, data.version);
      await tell(differences, context);
      return { version: data.version, adopted: true, differences };
    },
  },
};
