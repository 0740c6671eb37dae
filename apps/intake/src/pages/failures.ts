import type { Clock } from '@threekeys/event-store';

/** So many in so long. */
export interface Limit {
  readonly max: number;
  readonly windowMs: number;
}

/**
 * When tries failed of late, by key. In memory, of a bounded number of keys: what counts no longer, and who failed longest
 * ago, is forgotten first.
 */
export class Failures {
  private readonly instants = new Map<string, readonly number[]>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: readonly Limit[],
    private readonly keysMax = 20_000,
  ) {}

  get keys(): readonly string[] {
    return [...this.instants.keys()];
  }

  /** Milliseconds until one more is within every limit; 0: it is so now. */
  waitMs(key: string): number {
    const now = this.now();
    const waits = this.limits.map(({ max, windowMs }) => {
      const first = this.recent(key, windowMs).at(-max);
      return first === undefined ? 0 : first + windowMs - now;
    });
    return Math.max(...waits);
  }

  add(key: string): void {
    this.remember(key, [...this.recent(key, this.longestMs()), this.now()]);
  }

  /** Takes back the last one. */
  takeBack(key: string): void {
    this.remember(key, (this.instants.get(key) ?? []).slice(0, -1));
  }

  forget(key: string): void {
    this.instants.delete(key);
  }

  private recent(key: string, windowMs: number): readonly number[] {
    const since = this.now() - windowMs;
    return (this.instants.get(key) ?? []).filter((at) => at > since);
  }

  private remember(key: string, instants: readonly number[]): void {
    this.instants.delete(key);
    if (instants.length > 0) this.instants.set(key, instants);
    const since = this.now() - this.longestMs();
    for (const [oldest, at] of this.instants) {
      if (this.instants.size <= this.keysMax && (at.at(-1) ?? 0) > since) break;
      this.instants.delete(oldest);
    }
  }

  private longestMs(): number {
    return Math.max(...this.limits.map(({ windowMs }) => windowMs));
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}
