// npm start, npm run cluster: builds the console where its sources are newer than what was built, then runs from source.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsole } from './build-console.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await buildConsole();

const asked = process.argv.slice(2);
const isCluster = asked[0] === '--cluster';
const app = spawn(
  process.execPath,
  [
    '--conditions=@threekeys/source',
    '-r',
    join(root, 'tools/source.cjs'),
    join(root, isCluster ? 'deploy/local/cluster.ts' : 'apps/all-in-one/src/main.ts'),
    ...(isCluster ? asked.slice(1) : asked),
  ],
  { cwd: root, stdio: 'inherit' },
);
// npm passes a signal on to this process alone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.kill(signal));
app.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
