import type { MatchEvent, RankedVolunteer } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { constraints, judge, questionOf, type Constraint, type Question } from './constraints';
import { inputHashOf } from './input-hash';
import type { CandidateProfile, MatchInput } from './input';
import { scored, scoreVersion } from './score';

/** What a ranking says: the part of `VolunteersRanked` that matching answers for. */
export type Ranking = Pick<
  MatchEvent['data'],
  'ranked' | 'considered' | 'excluded' | 'tableVersion' | 'inputHash'
>;

const rankedMax = 50;

/**
 * Ranks who can do the work, best first. Hard constraints come first, then the integer score by the policy's points (lower is
 * better), then a hash of case and volunteer: nobody is first for having an early id, and the order of the candidates
 * does not matter. At most 50 are named, all are considered.
 */
export function rankVolunteers(input: MatchInput): Ranking {
  const { ranked, excluded } = rankAll(input);
  return {
    ranked: ranked.slice(0, rankedMax),
    considered: input.candidates.length,
    excluded: constraints.flatMap((constraint) => {
      const count = excluded.get(constraint) ?? 0;
      return count > 0 ? [{ constraint, count }] : [];
    }),
    tableVersion: scoreVersion,
    inputHash: inputHashOf(input),
  };
}

/** Everybody who is eligible, best first, and how many each constraint kept out. */
export function rankAll(input: MatchInput): {
  readonly ranked: readonly RankedVolunteer[];
  readonly excluded: ReadonlyMap<Constraint, number>;
} {
  const question = questionOf(input);
  const excluded = new Map<Constraint, number>();
  const eligible: RankedVolunteer[] = [];
  for (const candidate of input.candidates) {
    const result = judgeAndScore(question, candidate);
    if (typeof result === 'string') excluded.set(result, (excluded.get(result) ?? 0) + 1);
    else eligible.push(result);
  }
  return { ranked: inOrder(eligible, input.caseId), excluded };
}

function judgeAndScore(question: Question, candidate: CandidateProfile): RankedVolunteer | Constraint {
  const judgement = judge(question, candidate);
  if ('constraint' in judgement) return judgement.constraint;
  const { start } = judgement;
  return scored(question.input, candidate, { start, earliest: question.starts[0] ?? start });
}

function inOrder(eligible: readonly RankedVolunteer[], caseId: string): RankedVolunteer[] {
  return eligible
    .map((each) => ({ each, lot: derivedId(caseId, each.volunteerId, String(scoreVersion)) }))
    .sort((a, b) => a.each.score - b.each.score || (a.lot < b.lot ? -1 : 1))
    .map(({ each }) => each);
}
