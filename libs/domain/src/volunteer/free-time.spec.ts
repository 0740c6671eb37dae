import { freeSlotsOf, isFreeDuring, localDateOf, localSlotOf, overlap, startOfSlotMs } from './free-time';

const china = 480;

describe('free time', () => {
  // Monday 00:00 to 00:30 and Sunday 23:30 to 24:00, local time.
  const free = freeSlotsOf({ weekly: [0, 335], exceptions: [{ date: '2026-03-09', free: [1] }] });

  it.each([
    ['the first half-hour of a Monday', '2026-03-01T16:00:00.000Z', '2026-03-01T16:30:00.000Z', true],
    ['the last half-hour of a Sunday and the first of the Monday after', '2026-03-01T15:30:00.000Z', '2026-03-01T16:30:00.000Z', true],
    ['a minute more', '2026-03-01T15:30:00.000Z', '2026-03-01T16:31:00.000Z', false],
    ['a part of a free half-hour', '2026-03-01T16:05:00.000Z', '2026-03-01T16:10:00.000Z', true],
    ['what the week says, on an excepted date', '2026-03-08T16:00:00.000Z', '2026-03-08T16:30:00.000Z', false],
    ['what the exception says, on that date', '2026-03-08T16:30:00.000Z', '2026-03-08T17:00:00.000Z', true],
    ['a Monday before 1970', '1969-12-28T16:00:00.000Z', '1969-12-28T16:30:00.000Z', true],
  ])('covers %s: %s to %s is %s', (_what, from, to, expected) =>
    expect(isFreeDuring(free, { from, to }, china)).toBe(expected),
  ); // prettier-ignore
});

describe('a local half-hour', () => {
  it.each([480, 0, -210, 345])('begins where it is counted from, at an offset of %i minutes', (offset) => {
    const at = Date.parse('2026-03-03T02:10:00.000Z');
    const start = startOfSlotMs(localSlotOf(at, offset), offset);
    expect(at - start).toBeGreaterThanOrEqual(0);
    expect(at - start).toBeLessThan(1_800_000);
  });
});

it('tells the local date', () => {
  expect(localDateOf('2026-03-02T15:59:59.999Z', china)).toBe('2026-03-02');
  expect(localDateOf('2026-03-02T16:00:00.000Z', china)).toBe('2026-03-03');
});

it('lets half-open intervals touch', () => {
  const at = (hour: string) => `2026-03-02T${hour}:00:00.000Z`;
  expect(overlap({ from: at('01'), to: at('02') }, { from: at('02'), to: at('03') })).toBe(false);
  expect(overlap({ from: at('01'), to: at('03') }, { from: at('02'), to: at('04') })).toBe(true);
});
