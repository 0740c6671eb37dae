import type { TimersRow } from '@threekeys/timers';
import { Random } from '../random';
import { SoonestRows } from './soonest-rows';

const rowAt = (stream: string, nextAt: string | undefined): TimersRow => ({
  ...{ stream, nextAt },
  ...{ timers: [], deadlines: [], stopped: [] },
});

/** What the rows are sorted to by anybody who has the time. */
function sorted(rows: ReadonlyMap<string, TimersRow>): readonly TimersRow[] {
  const placed = [...rows.values()].filter(({ nextAt }) => nextAt !== undefined);
  const textOf = ({ nextAt, stream }: TimersRow) => `${nextAt ?? ''} ${stream}`;
  return placed.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

describe('the rows of timers, soonest first', () => {
  it('stand in the order of their time however they come, move and go', () => {
    const random = new Random(7);
    const [soonest, all] = [new SoonestRows(), new Map<string, TimersRow>()];
    for (let step = 0; step < 2000; step++) {
      const stream = `case-${String(random.between(1, 60))}`;
      const at = new Date(Date.UTC(2026, 0, random.between(1, 9), random.between(0, 3))).toISOString();
      const lot = random.between(1, 6);
      const row = lot === 1 ? null : rowAt(stream, lot === 2 ? undefined : at);
      soonest.set(stream, row);
      if (row === null) all.delete(stream);
      else all.set(stream, row);
      expect(soonest.soonest).toBe(sorted(all)[0]?.nextAt);
    }
    const expected = sorted(all);
    expect(expected.length).toBeGreaterThan(20);
    expect(soonest.page(0, 1000, undefined)).toEqual(expected);
    expect(soonest.page(5, 10, undefined)).toEqual(expected.slice(5, 15));
    const below = expected[12]?.nextAt;
    expect(soonest.page(0, 1000, below)).toEqual(
      expected.filter(({ nextAt = '' }) => nextAt < (below ?? '')),
    );
  });

  it('are none where nothing waits', () => {
    const soonest = new SoonestRows();
    soonest.set('case-1', rowAt('case-1', '2026-01-01T00:00:00.000Z'));
    soonest.set('case-1', null);
    expect([soonest.soonest, soonest.get('case-1'), soonest.page(0, 9, undefined)]).toEqual([
      undefined,
      null,
      [],
    ]);
  });
});
