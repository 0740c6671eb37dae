export interface BatchLimits<T> {
  readonly countMax: number;
  readonly sizeMax: number;
  readonly sizeOf: (each: T) => number;
}

/**
 * What has come while the batch before was on its way: no timer, a lone event leaves at once. Reads ahead by one batch.
 * Ends with its source, which is aborted when nobody wants more. @throws what the source throws, after what came before it
 */
export async function* batchesOf<T>(
  open: (signal: AbortSignal) => AsyncIterable<T>,
  limits: BatchLimits<T>,
): AsyncIterable<T[]> {
  const enough = new AbortController();
  const queue = new ReadAhead(open(enough.signal), limits.countMax);
  try {
    for (let batch = await queue.next(limits); batch; batch = await queue.next(limits)) yield batch;
  } finally {
    enough.abort();
    await queue.end();
  }
}

class ReadAhead<T> {
  private readonly waiting: T[] = [];
  private readonly reading: Promise<void>;
  private ended = false;
  private failure: unknown;
  private wake: () => void = () => undefined;

  constructor(
    private readonly source: AsyncIterable<T>,
    private readonly aheadMax: number,
  ) {
    this.reading = this.read().then(
      () => this.close(undefined),
      (error: unknown) => this.close(error ?? new Error('the source failed')),
    );
  }

  async next({ countMax, sizeMax, sizeOf }: BatchLimits<T>): Promise<T[] | undefined> {
    while (this.waiting.length === 0 && !this.ended) await this.changed();
    if (this.waiting.length === 0) {
      if (this.failure !== undefined) throw this.failure as Error;
      return undefined;
    }
    let [count, size] = [0, 0];
    for (const each of this.waiting.slice(0, countMax)) {
      size += sizeOf(each);
      if (count > 0 && size > sizeMax) break;
      count += 1;
    }
    const batch = this.waiting.splice(0, count);
    this.wake();
    return batch;
  }

  async end(): Promise<void> {
    this.ended = true;
    this.wake();
    await this.reading;
  }

  private async read(): Promise<void> {
    for await (const each of this.source) {
      this.waiting.push(each);
      this.wake();
      while (this.waiting.length >= this.aheadMax && !this.ended) await this.changed();
      if (this.ended) return;
    }
  }

  private close(failure: unknown): void {
    this.ended = true;
    this.failure = failure;
    this.wake();
  }

  private changed(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.wake;
      this.wake = () => {
        this.wake = () => undefined;
        before();
        resolve();
      };
    });
  }
}
