import { setTimeout as delay } from 'node:timers/promises';

/** So often in a row a read is taken up again before it counts as failed. */
export const failuresMax = 3;

/** Pauses that double up to a bound, until something goes well. */
export class BackOff {
  private nextMs: number;
  /** How often in a row it has not gone well. */
  failures = 0;

  constructor(private readonly boundsMs: { readonly first: number; readonly max: number }) {
    this.nextMs = boundsMs.first;
  }

  reset(): void {
    this.failures = 0;
    this.nextMs = this.boundsMs.first;
  }

  /** Ends early where the signal is aborted. */
  async pause(signal?: AbortSignal): Promise<void> {
    this.failures += 1;
    const pauseMs = this.nextMs;
    this.nextMs = Math.min(2 * this.nextMs, this.boundsMs.max);
    await delay(pauseMs, undefined, signal && { signal }).catch(() => undefined);
  }
}
