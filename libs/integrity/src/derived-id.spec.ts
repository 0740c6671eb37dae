import fc from 'fast-check';
import { derivedId } from './derived-id';

describe('a derived id', () => {
  it('is for ever the same for the same parts', () => {
    expect(derivedId('account-1', 'key-1', 'POST /api/cases')).toBe('230ccc72-26d4-5b2c-93e7-4ad4462b9284');
    expect(derivedId('timer', 'case-1|acceptance', '0')).toBe('04ce9332-5cfb-5ab3-9f99-1029eaaa9d52');
    expect(derivedId('小区', '三把钥匙')).toBe('984bd0bb-32f6-5ae7-a89b-b3cf1b0906f9');
  });

  it('is a UUID of version 5 and the RFC variant', () => {
    const parts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, (some) =>
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(derivedId(...some)),
      ),
    );
  });

  it('differs with every part', () => {
    const ids = [['a'], ['a', 'b'], ['b', 'a'], ['a', 'b', ''], ['a', 'c']].map((parts) =>
      derivedId(...parts),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
