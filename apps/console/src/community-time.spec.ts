import { datePlus, instantOf, isDate, localDateOf, localTextOf, mondayOf } from './community-time';

describe('a time that is typed', () => {
  it('is meant in the community, wherever the browser is', () =>
    expect(instantOf('2026-03-02T09:30', 480)).toBe('2026-03-02T01:30:00.000Z'));
  it.each([
    ['2026-03-02T09:30:15', '2026-03-02T01:30:15.000Z'],
    ['2026-03-02', '2026-03-01T16:00:00.000Z'],
    ['2026-03-02T09:30Z', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02T09:30:00.000Z', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02T09:30+02:00', '2026-03-02T07:30:00.000Z'],
  ])('may be written %s', (text, instant) => expect(instantOf(text, 480)).toBe(instant));
  it('comes back as it was typed', () =>
    expect(localTextOf('2026-03-02T01:30:00.000Z', 480)).toBe('2026-03-02T09:30'));
  it.each([
    '',
    '2026-03',
    'yesterday',
    '2026-02-30',
    '2026-02-30T09:30',
    '2026-03-02T25:00',
    '2026-03-02T09',
  ])('is not “%s”', (text) => expect(instantOf(text, 480)).toBeUndefined());
});

describe('a local date', () => {
  it('begins at local midnight', () =>
    expect(localDateOf('2026-03-01T16:00:00.000Z', 480)).toBe('2026-03-02'));
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-08', '2026-03-02'],
    ['2026-01-01', '2025-12-29'],
  ])('%s lies in the week that began on %s', (date, monday) => expect(mondayOf(date)).toBe(monday));
  it('goes on over the end of a month', () => expect(datePlus('2026-02-28', 1)).toBe('2026-03-01'));
  it('is one of the calendar', () =>
    expect(['2026-02-29', '2028-02-29', '', '2026-3-1', 'week'].map(isDate)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]));
});
