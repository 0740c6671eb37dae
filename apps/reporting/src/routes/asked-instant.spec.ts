import { AskedInstant, RevisionOrInstant } from './asked-instant';

describe('an instant that is asked about', () => {
  it.each([
    ['2026-03-01T10:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:30Z', '2026-03-01T10:00:30.000Z'],
    ['2026-03-01T10:00:30.5Z', '2026-03-01T10:00:30.500Z'],
    ['2026-03-01T10:00:30.123Z', '2026-03-01T10:00:30.123Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01T02:00+08:00', '2026-02-28T18:00:00.000Z'],
    ['2026-03-01T22:00:00-03:30', '2026-03-02T01:30:00.000Z'],
  ])('is written %s', (text, instant) => expect(AskedInstant.parse(text)).toBe(instant));

  it.each([
    'yesterday',
    '',
    '2026-02-29',
    '2026-03-01T24:00Z',
    '2026-03-01T10:61Z',
    '2026-03-01T10:00',
    '2026-03-01T10Z',
    '2026-03-01T10:00+15:00',
    '2026-3-1',
    '03/01/2026',
    '1772359200000',
  ])('is not %s', (text) => expect(AskedInstant.safeParse(text).error?.issues).toHaveLength(1));
});

describe('what is asked about by its revision or an instant', () => {
  it.each([
    ['0', 0],
    ['17', 17],
    ['2026-03-01T10:00Z', '2026-03-01T10:00:00.000Z'],
  ])('is %s', (text, meant) => expect(RevisionOrInstant.parse(text)).toBe(meant));

  it.each(['-1', '1.5', '10000000000', 'yesterday'])('is not %s', (text) =>
    expect(RevisionOrInstant.safeParse(text).success).toBe(false),
  );
});
