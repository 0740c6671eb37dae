import type { Names, RankedVolunteer } from '@threekeys/domain';
import { judge, questionOf, type Constraint } from './constraints';
import type { MatchInput } from './input';
import { rankAll } from './rank';
import { constraintNames, scoreTermNames } from './vocabulary';

/**
 * Why somebody is, or is not, among those who are asked. `constraints` are all that stand in the way: with every one of
 * them removed the person is eligible, with any one of them left they are not; `constraint` is the first of them.
 */
export type WhyNot =
  | { readonly outcome: 'unknown' }
  | {
      readonly outcome: 'excluded';
      readonly constraint: Constraint;
      readonly constraints: readonly Constraint[];
      readonly names: readonly Names[];
    }
  | {
      readonly outcome: 'ranked';
      /** 1 = first. */
      readonly rank: number;
      readonly of: number;
      readonly volunteer: RankedVolunteer;
      readonly terms: readonly ExplainedTerm[];
    };

export interface ExplainedTerm {
  readonly term: string;
  readonly points: number;
  readonly names: Names;
}

/** Answers "why not X?" for an order; `unknown` where X is not among its candidates. */
export function explainWhyNot(input: MatchInput, volunteerId: string): WhyNot {
  const candidate = input.candidates.find((each) => each.volunteerId === volunteerId);
  if (!candidate) return { outcome: 'unknown' };
  const question = questionOf(input);
  const standing = new Set<Constraint>();
  for (
    let result = judge(question, candidate);
    'constraint' in result;
    result = judge(question, candidate, standing)
  ) {
    standing.add(result.constraint);
  }
  const [constraint] = standing;
  if (constraint === undefined) return explainRank(input, volunteerId);
  const names = [...standing].map((each) => constraintNames[each]);
  return { outcome: 'excluded', constraint, constraints: [...standing], names };
}

function explainRank(input: MatchInput, volunteerId: string): WhyNot {
  const { ranked } = rankAll(input);
  const index = ranked.findIndex((each) => each.volunteerId === volunteerId);
  const volunteer = ranked[index];
  if (!volunteer) throw new Error('An eligible candidate was not ranked');
  return { outcome: 'ranked', rank: index + 1, of: ranked.length, volunteer, terms: explainTerms(volunteer) };
}

/** The terms of a score with their names; a term of another table version keeps its code as its name. */
export function explainTerms({ terms }: Pick<RankedVolunteer, 'terms'>): readonly ExplainedTerm[] {
  const known: Readonly<Record<string, Names>> = scoreTermNames;
  return terms.map(({ term, points }) => ({ term, points, names: known[term] ?? { zh: term, en: term } }));
}
