import type { Window } from '../values';
import type { FreeTime } from './volunteer.messages';

/** Half an hour: the grain of free time. */
export const slotMs = 30 * 60_000;
const slotsPerDay = 48;
const dayMs = slotsPerDay * slotMs;

/** Whether a local half-hour, counted from 1970-01-01 00:00 local time, is free. */
export type FreeSlots = (localSlot: number) => boolean;

const knownSlots = new WeakMap<FreeTime, FreeSlots>();

/**
 * Free time as a test of half-hours: on the dates of its exceptions exactly these are free, whatever the week says.
 * Worked out once for each object: every order asks it of everybody.
 */
export function freeSlotsOf(freeTime: FreeTime): FreeSlots {
  const slots = knownSlots.get(freeTime) ?? slotsOf(freeTime);
  knownSlots.set(freeTime, slots);
  return slots;
}

function slotsOf(freeTime: FreeTime): FreeSlots {
  const weekly = weeklySlotsOf(freeTime.weekly);
  const exceptions = new Map(freeTime.exceptions.map(({ date, free }) => [dayOf(date), new Set(free)]));
  return (localSlot) => {
    const exception = exceptions.get(Math.floor(localSlot / slotsPerDay));
    return exception ? exception.has(modulo(localSlot, slotsPerDay)) : weekly(localSlot);
  };
}

/** Half-hours of a week (0 = Monday 00:00) as a test of local half-hours. */
export function weeklySlotsOf(weekly: readonly number[]): FreeSlots {
  const bits = new Uint8Array(7 * slotsPerDay);
  for (const slot of weekly) bits[slot] = 1;
  return (localSlot) => bits[weekSlotOf(localSlot)] === 1;
}

/** 1970-01-01 was a Thursday, three days after the start of its week. */
function weekSlotOf(localSlot: number): number {
  return modulo(localSlot + 3 * slotsPerDay, 7 * slotsPerDay);
}

/** The local half-hour an instant (ms since 1970 UTC) lies in. */
export function localSlotOf(atMs: number, timeZoneOffsetMinutes: number): number {
  return Math.floor((atMs + timeZoneOffsetMinutes * 60_000) / slotMs);
}

/** The instant (ms since 1970 UTC) at which a local half-hour begins. */
export function startOfSlotMs(localSlot: number, timeZoneOffsetMinutes: number): number {
  return localSlot * slotMs - timeZoneOffsetMinutes * 60_000;
}

/** Whether every half-hour that [from, to) touches is free. */
export function isFreeDuring(free: FreeSlots, window: Window, timeZoneOffsetMinutes: number): boolean {
  const last = localSlotOf(Date.parse(window.to) - 1, timeZoneOffsetMinutes);
  for (let slot = localSlotOf(Date.parse(window.from), timeZoneOffsetMinutes); slot <= last; slot += 1) {
    if (!free(slot)) return false;
  }
  return true;
}

/** Half-open intervals: one that ends when the other starts does not overlap it. */
export function overlap(a: Window, b: Window): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The local date (yyyy-mm-dd) of an instant. */
export function localDateOf(instant: string, timeZoneOffsetMinutes: number): string {
  return new Date(Date.parse(instant) + timeZoneOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** A window in local time: `2026-03-02 18:00–20:00`. */
export function localWindow({ from, to }: Window, timeZoneOffsetMinutes: number): string {
  const dateOf = (instant: string) => localDateOf(instant, timeZoneOffsetMinutes);
  const timeOf = (instant: string) =>
    new Date(Date.parse(instant) + timeZoneOffsetMinutes * 60_000).toISOString().slice(11, 16);
  const until = dateOf(from) === dateOf(to) ? timeOf(to) : `${dateOf(to)} ${timeOf(to)}`;
  return `${dateOf(from)} ${timeOf(from)}–${until}`;
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`) / dayMs;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
