import type { Policy } from '../policy/policy.messages';
import type { Urgency, Window } from '../values';
import { localDateOf } from '../volunteer/free-time';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

interface Asked {
  readonly urgency: Urgency;
  /** Length of the work. */
  readonly minutes: number;
  readonly now: string;
}

/**
 * When work may be done where nobody has agreed otherwise with the resident: urgent from now on for some hours, else by
 * day (the policy's local times) on the next days that have room for it, today included.
 */
export function workWindows({ urgency, minutes, now }: Asked, policy: Policy): Window[] {
  const { urgentMinutes, days: daysOffered, opensMinute, closesMinute } = policy.workWindows;
  const nowMs = Math.ceil(Date.parse(now) / minuteMs) * minuteMs;
  if (urgency === 'urgent') {
    const length = Math.max(urgentMinutes, minutes + policy.offers.expiryMinutes.urgent);
    return [window(nowMs, nowMs + length * minuteMs)];
  }
  const midnight = localMidnightMs(now, policy.timeZoneOffsetMinutes);
  const closes = Math.max(closesMinute, opensMinute + minutes);
  const days = Array.from({ length: daysOffered + 1 }, (_, day) => {
    const startMs = midnight + day * dayMinutes * minuteMs;
    return { fromMs: Math.max(nowMs, startMs + opensMinute * minuteMs), toMs: startMs + closes * minuteMs };
  });
  return days
    .filter(({ fromMs, toMs }) => toMs - fromMs >= minutes * minuteMs)
    .slice(0, daysOffered)
    .map(({ fromMs, toMs }) => window(fromMs, toMs));
}

function localMidnightMs(now: string, timeZoneOffsetMinutes: number): number {
  const date = localDateOf(now, timeZoneOffsetMinutes);
  return Date.parse(`${date}T00:00:00.000Z`) - timeZoneOffsetMinutes * minuteMs;
}

function window(fromMs: number, toMs: number): Window {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}
