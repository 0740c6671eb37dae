import type { Clock } from '@threekeys/event-store';

const attemptsMax = 5;
const windowMs = 15 * 60_000;
const keysMax = 20_000;

/** How often sign-in may fail: five times in fifteen minutes per account and per address. In memory; a restart forgives. */
export class LoginLimiter {
  private readonly failures = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Seconds until the next attempt is listened to; 0: now. */
  waitSeconds(...keys: readonly string[]): number {
    const now = Date.parse(this.clock.now());
    const waits = keys.map((key) => {
      const recent = this.recent(key, now);
      return recent.length < attemptsMax ? 0 : (recent[0] ?? now) + windowMs - now;
    });
    return Math.ceil(Math.max(0, ...waits) / 1000);
  }

  failed(...keys: readonly string[]): void {
    const now = Date.parse(this.clock.now());
    for (const key of keys) this.failures.set(key, [...this.recent(key, now), now].slice(-attemptsMax));
    if (this.failures.size > keysMax) this.forgetOld(now);
  }

  succeeded(...keys: readonly string[]): void {
    for (const key of keys) this.failures.delete(key);
  }

  private recent(key: string, now: number): readonly number[] {
    return (this.failures.get(key) ?? []).filter((at) => at > now - windowMs);
  }

  private forgetOld(now: number): void {
    for (const key of [...this.failures.keys()])
      if (this.recent(key, now).length === 0) this.failures.delete(key);
  }
}
