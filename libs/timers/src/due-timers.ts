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
  constructor(private readonly models: Pick<ReadModels, 'find'>) {}

  /** What is due by now and passes, oldest first, at most so many. */
  async by(
    now: string,
    policy: Policy,
    { max, passes }: { max: number; passes: (due: DueTimer) => boolean },
  ): Promise<readonly DueTimer[]> {
    const found: DueTimer[] = [];
    for await (const row of this.rows({ to: justAfter(now) })) {
      found.push(...timersIn(row, policy).filter((due) => due.dueAt <= now && passes(due)));
      if (found.length >= max) break;
    }
    return found.sort(byTime).slice(0, max);
  }

  /** When the first timer that passes is due, late or not; nothing where none waits. */
  async next(policy: Policy, passes: (due: DueTimer) => boolean): Promise<string | undefined> {
    let first: string | undefined;
    for await (const row of this.rows({})) {
      if (first !== undefined && row.nextAt !== undefined && row.nextAt >= first) break;
      first = earliest([
        first,
        ...timersIn(row, policy)
          .filter(passes)
          .map((due) => due.dueAt),
      ]);
    }
    return first;
  }

  /** By when something of them may be due at the earliest. */
  private async *rows(nextAt: { to?: string }): AsyncIterable<TimersRow> {
    const where = { nextAt };
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

function timersIn(row: TimersRow, policy: Policy): DueTimer[] {
  return timersOf(row).map((timer) => ({
    key: timerKey(row.stream, timer),
    stream: row.stream,
    timer,
    dueAt: dueAt(timer, policy),
  }));
}

function earliest(instants: readonly (string | undefined)[]): string | undefined {
  return instants.filter((each) => each !== undefined).sort()[0];
}

function byTime(a: DueTimer, b: DueTimer): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

/** The least instant greater than this one. */
function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}
