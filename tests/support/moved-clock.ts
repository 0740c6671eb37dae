import { Clock } from '@threekeys/event-store';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Names the file of the clock to a process that is started under it. */
export const movedClockVariable = 'MOVED_CLOCK';

/**
 * The machine's clock, and how far a spec has moved it ahead (or, at its beginning, back): for all processes that read the
 * same file at each look. In between, time passes as it does.
 */
export class MovedClock extends Clock {
  constructor(private readonly file: string) {
    super();
  }

  /** One that was there goes on. */
  static startingAt(instant: string, file: string): MovedClock {
    const clock = new MovedClock(file);
    if (!existsSync(file)) clock.write(Date.parse(instant) - Date.now());
    return clock;
  }

  now(): string {
    return new Date(Date.now() + this.aheadMs()).toISOString();
  }

  /** Milliseconds that have passed since some moment, or were let pass; the machine's clock may be set meanwhile. */
  elapsedMs(): number {
    return performance.now() + this.aheadMs();
  }

  /** Never back: where it is later already, it stays. */
  moveTo(instant: string): void {
    this.write(Math.max(this.aheadMs(), Date.parse(instant) - Date.now()));
  }

  private aheadMs(): number {
    return Number(readFileSync(this.file, 'utf8'));
  }

  /** At once: nobody reads half a number. */
  private write(aheadMs: number): void {
    writeFileSync(`${this.file}.new`, String(aheadMs));
    renameSync(`${this.file}.new`, this.file);
  }
}
