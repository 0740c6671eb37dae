// Who can do a work order, in which order to ask them, and why: constraints, score, greedy assignment, explanation.
// Pure: time is an input, nothing is read or stored. It does not offer or book anything.
export { assignGreedily, type Assignment, type Order } from './assign';
export { constraints, type Constraint } from './constraints';
export { explainTerms, explainWhyNot, type ExplainedTerm, type WhyNot } from './explain';
export type { CandidateProfile, MatchInput, MatchPolicy } from './input';
export { rankVolunteers, type Ranking } from './rank';
export { scoreTerms, scoreVersion, type ScoreTermName } from './score';
export { constraintNames, scoreTermNames } from './vocabulary';
