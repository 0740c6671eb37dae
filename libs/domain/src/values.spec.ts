import { Instant, LocalDate, Window } from './values';

describe('an instant', () => {
  it.each(['2026-11-26T12:14:59.999Z', '2028-02-29T00:00:00.000Z'])('is %s', (text) =>
    expect(Instant.safeParse(text).success).toBe(true),
  );

  it.each([
    '2026-11-26T12:14:99.000Z',
    '2026-11-26T12:99:00.000Z',
    '2026-11-26T24:00:00.000Z',
    '2026-02-29T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-11-26',
  ])('is not %s', (text) => expect(Instant.safeParse(text).error?.issues).toHaveLength(1));

  it('begins a window only where it exists', () =>
    expect(
      Window.safeParse({ from: '2026-11-26T12:99:00.000Z', to: '2026-11-26T14:00:00.000Z' }).success,
    ).toBe(false));
});

describe('a local date', () => {
  it('is on the calendar', () => expect(LocalDate.safeParse('2028-02-29').success).toBe(true));

  it.each(['2026-99-99', '2026-02-29', '2026-04-31', '2026-00-10', '2026-1-1'])('is not %s', (text) =>
    expect(LocalDate.safeParse(text).error?.issues).toHaveLength(1),
  );
});
