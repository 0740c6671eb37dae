import type { CaseEvent, CaseEventOf, Requester, SealedAt } from '@threekeys/domain';
import type { CaseRequester, CaseRow, CaseSubject } from './case.row';

/** A requester as reported, their personal fields sealed. */
export function joinedRequester(requester: Requester, joinedAt: string): CaseRequester {
  const { requesterId, relation, subject, proxy, callBack, confidential, trackingCode } = requester;
  return {
    requesterId,
    relation,
    ...(subject === undefined ? {} : { subject: subject as CaseSubject }),
    ...(proxy === undefined ? {} : { proxy: proxy as CaseSubject }),
    ...(callBack === undefined ? {} : { callBack }),
    confidential,
    trackingCode: trackingCode as SealedAt,
    joinedAt,
    attempts: [],
  };
}

/** The requesters after an event; the same where it says nothing of them. */
export function requestersAfter(
  { requesters }: CaseRow,
  { type, data }: CaseEvent,
  at: string,
): readonly CaseRequester[] {
  switch (type) {
    case 'RequesterJoined':
      return [...requesters, joinedRequester(data.requester, at)];
    case 'RequesterAnswered':
      return data.subjectOf === 'progress'
        ? requesters
        : changed(requesters, data, { answered: { at, subjectOf: data.subjectOf } });
    case 'ContactAttempted':
      return countsAsAttempt(data) ? sought(requesters, data, at) : requesters;
    case 'FollowUpRecorded':
      return data.outcome === 'not-reached'
        ? sought(requesters, data, at)
        : changed(requesters, data, { followUp: followUp(data, at) });
    case 'CaseHandled':
      return requesters.map((each) => ({ ...each, attempts: [] }));
    case 'RequesterWithdrew':
      return changed(requesters, data, { withdrawn: true });
    case 'ReworkOrdered':
    case 'CaseReopened':
      return requesters.map(({ answered: _, followUp: __, ...requester }) => ({
        ...requester,
        attempts: [],
      }));
    default:
      return requesters;
  }
}

function countsAsAttempt({ reached, purpose }: CaseEventOf<'ContactAttempted'>['data']): boolean {
  return !reached && (purpose === 'answer' || purpose === 'follow-up');
}

function sought(
  requesters: readonly CaseRequester[],
  { requesterId }: { readonly requesterId: string },
  at: string,
): readonly CaseRequester[] {
  return requesters.map((each) =>
    each.requesterId === requesterId ? { ...each, attempts: [...each.attempts, at] } : each,
  );
}

function changed(
  requesters: readonly CaseRequester[],
  { requesterId }: { readonly requesterId: string },
  change: Partial<CaseRequester>,
): readonly CaseRequester[] {
  return requesters.map((each) => (each.requesterId === requesterId ? { ...each, ...change } : each));
}

function followUp(data: CaseEventOf<'FollowUpRecorded'>['data'], at: string): CaseRequester['followUp'] {
  const { followUpId: _, requesterId: __, words: ___, contacted: ____, ...rest } = data;
  return { ...rest, at };
}
