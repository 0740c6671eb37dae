import type { AcceptedClock } from '@threekeys/event-store';
import { isBehind, LogTimes } from '@threekeys/event-store';
import type { Anchor } from './anchor-log';

/**
 * When each event was recorded, against the events and the lines of the witness before and after it. Events that are older
 * than a witness that began with an empty log were not recorded beside it: they were moved here, and it says nothing of
 * when they were recorded.
 */
export class LogClock {
  private readonly times = new LogTimes();
  private isMoving: boolean;

  /** @param beginning the line of the empty log, where the witness has it */
  constructor(private readonly beginning: Anchor | undefined) {
    this.isMoving = beginning !== undefined;
  }

  /** @returns what is wrong */
  take(recordedAt: string, before: string): readonly string[] {
    this.isMoving &&= isBehind(recordedAt, this.beginning?.time ?? '');
    return this.times.take(recordedAt, before);
  }

  /** @returns nothing: the step that somebody accepted is not wrong */
  accept({ clock }: AcceptedClock): readonly string[] {
    this.isMoving = false;
    this.times.accept(clock);
    return [];
  }

  /** @param lines that saw the log as it is after the last event. @returns what is wrong */
  witnessed(lines: readonly Anchor[]): readonly string[] {
    return this.isMoving ? [] : lines.flatMap((line) => this.times.witnessed(line));
  }
}
