import { isPausedAt, liveBookings } from '@threekeys/domain';
import type { Volunteer } from '@threekeys/domain';
import type { CandidateProfile } from '@threekeys/matching';

const dayMs = 86_400_000;
const loadDays = 91;
const asksDays = 7;
const keptMax = 32;

/** What the pool keeps of one volunteer. */
export interface PoolEntry {
  readonly state: Volunteer;
  /** Service with when it was done. */
  readonly served: readonly { readonly at: string; readonly minutes: number }[];
  /** When they were asked, the last ones. */
  readonly asked: readonly string[];
}

/** An instant, and since when what happened before it counts. */
export interface AsOf {
  readonly now: string;
  readonly asksSince: string;
  readonly servedSince: string;
}

export function asOf(now: string): AsOf {
  return { now, asksSince: daysBefore(now, asksDays), servedSince: daysBefore(now, loadDays) };
}

/** As matching sees them; nothing of somebody who was only asked for and never registered. */
export function profileOf(
  { state, served, asked }: PoolEntry,
  { now, asksSince, servedSince }: AsOf,
): CandidateProfile | undefined {
  if (state.status === 'unregistered') return undefined;
  const { volunteerId, skills, interests, certificates, freeTime, standingConsents, compound } = state;
  const lastAskedAt = asked.at(-1);
  return {
    ...{ volunteerId, skills, interests, freeTime, standingConsents, compound },
    certificates: certificates.filter(({ expired }) => !expired),
    bookings: liveBookings(state).filter(({ to }) => to > now),
    ...(state.building === undefined ? {} : { building: state.building }),
    left: state.status === 'left',
    ...(isPausedAt(state, now) ? { paused: state.paused } : {}),
    minutesLast13Weeks: served.reduce((sum, { at, minutes }) => (at > servedSince ? sum + minutes : sum), 0),
    asksLast7Days: asked.filter((at) => at > asksSince).length,
    ...(lastAskedAt === undefined ? {} : { lastAskedAt }),
  };
}

/** Asks that no rule looks at any more are forgotten now and then, but for the last one. */
export function withAsk(entry: PoolEntry, at: string): PoolEntry {
  const { asked } = entry;
  const kept = asked.length < keptMax ? asked : asked.filter((each) => each > daysBefore(at, asksDays));
  return { ...entry, asked: [...kept, at] };
}

export function withService(entry: PoolEntry, service: { at: string; minutes: number }): PoolEntry {
  const { served } = entry;
  const kept =
    served.length < keptMax ? served : served.filter(({ at }) => at > daysBefore(service.at, loadDays));
  return { ...entry, served: [...kept, service] };
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * dayMs).toISOString();
}
