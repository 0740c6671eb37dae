import type { Command } from '../context';

interface CaseLine {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly category?: string;
  readonly accountable: { readonly post: string; readonly person: string };
  readonly reportedAt: string;
}

interface CaseLines {
  readonly cases: readonly CaseLine[];
  readonly next?: string;
}

const filters = [
  'status',
  'q',
  'limit',
  'category',
  'unit',
  'accountable',
  'urgency',
  'sort',
  'cursor',
] as const;

export const cases: Command = {
  usage: 'cases [--status … --q … --limit n --category … --accountable … --urgency … --sort … --cursor …]',
  does: { zh: '列出案件', en: 'list cases' },
  values: filters,
  run: async ({ server, flags, say }) => {
    const query = new URLSearchParams();
    for (const filter of filters) if (typeof flags[filter] === 'string') query.set(filter, flags[filter]);
    const page = await server.get<CaseLines>(`/api/cases?${query.toString()}`);
    for (const { number, status, category, accountable, reportedAt } of page.cases) {
      say([number, status, category ?? '—', accountable.person, reportedAt].join('\t'));
    }
    return {
      cases: page.cases.map(({ caseId, number, status, category, accountable, reportedAt }) => ({
        caseId,
        number,
        status,
        category,
        accountable,
        reportedAt,
      })),
      next: page.next,
    };
  },
};
