import type { Leases } from '@threekeys/messaging';

export interface LeaseWish {
  readonly name: string;
  readonly holder: string;
  readonly forMs: number;
}

/** A lease that is prolonged while it is used. Measured on a clock that does not jump, from before it was asked for. */
export class Leadership {
  private readonly lost = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private prolonging: Promise<void> = Promise.resolve();

  private constructor(
    private readonly leases: Leases,
    private readonly wish: LeaseWish,
    private untilMs: number,
  ) {
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

  /** Gives it back. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.prolonging;
    clearTimeout(this.timer);
    // Where that fails it ends by itself.
    await this.leases.giveBack(this.wish.name, this.wish.holder).catch(() => undefined);
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
      this.untilMs = lease ? askedAtMs + forMs : 0;
    } catch {
      // The store is away: it is one's own until it is over.
    }
    if (performance.now() >= this.untilMs) this.lost.abort();
    else this.prolongLater();
  }
}
