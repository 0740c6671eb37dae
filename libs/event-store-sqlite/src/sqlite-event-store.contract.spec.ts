import { describeEventStore } from '@threekeys/event-store/contract';
import type { SqliteEventStore } from './sqlite-event-store';
import { openStore, temporaryHome } from './temporary-home.fixtures';

describeEventStore('sqlite', async () => {
  const home = temporaryHome();
  let store: SqliteEventStore = await openStore(home.path);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore(home.path);
      return store;
    },
    close: async () => {
      await store.close();
      home.remove();
    },
  };
});
