import { theTown } from './town.fixtures';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

async function passMs(ms: number): Promise<void> {
  const { premises } = theTown();
  await premises.passTo(new Date(Date.parse(premises.now()) + ms).toISOString());
}

/** Days pass where the clock can be set; elsewhere a story in which they have to cannot be told. */
export const days = { pass: (count: number): Promise<void> => passMs(count * dayMs) };

/** So far a story goes within its day. Where the clock is the server's own, its people are quicker: nothing rests on it. */
async function passWithinTheDay(ms: number): Promise<void> {
  if (theTown().premises.movesTime) await passMs(ms);
}

export const hours = { pass: (count: number): Promise<void> => passWithinTheDay(count * hourMs) };
export const minutes = { pass: (count: number): Promise<void> => passWithinTheDay(count * minuteMs) };

/** Until so many minutes after an instant. */
export const passTo = (instant: string, minutesAfter = 0): Promise<void> =>
  theTown().premises.passTo(new Date(Date.parse(instant) + minutesAfter * minuteMs).toISOString());
