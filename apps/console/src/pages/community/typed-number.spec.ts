import { numberTyped, typedOf } from './typed-number';

describe('a number of the policy in its form', () => {
  it.each([
    ['08:00', 'minute-of-day', 480],
    ['8:05', 'minute-of-day', 485],
    ['8:60', 'minute-of-day', NaN],
    ['480', 'minute-of-day', NaN],
    ['+08:00', 'utc-offset', 480],
    ['-03:30', 'utc-offset', -210],
    ['08:00', 'utc-offset', NaN],
    ['24', 'hours', 24],
    ['2.5', 'hours', NaN],
    ['', undefined, NaN],
  ] as const)('typed as “%s” of %s is %d', (text, unit, value) => {
    expect(numberTyped(text, unit)).toBe(value);
  });

  it('is typed as it is shown in its form', () => {
    for (const [value, unit] of [
      [485, 'minute-of-day'],
      [-720, 'utc-offset'],
      [24, 'hours'],
      [7, undefined],
    ] as const)
      expect(numberTyped(typedOf(value, unit), unit)).toBe(value);
  });
});
