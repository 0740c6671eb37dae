import type { Policy } from '@threekeys/domain';
import type { ReadModels } from '@threekeys/read-models';
import type { Timer } from './timer';
import { dueAt, timerKey } from './timer';
import type { TimersRow } from './timers.projection';
import { timers, timersOf } from './timers.projection';

/** A timer whose time has come. */
export interface DueTimer {
  readonly key: string;
  readonly stream: string;
  readonly timer: Timer;
  readonly dueAt: string;
}

const pageSize = 200;

/** Reads the `timers` view. */
export class DueTimers {
  constructor(private readonly models: ReadModels) {}

  /** What is due by now and passes, oldest first, at most so many; and when the next one may be, if any. */
  async by(
    now: string,
    policy: Policy,
    { max, passes }: { max: number; passes: (due: DueTimer) => boolean },
  ): Promise<readonly DueTimer[]> {
    const found: DueTimer[] = [];
    for await (const row of this.startedBy(now)) {
      found.push(...dueIn(row, now, policy).filter(passes));
      if (found.length >= max) break;
    }
    return found.sort(byTime).slice(0, max);
  }

  /** The first instant after now at which something may be due; nothing where nothing waits. */
  async nextAfter(now: string, policy: Policy): Promise<string | undefined> {
    const ahead = { where: { nextAt: { from: justAfter(now) } }, sort: byNextAt, limit: 1 };
    const { rows } = await this.models.find<TimersRow>(timers.name, ahead);
    let next = rows[0]?.row.nextAt;
    for await (const row of this.startedBy(now))
      for (const timer of timersOf(row)) {
        const due = dueAt(timer, policy);
        if (due > now && (next === undefined || due < next)) next = due;
      }
    return next;
  }

  /** Rows of which something may be due by now, those that wait longest first. */
  private async *startedBy(now: string): AsyncIterable<TimersRow> {
    const where = { nextAt: { to: justAfter(now) } };
    for (let cursor: string | undefined; ;) {
      const page = { where, sort: byNextAt, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
      const { rows, next } = await this.models.find<TimersRow>(timers.name, page);
      for (const { row } of rows) yield row;
      if (next === undefined) return;
      cursor = next;
    }
  }
}

const byNextAt = [{ column: 'nextAt', direction: 'ascending' }] as const;

function dueIn(row: TimersRow, now: string, policy: Policy): DueTimer[] {
  return timersOf(row)
    .map((timer) => ({
      key: timerKey(row.stream, timer),
      stream: row.stream,
      timer,
      dueAt: dueAt(timer, policy),
    }))
    .filter((each) => each.dueAt <= now);
}

function byTime(a: DueTimer, b: DueTimer): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

/** The least instant greater than this one. */
function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}
