import type { Command } from '../context';
import { badInput } from '../exit';

interface HistoryEvent {
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly leafHash: string;
  readonly data: unknown;
}

interface History {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly events: readonly HistoryEvent[];
}

/** `--as-of` takes a revision or an instant. */
export const history: Command = {
  usage: 'history <number or id> [--as-of REVISION or INSTANT] [--leaves]',
  does: { zh: '事件经过', en: 'the history of a case; --leaves: the stored bytes' },
  values: ['as-of'],
  switches: ['leaves'],
  run: async ({ positionals, flags, server, say }) => {
    const [which] = positionals;
    if (which === undefined) throw badInput('history <number or id>: of which case?');
    const asOf = flags['as-of'];
    const query = typeof asOf === 'string' ? `?asOf=${encodeURIComponent(asOf)}` : '';
    const at = `/api/cases/${encodeURIComponent(which)}`;
    if (flags.leaves) {
      const { leaves } = await server.get<{ leaves: readonly string[] }>(`${at}/leaves${query}`);
      for (const leaf of leaves) process.stdout.write(`${leaf}\n`);
      return undefined;
    }
    const { caseId, number, status, events } = await server.get<History>(`${at}/history${query}`);
    say(`${number}\t${status}`);
    for (const { revision, type, recordedAt, actor } of events) {
      say([String(revision).padStart(3), recordedAt, type, `${actor.id} (${actor.role})`].join('  '));
    }
    return {
      caseId,
      number,
      status,
      events: events.map(({ revision, type, recordedAt, occurredAt, actor, leafHash, data }) => ({
        revision,
        type,
        recordedAt,
        occurredAt,
        actor,
        leafHash,
        data,
      })),
    };
  },
};
