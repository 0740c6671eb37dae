import type { DecisionContext } from '../decider';
import type { CaseEvent } from './case.events';
import type { CurrentPlan, JointResolution, ReportedCase } from './case.state';
import type { Deadline, Party } from './case.values';
import { clocksAfterPause, deadlineOf, resumedClocks } from './clocks';
import { reservedBy } from './key-holders';
import { currentRound, liveLeadOrder } from './openings';
import { missedForKeys } from './seats';

/** 开锁: what follows a key that is turned. Nothing while another one is missing, or the assembly's word. */
export function lockAfter(
  { joint, plan, party }: { joint: JointResolution; plan: CurrentPlan; party: Party },
  state: ReportedCase,
  context: DecisionContext,
): CaseEvent[] {
  const isTurned = (each: Party) => each === party || joint.keys.some((key) => key.party === each);
  const isReserved = reservedBy(plan, state, context) !== undefined;
  const opens = joint.parties.every(isTurned) && (!isReserved || plan.assembly === 'approved');
  if (!opens) return [];
  const lead = liveLeadOrder(state);
  const atWork = lead && (lead.status === 'dispatched' ? 'dispatched' : 'handling');
  const { round } = currentRound(state);
  const deadlines = clocksBehind(joint, state, context);
  const resumes = joint.interrupted ?? atWork;
  return [
    ...missedForKeys(state, context.now),
    { type: 'LockOpened', data: { round, version: plan.version, resumes, deadlines } },
  ];
}

/** Whoever has to hear of a result has the whole time for it again; its work stays done. */
function clocksBehind(
  { interrupted }: JointResolution,
  state: ReportedCase,
  { now, rules }: DecisionContext,
): Deadline[] {
  const start = { startedAt: now, urgency: state.urgency };
  switch (interrupted) {
    case 'awaiting-follow-up':
      return [deadlineOf('follow-up', start, rules)];
    case 'awaiting-check':
      return resumedClocks(state, now) ?? [];
    case undefined:
      return clocksAfterPause(state, { now, rules });
  }
}
