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
  usage:
    'cases [--status … --q … --limit n --category … --accountable … --urgency … --sort … --cursor … --as-of INSTANT]',
  does: { zh: '列出事件', en: 'list cases; --as-of: as they were known at an instant' },
  values: [...filters, 'as-of'],
  run: async ({ server, flags, say }) => {
    const query = new URLSearchParams();
    for (const filter of filters) if (typeof flags[filter] === 'string') query.set(filter, flags[filter]);
    const asOf = flags['as-of'];
    if (typeof asOf === 'string') query.set('asOf', asOf);
    const path = typeof asOf === 'string' ? '/api/cases/as-of' : '/api/cases';
    const page = await server.get<CaseLines>(`${path}?${query.toString()}`);
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
