import { equalContent } from './equality';

describe('equal content', () => {
  it.each([
    [
      { a: 1, b: [1, { c: 2 }] },
      { b: [1, { c: 2 }], a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
    [undefined, undefined],
  ])('%j says the same as %j', (a, b) => expect(equalContent(a, b)).toBe(true));

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [{ a: 1 }, undefined],
    [null, {}],
    ['1', 1],
  ] as [unknown, unknown][])('%j does not say the same as %j', (a, b) =>
    expect(equalContent(a, b)).toBe(false),
  );
});
