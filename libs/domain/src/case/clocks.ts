import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import type { Urgency } from '../values';
import type { ReportedCase } from './case.state';
import type { Deadline, DeadlineName, KeyDeadline, Party } from './case.values';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** The instant so many milliseconds later. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

export function minutesLater(instant: string, minutes: number): string {
  return later(instant, minutes * minuteMs);
}

export interface Start {
  readonly startedAt: string;
  readonly urgency: Urgency;
}

/** A deadline in clock hours of the policy in force: by urgency, with a warning when the policy's share of it is over. */
export function deadlineOf(name: DeadlineName, { startedAt, urgency }: Start, { policy }: Rules): Deadline {
  const lengthMs = policy.deadlineHours[name][urgency] * hourMs;
  return {
    name,
    clock: 'clock-hours',
    startedAt,
    warnAt: later(startedAt, (lengthMs / 100) * policy.warnAtPercent),
    dueAt: later(startedAt, lengthMs),
    policyVersion: policy.version,
  };
}

/** The clock of a party's key. */
export function keyDeadlineOf(party: Party, { startedAt, urgency }: Start, { policy }: Rules): KeyDeadline {
  const dueAt = later(startedAt, policy.jointResolution.keyHours[urgency] * hourMs);
  return { party, clock: 'clock-hours', startedAt, dueAt, policyVersion: policy.version };
}

/**
 * Clocks that a pause stopped run on (CASE, rule 11): due as much later as they stood still, what was begun meanwhile since
 * then. Nothing where none stands still.
 */
export function resumedClocks(
  { pausedAt, stopped }: Pick<ReportedCase, 'pausedAt' | 'stopped'>,
  now: string,
): Deadline[] | undefined {
  if (pausedAt === undefined || stopped.length === 0) return undefined;
  return stopped.map(({ warned: _warned, breached: _breached, workOrderId: _order, ...deadline }) => {
    const { startedAt, warnAt, dueAt } = deadline;
    const stoodMs = Date.parse(now) - Date.parse(startedAt > pausedAt ? startedAt : pausedAt);
    return { ...deadline, warnAt: later(warnAt, stoodMs), dueAt: later(dueAt, stoodMs) };
  });
}

/** After a wait: what stood still runs on; where nobody has been given work yet, its dispatch begins anew. */
export function clocksAfterPause(
  state: Pick<ReportedCase, 'pausedAt' | 'stopped' | 'urgency'>,
  { now, rules }: { now: string; rules: Rules },
): Deadline[] {
  const { urgency } = state;
  const goOn = resumedClocks(state, now) ?? [];
  const isGiven = goOn.some(({ name }) => name === 'handling');
  return isGiven ? goOn : [...goOn, deadlineOf('dispatch', { startedAt: now, urgency }, rules)];
}

const dayMs = 24 * hourMs;

/** When what ends now is archived by itself: not before the term in which a requester reopens it is over. */
export function archiveAtOf(now: string, { policy }: Rules): string {
  const days = Math.max(policy.archiveAfterDays, policy.reopeningTermDays);
  return later(now, days * dayMs + 1);
}

/** Whoever starts a clock needs a policy that somebody adopted. */
export function withoutPolicy({ policy }: Rules): Refusal | undefined {
  return policy.version === 0 ? refuse('PolicyMissing') : undefined;
}

/** Grounds and reasons are codes of the policy in force. */
export function unlessGround(code: string, grounds: readonly string[]): Refusal | undefined {
  return grounds.includes(code) ? undefined : refuse('GroundNotInPolicy', { ground: code });
}
