import type { Rules } from '../rules';
import { refuse } from '../refusals';
import { localDateOf } from '../volunteer/free-time';
import type { CaseHandler } from './case.handler';
import type { CaseEventOf } from './case.events';
import type { CaseRequester } from './case.state';
import { activeRequesters, currentRound } from './openings';

/** 结案: an end that every requester has heard, or that enough attempts on different days could not tell them. */
export const closeCase: CaseHandler<'CloseCase'> = (_data, state, { rules }) => {
  const requesters = activeRequesters(state);
  const waiting = requesters.find((each) => !hasHeard(each) && !isOutOfReach(each, rules));
  if (waiting) {
    const code = waiting.answered === undefined ? 'AnswerOwed' : 'FollowUpOwed';
    return refuse(code, { requesterId: waiting.requesterId });
  }
  return [{ type: 'CaseClosed', data: { round: currentRound(state).round, as: endOf(requesters) } }];
};

/** Told what came of it, and asked: solved, refused to say, or anonymous. */
function hasHeard({ answered, followUp }: CaseRequester): boolean {
  if (answered === undefined || followUp === undefined) return false;
  return followUp.outcome !== 'reached' || followUp.solved === true;
}

/** As many attempts as the policy asks for, on as many different local days. */
function isOutOfReach({ attempts }: CaseRequester, { policy }: Rules): boolean {
  const days = new Set(attempts.map((at) => localDateOf(at, policy.timeZoneOffsetMinutes)));
  return days.size >= policy.contactAttemptsMin;
}

/** Solved is what every requester said themself; silence is never counted as content (DOMAIN, invariant 11). */
function endOf(requesters: readonly CaseRequester[]): CaseEventOf<'CaseClosed'>['data']['as'] {
  if (requesters.some((each) => !hasHeard(each))) return 'not-reached';
  const solved = requesters.filter(({ followUp }) => followUp?.outcome === 'reached');
  return requesters.length > 0 && solved.length === requesters.length ? 'solved' : 'unrated';
}
