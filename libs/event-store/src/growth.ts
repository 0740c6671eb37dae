/** Wakes who waits for the log to grow. */
export class Growth {
  private readonly waiting = new Set<() => void>();

  /** Resolves at the next announcement, or at once when the signal is aborted. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }

  announce(): void {
    for (const wake of [...this.waiting]) wake();
  }
}
