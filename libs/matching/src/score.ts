import type { RankedVolunteer } from '@threekeys/domain';
import { consentsTo } from './constraints';
import type { CandidateProfile, MatchInput } from './input';
import { scoreTable } from './score.table';
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

const hourMs = 3_600_000;

/** An eligible volunteer with the points of each term; the score is their sum. */
export function scored(
  input: MatchInput,
  candidate: CandidateProfile,
  { start, earliest }: { start: Start; earliest: Start },
): RankedVolunteer {
  const standingConsent = consentsTo(candidate, input.category, start);
  const points: Record<ScoreTermName, number> = {
    territory: territoryPoints(input, candidate),
    interest: interestPoints(input, candidate),
    consent: standingConsent ? scoreTable.consent.standing : scoreTable.consent.toBeAsked,
    load: capped(Math.floor(candidate.minutesLast13Weeks / 60) * scoreTable.load.perHour, scoreTable.load),
    asks: capped(candidate.asksLast7Days * scoreTable.asks.perAsk, scoreTable.asks),
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
function territoryPoints({ need: { place } }: MatchInput, { compound, building }: CandidateProfile): number {
  if (place.compound !== compound || compound === 'outside') return scoreTable.territory['same-community'];
  const sameBuilding = building !== undefined && building === place.building;
  return scoreTable.territory[sameBuilding ? 'same-building' : 'same-compound'];
}

function interestPoints({ need }: MatchInput, { interests }: CandidateProfile): number {
  const wanted = new Set(need.interests);
  const shared = [...wanted].filter((each) => interests.includes(each)).length;
  if (shared === wanted.size) return scoreTable.interest.all;
  return shared > 0 ? scoreTable.interest.some : scoreTable.interest.none;
}

function recencyPoints({ now }: MatchInput, { lastAskedAt }: CandidateProfile): number {
  if (lastAskedAt === undefined) return 0;
  const hours = Math.floor((Date.parse(now) - Date.parse(lastAskedAt)) / hourMs);
  return scoreTable.recency.find(({ underHours }) => hours < underHours)?.points ?? 0;
}

function spareSkillPoints({ need }: MatchInput, { skills }: CandidateProfile): number {
  const needed = new Set(need.skills);
  const spare = [...new Set(skills)].filter((each) => !needed.has(each)).length;
  return capped(spare * scoreTable.spareSkill.perSkill, scoreTable.spareSkill);
}

function waitPoints({ urgency }: MatchInput, halfHours: number): number {
  const { perHalfHour, max } = scoreTable.wait[urgency];
  return Math.min(halfHours * perHalfHour, max);
}

function capped(points: number, { max }: { max: number }): number {
  return Math.min(points, max);
}
