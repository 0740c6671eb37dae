import { MemoryAccessLog } from './access-log';
import { accessIn } from './access-text';
import { checkAccessTimes } from './access-times';
import type { AccessesWitnessed } from './access-times';
import { accessesSeen, checkAccesses } from './access-witness';

const access = (at: string) => ({
  ...{ at: `2026-${at}.000Z`, stream: 'case-1', fields: ['name'] },
  ...{ actor: { id: 'clerk', role: 'intake-clerk' as const }, purpose: 'contact' as const },
});

/** Keeps texts as somebody wrote them who had the files, all of them in one month. */
class WrittenLog extends MemoryAccessLog {
  constructor(private readonly written: readonly string[]) {
    super();
  }
  override async *texts(): AsyncIterable<string> {
    yield* await Promise.resolve(this.written);
  }
}

describe('a line of an access log', () => {
  const text = JSON.stringify(access('03-01T08:00:00'));

  it('is an access', () => {
    expect(accessIn(text)).toEqual(access('03-01T08:00:00'));
  });

  it.each([
    ['a second member of a name', text.replace('"actor":', '"actor":{"id":"nobody"},"actor":')],
    ['a space', text.replace('{', '{ ')],
    ['no actor', '{"at":"2026-03-01T08:00:00.000Z"}'],
    ['nothing', 'null'],
    ['no JSON', '{'],
  ])('that has %s is none', (_what, altered) => {
    expect(accessIn(altered)).toBeUndefined();
  });

  it('is held by its witness as it is stored, and none is sworn to that is no access', async () => {
    const seen = await accessesSeen(new WrittenLog([text]), '2026-03');
    const altered = new WrittenLog([text.replace('"actor":', '"actor":{"id":"nobody"},"actor":')]);
    expect(await checkAccesses(altered, seen ? [seen] : [])).toEqual([{ ...seen, there: 1 }]);
    expect(await accessesSeen(altered, '2026-03')).toBeUndefined();
  });
});

describe('the times of an access log', () => {
  const seen = (month: string, lines: number, recordedAt: string) => ({
    ...{ month: `2026-${month}`, lines, hash: '', recordedAt: `2026-${recordedAt}.000Z` },
  });
  const march = ['03-01T08:00:00', '03-01T07:58:00', '03-31T23:59:00'];
  const known: AccessesWitnessed = {
    seen: [seen('03', 2, '03-02T08:00:00')],
    from: '2026-03-01T07:00:00.000Z',
    until: '2026-04-02T08:00:00.000Z',
    clocks: [],
  };
  const checked = (lines: readonly string[], says: Partial<AccessesWitnessed> = {}, month = '2026-03') =>
    checkAccessTimes(new WrittenLog(lines.map((at) => JSON.stringify(access(at)))), [month], {
      ...known,
      ...says,
    });

  it('are those of its months, in their order but for what clocks differ; who has not been witnessed is counted', async () => {
    expect(await checked(march)).toEqual({ misdated: [], unwitnessed: 1 });
  });

  it.each([
    ['of another month', ['02-28T08:00:00'], {}, /line 1 .* not in that month/],
    ['before the log', ['03-01T06:00:00'], {}, /line 1 .* the log begins at/],
    [
      'before the line before it',
      [...march, '03-31T23:00:00'],
      {},
      /line 4 .* comes after one of 2026-03-31T23:59/,
    ],
    ['in the future', march, { until: '2026-03-31T23:00:00.000Z' }, /line 3 .* in the future/],
    [
      'before a witness that has not seen it',
      march.slice(0, 2),
      { seen: [seen('03', 1, '03-02T08:00:00')] },
      /line 2 .* a later witness has not seen it/,
    ],
    [
      'in a month that was over',
      march,
      { seen: [seen('03', 2, '03-31T23:30:00'), seen('04', 1, '04-01T00:10:00')] },
      /3 lines are there, and 2 were witnessed once it was over/,
    ],
    [
      'in a month that nothing was opened in',
      march,
      { seen: [seen('04', 1, '03-01T00:00:00')] },
      /3 lines are there, and 0 were witnessed/,
    ],
  ])('show a line that is dated %s', async (_what, lines, says, what) => {
    const { misdated } = await checked(lines, says);
    expect(misdated).toContainEqual({ month: '2026-03', what: expect.stringMatching(what) as string });
  });

  it('go back with a clock that was accepted, and no further', async () => {
    const clocks = ['2026-03-01T07:30:00.000Z'];
    const back = ['03-20T08:00:00', '03-01T07:30:00', '03-01T09:00:00'];
    expect(await checked(back, { clocks })).toMatchObject({ misdated: [] });
    expect(await checked(['03-20T08:00:00', '03-01T07:10:00'], { clocks })).toMatchObject({
      misdated: [{ month: '2026-03' }],
    });
    const later = [seen('03', 2, '03-31T23:30:00'), seen('05', 1, '05-01T00:10:00')];
    expect(await checked(march, { clocks, seen: later })).toMatchObject({ misdated: [] });
  });
});
