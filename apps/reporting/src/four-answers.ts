import type { LeafContent } from '@threekeys/integrity';
import type { CaseAsOf, DatedFact } from './as-of.responses';

type Stored = Pick<LeafContent, 'id' | 'revision' | 'type' | 'occurredAt' | 'recordedAt'> & {
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * What is known of a case is asked with two clocks: when it was known, and when it was true. So there are four answers to
 * the question how it was at an instant. Each is a list of dated facts, no state: what came to be known late is not what
 * anybody acted on.
 */
export function fourAnswers(events: readonly Stored[], at: string): CaseAsOf['answers'] {
  const facts = datedFacts(events);
  const known = facts.filter(({ recordedAt }) => recordedAt <= at);
  const trueThen = ({ trueAt }: DatedFact) => trueAt <= at;
  return {
    knownThenTrueThen: holding(known, known).filter(trueThen),
    knownThenTrueNow: holding(known, facts),
    knownNowTrueThen: holding(facts, facts).filter(trueThen),
    knownNowTrueNow: holding(facts, facts),
  };
}

/** A correction is true from when the fact was that it corrects; so is the correction of a correction. */
function datedFacts(events: readonly Stored[]): readonly DatedFact[] {
  const facts = new Map<string, DatedFact>();
  for (const { id, revision, type, occurredAt, recordedAt, data } of events) {
    const { supersedes } = data;
    const corrected = typeof supersedes === 'string' ? facts.get(supersedes) : undefined;
    facts.set(id, {
      ...{ id, revision, type, occurredAt, recordedAt },
      trueAt: corrected?.trueAt ?? occurredAt,
      ...(corrected ? { corrects: corrected.id } : {}),
      late: recordedAt > occurredAt,
    });
  }
  return [...facts.values()];
}

/** Those that no other one corrects, by when they were true; each that was corrected names by what. */
function holding(facts: readonly DatedFact[], judgedBy: readonly DatedFact[]): DatedFact[] {
  const corrections = new Set(judgedBy.flatMap(({ corrects }) => corrects ?? []));
  return facts.filter(({ id }) => !corrections.has(id)).sort(byTruth);
}

function byTruth(a: DatedFact, b: DatedFact): number {
  if (a.trueAt !== b.trueAt) return a.trueAt < b.trueAt ? -1 : 1;
  return a.revision - b.revision;
}
