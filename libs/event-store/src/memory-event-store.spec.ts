import { describeEventStore, eventStoreCases } from './event-store.contract';
import { MemoryEventStore } from './memory-event-store';

describeEventStore('memory', () => {
  const store = new MemoryEventStore();
  return Promise.resolve({ store, close: () => store.close() });
});

describe('the contract of the event store', () => {
  it('names at least fifty rules, each by its own id', () => {
    expect(eventStoreCases.length).toBeGreaterThanOrEqual(50);
    expect(new Set(eventStoreCases.map(({ id }) => id)).size).toBe(eventStoreCases.length);
  });
});
