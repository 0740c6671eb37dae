import { setTimeout as delay } from 'node:timers/promises';
import { isBroken } from './esdb-failure';

/** So often in a row something is tried again before it counts as failed. */
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

/** Tries again where the connection broke. @throws what the last try threw */
export async function retried<Result>(
  boundsMs: { readonly first: number; readonly max: number },
  action: () => Promise<Result>,
): Promise<Result> {
  const backOff = new BackOff(boundsMs);
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!isBroken(error) || backOff.failures >= failuresMax) throw error;
      await backOff.pause();
    }
  }
}
