import { fork } from 'node:child_process';

/** What a child process answers with, and the most memory it ever held. */
export interface FromChild<Answer> {
  readonly answer: Answer;
  readonly peakBytes: number;
}

interface Sent {
  readonly answer?: unknown;
  readonly peakBytes?: number;
  readonly failed?: string;
}

/**
 * Runs one measurement in a process of its own: nothing that ran before is in its heap.
 * @param heapMebibytes bounds the heap, which otherwise grows as far as the machine has memory before it is tidied up
 */
export function inChild<Answer>(
  module: string,
  task: unknown,
  heapMebibytes?: number,
): Promise<FromChild<Answer>> {
  const bound = heapMebibytes === undefined ? [] : [`--max-old-space-size=${heapMebibytes}`];
  return new Promise((resolve, reject) => {
    const child = fork(module, [JSON.stringify(task)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [...process.execArgv, ...bound],
    });
    let sent: Sent | undefined;
    child.on('message', (message) => (sent = message as Sent));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (sent?.peakBytes !== undefined)
        resolve({ answer: sent.answer as Answer, peakBytes: sent.peakBytes });
      else reject(new Error(sent?.failed ?? `${module} ended with ${String(code)} and no answer`));
    });
  });
}

/** The other side: answers the task that this process was started for. */
export function answerAsChild(measure: (task: unknown) => Promise<unknown>): void {
  measure(JSON.parse(process.argv[2] ?? 'null')).then(
    (answer) => process.send?.({ answer, peakBytes: process.resourceUsage().maxRSS * 1024 } satisfies Sent),
    (error: unknown) => {
      process.exitCode = 1;
      process.send?.({
        failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies Sent);
    },
  );
}
