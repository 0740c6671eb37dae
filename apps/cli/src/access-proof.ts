import type { EventStore } from '@threekeys/event-store';
import { checkAccesses, checkAccessTimes } from '@threekeys/privacy';
import type { AccessesContradicted, AccessLog, AccessTimes } from '@threekeys/privacy';
import type { Restore } from './installation-facts';
import { installationFacts } from './installation-facts';

/** A month of the access log, with what of it is not as it was written, a sentence each. */
export interface AccessMonth {
  readonly month: string;
  readonly problems: readonly string[];
  /** Its lines can be read one by one. */
  readonly isReadable: boolean;
}

export interface AccessesChecked {
  /** Months that no longer begin with what the log has witnessed. */
  readonly accessContradicted: readonly AccessesContradicted[];
  readonly accessTimes: AccessTimes;
  /** The backups that the log went on from. */
  readonly restores: readonly Restore[];
}

/** Holds who opened what against everything that the log says of it. Of a month that cannot be read its own problem is told. */
export async function accessesAgainstLog(
  log: AccessLog,
  store: EventStore,
  access: readonly AccessMonth[],
): Promise<AccessesChecked> {
  const { restores, accesses, clocks, firstAt, newestAt = '' } = await installationFacts(store);
  const unreadable = new Set(access.filter(({ isReadable }) => !isReadable).map(({ month }) => month));
  const months = access.map(({ month }) => month).filter((month) => !unreadable.has(month));
  const seen = accesses.filter(({ month }) => !unreadable.has(month));
  const now = new Date().toISOString();
  return {
    restores,
    accessContradicted: await checkAccesses(log, seen),
    accessTimes: await checkAccessTimes(log, months, {
      ...{ seen: accesses, clocks, from: firstAt },
      // Where the log has come further than the clock of this machine, that says nothing of what is in the future.
      ...(clocks.length === 0 && newestAt <= now && { until: now }),
    }),
  };
}
