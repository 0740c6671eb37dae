/* global AbortSignal */
// Asks the process beside it whether it wants requests. Exit code 0: yes.
const port = process.env.THREEKEYS_OPERATIONS_PORT ?? Number(process.env.PORT ?? 3000) + 100;

try {
  const { ok } = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
    signal: AbortSignal.timeout(4000),
  });
  process.exit(ok ? 0 : 1);
} catch {
  // Nobody answers.
  process.exit(1);
}
