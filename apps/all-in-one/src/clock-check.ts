import type { Clock } from '@threekeys/event-store';
import { isBehind } from '@threekeys/event-store';
import type { EmbeddedStores } from './embedded-stores';

/** What would be recorded now, everybody would have to take for back-dated, and so would `verify`. */
export class ClockBehind extends Error {
  constructor(now: string, newest: string) {
    super(
      `the clock of this machine says ${now}, and the last event of the log is of ${newest}: set the clock right and start ` +
        'again. If the clock was wrong before and is right now: npm start -- --accept-clock; verify will name the place.',
    );
    this.name = 'ClockBehind';
  }
}

/**
 * A machine without a battery starts in the past.
 * @param isAccepted somebody wants to start all the same
 * @throws ClockBehind, with the stores closed
 */
export async function assertClockFits(
  stores: Pick<EmbeddedStores, 'store' | 'close'>,
  clock: Clock,
  isAccepted = false,
): Promise<void> {
  const newest = stores.store.newest()?.recordedAt;
  const now = clock.now();
  if (isAccepted || newest === undefined || !isBehind(now, newest)) return;
  await stores.close();
  throw new ClockBehind(now, newest);
}
