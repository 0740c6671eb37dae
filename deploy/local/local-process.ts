import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const root = join(__dirname, '..', '..');
const readyWithinMs = 180_000;

/** None of them outlives the process that started it, where that ends by itself. */
const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

export interface NodeProgram {
  readonly name: string;
  /** From the root of the repository. */
  readonly main: string;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A file that its log is added to; default: it goes on to this process's. */
  readonly log?: string | undefined;
}

/** A process of ours, run from source. */
export class LocalProcess {
  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
    /** What it says on its standard output, as far as it has. */
    private readonly words: readonly string[],
  ) {}

  static start({ name, main, environment = {}, log, ...rest }: NodeProgram): LocalProcess {
    const stderr = log === undefined ? 'inherit' : openSync(log, 'a');
    const child = spawn(
      process.execPath,
      [
        ...['--conditions=@threekeys/source', '-r', join(root, 'tools/source.cjs'), join(root, main)],
        ...(rest.arguments ?? []),
      ],
      // A group of its own: Ctrl-C reaches the starter, which ends each in its turn.
      {
        cwd: root,
        env: { ...process.env, ...environment },
        stdio: ['pipe', 'pipe', stderr],
        detached: true,
      },
    );
    if (stderr !== 'inherit') closeSync(stderr);
    const words: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => words.push(text));
    living.add(child);
    child.once('exit', () => living.delete(child));
    return new LocalProcess(name, child, words);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get output(): string {
    return this.words.join('');
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** @throws Error where it ends, or the time is over, before it holds */
  async until(holds: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + readyWithinMs;
    while (!(await holds())) {
      if (this.hasEnded) throw new Error(`${this.name} ended with ${String(this.child.exitCode)}`);
      if (performance.now() > deadline) throw new Error(`${this.name} is not ready`);
      await pause(100);
    }
  }

  /** @returns its exit code */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended();
  }
}
