import { describeEventStore } from '@threekeys/event-store/contract';
import { openStore, startDouble } from './double.fixtures';

describeEventStore(
  'eventstoredb',
  async () => {
    const double = await startDouble();
    let store = await openStore(double);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await openStore(double);
        return store;
      },
      close: async () => {
        await store.close();
        double.stop();
      },
    };
  },
  ['foreign-ids'],
);
