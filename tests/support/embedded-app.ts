import { openDatabase } from '@threekeys/sqlite';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { password, root } from './constants';
import type { RunningApp, StartOptions, TestEngine } from './engine';

const readyPattern = /Threekeys is ready at (http:\S+)/;

/** All services in one process on the files of a home. */
export const embedded: TestEngine = {
  start: startEmbedded,
  environmentOf: () => ({}),
  storedEvents: (home) => {
    const log = openDatabase(join(home, 'log.sqlite'), 'log', { readOnly: true });
    try {
      const counted = log.prepare<[], { n: number }>('SELECT count(*) AS n FROM events').get();
      return Promise.resolve(counted?.n ?? 0);
    } finally {
      log.close();
    }
  },
};

/** A process of its own, on a free port of the loopback. */
async function startEmbedded({ home, demo, environment }: Required<StartOptions>): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@threekeys/source',
      ...['-r', join(root, 'tools/source.cjs'), join(root, 'apps/all-in-one/src/main.ts')],
      ...(demo ? [] : ['--no-demo']),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        THREEKEYS_HOME: home,
        THREEKEYS_DEMO_PASSWORD: password,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = readyPattern.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`the application ended with ${String(code)} before it was ready:\n${output}`)),
    );
  });
  return {
    url,
    home,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
