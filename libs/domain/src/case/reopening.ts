import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import { accountableAgain } from './accountability';
import { requesterOf } from './answers';
import type { CaseHandler } from './case.handler';
import type { CaseEvent } from './case.events';
import type { ReopeningRequest, ReportedCase } from './case.state';
import { deadlineOf, later, unlessGround, withoutPolicy } from './clocks';
import { currentRound } from './openings';
import { alreadyUsed } from './used-ids';

const dayMs = 86_400_000;

/** 申请重开: within the policy's term it reopens at once, later staff grant or refuse. */
export const requestReopening: CaseHandler<'RequestReopening'> = (data, state, context) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  const pending = state.reopeningRequests.find(({ requesterId }) => requesterId === data.requesterId);
  const refusal =
    alreadyUsed(state, data.requestId) ??
    (pending ? refuse('ReopeningAlreadyAsked', { requestId: pending.requestId }) : undefined) ??
    withoutPolicy(context.rules);
  if (refusal) return refusal;
  const requested: CaseEvent = { type: 'ReopeningRequested', data };
  return isWithinTerm(state, context) ? [requested, reopened(data.requestId, state, context)] : [requested];
};

/** A case that ended in another system has no end here to count the term from: staff decide. */
function isWithinTerm({ endedAt }: ReportedCase, { now, rules }: DecisionContext): boolean {
  return endedAt !== undefined && now <= later(endedAt, rules.policy.reopeningTermDays * dayMs);
}

export const grantReopening: CaseHandler<'GrantReopening'> = ({ requestId }, state, context) => {
  const request = requestOf(state, requestId);
  if ('refused' in request) return request;
  return withoutPolicy(context.rules) ?? [reopened(requestId, state, context)];
};

export const refuseReopening: CaseHandler<'RefuseReopening'> = (data, state, { rules }) => {
  const request = requestOf(state, data.requestId);
  if ('refused' in request) return request;
  const refusal = unlessGround(data.ground, rules.policy.grounds.reopeningRefusal);
  return refusal ?? [{ type: 'ReopeningRefused', data }];
};

function requestOf({ reopeningRequests }: ReportedCase, requestId: string): ReopeningRequest | Refusal {
  const request = reopeningRequests.find((each) => each.requestId === requestId);
  return request ?? refuse('ReopeningRequestUnknown', { requestId });
}

/** A round of its own, with its own clocks; from the second reopening on supervised by the secretary (CASE, rule 8). */
function reopened(requestId: string, state: ReportedCase, context: DecisionContext): CaseEvent {
  const { now, rules } = context;
  return {
    type: 'CaseReopened',
    data: {
      round: currentRound(state).round + 1,
      requestId,
      accountable: accountableAgain(state, context),
      deadlines: [deadlineOf('dispatch', { startedAt: now, urgency: state.urgency }, rules)],
      supervised: state.flags.supervised || state.flags.reopened >= 1,
    },
  };
}
