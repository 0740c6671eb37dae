import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..', '..', '..');

/** The double as a process of its own. */
export interface DoubleProcess {
  readonly connectionString: string;
  /** As the power cut does, but for the machine. */
  kill(): Promise<void>;
}

export async function startProcess(...options: readonly string[]): Promise<DoubleProcess> {
  const child = runTypeScript('tools/esdb-double/main.ts', ...options);
  const lines = createInterface({ input: child.stdout! });
  const [connectionString] = (await once(lines, 'line')) as [string];
  const exited = once(child, 'exit');
  return {
    connectionString,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** A program of this repository, run from its sources. */
export function runTypeScript(file: string, ...options: readonly string[]): ChildProcess {
  const conditions = ['--conditions=@threekeys/source', '-r', './tools/source.cjs'];
  return spawn(process.execPath, [...conditions, file, ...options], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
