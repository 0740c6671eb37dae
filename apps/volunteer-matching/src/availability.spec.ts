import type { VolunteerRow } from '@threekeys/read-models';
import { bookingsInWeek, halfHourOf, isFree } from './availability';

const china = 480;
/** Wednesday 2026-03-04, 10:00 in China. */
const now = '2026-03-04T02:00:00.000Z';
const window = { from: now, to: '2026-03-04T03:00:00.000Z' };
const slot = (day: number, hour: number): number => (day - 1) * 48 + hour * 2;
/** Free on Wednesdays from 10:00 to 11:00. */
const freeTime = { weekly: [slot(3, 10), slot(3, 10) + 1], exceptions: [] };
const booking = (from: string, to: string) => ({
  ...{ bookingId: 'b', offerId: 'o', caseId: 'c', workOrderId: 'w' },
  ...{ from, to },
});
const row = (changes: Partial<VolunteerRow> = {}): VolunteerRow =>
  ({ left: false, bookings: [], served: [], freeTime, ...changes }) as unknown as VolunteerRow;

describe('a volunteer', () => {
  it.each([
    ['is free within their weekly hours', {}, true],
    ['is not free without any', { freeTime: undefined }, false],
    ['is not free when they have left', { left: true }, false],
    ['is not free while they pause', { paused: {} }, false],
    ['is free again after their pause', { paused: { until: now } }, true],
    [
      'is not free on a day that is an exception',
      { freeTime: { weekly: freeTime.weekly, exceptions: [{ date: '2026-03-04', free: [] }] } },
      false,
    ],
    [
      'is not free while booked',
      { bookings: [booking('2026-03-04T02:30:00.000Z', '2026-03-04T05:00:00.000Z')] },
      false,
    ],
    [
      'is free until a booking begins',
      { bookings: [booking('2026-03-04T03:00:00.000Z', '2026-03-04T05:00:00.000Z')] },
      true,
    ],
  ] as const)('%s', (_, changes, free) =>
    expect(isFree(row(changes as Partial<VolunteerRow>), window, china)).toBe(free),
  );

  it('is not free for longer than their hours', () =>
    expect(isFree(row(), { from: now, to: '2026-03-04T03:00:00.001Z' }, china)).toBe(false));

  it('has the bookings and services of the local week counted, Monday to Sunday', () => {
    const sunday = '2026-03-01T15:59:00.000Z';
    const monday = '2026-03-01T16:00:00.000Z';
    const nextMonday = '2026-03-08T16:00:00.000Z';
    const served = [sunday, monday].map((at) => ({ serviceId: 's', bookingId: 'b', at, minutes: 60 }));
    const bookings = [booking(window.from, window.to), booking(nextMonday, '2026-03-08T17:00:00.000Z')];
    expect(bookingsInWeek(row({ served, bookings }), now, china)).toBe(2);
  });

  it('is asked about the half-hour that has begun', () =>
    expect(halfHourOf('2026-03-04T02:29:59.000Z')).toEqual({ from: now, to: '2026-03-04T02:30:00.000Z' }));
});
