import { lastMoment, termOf } from './term';
import { localDateOf } from '../../community-time';

describe('a term of office', () => {
  it('holds from the first day to the end of the last, in the community’s zone', () =>
    expect(termOf({ from: '2026-03-01', until: '2026-08-31' }, 480)).toEqual({
      from: '2026-02-28T16:00:00.000Z',
      until: '2026-08-31T16:00:00.000Z',
    }));

  it('is for ever where nothing is said', () => expect(termOf({}, 480)).toEqual({}));

  it('is said by its last day, as it was typed', () => {
    const { until = '' } = termOf({ until: '2026-08-31' }, 480);
    expect(localDateOf(lastMoment(until), 480)).toBe('2026-08-31');
  });
});
