import type { EventContext } from '../decider';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { CaseRequester } from './case.state';
import type { Requester } from './case.values';

export function reportedRequester(requester: Requester): CaseRequester {
  return { ...requester, withdrawn: false, attempts: [] };
}

/**
 * What requesters have heard and said. Rework, like a new round, owes each of them a new answer; attempts to reach them
 * count from the moment the case is handled.
 */
export function requestersAfter(
  requesters: readonly CaseRequester[],
  { type, data }: CaseEvent,
  { recordedAt }: EventContext,
): readonly CaseRequester[] {
  switch (type) {
    case 'RequesterJoined':
      return [...requesters, reportedRequester(data.requester)];
    case 'RequesterWithdrew':
      return changed(requesters, data.requesterId, () => ({ withdrawn: true }));
    case 'RequesterAnswered':
      return data.subjectOf === 'progress'
        ? requesters
        : changed(requesters, data.requesterId, () => ({ answered: data.subjectOf }));
    case 'ContactAttempted':
      return countsAsAttempt(data) ? attempted(requesters, data.requesterId, recordedAt) : requesters;
    case 'FollowUpRecorded': {
      const { outcome, requesterId, solved } = data;
      return outcome === 'not-reached'
        ? attempted(requesters, requesterId, recordedAt)
        : changed(requesters, requesterId, () => ({ followUp: { outcome, solved } }));
    }
    case 'CaseHandled':
      return requesters.map((each) => ({ ...each, attempts: [] }));
    case 'ReworkOrdered':
    case 'CaseReopened':
      return requesters.map((each) => ({ ...each, answered: undefined, followUp: undefined, attempts: [] }));
    default:
      return requesters;
  }
}

function countsAsAttempt({ reached, purpose }: CaseEventOf<'ContactAttempted'>['data']): boolean {
  return !reached && (purpose === 'answer' || purpose === 'follow-up');
}

function attempted(
  requesters: readonly CaseRequester[],
  requesterId: string,
  at: string,
): readonly CaseRequester[] {
  return changed(requesters, requesterId, ({ attempts }) => ({ attempts: [...attempts, at] }));
}

function changed(
  requesters: readonly CaseRequester[],
  requesterId: string,
  change: (requester: CaseRequester) => Partial<CaseRequester>,
): readonly CaseRequester[] {
  return requesters.map((each) => (each.requesterId === requesterId ? { ...each, ...change(each) } : each));
}
