import type { EventContext } from '../decider';
import { byEvent, type ByEvent } from './by-event';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { CaseRequester } from './case.state';
import type { Requester } from './case.values';
import { identityAfter } from './requester-identity';

export function reportedRequester(requester: Requester): CaseRequester {
  return { ...requester, withdrawn: false, attempts: [] };
}

type Requesters = readonly CaseRequester[];
interface Known {
  readonly requesters: Requesters;
  /** `occurredAt` of the event: who is sought on three days is so, whenever that is written down. */
  readonly at: string;
}

const owedAnew = (_data: unknown, { requesters }: Known): Requesters =>
  requesters.map((each) => ({ ...each, answered: undefined, followUp: undefined, attempts: [] }));

/** Whether an answer tells what came of it; that it goes on elsewhere, or how far it is, does not. */
export function isOfAnEnd(subjectOf: CaseEventOf<'RequesterAnswered'>['data']['subjectOf']): boolean {
  return subjectOf !== 'progress' && subjectOf !== 'referral' && subjectOf !== 'merge';
}

const changes: ByEvent<Known, Requesters> = {
  RequesterJoined: ({ requester, from }, { requesters }) => [
    ...requesters,
    { ...reportedRequester(requester), from },
  ],
  RequesterWithdrew: ({ requesterId }, { requesters }) =>
    changed(requesters, requesterId, () => ({ withdrawn: true })),
  RequesterAnswered: ({ requesterId, subjectOf }, { requesters }) =>
    !isOfAnEnd(subjectOf) ? requesters : changed(requesters, requesterId, () => ({ answered: subjectOf })),
  DisclosureConsented: ({ requesterId }, { requesters }) =>
    changed(requesters, requesterId, () => ({ disclosure: true })),
  ContactAttempted: (data, { requesters, at }) =>
    countsAsAttempt(data) ? attempted(requesters, data.requesterId, at) : requesters,
  FollowUpRecorded: ({ requesterId, outcome, solved }, { requesters, at }) =>
    outcome === 'not-reached'
      ? attempted(requesters, requesterId, at)
      : changed(requesters, requesterId, () => ({ followUp: { outcome, solved } })),
  CaseHandled: (_data, { requesters }) => requesters.map((each) => ({ ...each, attempts: [] })),
  ReportAmended: ({ requesterId, fields, anotherRespondent }, { requesters }) => {
    const { requester } = fields;
    const those = anotherRespondent ? requesters.map(({ disclosure: _agreed, ...each }) => each) : requesters;
    return requester ? changed(those, requesterId, (each) => identityAfter(each, requester)) : those;
  },
  ReworkOrdered: owedAnew,
  JointResolutionFailed: owedAnew,
  CaseReferred: owedAnew,
  CaseReopened: owedAnew,
};

/**
 * What requesters have heard and said. Rework, like a new round, a lock that stays shut or another body, owes each of them a new answer; attempts
 * to reach them count from the moment the case is handled.
 */
export function requestersAfter(
  requesters: Requesters,
  event: CaseEvent,
  { occurredAt }: EventContext,
): Requesters {
  return byEvent(changes, event, { requesters, at: occurredAt }) ?? requesters;
}

/** Whether a contact is an attempt to tell or ask somebody what came of it, which did not reach them. */
export function countsAsAttempt({
  reached,
  purpose,
}: Pick<CaseEventOf<'ContactAttempted'>['data'], 'reached' | 'purpose'>): boolean {
  return !reached && (purpose === 'answer' || purpose === 'follow-up');
}

function attempted(requesters: Requesters, requesterId: string, at: string): Requesters {
  return changed(requesters, requesterId, ({ attempts }) => ({ attempts: [...attempts, at] }));
}

function changed(
  requesters: Requesters,
  requesterId: string,
  change: (requester: CaseRequester) => Partial<CaseRequester>,
): Requesters {
  return requesters.map((each) => (each.requesterId === requesterId ? { ...each, ...change(each) } : each));
}
