// The console as it is shipped: built where its sources are newer than what was built, by one process at a time.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = join(root, 'apps/console');
const built = join(directory, 'dist/index.html');
const lock = join(directory, '.being-built');
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((name) =>
  join(directory, name),
);

const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(statSync(path).mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs;

const isFresh = () => existsSync(built) && Math.max(...sources.map(newest)) <= statSync(built).mtimeMs;

/** Where two build at once, a page loads files that the other has just removed. @throws Error where it does not build */
export async function buildConsole() {
  await locked(() => {
    if (isFresh()) return;
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    // Under Jest NODE_ENV is `test`, and React would be built for development.
    const env = { ...process.env, NODE_ENV: 'production' };
    const how = { cwd: directory, stdio: ['ignore', 2, 2], env };
    const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], how);
    if (status !== 0) throw new Error('the console does not build');
  });
}

async function locked(work) {
  for (;;) {
    try {
      const file = openSync(lock, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeft()) rmSync(lock, { force: true });
    await pause(100);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** By a process that has ended. */
function isLeft() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConsole();
