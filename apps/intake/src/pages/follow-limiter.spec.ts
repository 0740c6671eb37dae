import { Clock } from '@threekeys/event-store';
import { trackingCode } from '@threekeys/privacy';
import { FollowLimiter } from './follow-limiter';

class SetClock extends Clock {
  at = Date.parse('2026-03-02T01:00:00.000Z');

  now(): string {
    return new Date(this.at).toISOString();
  }
}

const secret = Buffer.alloc(32);
const codeOf = (requester: string): string => trackingCode(secret, requester);
const keysOf = (limiter: FollowLimiter): readonly string[] => [...limiter['tries'].keys()];

describe('looking for a report', () => {
  const clock = new SetClock();
  const limiter = new FollowLimiter(clock);

  it('is listened to five times for a code, wherever it comes from, and again after fifteen minutes', () => {
    const [one, other] = [codeOf('one'), codeOf('other')];
    const waits = Array.from({ length: 6 }, (_, index) => limiter.begin(one, `address-${index}`));
    expect(waits).toEqual([0, 0, 0, 0, 0, 900]);
    expect(limiter.begin(other, 'address-0')).toBe(0);
    clock.at += 900_000;
    expect(limiter.begin(one, 'address-0')).toBe(0);
  });

  it('is listened to sixty times from an address; what was found does not count', () => {
    for (let index = 0; index < 100; index++) {
      const found = codeOf(`found-${index}`);
      expect(limiter.begin(found, 'hall')).toBe(0);
      limiter.succeeded(found, 'hall');
    }
    const waits = Array.from({ length: 61 }, (_, index) => limiter.begin(codeOf(`lost-${index}`), 'hall'));
    expect(waits.filter((wait) => wait > 0)).toHaveLength(1);
  });

  it('counts what cannot be a code for the address alone, and keeps nothing of it', () => {
    const fresh = new FollowLimiter(clock);
    const waits = Array.from({ length: 61 }, () => fresh.begin('A'.repeat(60 * 1024), '192.0.2.1'));
    expect(waits.filter((wait) => wait > 0)).toHaveLength(1);
    expect(keysOf(fresh)).toEqual(['address 192.0.2.1']);
  });

  it('counts all addresses of a household as one', () => {
    const fresh = new FollowLimiter(clock);
    for (let host = 1; host <= 60; host++) fresh.begin('no code', `2001:db8:0:1::${host.toString(16)}`);
    expect(fresh.begin('no code', '2001:db8:0:1:ffff::1')).toBeGreaterThan(0);
    expect(fresh.begin('no code', '2001:db8:0:2::1')).toBe(0);
  });

  it('forgets what counts no longer', () => {
    const fresh = new FollowLimiter(clock);
    for (let index = 0; index < 50; index++) fresh.begin(codeOf(`old-${index}`), `10.0.0.${index}`);
    clock.at += 900_000;
    fresh.begin(codeOf('new'), '10.0.1.1');
    expect(keysOf(fresh)).toEqual([`code ${codeOf('new')}`, 'address 10.0.1.1']);
  });
});
