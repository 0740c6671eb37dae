// npm start: builds the console where it is missing or older than its sources, then runs the all-in-one from its sources.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const consoleAt = (...parts) => join(root, 'apps', 'console', ...parts);

function newestIn(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function buildConsole() {
  const built = consoleAt('dist', 'index.html');
  const sources = ['src', 'index.html', 'vite.config.ts', 'package.json'].map((name) => consoleAt(name));
  const newest = Math.max(...sources.filter((path) => existsSync(path)).map(newestIn));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  process.stderr.write('Building the console …\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: consoleAt(),
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    process.stderr.write('The console could not be built.\n');
    process.exit(status ?? 1);
  }
}

/** A relative home is one of the caller's folder, not of the repository's. */
function environment() {
  const { THREEKEYS_HOME: home, INIT_CWD: callersFolder = process.cwd(), ...rest } = process.env;
  return { ...rest, THREEKEYS_HOME: home ? resolve(callersFolder, home) : join(root, '.threekeys') };
}

buildConsole();
const child = spawn(
  process.execPath,
  [
    '--conditions=@threekeys/source',
    '-r',
    join(root, 'tools', 'source.cjs'),
    join(root, 'apps', 'all-in-one', 'src', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: environment() },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
