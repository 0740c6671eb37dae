type Work = () => Promise<void>;

/** Runs work side by side up to a width, and one after the other within a lane. */
export class Lanes {
  private readonly queues = new Map<string, Work[]>();
  private readonly ready: string[] = [];
  private readonly waiting = new Set<() => void>();
  private running = 0;
  private pending = 0;

  constructor(private readonly width: number) {}

  /** The work must not reject: what went wrong is its own business. */
  add(lane: string, work: Work): void {
    const queue = this.queues.get(lane);
    this.pending += 1;
    if (queue) {
      queue.push(work);
      return;
    }
    this.queues.set(lane, [work]);
    this.ready.push(lane);
    this.startReady();
  }

  /** How many are waiting or running. */
  get size(): number {
    return this.pending;
  }

  /** As {@link add}, and gives what the work gave. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.add(lane, () => work().then(resolve, reject));
    });
  }

  /** Resolves when fewer than this many are waiting or running; 1: none. */
  async fewerThan(pendingMax: number): Promise<void> {
    while (this.pending >= pendingMax) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private startReady(): void {
    while (this.running < this.width) {
      const lane = this.ready.shift();
      if (lane === undefined) return;
      this.running += 1;
      void this.runNext(lane);
    }
  }

  private async runNext(lane: string): Promise<void> {
    const queue = this.queues.get(lane) ?? [];
    await queue[0]?.();
    queue.shift();
    this.running -= 1;
    this.pending -= 1;
    if (queue.length === 0) this.queues.delete(lane);
    else this.ready.push(lane);
    this.startReady();
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}
