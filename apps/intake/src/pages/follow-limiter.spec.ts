import { Clock } from '@threekeys/event-store';
import { FollowLimiter } from './follow-limiter';

class SetClock extends Clock {
  at = Date.parse('2026-03-02T01:00:00.000Z');

  now(): string {
    return new Date(this.at).toISOString();
  }
}

describe('looking for a report', () => {
  const clock = new SetClock();
  const limiter = new FollowLimiter(clock);

  it('is listened to five times for a code, wherever it comes from, and again after fifteen minutes', () => {
    const waits = Array.from({ length: 6 }, (_, index) => limiter.begin('code-1', `address-${index}`));
    expect(waits).toEqual([0, 0, 0, 0, 0, 900]);
    expect(limiter.begin('code-2', 'address-0')).toBe(0);
    clock.at += 900_000;
    expect(limiter.begin('code-1', 'address-0')).toBe(0);
  });

  it('is listened to sixty times from an address; what was found does not count', () => {
    for (let index = 0; index < 100; index++) {
      expect(limiter.begin(`found-${index}`, 'hall')).toBe(0);
      limiter.succeeded(`found-${index}`, 'hall');
    }
    const waits = Array.from({ length: 61 }, (_, index) => limiter.begin(`lost-${index}`, 'hall'));
    expect(waits.filter((wait) => wait > 0)).toHaveLength(1);
  });
});
