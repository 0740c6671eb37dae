import { asksDaysMax, isPausedAt, liveBookings, loadDaysMax } from '@threekeys/domain';
import type { Policy, Volunteer } from '@threekeys/domain';
import type { CandidateProfile } from '@threekeys/matching';

const dayMs = 86_400_000;
const weekDays = 7;
const keptMax = 32;

/** What the pool keeps of one volunteer. */
export interface PoolEntry {
  readonly state: Volunteer;
  /** Service with when it was done. */
  readonly served: readonly { readonly at: string; readonly minutes: number }[];
  /** When they were asked, the last ones. */
  readonly asked: readonly string[];
}

/** How many days back service and asks count. */
export interface LookBack {
  readonly loadDays: number;
  readonly asksDays: number;
}

export function lookBackOf({ ranking }: Pick<Policy, 'ranking'>): LookBack {
  return { loadDays: ranking.load.days, asksDays: ranking.asks.days };
}

/** A profile, and the first instant at which time alone changes it. */
export interface DatedProfile {
  readonly profile: CandidateProfile;
  readonly changesAt: string;
}

/** As matching sees them; nothing of somebody who was only asked for and never registered. */
export function profileOf(
  { state, served, asked }: PoolEntry,
  { loadDays, asksDays, now }: LookBack & { readonly now: string },
): DatedProfile | undefined {
  if (state.status === 'unregistered') return undefined;
  const { volunteerId, skills, interests, certificates, freeTime, standingConsents, compound } = state;
  const bookings = liveBookings(state).filter(({ to }) => to > now);
  const asksCounted = since(asked, daysBefore(now, asksDays));
  const asksLast7Days = since(asked, daysBefore(now, weekDays));
  const loadFrom = daysBefore(now, loadDays);
  const services = served.filter(({ at }) => at > loadFrom);
  const isPaused = isPausedAt(state, now);
  const lastAskedAt = asked.at(-1);
  const profile: CandidateProfile = {
    ...{ volunteerId, skills, interests, freeTime, standingConsents, compound, bookings },
    certificates: certificates.filter(({ expired }) => !expired),
    ...(state.building === undefined ? {} : { building: state.building }),
    left: state.status === 'left',
    ...(isPaused ? { paused: state.paused } : {}),
    minutesServed: services.reduce((sum, { minutes }) => sum + minutes, 0),
    asksCounted: asksCounted.length,
    asksLast7Days: asksLast7Days.length,
    ...(lastAskedAt === undefined ? {} : { lastAskedAt }),
  };
  const changes = [
    ...bookings.map(({ to }) => to),
    ...afterEarliest(asksCounted, asksDays),
    ...afterEarliest(asksLast7Days, weekDays),
    ...afterEarliest(
      services.map(({ at }) => at),
      loadDays,
    ),
    ...(isPaused && state.paused?.until !== undefined ? [state.paused.until] : []),
  ];
  return { profile, changesAt: earliestOf(changes) };
}

const since = (instants: readonly string[], from: string): readonly string[] =>
  instants.filter((each) => each > from);

/** When the first of these no longer counts. */
const afterEarliest = (instants: readonly string[], days: number): readonly string[] =>
  instants.length === 0 ? [] : [daysAfter(earliestOf(instants), days)];

const never = '9999';
/** A time that never comes where there is none. */
export const earliestOf = (instants: readonly string[]): string =>
  instants.reduce((least, each) => (each < least ? each : least), never);

/** Asks that no rule looks at any more are forgotten now and then, but for the last one. */
export function withAsk(entry: PoolEntry, at: string): PoolEntry {
  const { asked } = entry;
  const kept = asked.length < keptMax ? asked : since(asked, daysBefore(at, asksDaysMax));
  return { ...entry, asked: [...kept, at] };
}

export function withService(entry: PoolEntry, service: { at: string; minutes: number }): PoolEntry {
  const { served } = entry;
  const from = daysBefore(service.at, loadDaysMax);
  const kept = served.length < keptMax ? served : served.filter(({ at }) => at > from);
  return { ...entry, served: [...kept, service] };
}

function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * dayMs).toISOString();
}

const daysBefore = (instant: string, days: number): string => daysAfter(instant, -days);
