const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Where nothing else is known: China, which has one time zone and no daylight saving. */
export const chinaOffsetMinutes = 480;

const written = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The instant that a field of type `datetime-local` or an address means in the community's time zone, wherever the browser
 * is; of a date alone its first moment. With `Z` or an offset it is what it says.
 * @returns undefined where it is empty, half written or not on the calendar
 */
export function instantOf(text: string, offsetMinutes: number): string | undefined {
  const [, clock = 'T00:00', , , zone] = written.exec(text) ?? [];
  const date = text.slice(0, 10);
  const at =
    isDate(date) && written.test(text) ? Date.parse(`${date}${clock}${zone === undefined ? 'Z' : ''}`) : NaN;
  if (Number.isNaN(at)) return undefined;
  return new Date(at - (zone === undefined ? offsetMinutes * minuteMs : 0)).toISOString();
}

/**
 * A date whose parts in UTC are what the clocks of the community show at an instant. `Intl` formats it in the zone `UTC`: an
 * offset is no zone that every browser knows.
 */
export function localClock(instant: string, offsetMinutes: number): Date {
  return new Date(Date.parse(instant) + offsetMinutes * minuteMs);
}

/** An instant as a field of type `datetime-local` has it. */
export function localTextOf(instant: string, offsetMinutes: number): string {
  return localClock(instant, offsetMinutes).toISOString().slice(0, 16);
}

/** Whether an address, which anybody may write, has an instant there. */
export const isInstant = (text: string): boolean => !Number.isNaN(Date.parse(text));

/** The local date, yyyy-mm-dd. */
export function localDateOf(instant: string, offsetMinutes: number): string {
  return localTextOf(instant, offsetMinutes).slice(0, 10);
}

/** The Monday of the week of a local date. */
export function mondayOf(date: string): string {
  const at = Date.parse(`${date}T00:00:00.000Z`);
  const daysSinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return datePlus(date, -daysSinceMonday);
}

export function datePlus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whether it is a date of the calendar. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && datePlus(text, 0) === text;
}
