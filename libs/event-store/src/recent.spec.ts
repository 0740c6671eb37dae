import { Recent } from './recent';

describe('the entries used last', () => {
  it('are those that were set or got last, no more than asked for and at least half of that', () => {
    const recent = new Recent<number>(10);
    recent.set('used', -1);
    for (let each = 0; each < 100; each++) {
      recent.set(`k${each}`, each);
      expect(recent.get('used')).toBe(-1);
    }
    const kept = Array.from({ length: 100 }, (_, each) => recent.get(`k${each}`)).filter(
      (each) => each !== undefined,
    );
    expect(kept.length).toBeLessThanOrEqual(10);
    expect([recent.get('k99'), recent.get('k98'), recent.get('k0')]).toEqual([99, 98, undefined]);
  });

  it('are forgotten when they are deleted', () => {
    const recent = new Recent<number>(4);
    for (const key of ['a', 'b', 'c']) recent.set(key, 1);
    for (const key of ['a', 'c']) recent.delete(key);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([undefined, 1, undefined]);
  });
});
