import type { Command, CommandContext } from '../context';
import { badInput } from '../exit';
import type { Server } from '../server';

interface Recorded {
  readonly revision: number;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw badInput(`Not JSON: ${(error as Error).message}`);
  }
}

interface Target {
  /** Under `/api`. */
  readonly path: string;
  readonly command: string;
  readonly json: string;
}

/** `run <Command> <case> '<json>'`, or `run <Command> '<json>' --to volunteers/<id>`, `catalogue` … */
async function targetOf({ positionals, flags, server }: CommandContext): Promise<Target> {
  const [command, ...rest] = positionals;
  const path = typeof flags.to === 'string' ? flags.to : await pathOfCase(server, rest.shift());
  if (command === undefined) throw badInput(missing);
  return { path, command, json: rest[0] ?? '{}' };
}

const missing = "run <Command> <case> '<json>': which command, on which case?";

async function pathOfCase(server: Server, numberOrId: string | undefined): Promise<string> {
  if (numberOrId === undefined) throw badInput(missing);
  return `cases/${await idOf(server, numberOrId)}`;
}

async function idOf(server: Server, numberOrId: string): Promise<string> {
  if (!/^\d{4}-\d{6,9}$/.test(numberOrId)) return numberOrId;
  return (await server.get<{ caseId: string }>(`/api/cases/${numberOrId}`)).caseId;
}

export const run: Command = {
  usage:
    "run <Command> <case> '<json>' [--key uuid] [--to catalogue | policy | organisation | volunteers/<id> | compounds/<code>]",
  does: { zh: '执行命令', en: 'run a command' },
  values: ['key', 'to'],
  run: async (context) => {
    const { flags, server, say } = context;
    const { path, command, json } = await targetOf(context);
    const key = typeof flags.key === 'string' ? flags.key : crypto.randomUUID();
    const recorded = await server.post<Recorded>(`/api/${path}/commands/${command}`, parsed(json), key);
    say(recorded.events.map(({ type }) => type).join(', ') || 'nothing new');
    return { revision: recorded.revision, position: recorded.position, events: recorded.events };
  },
};
