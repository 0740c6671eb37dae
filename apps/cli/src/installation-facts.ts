import type { InstallationEvent } from '@threekeys/domain';
import type { EventStore } from '@threekeys/event-store';
import { contentOf } from '@threekeys/event-store';
import type { AccessesSeen } from '@threekeys/privacy';

type DataOf<T extends InstallationEvent['type']> = Extract<InstallationEvent, { type: T }>['data'];

/** Somebody went on from a backup. */
export type Restore = DataOf<'BackupRestored'> & { readonly recordedAt: string };

/** What the log says of the installation that it belongs to. */
export interface InstallationFacts {
  readonly restores: readonly Restore[];
  readonly accesses: readonly AccessesSeen[];
}

/** @throws EventStoreError */
export async function installationFacts(store: EventStore): Promise<InstallationFacts> {
  const [restores, accesses]: [Restore[], AccessesSeen[]] = [[], []];
  for await (const event of store.readAll(undefined, { categories: ['installation'] })) {
    const { data } = contentOf(event);
    const { type, recordedAt } = event;
    if (type === 'BackupRestored') restores.push({ ...(data as DataOf<'BackupRestored'>), recordedAt });
    if (type === 'AccessLogWitnessed') accesses.push(data as DataOf<'AccessLogWitnessed'>);
  }
  return { restores, accesses };
}
