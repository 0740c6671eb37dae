import { Clock } from '@threekeys/event-store';
import { trackingCode } from '@threekeys/privacy';
import { Failures } from './failures';
import { FollowLimiter } from './follow-limiter';
import type { FollowAttempt } from './follow-limiter';

class SetClock extends Clock {
  at = Date.parse('2026-03-02T01:00:00.000Z');

  now(): string {
    return new Date(this.at).toISOString();
  }
}

const secret = Buffer.alloc(32);
const codeOf = (requester: string): string => trackingCode(secret, requester);
const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;

const clock = new SetClock();
let limiter: FollowLimiter;
beforeEach(() => {
  limiter = new FollowLimiter(clock);
});

const attempt = (change: Partial<FollowAttempt> = {}): FollowAttempt => ({
  ...{ code: codeOf('one'), exists: true, isEnd: true, address: '192.0.2.1' },
  ...change,
});
const codeWaits = (count: number, change: Partial<FollowAttempt> = {}): readonly number[] =>
  Array.from({ length: count }, () => limiter.begin(attempt(change)).codeWaitMs);

describe.each([true, false])('looking for a report with a code that exists: %s', (exists) => {
  it('is heard with the end of a number five times from a network, and again after fifteen minutes', () => {
    expect(codeWaits(6, { exists })).toEqual([0, 0, 0, 0, 0, quarter]);
    clock.at += quarter;
    expect(codeWaits(1, { exists })).toEqual([0]);
  });

  it('is heard from another network, whatever failed on one all day', () => {
    for (let quarters = 0; quarters < 10; quarters++, clock.at += quarter) codeWaits(5, { exists });
    expect(codeWaits(6, { exists, address: '192.0.2.2' })).toEqual([0, 0, 0, 0, 0, quarter]);
  });

  it('is heard with the whole number at once, whatever failed with its end, and five times from a network', () => {
    codeWaits(6, { exists });
    expect(codeWaits(6, { exists, isEnd: false })).toEqual([0, 0, 0, 0, 0, quarter]);
  });

  it('is heard with the end again once the whole number was right', () => {
    codeWaits(6, { exists });
    limiter.begin(attempt({ exists, isEnd: false })).forgive();
    expect(codeWaits(1, { exists })).toEqual([0]);
  });

  it('compares thirty ends in a day, over all networks, and whole numbers still', () => {
    const networks = Array.from({ length: 8 }, (_, index) => `198.51.100.${index}`);
    const waits = networks.flatMap((address) => codeWaits(5, { exists, address }));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(30);
    expect(waits.at(-1)).toBe(day);
    expect(codeWaits(1, { exists, isEnd: false })).toEqual([0]);
    clock.at += day;
    expect(codeWaits(1, { exists })).toEqual([0]);
  });
});

describe('looking for a report', () => {
  it('counts nothing of what succeeded, and forgives what failed before it from there', () => {
    for (let tries = 0; tries < 100; tries++) {
      codeWaits(4);
      limiter.begin(attempt()).forgive();
      clock.at += day / 50;
    }
    expect(limiter.begin(attempt())).toMatchObject({ codeWaitMs: 0, addressWaitMs: 0 });
  });

  it('fails sixty times from an address before it waits, and all addresses of a household are one', () => {
    const addressWaits = Array.from(
      { length: 61 },
      (_, index) =>
        limiter.begin(attempt({ code: codeOf(`lost-${index}`), address: `2001:db8:0:1::${index}` }))
          .addressWaitMs,
    );
    expect(addressWaits.filter((wait) => wait > 0)).toEqual([quarter]);
    const elsewhere = attempt({ address: '2001:db8:0:2::1' });
    expect(limiter.begin(elsewhere).addressWaitMs).toBe(0);
  });

  it('does not wait for what others did on the same address: a code is compared all the same', () => {
    for (let index = 0; index < 100; index++) limiter.begin(attempt({ code: codeOf(`lost-${index}`) }));
    expect(limiter.begin(attempt())).toMatchObject({ codeWaitMs: 0, addressWaitMs: quarter });
  });
});

describe('failures', () => {
  const limits = [{ max: 1, windowMs: quarter }];

  it('are forgotten when they count no longer', () => {
    const failures = new Failures(clock, limits);
    for (let index = 0; index < 50; index++) failures.add(`old-${index}`);
    clock.at += quarter;
    failures.add('new');
    expect(failures.keys).toEqual(['new']);
  });

  it('are kept of so many keys, the longest ago forgotten first', () => {
    const failures = new Failures(clock, limits, 2);
    for (const key of ['one', 'two', 'one', 'three']) failures.add(key);
    expect(failures.keys).toEqual(['one', 'three']);
  });
});
