import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import type { Urgency } from '../values';
import type { ReportedCase } from './case.state';
import type { Deadline, DeadlineName } from './case.values';

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

/**
 * Rework continues the handling clock (CASE, rule 11): it stood still since the case was handled, which is when its
 * follow-up began, and is due as much later. Nothing where no clock stands still.
 */
export function resumedClocks(
  { deadlines, stopped }: Pick<ReportedCase, 'deadlines' | 'stopped'>,
  now: string,
): Deadline[] | undefined {
  const handledAt = deadlines.find(({ name }) => name === 'follow-up')?.startedAt;
  if (handledAt === undefined || stopped.length === 0) return undefined;
  const stoodMs = Date.parse(now) - Date.parse(handledAt);
  return stopped.map(({ warned: _warned, breached: _breached, workOrderId: _order, ...deadline }) => ({
    ...deadline,
    warnAt: later(deadline.warnAt, stoodMs),
    dueAt: later(deadline.dueAt, stoodMs),
  }));
}

/** Whoever starts a clock needs a policy that somebody adopted. */
export function withoutPolicy({ policy }: Rules): Refusal | undefined {
  return policy.version === 0 ? refuse('PolicyMissing') : undefined;
}

/** Grounds and reasons are codes of the policy in force. */
export function unlessGround(code: string, grounds: readonly string[]): Refusal | undefined {
  return grounds.includes(code) ? undefined : refuse('GroundNotInPolicy', { ground: code });
}
