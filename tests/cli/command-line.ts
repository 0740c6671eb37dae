import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { environmentOf, root } from '../support/app';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The object on the last line of stdout; undefined where that is no object. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

interface Surroundings {
  readonly home: string;
  readonly url?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
}

function spawned({ home, url, environment = {} }: Surroundings, words: readonly string[]): ChildProcess {
  const script = ['-r', join(root, 'tools/source.cjs'), join(root, 'apps/cli/src/main.ts')];
  return spawn(process.execPath, ['--conditions=@threekeys/source', ...script, ...words], {
    cwd: root,
    env: {
      ...process.env,
      ...environmentOf(home),
      THREEKEYS_HOME: home,
      THREEKEYS_LANG: 'en',
      ...(url === undefined ? {} : { THREEKEYS_URL: url }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function lastObject(stdout: string): Ended['json'] {
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith('{') ? (JSON.parse(last) as Ended['json']) : undefined;
}

/**
 * The command line of the product, a process of its own.
 * @param interruptAt Ctrl-C, or what is named, as soon as stderr says this
 */
export async function commandLine(
  surroundings: Surroundings,
  words: readonly string[],
  interruptAt?: RegExp,
  signal: NodeJS.Signals = 'SIGINT',
): Promise<Ended> {
  const child = spawned(surroundings, words);
  let stdout = '';
  let stderr = '';
  let interrupted = false;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (interrupted || interruptAt?.test(stderr) !== true) return;
    interrupted = true;
    child.kill(signal);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr, json: lastObject(stdout) };
}
