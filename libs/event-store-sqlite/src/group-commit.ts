/** What becomes of one request: a value, or the error it is refused with. */
export type Settlement<Result> = { readonly result: Result } | { readonly error: Error };

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

const batchMax = 256;

/**
 * Group commit without a timer: whatever is queued when the last commit has returned goes into the next one.
 * A lone request waits for nobody; under load the batches grow by themselves.
 */
export class GroupCommit<Request, Result> {
  private queue: Waiting<Request, Result>[] = [];
  private scheduled = false;

  /** @param write writes a batch and returns when it is durable; throws where the batch failed as a whole */
  constructor(private readonly write: (requests: readonly Request[]) => readonly Settlement<Result>[]) {}

  submit(request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.schedule();
    });
  }

  /** Writes everything that is queued now. */
  drain(): void {
    while (this.queue.length > 0) this.writeBatch();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.writeBatch();
      if (this.queue.length > 0) this.schedule();
    });
  }

  private writeBatch(): void {
    const batch = this.queue.slice(0, batchMax);
    this.queue = this.queue.slice(batchMax);
    if (batch.length === 0) return;
    try {
      const settlements = this.write(batch.map(({ request }) => request));
      batch.forEach((waiting, index) => settle(waiting, settlements[index] as Settlement<Result>));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}

function settle<Request, Result>(waiting: Waiting<Request, Result>, settlement: Settlement<Result>): void {
  if ('result' in settlement) waiting.resolve(settlement.result);
  else waiting.reject(settlement.error);
}
