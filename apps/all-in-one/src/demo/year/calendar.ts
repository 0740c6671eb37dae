import type { Random } from '../random';

// The community's local time: China, no daylight saving. Minutes and days are counted from 1970-01-01 local.

const offsetMs = 480 * 60_000;
const minuteMs = 60_000;
export const dayMinutes = 1440;
export const dayMs = dayMinutes * minuteMs;

export const localDay = (atMs: number): number => Math.floor((atMs + offsetMs) / dayMs);
export const startOfDay = (day: number): number => day * dayMs - offsetMs;
const minuteOfDay = (atMs: number): number => Math.floor(((atMs + offsetMs) % dayMs) / minuteMs);
const localDate = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
/** 1 to 12. */
export const monthOf = (day: number): number => new Date(day * dayMs).getUTCMonth() + 1;
/** 0 = Monday. */
const weekdayOf = (day: number): number => (day + 3) % 7;

/** Days off by the solar calendar, month and day, and how many. */
const solar: readonly (readonly [string, number])[] = [
  ['01-01', 1],
  ['04-04', 3],
  ['05-01', 5],
  ['10-01', 7],
];
/** First days off by the moon, and how many: Spring Festival, Dragon Boat, Mid-Autumn. Other years do without. */
const lunar: readonly (readonly [string, number])[] = [
  ['2025-01-28', 8],
  ['2025-05-31', 3],
  ['2025-10-06', 3],
  ['2026-02-16', 8],
  ['2026-06-19', 3],
  ['2026-09-25', 3],
  ['2027-02-05', 8],
  ['2027-06-09', 3],
  ['2027-09-15', 3],
  ['2028-01-25', 8],
  ['2028-05-27', 3],
  ['2028-10-03', 3],
];

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00.000Z`) / dayMs;

const holidays = new Map<number, boolean>();

function isHoliday(day: number): boolean {
  const known = holidays.get(day) ?? isInHolidays(day);
  holidays.set(day, known);
  return known;
}

function isInHolidays(day: number): boolean {
  const year = localDate(day).slice(0, 4);
  const days = [...solar.map(([date, count]) => [`${year}-${date}`, count] as const), ...lunar];
  return days.some(([date, count]) => day >= dayOf(date) && day < dayOf(date) + count);
}

/** How much comes in on a day, 1 on an ordinary weekday: Mondays bring what the weekend has gathered. */
export function busyness(day: number): number {
  if (isHoliday(day)) return 0.35;
  return [1.25, 1.05, 1, 1, 1.05, 0.6, 0.5][weekdayOf(day)] ?? 1;
}

const opens = 8 * 60;
const closes = 18 * 60 + 30;
/** On how many of a hundred days of each sort the office leaves a matter for the next day. */
const restsOn = (day: number): number =>
  isHoliday(day) ? 75 : ([0, 0, 0, 0, 0, 35, 60][weekdayOf(day)] ?? 0);

/** When somebody of the office gets to what is ready at an instant: then, or in the morning of a day that is worked. */
export function inOfficeHours(readyMs: number, random: Random): number {
  let day = localDay(readyMs);
  let minute = minuteOfDay(readyMs);
  while (minute > closes || random.between(1, 100) <= restsOn(day)) {
    day += 1;
    minute = 0;
  }
  const at = minute < opens ? opens + random.between(0, 100) : minute;
  return Math.max(readyMs, startOfDay(day) + at * minuteMs);
}

/** Minutes of the day at which people come with a matter, each as likely as the other. */
export const hours = {
  /** Before and after work, most of it in the morning. */
  office: [480, 500, 520, 530, 540, 550, 560, 570, 585, 600, 620, 650, 690, 720, 840, 860, 880, 900, 920, 950, 990, 1020, 1060, 1110],
  evening: [1080, 1140, 1170, 1200, 1215, 1230, 1250, 1270, 1290, 1310, 1335, 1365],
  anyTime: [20, 190, 400, 430, 460, 500, 560, 620, 700, 760, 830, 900, 960, 1020, 1080, 1130, 1170, 1210, 1260, 1320, 1380],
} as const; // prettier-ignore

export type Hours = keyof typeof hours;
