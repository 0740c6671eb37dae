import { byEvent, countsAsAttempt, identityAfter, isOfAnEnd } from '@threekeys/domain';
import type { ByEvent, CaseEvent, CaseEventOf, Requester, SealedAt } from '@threekeys/domain';
import type { ViewEvent } from '../projection';
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

interface Before {
  readonly requesters: readonly CaseRequester[];
  /** `recordedAt` of the event. */
  readonly at: string;
  readonly occurredAt: string;
}

const owedAnew = (_data: unknown, { requesters }: Before): readonly CaseRequester[] =>
  requesters.map(({ answered: _, followUp: __, ...requester }) => ({ ...requester, attempts: [] }));

/** That it goes on elsewhere is owed anew with each place it goes to. */
function toldOfNothing(_data: unknown, { requesters }: Before): readonly CaseRequester[] {
  return requesters.map(({ toldOf: _, ...requester }) => requester);
}

const changes: ByEvent<Before, readonly CaseRequester[]> = {
  RequesterJoined: ({ requester }, { requesters, at }) => [...requesters, joinedRequester(requester, at)],
  RequesterAnswered: (data, { requesters, at }) => {
    const { subjectOf } = data;
    if (subjectOf === 'referral' || subjectOf === 'merge')
      return changed(requesters, data, { toldOf: subjectOf });
    return isOfAnEnd(subjectOf) ? changed(requesters, data, { answered: { at, subjectOf } }) : requesters;
  },
  DisclosureConsented: (data, { requesters }) => changed(requesters, data, { disclosure: true }),
  ContactAttempted: (data, { requesters, occurredAt }) =>
    countsAsAttempt(data) ? sought(requesters, data, occurredAt) : requesters,
  FollowUpRecorded: (data, { requesters, at, occurredAt }) =>
    data.outcome === 'not-reached'
      ? sought(requesters, data, occurredAt)
      : changed(requesters, data, { followUp: followUp(data, at) }),
  CaseHandled: (_, { requesters }) => requesters.map((each) => ({ ...each, attempts: [] })),
  RequesterWithdrew: (data, { requesters }) => changed(requesters, data, { withdrawn: true }),
  ReportAmended: ({ requesterId, fields: { requester }, anotherRespondent }, { requesters }) => {
    const those = anotherRespondent ? requesters.map(({ disclosure: _agreed, ...each }) => each) : requesters;
    return requester === undefined
      ? those
      : those.map((each) => (each.requesterId === requesterId ? identityAfter(each, requester) : each));
  },
  ReworkOrdered: owedAnew,
  JointResolutionFailed: owedAnew,
  CaseReferred: (data, before) => toldOfNothing(data, { ...before, requesters: owedAnew(data, before) }),
  CaseMerged: toldOfNothing,
  CaseReopened: owedAnew,
};

/** The requesters after an event; the same where it says nothing of them. */
export function requestersAfter(
  { requesters }: CaseRow,
  event: CaseEvent,
  { recordedAt: at, occurredAt }: Pick<ViewEvent, 'recordedAt' | 'occurredAt'>,
): readonly CaseRequester[] {
  return byEvent(changes, event, { requesters, at, occurredAt }) ?? requesters;
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
