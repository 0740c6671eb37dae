import { nameOf } from '@threekeys/engine';
import { isOutage } from '@threekeys/messaging';
import type { Logger, Readiness } from '@threekeys/runtime';
import { setTimeout as pause } from 'node:timers/promises';

export interface Waiting {
  readonly logs: Logger;
  /** Says meanwhile that an engine is missing. */
  readonly readiness: Readiness;
  readonly signal: AbortSignal;
}

const againAfterMs = 1000;

/**
 * Tries until the engines are there, in whatever order they come. Undefined: it was told to stop meanwhile.
 * @throws what no waiting mends
 */
export async function untilThere<T>(
  work: () => Promise<T>,
  { logs, readiness, signal }: Waiting,
): Promise<T | undefined> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      readiness.watch([{ name: 'engines', run: () => missing(nameOf(error)) }]);
      logs.warn({ error: nameOf(error) }, 'an engine is missing; will be tried again');
      await Promise.allSettled([pause(againAfterMs, undefined, { signal })]);
    }
  }
  return undefined;
}

const missing = (error: string) => Promise.resolve({ ok: false, facts: { error } });
