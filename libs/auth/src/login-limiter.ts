import type { Clock } from '@threekeys/event-store';

const windowMs = 15 * 60_000;
const keysMax = 20_000;

/** Who tries to sign in as whom, from where. */
export interface SignInAttempt {
  readonly username: string;
  readonly address: string;
}

interface Limit {
  readonly key: string;
  /** Attempts in fifteen minutes that did not succeed. */
  readonly attemptsMax: number;
}

/** Many people may sit behind one address. */
const limitsOf = ({ username, address }: SignInAttempt): readonly Limit[] => [
  { key: `account ${username}`, attemptsMax: 5 },
  { key: `address ${address}`, attemptsMax: 50 },
];

/**
 * How often sign-in may fail, per account and per address. An attempt counts from its beginning, or many at once would all
 * pass before the first had failed. In memory; a restart forgives.
 */
export class LoginLimiter {
  private readonly attempts = new Map<string, readonly number[]>();

  constructor(private readonly clock: Clock) {}

  /** Begins an attempt: 0, or the seconds until one is listened to. */
  begin(attempt: SignInAttempt): number {
    const now = Date.parse(this.clock.now());
    const limits = limitsOf(attempt);
    const waitsMs = limits.map(({ key, attemptsMax }) => {
      const recent = this.recent(key, now);
      return recent.length < attemptsMax ? 0 : (recent[0] ?? now) + windowMs - now;
    });
    const waitMs = Math.max(...waitsMs);
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    for (const { key } of limits) this.remember(key, [...this.recent(key, now), now]);
    return 0;
  }

  /** Forgives the account its failures, and the address this attempt. */
  succeeded(attempt: SignInAttempt): void {
    const [account, address] = limitsOf(attempt);
    if (account) this.attempts.delete(account.key);
    if (address) this.remember(address.key, (this.attempts.get(address.key) ?? []).slice(0, -1));
  }

  private recent(key: string, now: number): readonly number[] {
    return (this.attempts.get(key) ?? []).filter((at) => at > now - windowMs);
  }

  /** Never more than so many keys: who was tried longest ago is forgotten first. */
  private remember(key: string, attempts: readonly number[]): void {
    this.attempts.delete(key);
    if (attempts.length > 0) this.attempts.set(key, attempts);
    const oldest = this.attempts.size > keysMax ? this.attempts.keys().next().value : undefined;
    if (oldest !== undefined) this.attempts.delete(oldest);
  }
}
