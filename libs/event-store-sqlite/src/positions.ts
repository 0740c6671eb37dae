import type { GlobalPosition } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';

/** `<store id>.<number, 16 digits>`: opaque to others, and a position of another store is known as such. */
export class Positions {
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
    if (storeId === this.storeId && number >= 1 && number <= this.head()) return number;
    throw new EventStoreError('InvalidPosition', `not a position of this store: ${JSON.stringify(position)}`);
  }
}
