import { freeSlotsOf, isFreeDuring, localSlotOf, overlap, startOfSlotMs } from '@threekeys/domain';
import type { Window } from '@threekeys/domain';
import type { VolunteerRow } from '@threekeys/read-models';

const slotMs = 30 * 60_000;
const slotsPerWeek = 336;
/** 1970-01-01 was a Thursday, three days after the start of its week. */
const slotsBeforeEpoch = 3 * 48;

/** Neither away nor booked, and in their free time, for the whole of a window. */
export function isFree(row: VolunteerRow, window: Window, timeZoneOffsetMinutes: number): boolean {
  const { freeTime, bookings, left, paused } = row;
  if (left || freeTime === undefined || isPaused(paused, window)) return false;
  if (bookings.some((each) => overlap(each, window))) return false;
  return isFreeDuring(freeSlotsOf(freeTime), window, timeZoneOffsetMinutes);
}

/** A pause without an end lasts until they say otherwise. */
function isPaused(paused: VolunteerRow['paused'], { from }: Window): boolean {
  return paused !== undefined && (paused.until === undefined || from < paused.until);
}

/** Bookings and services that begin in the local week of an instant. */
export function bookingsInWeek(row: VolunteerRow, now: string, timeZoneOffsetMinutes: number): number {
  const week = weekOf(now, timeZoneOffsetMinutes);
  const starts = [...row.bookings.map(({ from }) => from), ...row.served.map(({ at }) => at)];
  return starts.filter((at) => week.from <= at && at < week.to).length;
}

/** Monday 00:00 local time to the next. */
function weekOf(instant: string, timeZoneOffsetMinutes: number): Window {
  const slot = localSlotOf(Date.parse(instant), timeZoneOffsetMinutes);
  const monday = slot - ((((slot + slotsBeforeEpoch) % slotsPerWeek) + slotsPerWeek) % slotsPerWeek);
  const fromMs = startOfSlotMs(monday, timeZoneOffsetMinutes);
  const toMs = fromMs + slotsPerWeek * slotMs;
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

/** The half-hour that has begun. */
export function halfHourOf(now: string): Window {
  const fromMs = Math.floor(Date.parse(now) / slotMs) * slotMs;
  return { from: new Date(fromMs).toISOString(), to: new Date(fromMs + slotMs).toISOString() };
}
