import type { Logger } from './logs';

const stopWithinMs = 20_000;
/** One key press reaches a process more than once: from the terminal, and from who started it. */
const sameSignalMs = 500;
const numberOf = { SIGINT: 2, SIGTERM: 15 } as const;

/** SIGTERM or SIGINT stops in order; a second one, or 20 s, ends at once. */
export function stopOnSignals(close: () => Promise<void>, logs: Logger): void {
  let stopping = false;
  let impatient = false;
  const stop = (signal: keyof typeof numberOf) => {
    const exitCode = 128 + numberOf[signal];
    if (impatient) process.exit(exitCode);
    if (stopping) return;
    stopping = true;
    setTimeout(() => (impatient = true), sameSignalMs).unref();
    logs.info({ signal }, 'stopping');
    setTimeout(() => process.exit(exitCode), stopWithinMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logs.error({ err: error instanceof Error ? error.name : 'unknown' }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
