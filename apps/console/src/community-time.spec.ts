import { datePlus, instantOf, isDate, localDateOf, localTextOf, mondayOf } from './community-time';

describe('a time that is typed', () => {
  it('is meant in the community, wherever the browser is', () =>
    expect(instantOf('2026-03-02T09:30', 480)).toBe('2026-03-02T01:30:00.000Z'));
  it('comes back as it was typed', () =>
    expect(localTextOf('2026-03-02T01:30:00.000Z', 480)).toBe('2026-03-02T09:30'));
  it('is none where the field is empty or half filled', () =>
    expect([instantOf('', 480), instantOf('2026-03', 480)]).toEqual([undefined, undefined]));
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
