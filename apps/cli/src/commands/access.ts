import type { Command } from '../context';

interface Access {
  readonly at: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly stream: string;
  readonly purpose: string;
  readonly fields: readonly string[];
}

const parameters = {
  case: 'caseId',
  actor: 'actor',
  from: 'from',
  to: 'to',
  cursor: 'cursor',
  limit: 'limit',
};

export const access: Command = {
  usage: 'access [--case … --actor … --from … --to … --limit n --cursor …]',
  does: {
    zh: '谁在何时为何目的查看了哪些个人信息',
    en: 'who opened personal data, of what, when and why; newest first',
  },
  values: Object.keys(parameters),
  run: async ({ server, flags, say }) => {
    const query = new URLSearchParams();
    for (const [flag, name] of Object.entries(parameters))
      if (typeof flags[flag] === 'string') query.set(name, flags[flag]);
    const page = await server.get<{ accesses: readonly Access[]; next?: string }>(
      `/api/access?${query.toString()}`,
    );
    for (const { at, actor, stream, purpose, fields } of page.accesses)
      say([at, `${actor.id} (${actor.role})`, stream, purpose, fields.join(', ')].join('\t'));
    return { accesses: page.accesses, next: page.next };
  },
};
