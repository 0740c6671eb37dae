import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import type { CaseDecision, CaseHandler, DataOf } from './case.handler';
import type { CaseRequester, ReportedCase } from './case.state';
import type { Deadline } from './case.values';
import { isOfTheCompany } from './check';
import { resumedClocks } from './clocks';
import { didTheWork } from './handling';
import { unlessImpartial } from './impartiality';
import { currentRound, isAnonymous, isHandled } from './openings';
import { countsAsAttempt } from './requesters.evolve';
import { rework, reworkOf } from './rework';
import { alreadyUsed } from './used-ids';

/** A requester who has not withdrawn, or why they cannot be spoken to. */
export function requesterOf(state: ReportedCase, requesterId: string): CaseRequester | Refusal {
  const requester = state.requesters.find((each) => each.requesterId === requesterId);
  if (!requester) return refuse('RequesterUnknown', { requesterId });
  return requester.withdrawn ? refuse('RequesterHasWithdrawn', { requesterId }) : requester;
}

/** 联系: an attempt, whether or not it reached them. What counts towards “not reached” is a follow-up: no doer records it. */
export const recordContact: CaseHandler<'RecordContact'> = (data, state, context) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  const counts = countsAsAttempt(data) && isHandled(state);
  const refusal = alreadyUsed(state, data.contactId) ?? (counts ? unlessOutsider(state, context) : undefined);
  return refusal ?? [{ type: 'ContactAttempted', data }];
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
    merge: status === 'merged',
    result: status === 'awaiting-follow-up',
    progress: status !== 'declined' && status !== 'merged',
    referral: status === 'referred',
  };
  return due[subjectOf] ? undefined : refuse('NothingToAnswer', { status, subject: subjectOf });
}

/** 回访. “Not solved” orders rework while the case is open; after it was closed it is a reason to ask for its reopening. */
export const recordFollowUp: CaseHandler<'RecordFollowUp'> = ({ windows, ...data }, state, context) => {
  const { rules } = context;
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  const refusal =
    alreadyUsed(state, data.followUpId) ??
    unlessOutsider(state, context) ??
    unlessConsistent(data, requester, rules);
  if (refusal) return refusal;
  const recorded = { type: 'FollowUpRecorded', data: { ...data, round: currentRound(state).round } } as const;
  const then = afterAnswer({ ...data, windows }, state, context);
  return 'refused' in then ? then : [recorded, ...then];
};

function afterAnswer(
  { solved, windows }: DataOf<'RecordFollowUp'>,
  state: ReportedCase,
  context: DecisionContext,
): CaseDecision {
  if (solved !== false) return windows ? refuse('NoVisitToAgree') : [];
  if (state.status === 'closed') return refuse('ClosedAsksForReopening', { number: state.number });
  const deadlines = clocksOfRework(state, context.now);
  return rework({ because: 'follow-up', deadlines, windows }, state, context);
}

/** Neither who did the work asks how it went, nor whoever works for the company that did it, nor the side that is complained about. */
function unlessOutsider(state: ReportedCase, context: DecisionContext): Refusal | undefined {
  const { by } = context;
  if (didTheWork(state, by) || isOfTheCompany(state, context)) return refuse('DoerMayNotFollowUp');
  return unlessImpartial([by.id, by.onBehalfOf], state, context);
}

/** Where the body outside is asked again, the clock goes on standing still. */
function clocksOfRework(state: ReportedCase, now: string): Deadline[] | undefined {
  return reworkOf(state).referralId === undefined ? resumedClocks(state, now) : undefined;
}

function unlessOnScale(
  { outcomeScore = 1, serviceScore = 1 }: Pick<DataOf<'RecordFollowUp'>, 'outcomeScore' | 'serviceScore'>,
  { policy: { scoreMax } }: Rules,
): Refusal | undefined {
  const score = Math.max(outcomeScore, serviceScore);
  return score > scoreMax ? refuse('ScoreOffScale', { score, highest: scoreMax }) : undefined;
}

/** Whoever was reached says whether it is solved; nobody else is counted; nobody but an anonymous one is out of reach. */
function unlessConsistent(
  { outcome, solved, outcomeScore, serviceScore }: DataOf<'RecordFollowUp'>,
  requester: CaseRequester,
  rules: Rules,
): Refusal | undefined {
  if (outcome === 'reached') {
    return solved === undefined
      ? refuse('FollowUpNeedsSolved')
      : unlessOnScale({ outcomeScore, serviceScore }, rules);
  }
  if ([solved, outcomeScore, serviceScore].some((each) => each !== undefined)) {
    return refuse('OnlyReachedCount', { outcome });
  }
  return outcome === 'not-possible' && !isAnonymous(requester) ? refuse('FollowUpIsPossible') : undefined;
}
