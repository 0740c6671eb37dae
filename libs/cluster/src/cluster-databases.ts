import { authCollections } from '@threekeys/auth-mongo';
import { messagingCollections } from '@threekeys/messaging-mongo';
import { MongoDatabase } from '@threekeys/mongo';
import { accessCollections, keyCollections } from '@threekeys/privacy-mongo';
import { viewsCollection } from '@threekeys/read-models-mongo';
import type { Check } from '@threekeys/runtime';
import type { MongoConfig } from './cluster-config';

/** The databases of an installation. What is in one never opens what is in another. */
export class ClusterDatabases {
  private constructor(
    /** Views, and what processes remember: checkpoints, parked events, leases, accounts, sessions, receipts. */
    readonly main: MongoDatabase,
    /** Wrapped keys of personal data. */
    readonly keys: MongoDatabase,
    /** Who opened which personal data. */
    readonly access: MongoDatabase,
  ) {}

  /** Connects behind. */
  static open({ views, keys, access }: MongoConfig): ClusterDatabases {
    return new ClusterDatabases(
      MongoDatabase.open(views),
      MongoDatabase.open(keys),
      MongoDatabase.open(access),
    );
  }

  /** Makes the collections and indexes that are missing. */
  async create(): Promise<void> {
    for (const { database, collections } of this.declared) await database.create(collections);
  }

  /** @throws CollectionsMissing */
  async assertCreated(): Promise<void> {
    for (const { database, collections } of this.declared) await database.assertCreated(collections);
  }

  get check(): Check {
    return {
      name: 'databases',
      run: async () => {
        await Promise.all(this.declared.map(({ database }) => database.ping()));
        return { ok: true };
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.declared.map(({ database }) => database.close()));
  }

  private get declared() {
    return [
      { database: this.main, collections: [viewsCollection, ...messagingCollections, ...authCollections] },
      { database: this.keys, collections: keyCollections },
      { database: this.access, collections: accessCollections },
    ];
  }
}
