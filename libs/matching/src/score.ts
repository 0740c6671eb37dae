import type { RankedVolunteer } from '@threekeys/domain';
import { consentsTo } from './constraints';
import type { CandidateProfile, MatchInput } from './input';
import { halfHoursAfter, type Start } from './starts';

export const scoreTerms = [
  'territory',
  'interest',
  'consent',
  'load',
  'asks',
  'recency',
  'spare-skill',
  'wait',
] as const;
export type ScoreTermName = (typeof scoreTerms)[number];

/**
 * Which terms there are and how each is counted. Another way of counting is another version; the points are the policy's,
 * so that a recorded ranking, which names both, can be computed again.
 */
export const scoreVersion = 1;

const hourMs = 3_600_000;

/** An eligible volunteer with the points of each term; the score is their sum. */
export function scored(
  input: MatchInput,
  candidate: CandidateProfile,
  { start, earliest }: { start: Start; earliest: Start },
): RankedVolunteer {
  const standingConsent = consentsTo(candidate, input.category, start);
  const { consent, load, asks } = input.policy.ranking;
  const points: Record<ScoreTermName, number> = {
    territory: territoryPoints(input, candidate),
    interest: interestPoints(input, candidate),
    consent: standingConsent ? consent.standing : consent.toBeAsked,
    load: capped(Math.floor(candidate.minutesServed / 60) * load.perHour, load),
    asks: capped(candidate.asksCounted * asks.perAsk, asks),
    recency: recencyPoints(input, candidate),
    'spare-skill': spareSkillPoints(input, candidate),
    wait: waitPoints(input, halfHoursAfter(start, earliest)),
  };
  const terms = scoreTerms.map((term) => ({ term, points: points[term] }));
  return {
    volunteerId: candidate.volunteerId,
    score: terms.reduce((sum, each) => sum + each.points, 0),
    terms,
    window: { from: start.from, to: start.to },
    standingConsent,
  };
}

/** What lies outside every compound is equally near to all. */
function territoryPoints(
  { need: { place }, policy }: MatchInput,
  { compound, building }: CandidateProfile,
): number {
  const { territory } = policy.ranking;
  if (place.compound !== compound || compound === 'outside') return territory['same-community'];
  const sameBuilding = building !== undefined && building === place.building;
  return territory[sameBuilding ? 'same-building' : 'same-compound'];
}

function interestPoints({ need, policy }: MatchInput, { interests }: CandidateProfile): number {
  const { interest } = policy.ranking;
  const wanted = new Set(need.interests);
  const shared = [...wanted].filter((each) => interests.includes(each)).length;
  if (shared === wanted.size) return interest.all;
  return shared > 0 ? interest.some : interest.none;
}

function recencyPoints({ now, policy }: MatchInput, { lastAskedAt }: CandidateProfile): number {
  if (lastAskedAt === undefined) return 0;
  const { day, threeDays, week } = policy.ranking.recency;
  const days = Math.floor((Date.parse(now) - Date.parse(lastAskedAt)) / hourMs) / 24;
  if (days < 1) return day;
  if (days < 3) return threeDays;
  return days < 7 ? week : 0;
}

function spareSkillPoints({ need, policy }: MatchInput, { skills }: CandidateProfile): number {
  const { spareSkill } = policy.ranking;
  const needed = new Set(need.skills);
  const spare = [...new Set(skills)].filter((each) => !needed.has(each)).length;
  return capped(spare * spareSkill.perSkill, spareSkill);
}

function waitPoints({ urgency, policy }: MatchInput, halfHours: number): number {
  const { perHalfHour, max } = policy.ranking.wait[urgency];
  return Math.min(halfHours * perHalfHour, max);
}

function capped(points: number, { max }: { max: number }): number {
  return Math.min(points, max);
}
