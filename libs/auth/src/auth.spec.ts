import { scryptSync } from 'node:crypto';
import {
  BlockSequences,
  HashedAccounts,
  isOperatorToken,
  LoginLimiter,
  MemoryAccountRows,
  MemoryReceipts,
  MemorySequenceRows,
  MemorySessionRows,
  MemoryTokenRows,
  newOperatorToken,
} from '.';
import { describeAuth, SetClock } from './auth.contract';
import { hashPassword, isPassword } from './password-hash';

describeAuth('memory', () => {
  const clock = new SetClock();
  return Promise.resolve({
    accounts: new MemoryAccountRows(),
    sessions: new MemorySessionRows(),
    tokens: new MemoryTokenRows(),
    receipts: new MemoryReceipts(clock),
    sequences: new MemorySequenceRows(),
    clock,
  });
});

describe('sign-in', () => {
  const clerk = { username: 'clerk', address: '127.0.0.1' };

  it('waits after five failures of an account from one address in fifteen minutes', () => {
    const clock = new SetClock();
    const limiter = new LoginLimiter(clock);
    for (let n = 0; n < 5; n++) {
      expect(limiter.begin(clerk)).toBe(0);
      clock.pass(1);
    }
    expect(limiter.begin(clerk)).toBe(10 * 60);
    expect(limiter.begin({ ...clerk, username: 'grid' })).toBe(0);
    clock.pass(10);
    expect(limiter.begin(clerk)).toBe(0);
    expect(limiter.begin(clerk)).toBe(60);
  });

  it('lets the owner in from elsewhere, after half a minute at most, however often others fail', () => {
    const clock = new SetClock();
    const limiter = new LoginLimiter(clock);
    for (let n = 0; n < 200; n++) {
      const from = { ...clerk, address: `10.0.0.${String(n % 50)}` };
      if (limiter.begin(from) > 0) clock.pass(0.5);
      limiter.begin(from);
    }
    const wait = limiter.begin(clerk);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(30);
    clock.pass(0.5);
    expect(limiter.begin(clerk)).toBe(0);
    limiter.succeeded(clerk);
    expect(limiter.begin(clerk)).toBe(0);
  });

  it('counts attempts that have not ended, so that many at once do not all pass', () => {
    const limiter = new LoginLimiter(new SetClock());
    const waits = Array.from({ length: 20 }, () => limiter.begin(clerk));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('waits after fifty failures from one address, whatever the account', () => {
    const limiter = new LoginLimiter(new SetClock());
    const waits = Array.from({ length: 60 }, (_, n) =>
      limiter.begin({ ...clerk, username: `user-${String(n)}` }),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(50);
    expect(limiter.begin({ ...clerk, address: '127.0.0.2' })).toBe(0);
  });

  it('forgives who succeeds', () => {
    const limiter = new LoginLimiter(new SetClock());
    for (let n = 0; n < 200; n++) {
      expect(limiter.begin(clerk)).toBe(0);
      limiter.succeeded(clerk);
    }
  });

  it('takes about as long for an account that is not there', async () => {
    const accounts = new HashedAccounts(new MemoryAccountRows());
    await accounts.create('clerk', 'correct horse');
    await accounts.check('clerk', 'wrong horse');
    const fastestMs = { clerk: Infinity, nobody: Infinity };
    for (const username of ['clerk', 'nobody', 'clerk', 'nobody', 'clerk', 'nobody'] as const) {
      const start = performance.now();
      await accounts.check(username, 'wrong horse');
      fastestMs[username] = Math.min(fastestMs[username], performance.now() - start);
    }
    const ratio = fastestMs.nobody / fastestMs.clerk;
    expect(Math.min(ratio, 1 / ratio)).toBeGreaterThan(0.4);
  });
});

describe('a password hash', () => {
  it('is checked with the parameters that stand beside it', async () => {
    const hash = scryptSync('correct horse', 'saltsaltsaltsalt', 32, { N: 1024, r: 8, p: 1 });
    const salt = Buffer.from('saltsaltsaltsalt').toString('base64url');
    const older = `scrypt$1024$8$1$${salt}$${hash.toString('base64url')}`;
    expect(await isPassword('correct horse', older)).toBe(true);
    expect(await isPassword('wrong horse', older)).toBe(false);
  });

  it('is another each time, and the same for a text in another normal form', async () => {
    const hash = await hashPassword('Ame\u0301lie');
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(await hashPassword('Ame\u0301lie')).not.toBe(hash);
    expect(await isPassword('Am\u00e9lie', hash)).toBe(true);
  });
});

describe("the operator's token", () => {
  it('opens to itself alone, and never where the file is empty', () => {
    const token = newOperatorToken();
    expect(isOperatorToken(token, token)).toBe(true);
    expect(isOperatorToken(newOperatorToken(), token)).toBe(false);
    expect(isOperatorToken(token.slice(1), token)).toBe(false);
    expect(isOperatorToken('', '')).toBe(false);
  });
});

describe('a sequence that is raised while numbers are taken', () => {
  it('gives no number below afterwards', async () => {
    const sequences = new BlockSequences(new MemorySequenceRows());
    await sequences.next('cases');
    const raising = sequences.atLeast('cases', 5000);
    const during = await Promise.all(Array.from({ length: 150 }, () => sequences.next('cases')));
    await raising;
    const after = await Promise.all(Array.from({ length: 150 }, () => sequences.next('cases')));
    expect(Math.min(...after)).toBeGreaterThanOrEqual(5000);
    expect(new Set([...during, ...after]).size).toBe(300);
  });
});
