import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import { accountableAgain } from './accountability';
import { requesterOf } from './answers';
import type { CaseDecision, CaseHandler } from './case.handler';
import type { CaseEvent } from './case.events';
import type { ReopeningRequest, ReportedCase } from './case.state';
import { archiveAtOf, deadlineOf, later, unlessGround, withoutPolicy } from './clocks';
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
  const comesBack = isWithinTerm(state, context) ? reopened(data.requestId, state, context) : [];
  // Where nobody may answer for it, the wish is recorded all the same, and people see to it.
  return 'refused' in comesBack ? [requested] : [requested, ...comesBack];
};

/** A case that ended in another system has no end here to count the term from: staff decide. */
function isWithinTerm({ endedAt }: ReportedCase, { now, rules }: DecisionContext): boolean {
  return endedAt !== undefined && now <= later(endedAt, rules.policy.reopeningTermDays * dayMs);
}

export const grantReopening: CaseHandler<'GrantReopening'> = ({ requestId }, state, context) => {
  const request = requestOf(state, requestId);
  if ('refused' in request) return request;
  return withoutPolicy(context.rules) ?? reopened(requestId, state, context);
};

export const refuseReopening: CaseHandler<'RefuseReopening'> = (data, state, { now, rules }) => {
  const request = requestOf(state, data.requestId);
  if ('refused' in request) return request;
  const refusal = unlessGround(data.ground, rules.policy.grounds.reopeningRefusal);
  const archiveAt = state.status === 'closed' ? archiveAtOf(now, rules) : undefined;
  return refusal ?? [{ type: 'ReopeningRefused', data: { ...data, archiveAt } }];
};

function requestOf({ reopeningRequests }: ReportedCase, requestId: string): ReopeningRequest | Refusal {
  const request = reopeningRequests.find((each) => each.requestId === requestId);
  return request ?? refuse('ReopeningRequestUnknown', { requestId });
}

/** A round of its own, with its own clocks; from some reopening on supervised by the secretary (CASE, rule 8). */
function reopened(requestId: string, state: ReportedCase, context: DecisionContext): CaseDecision {
  const { now, rules } = context;
  const accountable = accountableAgain(state, context);
  if ('refused' in accountable) return accountable;
  const { supervised, reopened: times } = state.flags;
  const data = {
    round: currentRound(state).round + 1,
    requestId,
    accountable,
    deadlines: [deadlineOf('dispatch', { startedAt: now, urgency: state.urgency }, rules)],
    supervised: supervised || times + 1 >= rules.policy.reopening.supervisedFrom,
  };
  return [{ type: 'CaseReopened', data }];
}
