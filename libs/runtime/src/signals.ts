import type { Logger } from './logs';

const stopWithinMs = 20_000;
const numberOf = { SIGINT: 2, SIGTERM: 15 } as const;

/** SIGTERM or SIGINT stops in order; a second one, or 20 s, at once. */
export function stopOnSignals(close: () => Promise<void>, logs: Logger): void {
  let stopping = false;
  const stop = (signal: keyof typeof numberOf) => {
    const exitCode = 128 + numberOf[signal];
    if (stopping) process.exit(exitCode);
    stopping = true;
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
