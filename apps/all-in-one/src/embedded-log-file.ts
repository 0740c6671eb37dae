import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { SimulatedClock } from './demo/simulated-clock';
import { StoreWriter } from './demo/workplace/leaf-writer';
import type { LeafWriter } from './demo/workplace/leaf-writer';

/** A log that is made as a whole needs neither ballast nor a WAL of full length while it grows, and its end alone is witnessed. */
const madeAsWhole = { durability: 'synced-when-whole', ballastBytes: 0, walBytes: 0, anchorIntervalMs: 86_400_000 } as const; // prettier-ignore

/** The log of a folder that nobody trusts before it is whole. @param now what the clock says at first @throws EventStoreError */
export async function openLogFile(directory: string, now: string): Promise<LeafWriter> {
  const clock = new SimulatedClock(now);
  return new StoreWriter(await SqliteEventStore.open(directory, { ...madeAsWhole, clock }), clock);
}
