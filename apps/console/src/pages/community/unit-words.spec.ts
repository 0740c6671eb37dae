import { numberTyped, typedOf, unitWords } from './unit-words';

describe('a number of the policy', () => {
  it.each([
    [480, 'minute-of-day', '08:00', '08:00'],
    [1440, 'minute-of-day', '24:00', '24:00'],
    [480, 'utc-offset', 'UTC+08:00', 'UTC+08:00'],
    [-210, 'utc-offset', 'UTC-03:30', 'UTC-03:30'],
    [168, 'hours', '7天', '7 days'],
    [720, 'minutes', '12小时', '12 hours'],
    [1, 'days', '1天', '1 day'],
    [75, 'percent', '75%', '75%'],
  ] as const)('%d as %s is %s', (value, unit, zh, en) => {
    expect([unitWords(value, unit, 'zh'), unitWords(value, unit, 'en')]).toEqual([zh, en]);
  });

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
