import { LoginLimiter, MemoryAccountRows, MemoryReceipts, MemorySequenceRows, MemorySessionRows } from '.';
import { describeAuth, SetClock } from './auth.contract';

describeAuth('memory', () => {
  const clock = new SetClock();
  return Promise.resolve({
    accounts: new MemoryAccountRows(),
    sessions: new MemorySessionRows(),
    receipts: new MemoryReceipts(clock),
    sequences: new MemorySequenceRows(),
    clock,
  });
});

describe('sign-in', () => {
  it('waits after five failures in fifteen minutes, per account and per address', () => {
    const clock = new SetClock();
    const limiter = new LoginLimiter(clock);
    for (let n = 0; n < 5; n++) {
      expect(limiter.waitSeconds('clerk', '127.0.0.1')).toBe(0);
      limiter.failed('clerk', '127.0.0.1');
    }
    expect(limiter.waitSeconds('clerk')).toBe(900);
    expect(limiter.waitSeconds('grid', '127.0.0.1')).toBe(900);
    expect(limiter.waitSeconds('grid', '127.0.0.2')).toBe(0);
    clock.pass(16);
    expect(limiter.waitSeconds('clerk', '127.0.0.1')).toBe(0);
  });
});
