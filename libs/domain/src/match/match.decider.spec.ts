import { theRules } from '../community.fixtures';
import { scenarioOf } from '../scenario.fixtures';
import { matchDecider } from './match.decider';
import { matchEvents, type MatchCommand, type MatchEvent } from './match.messages';

const given = scenarioOf(matchDecider, matchEvents, { rules: theRules });
const ranking = (attempt: number, considered = 3): MatchEvent['data'] => ({
  caseId: '00000000-0000-4000-8000-000000000001',
  workOrderId: '00000000-0000-4000-8000-000000000002',
  attempt,
  tableVersion: 1,
  policyVersion: 1,
  inputHash: 'b'.repeat(64),
  ranked: [],
  considered,
  excluded: [{ constraint: 'skill', count: 3 }],
});
const rank = (...of: Parameters<typeof ranking>): MatchCommand => ({
  type: 'RankVolunteers',
  data: ranking(...of),
});
const ranked = (...of: Parameters<typeof ranking>): MatchEvent => ({
  type: 'VolunteersRanked',
  data: ranking(...of),
});

describe('the rankings of an order', () => {
  it('are counted from one without a gap', () => {
    given().when(rank(1)).thenRecords(ranked(1));
    given(ranked(1)).when(rank(2)).thenRecords(ranked(2));
    given().when(rank(2)).thenRefuses('AttemptNotNext');
  });

  it('are recorded once per attempt', () => {
    given(ranked(1)).when(rank(1)).thenNothingNew();
    given(ranked(1)).when(rank(1, 4)).thenRefuses('AlreadyRanked');
  });
});
