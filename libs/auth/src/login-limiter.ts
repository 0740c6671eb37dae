import type { Clock } from '@threekeys/event-store';
import { networkOf } from './network';

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

const triesOfAccount = 5;
const delayMsMax = 30_000;
const accountKey = ({ username }: SignInAttempt) => `account ${username}`;
const addressKey = ({ address }: SignInAttempt) => `address ${networkOf(address)}`;
const pairKey = ({ username, address }: SignInAttempt) => `pair ${networkOf(address)} ${username}`;

/** Many people may sit behind one address. */
const limitsOf = (attempt: SignInAttempt): readonly Limit[] => [
  { key: pairKey(attempt), attemptsMax: 5 },
  { key: addressKey(attempt), attemptsMax: 50 },
];

/**
 * How often sign-in may fail: from one address for one account, and from one address. For an account wherever the attempts
 * come from they are only slowed down, by half a minute at most: nobody is locked out by who does not know their password.
 * An attempt counts from its beginning, or many at once would all pass before the first had failed. In memory; a restart
 * forgives.
 */
export class LoginLimiter {
  private readonly attempts = new Map<string, readonly number[]>();

  constructor(private readonly clock: Clock) {}

  /** Begins an attempt: 0, or the seconds until one is listened to. */
  begin(attempt: SignInAttempt): number {
    const now = Date.parse(this.clock.now());
    const waitsMs = limitsOf(attempt).map(({ key, attemptsMax }) => {
      const recent = this.recent(key, now);
      return recent.length < attemptsMax ? 0 : (recent[0] ?? now) + windowMs - now;
    });
    const waitMs = Math.max(this.delayMs(attempt, now), ...waitsMs);
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    for (const key of [pairKey(attempt), addressKey(attempt), accountKey(attempt)])
      this.remember(key, [...this.recent(key, now), now]);
    return 0;
  }

  /** Forgives the account its failures, and the address this attempt. */
  succeeded(attempt: SignInAttempt): void {
    this.attempts.delete(pairKey(attempt));
    this.attempts.delete(accountKey(attempt));
    const address = addressKey(attempt);
    this.remember(address, (this.attempts.get(address) ?? []).slice(0, -1));
  }

  /** Since the last try for this account: a second after five failures, then twice as long each time. */
  private delayMs(attempt: SignInAttempt, now: number): number {
    const recent = this.recent(accountKey(attempt), now);
    const last = recent.at(-1);
    if (last === undefined || recent.length < triesOfAccount) return 0;
    return last + Math.min(delayMsMax, 1000 * 2 ** (recent.length - triesOfAccount)) - now;
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
