import { describeEventStore } from '@threekeys/event-store/contract';
import type { SqliteEventStoreOptions } from './options';
import type { SqliteEventStore } from './sqlite-event-store';
import { openStore, temporaryHome } from './temporary-home.fixtures';

const synced: SqliteEventStoreOptions = {};
/** As a home is made that nobody reads before it is whole. */
const syncedWhenWhole: SqliteEventStoreOptions = { durability: 'synced-when-whole' };

const opening = (options: SqliteEventStoreOptions) => async () => {
  const home = temporaryHome();
  let store: SqliteEventStore = await openStore(home.path, options);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore(home.path, options);
      return store;
    },
    close: async () => {
      await store.close();
      home.remove();
    },
  };
};

describeEventStore('sqlite', opening(synced));
describeEventStore('sqlite, synced when it is whole', opening(syncedWhenWhole));
