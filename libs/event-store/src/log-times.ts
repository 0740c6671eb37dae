/**
 * Events of different streams may overtake each other between being dated and being stored: by milliseconds in a process, by
 * what their clocks differ on several machines.
 */
const toleranceMs = 5 * 60_000;

/** Whether an instant lies before another one by more than clocks may differ. */
export function isBehind(instant: string, newest: string): boolean {
  return Date.parse(newest) - Date.parse(instant) > toleranceMs;
}

/** In global order, a log is as old as its newest event: what is dated long before that was not recorded then. */
export class LogTimes {
  private newest = '';
  private isTold = false;

  /** @returns what is wrong; of many that follow one event the first */
  take(recordedAt: string): readonly string[] {
    if (recordedAt >= this.newest) {
      this.newest = recordedAt;
      this.isTold = false;
      return [];
    }
    if (this.isTold || !isBehind(recordedAt, this.newest)) return [];
    this.isTold = true;
    const what = `recorded at ${recordedAt}, though the log held an event of ${this.newest}`;
    return [`${what}: it is back-dated, or a clock was wrong`];
  }
}
