import type { GlobalPosition } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';

/** `<store id>.<number, 16 digits>`: opaque to others, and a position of another store is known as such. */
export class Positions {
  private known = 0;

  /** @param head number of the last event now: nobody can have seen more */
  constructor(
    private readonly storeId: string,
    private readonly head: () => number,
  ) {}

  of(number: number): GlobalPosition {
    return `${this.storeId}.${String(number).padStart(16, '0')}` as GlobalPosition;
  }

  /** @throws EventStoreError `InvalidPosition`; also for a place after the head, which this log cannot have given */
  numberOf(position: GlobalPosition): number {
    const [, storeId, digits] = /^([0-9a-f]{32})\.(\d{16})$/.exec(position) ?? [];
    const number = Number(digits);
    if (storeId === this.storeId && number >= 1 && this.isGiven(number)) return number;
    throw new EventStoreError('InvalidPosition', `not a position of this store: ${JSON.stringify(position)}`);
  }

  /** The log is shorter than it was: what was known of its head is not. */
  forget(): void {
    this.known = 0;
  }

  /** The head is asked for only by what lies after it as it was last time: a log grows. */
  private isGiven(number: number): boolean {
    if (number > this.known) this.known = this.head();
    return number <= this.known;
  }
}
