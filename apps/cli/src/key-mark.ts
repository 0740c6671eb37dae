import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import type { KeyStore } from '@threekeys/privacy';

/**
 * The keys say up to which place of the log it is written down whose they are. Keys that are newer than the log (a backup
 * copies them after it) name a place that it does not have: all of the log is written down then.
 */
export async function takeBackKeyMark(keys: KeyStore, store: EventStore): Promise<void> {
  const mark = (await keys.assignedUpTo()) as GlobalPosition | undefined;
  const position = await store.end();
  if (mark === undefined || position === undefined) return;
  try {
    store.comparePositions(mark, position);
  } catch (error) {
    if (!(error instanceof EventStoreError && error.code === 'InvalidPosition')) throw error;
    await keys.markAssigned(position);
  }
}
