import { isPausedAt, liveBookings } from '@threekeys/domain';
import type { Volunteer } from '@threekeys/domain';
import type { CandidateProfile } from '@threekeys/matching';

const dayMs = 86_400_000;
const loadDays = 91;
const asksDays = 7;

/** What the pool keeps of one volunteer. */
export interface PoolEntry {
  readonly state: Volunteer;
  /** Service with when it was done. */
  readonly served: readonly { readonly at: string; readonly minutes: number }[];
  /** When they were asked, the last ones. */
  readonly asked: readonly string[];
}

/** As matching sees them at an instant; nothing of somebody who was only asked for and never registered. */
export function profileOf({ state, served, asked }: PoolEntry, now: string): CandidateProfile | undefined {
  if (state.status === 'unregistered') return undefined;
  const { volunteerId, skills, interests, certificates, freeTime, standingConsents, compound } = state;
  const recentAsks = asked.filter((at) => at > daysBefore(now, asksDays));
  const lastAskedAt = asked.at(-1);
  return {
    ...{ volunteerId, skills, interests, freeTime, standingConsents, compound },
    certificates: certificates.filter(({ expired }) => !expired),
    bookings: liveBookings(state).filter(({ to }) => to > now),
    ...(state.building === undefined ? {} : { building: state.building }),
    left: state.status === 'left',
    ...(isPausedAt(state, now) ? { paused: state.paused } : {}),
    minutesLast13Weeks: minutesSince(served, daysBefore(now, loadDays)),
    asksLast7Days: recentAsks.length,
    ...(lastAskedAt === undefined ? {} : { lastAskedAt }),
  };
}

/** Asks that no rule looks at any more are forgotten, but for the last one. */
export function withAsk(entry: PoolEntry, at: string): PoolEntry {
  const kept = entry.asked.filter((each) => each > daysBefore(at, asksDays));
  return { ...entry, asked: [...kept, at] };
}

export function withService(entry: PoolEntry, service: { at: string; minutes: number }): PoolEntry {
  const kept = entry.served.filter(({ at }) => at > daysBefore(service.at, loadDays));
  return { ...entry, served: [...kept, service] };
}

function minutesSince(served: PoolEntry['served'], since: string): number {
  return served.reduce((sum, { at, minutes }) => (at > since ? sum + minutes : sum), 0);
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * dayMs).toISOString();
}
