import { eventStoreCases } from './event-store.contract';
import { wrongAdapters } from './wrong-adapters.fixtures';

const planted = wrongAdapters.flatMap(({ mistake, make, red }) => red.map((id) => ({ mistake, make, id })));

describe('a wrong event store', () => {
  it('is planted at least fifteen times', () => {
    expect(wrongAdapters.length).toBeGreaterThanOrEqual(15);
  });

  it.each(planted)('that $mistake turns $id red', async ({ make, id }) => {
    const rule = eventStoreCases.find((each) => each.id === id);
    const open = () => {
      const store = make();
      return Promise.resolve({ store, close: () => store.close(), patienceMs: 500 });
    };
    expect(rule).toBeDefined();
    await expect(rule?.run(open)).rejects.toThrow();
  });
});
