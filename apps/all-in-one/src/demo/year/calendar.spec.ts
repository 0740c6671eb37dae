import { Random } from '../random';
import { busyness, dayMs, inOfficeHours, localDay, monthOf, startOfDay } from './calendar';
import { concerns, drawnConcern } from './concerns';

const dayOf = (date: string): number => localDay(Date.parse(`${date}T12:00:00.000+08:00`));

describe('the days of the community', () => {
  it('begin at its own midnight', () => {
    expect(new Date(startOfDay(dayOf('2026-03-02'))).toISOString()).toBe('2026-03-01T16:00:00.000Z');
    expect(monthOf(dayOf('2026-03-01'))).toBe(3);
  });

  it('are busy on Mondays, quiet on Sundays and holidays', () => {
    const monday = busyness(dayOf('2026-03-02'));
    const sunday = busyness(dayOf('2026-03-08'));
    const springFestival = busyness(dayOf('2026-02-17'));
    expect(monday > sunday && sunday > springFestival).toBe(true);
  });

  it('have office hours: what is ready at night waits for a morning', () => {
    const random = new Random(1);
    for (let hour = 0; hour < 14 * 24; hour++) {
      const readyMs = startOfDay(dayOf('2026-04-01')) + hour * 3_600_000;
      const atMs = inOfficeHours(readyMs, random);
      const minute = (atMs - startOfDay(localDay(atMs))) / 60_000;
      expect([atMs >= readyMs, minute >= 480, minute <= 1110]).toEqual([true, true, true]);
      expect(atMs - readyMs).toBeLessThan(12 * dayMs);
    }
  });
});

describe('what people come with', () => {
  const share = (month: number, category: string): number => {
    const random = new Random(month);
    const drawn = Array.from({ length: 4000 }, () => drawnConcern(random, month));
    return drawn.filter((each) => each.category === category).length;
  };

  it('follows the seasons', () => {
    const heating = (month: number): number => {
      const random = new Random(month);
      return Array.from({ length: 4000 }, () => drawnConcern(random, month)).filter(
        ({ body }) => body === 'heating',
      ).length;
    };
    expect(heating(1)).toBeGreaterThan(5 * heating(7));
    expect(share(7, 'noise')).toBeGreaterThan(2 * share(1, 'noise'));
    expect(share(7, 'water-leak')).toBeGreaterThan(2 * share(1, 'water-leak'));
  });

  it('has every category of the catalogue', () =>
    expect(new Set(concerns.map(({ category }) => category)).size).toBe(16));
});
