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

/** A profile, and the first instant at which time alone changes it. */
export interface DatedProfile {
  readonly profile: CandidateProfile;
  readonly changesAt: string;
}

/** As matching sees them; nothing of somebody who was only asked for and never registered. */
export function profileOf({ state, served, asked }: PoolEntry, now: string): DatedProfile | undefined {
  if (state.status === 'unregistered') return undefined;
  const { volunteerId, skills, interests, certificates, freeTime, standingConsents, compound } = state;
  const bookings = liveBookings(state).filter(({ to }) => to > now);
  const asks = asked.filter((at) => daysAfter(at, asksDays) > now);
  const services = served.filter(({ at }) => daysAfter(at, loadDays) > now);
  const isPaused = isPausedAt(state, now);
  const lastAskedAt = asked.at(-1);
  const profile: CandidateProfile = {
    ...{ volunteerId, skills, interests, freeTime, standingConsents, compound, bookings },
    certificates: certificates.filter(({ expired }) => !expired),
    ...(state.building === undefined ? {} : { building: state.building }),
    left: state.status === 'left',
    ...(isPaused ? { paused: state.paused } : {}),
    minutesLast13Weeks: services.reduce((sum, { minutes }) => sum + minutes, 0),
    asksLast7Days: asks.length,
    ...(lastAskedAt === undefined ? {} : { lastAskedAt }),
  };
  const changes = [
    ...bookings.map(({ to }) => to),
    ...asks.map((at) => daysAfter(at, asksDays)),
    ...services.map(({ at }) => daysAfter(at, loadDays)),
    ...(isPaused && state.paused?.until !== undefined ? [state.paused.until] : []),
  ];
  return { profile, changesAt: changes.reduce((least, each) => (each < least ? each : least), never) };
}

const never = '9999';

/** Asks that no rule looks at any more are forgotten now and then, but for the last one. */
export function withAsk(entry: PoolEntry, at: string): PoolEntry {
  const { asked } = entry;
  const kept = asked.length < keptMax ? asked : asked.filter((each) => daysAfter(each, asksDays) > at);
  return { ...entry, asked: [...kept, at] };
}

export function withService(entry: PoolEntry, service: { at: string; minutes: number }): PoolEntry {
  const { served } = entry;
  const kept =
    served.length < keptMax ? served : served.filter(({ at }) => daysAfter(at, loadDays) > service.at);
  return { ...entry, served: [...kept, service] };
}

function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * dayMs).toISOString();
}
