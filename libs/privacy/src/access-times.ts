import { isBehind } from '@threekeys/event-store';
import { setImmediate as turn } from 'node:timers/promises';
import type { AccessLog } from './access-log';
import { accessIn } from './access-text';
import type { AccessesSeen } from './access-witness';

/** What the log says of when something may have been opened. */
export interface AccessesWitnessed {
  readonly seen: readonly (AccessesSeen & { readonly recordedAt: string })[];
  /** When its first event was recorded: nobody opened anything before. */
  readonly from?: string | undefined;
  /** Later nobody can have opened anything; absent: no clock is to be trusted that far. */
  readonly until?: string | undefined;
  /** What clocks said that were accepted though they stood behind: time may go back to there. */
  readonly clocks: readonly string[];
}

/** A month of the access log that holds what was not opened then. */
export interface AccessMisdated {
  readonly month: string;
  readonly what: string;
}

export interface AccessTimes {
  /** The first of each month. */
  readonly misdated: readonly AccessMisdated[];
  /** Lines that no witness has seen yet: of them it is only known that they are chained, and dated after it. */
  readonly unwitnessed: number;
}

const linesPerTurn = 500;
/** A witness in a cluster leaves out what is younger: others may still be writing it. */
const settledMs = 600_000;

/**
 * Whether what was opened can have been opened when it says: in the month of its file, not before the line before it nor the
 * first event of the log, not in the future, what no witness has seen not before the last one, and nothing more in a month
 * that was over when a later one was witnessed (docs/decisions/0016). Clocks may differ, and go back, as in the log itself.
 */
export async function checkAccessTimes(
  log: AccessLog,
  months: readonly string[],
  witnessed: AccessesWitnessed,
): Promise<AccessTimes> {
  const misdated: AccessMisdated[] = [];
  let unwitnessed = 0;
  for (const month of months) {
    const times = new MonthTimes(month, witnessed);
    for await (const text of log.texts(month)) {
      times.take(accessIn(text)?.at);
      if (times.lines % linesPerTurn === 0) await turn();
    }
    misdated.push(...times.end().map((what) => ({ month, what })));
    unwitnessed += times.unwitnessed;
  }
  return { misdated, unwitnessed };
}

class MonthTimes {
  lines = 0;
  private wrong: string | undefined;
  private newest: string;
  private readonly seen: number;
  /** What no witness has seen was not opened before. */
  private readonly unseenFrom: string;

  constructor(
    private readonly month: string,
    private readonly witnessed: AccessesWitnessed,
  ) {
    const { seen, from = '' } = witnessed;
    this.newest = from;
    this.seen = Math.max(0, ...seen.filter((each) => each.month === month).map(({ lines }) => lines));
    const last = seen.at(-1)?.recordedAt;
    this.unseenFrom = last === undefined ? '' : new Date(Date.parse(last) - settledMs).toISOString();
  }

  get unwitnessed(): number {
    return Math.max(0, this.lines - this.seen);
  }

  /** @param at undefined: of a line that is no access, which its chain tells */
  take(at: string | undefined): void {
    this.lines += 1;
    if (at === undefined) return;
    const what = this.wrongWith(at);
    if (what !== undefined) this.wrong ??= `line ${String(this.lines)} is dated ${at}, ${what}`;
    // What follows a step backwards is measured by the step, so that one does not hide the next.
    if (at > this.newest || isBehind(at, this.newest)) this.newest = at;
  }

  end(): readonly string[] {
    const more = this.isOver() && this.lines > this.seen;
    const [there, seen] = [String(this.lines), String(this.seen)];
    return [
      ...(this.wrong === undefined ? [] : [this.wrong]),
      ...(more ? [`${there} lines are there, and ${seen} were witnessed once it was over`] : []),
    ];
  }

  private wrongWith(at: string): string | undefined {
    const { from = '', until } = this.witnessed;
    if (!at.startsWith(this.month)) return 'which is not in that month';
    if (until !== undefined && isBehind(until, at)) return 'which is in the future';
    if (this.witnessed.clocks.some((clock) => !isBehind(at, clock))) return undefined;
    return isBehind(at, from) ? `and the log begins at ${from}` : this.behind(at);
  }

  private behind(at: string): string | undefined {
    if (isBehind(at, this.newest)) return `and comes after one of ${this.newest}`;
    const isUnseen = this.lines > this.seen && isBehind(at, this.unseenFrom);
    return isUnseen ? 'and a later witness has not seen it' : undefined;
  }

  /** A later month was witnessed, and no clock has gone back into this one. */
  private isOver(): boolean {
    const { seen, clocks } = this.witnessed;
    return (
      seen.some(({ month }) => month > this.month) && !clocks.some((clock) => clock.slice(0, 7) <= this.month)
    );
  }
}
