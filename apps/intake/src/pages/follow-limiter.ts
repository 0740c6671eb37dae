import { networkOf } from '@threekeys/auth';
import type { Clock } from '@threekeys/event-store';
import { isTrackingCode } from '@threekeys/privacy';

const windowMs = 15 * 60_000;
const keysMax = 20_000;
/** Four digits are 10,000: at five wrong ones in fifteen minutes, whoever has a code tries for three weeks. */
const triesOfCode = 5;
/** Many people may sit behind one address. */
const triesOfAddress = 60;

/**
 * How often looking for a report may fail: for one code, wherever it is tried from, and from one address. A try counts from
 * its beginning, or many at once would all pass before the first had failed. What cannot be a code is counted for the address
 * alone. In memory; a restart forgives.
 */
export class FollowLimiter {
  private readonly tries = new Map<string, readonly number[]>();

  constructor(private readonly clock: Clock) {}

  /** Begins a try: 0, or the seconds until one is listened to. */
  begin(code: string, address: string): number {
    const now = Date.parse(this.clock.now());
    const limits = [
      ...(isTrackingCode(code) ? [{ key: codeKey(code), triesMax: triesOfCode }] : []),
      { key: addressKey(address), triesMax: triesOfAddress },
    ];
    const waitsMs = limits.map(({ key, triesMax }) => {
      const recent = this.recent(key, now);
      return recent.length < triesMax ? 0 : (recent[0] ?? now) + windowMs - now;
    });
    const waitMs = Math.max(...waitsMs);
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    for (const { key } of limits) this.remember(key, [...this.recent(key, now), now]);
    return 0;
  }

  /** Forgives the code its failures, and the address this try. */
  succeeded(code: string, address: string): void {
    this.tries.delete(codeKey(code));
    const key = addressKey(address);
    this.remember(key, (this.tries.get(key) ?? []).slice(0, -1));
  }

  private recent(key: string, now: number): readonly number[] {
    return (this.tries.get(key) ?? []).filter((at) => at > now - windowMs);
  }

  /** Who was tried longest ago is forgotten first: what counts no longer, and never are there more than so many keys. */
  private remember(key: string, tries: readonly number[]): void {
    this.tries.delete(key);
    if (tries.length > 0) this.tries.set(key, tries);
    const since = Date.parse(this.clock.now()) - windowMs;
    for (const [oldest, at] of this.tries) {
      if (this.tries.size <= keysMax && (at.at(-1) ?? 0) > since) break;
      this.tries.delete(oldest);
    }
  }
}

const codeKey = (code: string) => `code ${code}`;
const addressKey = (address: string) => `address ${networkOf(address)}`;
