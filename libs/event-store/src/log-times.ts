/**
 * Events of different streams may overtake each other between being dated and being stored: by milliseconds in a process, by
 * what their clocks differ on several machines.
 */
const toleranceMs = 5 * 60_000;

/** Whether an instant lies before another one by more than clocks may differ. */
export function isBehind(instant: string, newest: string): boolean {
  return Date.parse(newest) - Date.parse(instant) > toleranceMs;
}

/** What says that it was as late as that. */
interface Reached {
  readonly time: string;
  readonly how: string;
}

const nothing: Reached = { time: '', how: '' };

/**
 * In global order, a log is as old as its newest event and as the newest line of its witness: what is dated long before
 * that was not recorded then. What follows a step backwards is measured by the step, so that one does not hide the next.
 */
export class LogTimes {
  private newest = nothing;
  /** Of the newest line of the witness. */
  private seen = '';

  /**
   * @param before when the event before it in its stream was recorded. A stream does not go back with its clock, it stands
   *   still: an event of that same instant does not say that it was as late as that
   * @returns what is wrong
   */
  take(recordedAt: string, before = ''): readonly string[] {
    const { time, how } = this.newest;
    if (recordedAt >= time) {
      if (recordedAt !== before) this.newest = byEvent(recordedAt);
      return [];
    }
    if (!isBehind(recordedAt, time)) return [];
    this.newest = byEvent(recordedAt);
    return [`recorded at ${recordedAt}, though ${how}: it is back-dated, or a clock was wrong`];
  }

  /**
   * The witness saw the log as it is now. A line behind the one before it says that a clock was wrong when it was written, and
   * nothing of the log: an event that was recorded by such a clock is behind that other line itself.
   * @returns what is wrong with what was recorded since the line before
   */
  witnessed({ size, time }: { readonly size: number; readonly time: string }): readonly string[] {
    if (isBehind(time, this.seen)) return [];
    const { time: newest } = this.newest;
    const isDatedAhead = this.seen !== '' && isBehind(time, newest);
    if (isDatedAhead || time >= newest)
      this.newest = { time, how: `${size} events were witnessed at ${time}` };
    if (time > this.seen) this.seen = time;
    if (!isDatedAhead) return [];
    return [
      `an event is recorded at ${newest}, though it was witnessed at ${time} already: it is dated ahead, or a clock was wrong`,
    ];
  }

  /** Somebody has accepted that the clock stands behind: time goes on from there. */
  accept(clock: string): void {
    this.newest = { time: clock, how: `a clock was accepted that said ${clock}` };
    this.seen = '';
  }
}

const byEvent = (time: string): Reached => ({ time, how: `the log held an event of ${time}` });
