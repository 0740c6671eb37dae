import { localDateOf, localSlotOf, slotMs, startOfSlotMs } from '@threekeys/domain';
import type { Window } from '@threekeys/domain';
import type { MatchInput } from './input';

const minuteMs = 60_000;

/** A time at which the work could begin: the interval it would take, and where that lies in local time. */
export interface Start extends Window {
  readonly fromMs: number;
  readonly firstSlot: number;
  readonly lastSlot: number;
  /** Local date of its last minute. */
  readonly lastDate: string;
}

type Asked = Pick<MatchInput, 'need' | 'now' | 'policy'>;

/**
 * Where the work can begin within the windows agreed with the resident, earliest first: at the earliest minute of each
 * window that is not over, and at each local half-hour after it, as long as the whole work fits into the window.
 */
export function possibleStarts(asked: Asked): readonly Start[] {
  const lengthMs = asked.need.minutes * minuteMs;
  const starts = new Map<number, Start>();
  for (const window of asked.need.windows) {
    const untilMs = Date.parse(window.to) - lengthMs;
    for (let atMs = earliestStartMs(window, asked.now); atMs <= untilMs; atMs = nextHalfHourMs(atMs, asked)) {
      if (!starts.has(atMs)) starts.set(atMs, startAt(atMs, asked));
    }
  }
  return [...starts.values()].sort((a, b) => a.fromMs - b.fromMs);
}

/** Where the work would begin if the windows were long enough. */
export function startsWhateverTheLength(asked: Asked): readonly Start[] {
  const at = new Set(asked.need.windows.map((window) => earliestStartMs(window, asked.now)));
  return [...at].sort((a, b) => a - b).map((atMs) => startAt(atMs, asked));
}

/** The window's own start, or the next full minute where it has begun already. */
export function earliestStartMs({ from }: Window, now: string): number {
  return from >= now ? Date.parse(from) : Math.ceil(Date.parse(now) / minuteMs) * minuteMs;
}

function nextHalfHourMs(atMs: number, { policy }: Asked): number {
  return startOfSlotMs(localSlotOf(atMs, policy.timeZoneOffsetMinutes) + 1, policy.timeZoneOffsetMinutes);
}

function startAt(fromMs: number, { need, policy }: Asked): Start {
  const toMs = fromMs + need.minutes * minuteMs;
  const offset = policy.timeZoneOffsetMinutes;
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    fromMs,
    firstSlot: localSlotOf(fromMs, offset),
    lastSlot: localSlotOf(toMs - 1, offset),
    lastDate: localDateOf(new Date(toMs - 1).toISOString(), offset),
  };
}

/** Half-hours from the earliest possible start. */
export function halfHoursAfter(start: Start, earliest: Start): number {
  return Math.floor((start.fromMs - earliest.fromMs) / slotMs);
}
