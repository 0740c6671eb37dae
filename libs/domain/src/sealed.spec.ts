import { withOrigins } from './sealed';

describe('the origins of sealed values', () => {
  const sealed = { $pii: { kid: 'k' } };

  it('are told wherever the values stand, by their pointer', () =>
    expect(withOrigins('e', { plain: 1, 'a/b~c': sealed, list: [{ name: sealed }] })).toEqual({
      plain: 1,
      'a/b~c': { ...sealed, $at: 'e#/a~1b~0c' },
      list: [{ name: { ...sealed, $at: 'e#/list/0/name' } }],
    }));

  it('leave a member that is called as the prototype is a member', () => {
    const data = JSON.parse('{"__proto__":{"admin":true}}') as Record<string, unknown>;
    const told = withOrigins('e', data);
    expect(Object.keys(told)).toEqual(['__proto__']);
    expect(told).not.toHaveProperty('admin');
  });
});
