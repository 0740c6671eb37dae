import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { refuse } from '../refusals';
import type { MatchCommand, MatchEvent } from './match.messages';

/** The rankings of one work order: how many attempts there were, and the last one. */
export interface Match {
  readonly attempts: number;
  readonly last?: MatchEvent['data'];
}

/** Attempts are numbered 1, 2, … without a gap; the same ranking again is no news. */
export const matchDecider: Decider<Match, MatchCommand, MatchEvent> = {
  initialState: { attempts: 0 },
  evolve: (_previous, { data }) => ({ attempts: data.attempt, last: data }),
  decide: decideBy<Match, MatchCommand, MatchEvent>({
    RankVolunteers: (data, state) => {
      if (equalContent(state.last, data)) return [];
      if (data.attempt <= state.attempts) return refuse('AlreadyRanked', { attempt: data.attempt });
      if (data.attempt > state.attempts + 1) return refuse('AttemptNotNext', { next: state.attempts + 1 });
      return [{ type: 'VolunteersRanked', data }];
    },
  }),
};
