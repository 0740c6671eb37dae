import type { Command } from '../context';
import { badInput } from '../exit';

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

/** Where a command goes: `run <Command> <case> '<json>'`, or another aggregate by `--to volunteers/<id>`, `catalogue` … */
export const run: Command = {
  usage:
    "run <Command> <case> '<json>' [--key uuid] [--to catalogue | policy | organisation | volunteers/<id> | compounds/<code>]",
  does: { zh: '执行命令', en: 'run a command' },
  values: ['key', 'to'],
  run: async ({ positionals, flags, server, say }) => {
    const [command, ...rest] = positionals;
    const target = typeof flags.to === 'string' ? flags.to : undefined;
    const caseId = target === undefined ? rest.shift() : undefined;
    if (command === undefined || (target === undefined && caseId === undefined)) {
      throw badInput("run <Command> <case> '<json>': which command, on which case?");
    }
    const path = target ?? `cases/${await idOf(caseId ?? '')}`;
    const key = typeof flags.key === 'string' ? flags.key : crypto.randomUUID();
    const recorded = await server.post<Recorded>(
      `/api/${path}/commands/${command}`,
      parsed(rest[0] ?? '{}'),
      key,
    );
    say(recorded.events.map(({ type }) => type).join(', ') || 'nothing new');
    return { revision: recorded.revision, position: recorded.position, events: recorded.events };

    async function idOf(numberOrId: string): Promise<string> {
      if (!/^\d{4}-\d{6,9}$/.test(numberOrId)) return numberOrId;
      return (await server.get<{ caseId: string }>(`/api/cases/${numberOrId}`)).caseId;
    }
  },
};
