import { sleep } from '@threekeys/messaging';

/** Resolves when the work is done, or after so long without it. @throws what the work throws before */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race([work, sleep(ms, done.signal)]);
  } finally {
    done.abort();
  }
}
