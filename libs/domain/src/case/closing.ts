import type { Rules } from '../rules';
import { refuse } from '../refusals';
import { localDateOf } from '../volunteer/free-time';
import type { CaseHandler } from './case.handler';
import type { CaseEventOf } from './case.events';
import type { CaseRequester } from './case.state';
import { archiveAtOf } from './clocks';
import { activeRequesters, currentRound } from './openings';

/** 结案: an end that every requester has heard, or that enough attempts on different days could not tell them. */
export const closeCase: CaseHandler<'CloseCase'> = (_data, state, { now, rules }) => {
  const requesters = activeRequesters(state);
  const waiting = requesters.find((each) => !hasHeard(each) && !isOutOfReach(each, rules));
  if (waiting) {
    const code = waiting.answered === undefined ? 'AnswerOwed' : 'FollowUpOwed';
    return refuse(code, { requesterId: waiting.requesterId });
  }
  const { round } = currentRound(state);
  const archiveAt = archiveAtOf(now, rules);
  return [{ type: 'CaseClosed', data: { round, as: endOf(requesters), archiveAt } }];
};

interface Heard {
  readonly answered?: unknown;
  readonly followUp?: { readonly outcome: string; readonly solved?: boolean | undefined } | undefined;
}

/** Told what came of it, and asked: solved, refused to say, or anonymous. */
export function hasHeard({ answered, followUp }: Heard): boolean {
  if (answered === undefined || followUp === undefined) return false;
  return followUp.outcome !== 'reached' || followUp.solved === true;
}

/** As many attempts as the policy asks for, on as many different local days. */
function isOutOfReach({ attempts }: CaseRequester, { policy }: Rules): boolean {
  return attemptDays(attempts, policy) >= policy.contactAttemptsMin;
}

/** On how many different local days somebody was sought. */
export function attemptDays(
  attempts: readonly string[],
  { timeZoneOffsetMinutes }: Pick<Rules['policy'], 'timeZoneOffsetMinutes'>,
): number {
  return new Set(attempts.map((at) => localDateOf(at, timeZoneOffsetMinutes))).size;
}

/** Solved is what every requester said themself; silence is never counted as content (DOMAIN, invariant 11). */
function endOf(requesters: readonly CaseRequester[]): CaseEventOf<'CaseClosed'>['data']['as'] {
  if (requesters.some((each) => !hasHeard(each))) return 'not-reached';
  const solved = requesters.filter(({ followUp }) => followUp?.outcome === 'reached');
  return requesters.length > 0 && solved.length === requesters.length ? 'solved' : 'unrated';
}
