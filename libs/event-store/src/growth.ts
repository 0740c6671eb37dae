/** Wakes who waits for the log to grow. */
export class Growth {
  private waiting: (() => void)[] = [];
  /** Whose end wakes everybody. Asked once each: a listener for every wait cost more than the wait. */
  private readonly heeded = new WeakSet<AbortSignal>();

  /** Resolves at the next announcement, or at once when the signal is aborted. */
  next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    this.heed(signal);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  announce(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const wake of waiting) wake();
  }

  private heed(signal: AbortSignal): void {
    if (this.heeded.has(signal)) return;
    this.heeded.add(signal);
    signal.addEventListener('abort', () => this.announce(), { once: true });
  }
}
