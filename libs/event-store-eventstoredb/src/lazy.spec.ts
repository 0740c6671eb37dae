import { EventStoreDbEventStore } from './index';

jest.mock('@eventstore/db-client', () => {
  throw new Error('the driver was loaded');
});

describe('the driver', () => {
  it('is not loaded before a store is opened: who has no server need not wait for it', async () => {
    const opening = EventStoreDbEventStore.open({ connectionString: 'esdb://127.0.0.1:1?tls=false' });
    await expect(opening).rejects.toThrow('the driver was loaded');
  });
});
