import type { Leases } from './leases';
import { once } from 'node:events';

export interface LeaseWish {
  readonly name: string;
  readonly holder: string;
  readonly forMs: number;
}

/** A lease that is prolonged while it is used. Measured on a clock that does not jump, from before it was asked for. */
export class Leadership {
  private readonly lost = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private overAt: NodeJS.Timeout | undefined;
  private prolonging: Promise<void> = Promise.resolve();

  private constructor(
    private readonly leases: Leases,
    private readonly wish: LeaseWish,
    untilMs: number,
  ) {
    this.lastsUntil(untilMs);
    this.prolongLater();
  }

  /** @returns nothing where somebody else leads */
  static async take(leases: Leases, wish: LeaseWish): Promise<Leadership | undefined> {
    const askedAtMs = performance.now();
    const lease = await leases.take(wish.name, wish.holder, wish.forMs);
    return lease && new Leadership(leases, wish, askedAtMs + wish.forMs);
  }

  /** Aborted when somebody else may lead. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  /** Gives it back. Who does not answer is not waited for longer than it is one's own. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    await Promise.race([this.givenBack(), this.isOver()]);
    clearTimeout(this.timer);
    clearTimeout(this.overAt);
  }

  private async givenBack(): Promise<void> {
    await this.prolonging;
    // Where that fails it ends by itself.
    await this.leases.giveBack(this.wish.name, this.wish.holder).catch(() => undefined);
  }

  private async isOver(): Promise<void> {
    if (!this.signal.aborted) await once(this.signal, 'abort');
  }

  /** Whatever becomes of the call that prolongs it. */
  private lastsUntil(untilMs: number): void {
    clearTimeout(this.overAt);
    this.overAt = setTimeout(() => this.lost.abort(), Math.max(0, untilMs - performance.now()));
  }

  private prolongLater(): void {
    this.timer = setTimeout(() => {
      this.prolonging = this.prolong();
    }, this.wish.forMs / 3);
  }

  private async prolong(): Promise<void> {
    const { name, holder, forMs } = this.wish;
    const askedAtMs = performance.now();
    try {
      const lease = await this.leases.take(name, holder, forMs);
      if (lease) this.lastsUntil(askedAtMs + forMs);
      else this.lost.abort();
    } catch {
      // The store is away: it is one's own until it is over.
    }
    if (!this.signal.aborted) this.prolongLater();
  }
}
