/** Half-hours of a day. */
export const slotsPerDay = 48;
export const daysPerWeek = 7;

/** Half-open, in half-hours of one day. */
export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/** Half-hours that touch, as ranges. */
export function rangesOf(slots: readonly number[]): readonly SlotRange[] {
  const sorted = [...new Set(slots)].sort((a, b) => a - b);
  return sorted.reduce<readonly SlotRange[]>((ranges, slot) => {
    const last = ranges.at(-1);
    return last?.to === slot
      ? [...ranges.slice(0, -1), { from: last.from, to: slot + 1 }]
      : [...ranges, { from: slot, to: slot + 1 }];
  }, []);
}

/** The half-hours of one day (0 = Monday) out of a week. */
export function ofDay(weekly: readonly number[], day: number): readonly number[] {
  return weekly
    .filter((slot) => Math.floor(slot / slotsPerDay) === day)
    .map((slot) => slot % slotsPerDay)
    .sort((a, b) => a - b);
}

/** A half-hour of a week by its day and its place in the day. */
export interface Cell {
  readonly day: number;
  readonly slot: number;
}

/** The week after every half-hour of the rectangle between two cells was set free, or not free. */
export function painted(
  weekly: ReadonlySet<number>,
  [a, b]: readonly [Cell, Cell],
  free: boolean,
): ReadonlySet<number> {
  const next = new Set(weekly);
  for (let day = Math.min(a.day, b.day); day <= Math.max(a.day, b.day); day += 1) {
    for (let slot = Math.min(a.slot, b.slot); slot <= Math.max(a.slot, b.slot); slot += 1) {
      if (free) next.add(day * slotsPerDay + slot);
      else next.delete(day * slotsPerDay + slot);
    }
  }
  return next;
}

/** “09:30”; 48 is “24:00”. */
export function clockOf(slot: number): string {
  return `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
}

export const rangeWords = ({ from, to }: SlotRange): string => `${clockOf(from)}–${clockOf(to)}`;

/** Days that are alike are said once: “Monday, Tuesday 09:00–12:00”. */
export function weekWords(
  weekly: readonly number[],
  days: readonly string[],
  joined: (words: readonly string[]) => string,
): readonly string[] {
  const byHours = new Map<string, string[]>();
  days.forEach((name, day) => {
    const hours = joined(rangesOf(ofDay(weekly, day)).map(rangeWords));
    if (hours) byHours.set(hours, [...(byHours.get(hours) ?? []), name]);
  });
  return [...byHours].map(([hours, names]) => `${joined(names)} ${hours}`);
}
