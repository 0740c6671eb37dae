import type { InstallationEvent } from '@threekeys/domain';
import type { EventStore } from '@threekeys/event-store';
import { contentOf } from '@threekeys/event-store';
import type { AccessesSeen } from '@threekeys/privacy';

type DataOf<T extends InstallationEvent['type']> = Extract<InstallationEvent, { type: T }>['data'];

/** Somebody went on from a backup. */
export type Restore = DataOf<'BackupRestored'> & { readonly recordedAt: string };

/** So much of the access log was there, when the log recorded it. */
export type Witnessed = AccessesSeen & { readonly recordedAt: string };

/** What the log says of the installation that it belongs to. */
export interface InstallationFacts {
  readonly restores: readonly Restore[];
  readonly accesses: readonly Witnessed[];
  /** What clocks said that were accepted though they stood behind. */
  readonly clocks: readonly string[];
  /** When the first event of the log was recorded, and the newest of the installation itself. */
  readonly firstAt?: string;
  readonly newestAt?: string;
}

/** @throws EventStoreError */
export async function installationFacts(store: EventStore): Promise<InstallationFacts> {
  const [restores, accesses, clocks]: [Restore[], Witnessed[], string[]] = [[], [], []];
  const times: { firstAt?: string; newestAt?: string } = {};
  for await (const { recordedAt } of store.readAll(undefined, {}, 1)) times.firstAt = recordedAt;
  for await (const event of store.readAll(undefined, { categories: ['installation'] })) {
    const { data } = contentOf(event);
    const { type, recordedAt } = event;
    if (type === 'BackupRestored') restores.push({ ...(data as DataOf<'BackupRestored'>), recordedAt });
    if (type === 'AccessLogWitnessed')
      accesses.push({ ...(data as DataOf<'AccessLogWitnessed'>), recordedAt });
    if (type === 'ClockAccepted') clocks.push((data as DataOf<'ClockAccepted'>).clock);
    times.newestAt = recordedAt;
  }
  return { restores, accesses, clocks, ...times };
}
