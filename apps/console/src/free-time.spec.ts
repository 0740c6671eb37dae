import { clockOf, ofDay, painted, rangesOf, weekWords } from './free-time';

const joined = (words: readonly string[]) => words.join(', ');
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

describe('half-hours', () => {
  it('that touch are one range, in whatever order they come', () =>
    expect(rangesOf([20, 18, 19, 30, 18])).toEqual([
      { from: 18, to: 21 },
      { from: 30, to: 31 },
    ]));
  it('of the day are taken out of the week', () => expect(ofDay([0, 47, 48, 335], 6)).toEqual([47]));
  it('are read from a clock, to the end of the day', () =>
    expect([0, 19, 48].map(clockOf)).toEqual(['00:00', '09:30', '24:00']));
});

describe('a week', () => {
  it('is painted between two cells, whichever comes first', () => {
    const cells = [
      { day: 1, slot: 19 },
      { day: 0, slot: 18 },
    ] as const;
    const free = painted(new Set(), [cells[0], cells[1]], true);
    expect([...free].sort((a, b) => a - b)).toEqual([18, 19, 66, 67]);
    expect([...painted(free, [cells[1], cells[1]], false)].sort((a, b) => a - b)).toEqual([19, 66, 67]);
  });
  it('is said with days that are alike together', () => {
    const weekly = [18, 19, 66, 67, 48 * 6];
    expect(weekWords(weekly, days, joined)).toEqual(['Mon, Tue 09:00–10:00', 'Sun 00:00–00:30']);
  });
  it('without a free half-hour says nothing', () => expect(weekWords([], days, joined)).toEqual([]));
});
