import { randomId } from './random-id';

describe('a random id', () => {
  it('is a UUID of version 4, and another one each time', () => {
    const made = Array.from({ length: 200 }, randomId);
    for (const id of made)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).toBe(made.length);
  });

  it('needs no secure context', () => {
    const { crypto: whole } = globalThis;
    const overPlainHttp = { getRandomValues: whole.getRandomValues.bind(whole) };
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: overPlainHttp });
    try {
      expect(randomId()).toHaveLength(36);
    } finally {
      Object.defineProperty(globalThis, 'crypto', { configurable: true, value: whole });
    }
  });
});
