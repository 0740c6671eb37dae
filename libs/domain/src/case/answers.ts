import { refuse, type Refusal } from '../refusals';
import type { CaseHandler, DataOf } from './case.handler';
import type { CaseRequester, ReportedCase } from './case.state';
import { reworkOf } from './check';
import { resumedClocks } from './clocks';
import { didTheWork } from './handling';
import { currentRound, isAnonymous } from './openings';
import { alreadyUsed } from './used-ids';

/** A requester who has not withdrawn, or why they cannot be spoken to. */
export function requesterOf(state: ReportedCase, requesterId: string): CaseRequester | Refusal {
  const requester = state.requesters.find((each) => each.requesterId === requesterId);
  if (!requester) return refuse('RequesterUnknown', { requesterId });
  return requester.withdrawn ? refuse('RequesterHasWithdrawn', { requesterId }) : requester;
}

/** 联系: an attempt, whether or not it reached them. */
export const recordContact: CaseHandler<'RecordContact'> = (data, state) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  return alreadyUsed(state, data.contactId) ?? [{ type: 'ContactAttempted', data }];
};

/** 答复: to a requester, on what there is to answer about. */
export const answerRequester: CaseHandler<'AnswerRequester'> = (data, state) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  const refusal = alreadyUsed(state, data.answerId) ?? unlessDue(data, state);
  return refusal ?? [{ type: 'RequesterAnswered', data }];
};

/** A refusal is told once it is there, a result once it is checked; how far things are, as long as they are not over. */
function unlessDue({ subjectOf }: DataOf<'AnswerRequester'>, { status }: ReportedCase): Refusal | undefined {
  const due = {
    decline: status === 'declined',
    result: status === 'awaiting-follow-up',
    progress: status !== 'declined',
  };
  return due[subjectOf] ? undefined : refuse('NothingToAnswer', { status, subject: subjectOf });
}

/** 回访. “Not solved” orders rework while the case is open; after it was closed it is a reason to ask for its reopening. */
export const recordFollowUp: CaseHandler<'RecordFollowUp'> = (data, state, { by, now }) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  const refusal =
    alreadyUsed(state, data.followUpId) ??
    (didTheWork(state, by) ? refuse('DoerMayNotFollowUp') : undefined) ??
    unlessConsistent(data, requester);
  if (refusal) return refusal;
  const recorded = { type: 'FollowUpRecorded', data: { ...data, round: currentRound(state).round } } as const;
  if (data.solved !== false) return [recorded];
  if (state.status === 'closed') return refuse('ClosedAsksForReopening', { number: state.number });
  const rework = { ...reworkOf(state), because: 'follow-up', deadlines: resumedClocks(state, now) } as const;
  return [recorded, { type: 'ReworkOrdered', data: rework }];
};

/** Whoever was reached says whether it is solved; nobody else is counted; nobody but an anonymous one is out of reach. */
function unlessConsistent(
  { outcome, solved, outcomeScore, serviceScore }: DataOf<'RecordFollowUp'>,
  requester: CaseRequester,
): Refusal | undefined {
  if (outcome === 'reached') return solved === undefined ? refuse('FollowUpNeedsSolved') : undefined;
  if ([solved, outcomeScore, serviceScore].some((each) => each !== undefined)) {
    return refuse('OnlyReachedCount', { outcome });
  }
  return outcome === 'not-possible' && !isAnonymous(requester) ? refuse('FollowUpIsPossible') : undefined;
}
