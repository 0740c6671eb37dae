import type { Command } from '../context';
import { badInput } from '../exit';

interface Fact {
  readonly revision: number;
  readonly type: string;
  readonly trueAt: string;
  readonly recordedAt: string;
  readonly late: boolean;
  readonly corrects?: string;
}

const questions = {
  knownThenTrueThen: { zh: '当时所知的当时情况', en: 'known then, true then' },
  knownThenTrueNow: { zh: '当时所知、至今成立', en: 'known then, and holds to this day' },
  knownNowTrueThen: { zh: '现在所知的当时情况', en: 'known now, true then' },
  knownNowTrueNow: { zh: '现在所知的现在情况', en: 'known now, true now' },
} as const;

interface AsOf {
  readonly caseId: string;
  readonly number: string;
  readonly at: string;
  readonly answers: Readonly<Record<keyof typeof questions, readonly Fact[]>>;
}

const marks = {
  zh: { late: '补录', corrects: '更正' },
  en: { late: 'entered late', corrects: 'a correction' },
} as const;

export const asOf: Command = {
  usage: 'as-of <number or id> <instant, e.g. 2026-03-01T10:00Z or 2026-03-01>',
  does: {
    zh: '某一时点的四个答案：当时或现在所知，当时或现在属实',
    en: 'the four answers about an instant: known then or now, true then or now',
  },
  run: async ({ positionals, server, say, language }) => {
    const [which, at] = positionals;
    if (which === undefined || at === undefined) throw badInput('as-of <number or id> <instant>: both.');
    const path = `/api/cases/${encodeURIComponent(which)}/as-of?at=${encodeURIComponent(at)}`;
    const { caseId, number, answers, ...asked } = await server.get<AsOf>(path);
    const { late, corrects } = marks[language];
    for (const [question, names] of Object.entries(questions)) {
      const facts = answers[question as keyof typeof questions];
      say(`${names[language]} (${String(facts.length)})`);
      for (const fact of facts) {
        const remarks = [...(fact.late ? [late] : []), ...(fact.corrects === undefined ? [] : [corrects])];
        say([`  ${fact.trueAt}`, fact.type, fact.recordedAt, ...remarks].join('  '));
      }
    }
    return { caseId, number, at: asked.at, answers };
  },
};
