import { Clock } from '@threekeys/event-store';
import { WallTime } from './wall-time';

class SetClock extends Clock {
  at = '2026-03-01T08:00:00.000Z';
  now(): string {
    return this.at;
  }
}

describe('wall time', () => {
  let clock: SetClock;
  let elapsed: number;
  let time: WallTime;
  beforeEach(() => {
    clock = new SetClock();
    elapsed = 0;
    time = new WallTime(clock, () => elapsed);
    time.read();
  });
  const later = (ms: number, at: string) => {
    elapsed += ms;
    clock.at = at;
    return time.read();
  };

  it('follows the clock', () => {
    expect(later(60_000, '2026-03-01T08:01:00.000Z')).toEqual({
      now: '2026-03-01T08:01:00.000Z',
      doubtful: false,
    });
  });

  it('never goes back', () => {
    expect(later(60_000, '2026-02-01T00:00:00.000Z').now).toBe('2026-03-01T08:00:00.000Z');
  });

  it('doubts a jump ahead of more than an hour for two minutes, then believes it', () => {
    expect(later(1_000, '2026-03-02T08:00:00.000Z')).toEqual({
      now: '2026-03-02T08:00:00.000Z',
      doubtful: true,
    });
    expect(later(119_000, '2026-03-02T08:01:59.000Z').doubtful).toBe(true);
    expect(later(1_000, '2026-03-02T08:02:00.000Z').doubtful).toBe(false);
    expect(later(1_000, '2026-03-02T08:02:01.000Z').doubtful).toBe(false);
  });

  it('forgets a jump that was corrected', () => {
    later(1_000, '2026-03-02T08:00:00.000Z');
    expect(later(1_000, '2026-03-01T08:00:02.000Z')).toEqual({
      now: '2026-03-01T08:00:02.000Z',
      doubtful: false,
    });
  });

  it('believes hours that have really passed', () => {
    expect(later(86_400_000, '2026-03-02T08:00:00.000Z').doubtful).toBe(false);
  });
});
