import { KeySet } from './key-set';

describe('a set of keys', () => {
  it('has every key that was added', () => {
    const keys = new KeySet();
    const added = Array.from({ length: 20_000 }, (_, i) => `case-${i}`);
    for (const key of added) keys.add(key);
    expect(added.every((key) => keys.mayHave(key))).toBe(true);
  });
  it('takes hardly any other key for one of them', () => {
    const keys = new KeySet();
    for (let i = 0; i < 20_000; i += 1) keys.add(`case-${i}`);
    const mistaken = Array.from({ length: 20_000 }, (_, i) => `other-${i}`).filter((key) =>
      keys.mayHave(key),
    );
    expect(mistaken.length).toBeLessThan(20);
  });
});
