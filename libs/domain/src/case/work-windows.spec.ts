import { starterPolicy } from '../policy/starter-policy';
import { workWindows } from './work-windows';

const policy = { ...starterPolicy, version: 1 };
const at = (now: string, minutes = 60, urgency: 'normal' | 'soon' | 'urgent' = 'normal') =>
  workWindows({ now, minutes, urgency }, policy).map(({ from, to }) => `${from}/${to}`);

describe('work that nobody has agreed a time for', () => {
  it('is urgent from now on, for four hours', () => {
    expect(at('2026-03-02T15:30:20.000Z', 60, 'urgent')).toEqual([
      '2026-03-02T15:31:00.000Z/2026-03-02T19:31:00.000Z',
    ]);
  });

  it('has room for the time to answer where it is urgent and long', () => {
    expect(at('2026-03-02T15:30:00.000Z', 300, 'urgent')).toEqual([
      '2026-03-02T15:30:00.000Z/2026-03-02T20:45:00.000Z',
    ]);
  });

  it('lies by day in local time, on what is left of today and the next two days', () => {
    expect(at('2026-03-02T05:00:00.000Z')).toEqual([
      '2026-03-02T05:00:00.000Z/2026-03-02T12:00:00.000Z',
      '2026-03-03T00:00:00.000Z/2026-03-03T12:00:00.000Z',
      '2026-03-04T00:00:00.000Z/2026-03-04T12:00:00.000Z',
    ]);
  });

  it('begins tomorrow where today has no room left', () => {
    expect(at('2026-03-02T11:30:00.000Z')[0]).toBe('2026-03-03T00:00:00.000Z/2026-03-03T12:00:00.000Z');
    expect(at('2026-03-02T18:00:00.000Z')[0]).toBe('2026-03-03T00:00:00.000Z/2026-03-03T12:00:00.000Z');
  });

  it('has windows as long as the work, however long that is', () => {
    expect(at('2026-03-01T20:00:00.000Z', 900)[0]).toBe('2026-03-02T00:00:00.000Z/2026-03-02T15:00:00.000Z');
  });
});
