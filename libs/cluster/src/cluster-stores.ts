import {
  MongoAccountRows,
  MongoReceipts,
  MongoSequenceRows,
  MongoSessionRows,
  MongoTokenRows,
} from '@threekeys/auth-mongo';
import type { EnginePorts } from '@threekeys/engine';
import type { Clock, EventStore } from '@threekeys/event-store';
import { EventStoreDbEventStore } from '@threekeys/event-store-eventstoredb';
import type { ConsumerState, Leases } from '@threekeys/messaging';
import { MongoConsumerState, MongoLeases } from '@threekeys/messaging-mongo';
import { reachable } from '@threekeys/mongo';
import { MongoAccessLog, MongoKeyStore } from '@threekeys/privacy-mongo';
import { MongoReadModels } from '@threekeys/read-models-mongo';
import type { ClusterConfig, RelayConfig } from './cluster-config';
import { ClusterDatabases } from './cluster-databases';

/** What every process of a cluster reads and writes. */
export interface SharedStores {
  readonly store: EventStore;
  readonly databases: ClusterDatabases;
  readonly consumers: ConsumerState;
  readonly leases: Leases;
  close(): Promise<void>;
}

/** @throws EventStoreError `StoreUnavailable`, `AccessDenied`; CollectionsMissing */
export async function openShared({ log, mongo }: RelayConfig, clock: Clock): Promise<SharedStores> {
  const databases = ClusterDatabases.open(mongo);
  try {
    await reachable(databases).assertCreated();
    const store = await EventStoreDbEventStore.open(log);
    return {
      ...{ store, databases },
      consumers: MongoConsumerState.open(databases.main),
      leases: MongoLeases.open(databases.main, clock),
      close: async () => {
        await databases.close();
        await store.close();
      },
    };
  } catch (error) {
    await databases.close();
    throw error;
  }
}

/** What a service is wired from. */
export interface ClusterStores extends SharedStores {
  readonly ports: EnginePorts;
  /** As in the ports, with what can be checked of it. */
  readonly accessLog: MongoAccessLog;
}

/** @throws as {@link openShared}; KeyEncryptionKeyUnfit where the keys were wrapped by another key */
export async function openClusterStores(
  config: ClusterConfig,
  clock: Clock,
  observed: (store: EventStore) => EventStore = (store) => store,
): Promise<ClusterStores> {
  const shared = await openShared(config, clock);
  try {
    const ports = await portsOn(shared, config, clock);
    const { accessLog } = ports;
    return { ...shared, accessLog, ports: { ...ports, store: observed(ports.store) } };
  } catch (error) {
    await shared.close();
    throw error;
  }
}

async function portsOn(
  { store, databases: { main, keys, access } }: SharedStores,
  { kek, operatorToken }: ClusterConfig,
  clock: Clock,
): Promise<EnginePorts & Pick<ClusterStores, 'accessLog'>> {
  return {
    ...{ store, operatorToken, clock },
    // Only whoever keeps the views makes and changes them.
    models: MongoReadModels.on(main, { readOnly: true }),
    keys: await MongoKeyStore.open(keys, kek),
    accessLog: MongoAccessLog.open(access),
    accounts: MongoAccountRows.open(main),
    sessions: MongoSessionRows.open(main),
    tokens: MongoTokenRows.open(main),
    sequences: MongoSequenceRows.open(main),
    receipts: MongoReceipts.open(main, clock),
  };
}
