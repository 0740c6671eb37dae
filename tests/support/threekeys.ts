import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environmentOf, root } from './app';

/** The command line of the product, a process of its own. @returns its exit code and the object on its last line */
export async function threekeys(
  home: string,
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly result: Readonly<Record<string, unknown>> }> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@threekeys/source',
      ...['-r', join(root, 'tools/source.cjs'), join(root, 'apps/cli/src/main.ts')],
      ...words,
      '--json',
    ],
    {
      cwd: root,
      env: { ...process.env, ...environmentOf(home), THREEKEYS_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const last = output.trim().split('\n').at(-1) ?? '';
  if (last === '') throw new Error(`threekeys ${words.join(' ')} ended with ${String(code)}: ${errors}`);
  return { code, result: JSON.parse(last) as Readonly<Record<string, unknown>> };
}
