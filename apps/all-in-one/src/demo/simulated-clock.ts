import { Clock } from '@threekeys/event-store';

/** A clock that somebody sets. Only a store whose first event says so is recorded under it. */
export class SimulatedClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  now(): string {
    return this.instant;
  }

  /** Never backwards. */
  set(instant: string): void {
    if (instant > this.instant) this.instant = instant;
  }
}
