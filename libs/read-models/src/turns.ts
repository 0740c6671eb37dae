type Loop = (signal: AbortSignal) => Promise<void>;

/** One loop in the background, and work that must not run beside it: the loop pauses for it and goes on after it. */
export class Turns {
  private wanted = false;
  private running?: { readonly pause: AbortController; readonly done: Promise<void> };
  private last: Promise<unknown> = Promise.resolve();
  private stopping = new AbortController();

  constructor(private readonly loop: Loop) {}

  /** The loop runs once this work is done. */
  begin(work: Loop): Promise<void> {
    return this.exclusive(async (signal) => {
      await work(signal);
      this.wanted = true;
    });
  }

  /** Work under way sees its signal abort; the loop finishes what it holds. */
  async end(): Promise<void> {
    this.stopping.abort();
    await this.exclusive(() => {
      this.wanted = false;
      return Promise.resolve();
    });
    this.stopping = new AbortController();
  }

  exclusive<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      await this.pause();
      try {
        return await work(this.stopping.signal);
      } finally {
        this.resume();
      }
    });
    this.last = Promise.allSettled([turn]);
    return turn;
  }

  private async pause(): Promise<void> {
    this.running?.pause.abort();
    await this.running?.done;
    this.running = undefined;
  }

  private resume(): void {
    if (!this.wanted) return;
    const pause = new AbortController();
    this.running = { pause, done: this.loop(pause.signal) };
  }
}
